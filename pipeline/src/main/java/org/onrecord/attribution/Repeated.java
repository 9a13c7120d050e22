package org.onrecord.attribution;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.onrecord.document.Attribution;
import org.onrecord.document.Basis;
import org.onrecord.document.Extent;
import org.onrecord.document.Quote;

/**
 * Quotations in a headline that name nobody, and that the text below gives in full: “‘I carried the bag’: trial opens” is
 * by whoever says so there.
 *
 * @param attributions of the article
 */
record Repeated(String text, List<Attribution> attributions) {
    /** Fewer words may be anybody's. */
    private static final int LEAST_WORDS = 3;

    private static final Basis BASIS = new Basis.Rule("quotation-repeated", 0.85);
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’][\\p{L}]+)?");

    /** The attribution of a quotation that nobody has yet, if another holds its words one after the other. */
    Optional<Attribution> of(Quote quote) {
        String words = words(quote.span().of(text));
        return words.split(" ").length < LEAST_WORDS
                ? Optional.empty()
                : attributions.stream()
                        .filter(attribution -> attribution.speaker().isPresent())
                        .filter(attribution -> attribution.kind() != Attribution.Kind.INDIRECT)
                        .filter(attribution ->
                                (" " + words(attribution.content().of(text)) + " ").contains(" " + words + " "))
                        .findFirst()
                        .map(attribution -> new Attribution(
                                "a",
                                Attribution.Kind.DIRECT,
                                Optional.empty(),
                                Optional.empty(),
                                Extent.of(quote.span()),
                                attribution.speaker(),
                                List.of(quote.id()),
                                BASIS));
    }

    private static String words(String text) {
        return String.join(
                " ",
                WORD.matcher(text.toLowerCase(Locale.ROOT).replace('’', '\''))
                        .results()
                        .map(MatchResult::group)
                        .toList());
    }
}
