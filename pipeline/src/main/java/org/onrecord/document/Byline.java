package org.onrecord.document;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Who wrote an article. */
public final class Byline {
    /** Two or more capitalised words: "Owen Strand", "Mira van der Poel". */
    private static final Pattern NAME = Pattern.compile(
            "\\p{Lu}[\\p{L}.’'-]+(?: (?:de|van|der|von|al|bin|la|el|\\p{Lu}[\\p{L}.’'-]*))*? \\p{Lu}[\\p{L}’'-]+(?! \\p{Lu})");

    private static final Pattern BEFORE =
            Pattern.compile("^(?:[\\p{L} ]{0,20}(?:\\bby |: ?)|\\p{L}+ [·|–—] )", Pattern.CASE_INSENSITIVE);

    private Byline() {}

    /** The names that the page gives, else those that its byline zones hold. */
    public static List<String> names(Article article) {
        List<String> given = article.metadata().byline();
        return given.isEmpty()
                ? article.zones().stream()
                        .filter(zone -> zone.kind() == Zone.Kind.BYLINE)
                        .flatMap(zone -> NAME.matcher(BEFORE.matcher(
                                                zone.span().of(article.text()).strip())
                                        .replaceFirst(""))
                                .results()
                                .map(MatchResult::group))
                        .distinct()
                        .toList()
                : given;
    }
}
