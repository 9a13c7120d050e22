package org.onrecord.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.onrecord.document.Basis;
import org.onrecord.document.EntityType;
import org.onrecord.document.Parse;
import org.onrecord.document.Span;
import org.onrecord.document.Token;
import org.onrecord.document.Weekdays;
import org.onrecord.entity.Names.Found;

/**
 * Names that the recogniser missed: two or more capitalised words in a row, in a sentence that does not capitalise them
 * all. They are hardly people, unless what follows says so: those it knows by their first names.
 */
final class CapitalisedRuns {
    private static final Basis RUN = new Basis.Rule("capitalised-run", 0.6);

    /** In a headline in title case, capitals say nothing. */
    private static final double TITLE_CASE = 0.6;

    private static final int SHORT_WORD = 3;
    private static final int LONGEST_PERSON = 3;
    private static final Set<String> DAYS = Set.of(
            "day",
            "night",
            "eve",
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    /** What a name ends in that is nobody's. */
    private static final Set<String> NOBODY = Set.of(
            "war",
            "prize",
            "award",
            "act",
            "cup",
            "games",
            "festival",
            "street",
            "road",
            "avenue",
            "square",
            "bridge",
            "tower",
            "river",
            "lake",
            "island",
            "mountain",
            "park",
            "stadium",
            "states",
            "beach",
            "bay",
            "valley");

    private final SourceNouns nouns;
    private final Titles titles;

    CapitalisedRuns(SourceNouns nouns, Titles titles) {
        this.nouns = nouns;
        this.titles = titles;
    }

    /** The names of a sentence that are not among those found. */
    List<Found> in(Parse sentence, List<Found> found) {
        List<Found> more = new ArrayList<>();
        if (isInTitleCase(sentence)) {
            return more;
        }
        for (int from = 0, to; from < sentence.size(); from = Math.max(to, from + 1)) {
            to = end(sentence, from);
            name(sentence, from, to)
                    .filter(span ->
                            found.stream().noneMatch(other -> other.span().overlaps(span)))
                    .ifPresent(span -> more.add(new Found(span, type(sentence, span), RUN)));
        }
        return more;
    }

    /** "Lorcan Veitch, who …", "Shay Dunmore, 34, …" are people; what else the recogniser missed hardly is. */
    private EntityType type(Parse sentence, Span name) {
        List<Token> after = sentence.tokens().stream()
                .filter(token -> token.span().start() >= name.end())
                .limit(3)
                .toList();
        boolean goesOn = after.size() == 3 && after.getFirst().form().equals(",");
        boolean person = goesOn
                && (after.get(1).form().equals("who")
                        || (after.get(1).form().matches("\\d{2}")
                                && after.get(2).form().equals(",")));
        return person && sentence.within(name).cardinality() <= LONGEST_PERSON
                ? EntityType.PERSON
                : EntityType.ORGANIZATION;
    }

    private int end(Parse sentence, int from) {
        boolean begins = isCalledABody(sentence, from)
                && Character.isUpperCase(sentence.token(from).form().charAt(0));
        int to = begins ? from + 1 : from;
        while (to < sentence.size() && isCapitalised(sentence.token(to))) {
            to++;
        }
        return isOfSomething(sentence, from, to) ? end(sentence, to + 1) : to;
    }

    /** "the Guardian of Public Accounts": one word after the article, and more behind the "of". */
    private static boolean isOfSomething(Parse sentence, int from, int to) {
        return to == from + 1
                && from > 0
                && sentence.token(from - 1).lemma().equalsIgnoreCase("the")
                && to + 2 < sentence.size()
                && sentence.token(to).lemma().equals("of")
                && isCapitalised(sentence.token(to + 1))
                && isCapitalised(sentence.token(to + 2));
    }

    /** "the relief agency Open Road": whatever it ends in, the noun before says that it is a body. */
    private boolean isCalledABody(Parse sentence, int from) {
        return from > 1
                && nouns.isBody(sentence.token(from - 1).lemma())
                && Character.isLowerCase(sentence.token(from - 1).form().charAt(0));
    }

    private Optional<Span> name(Parse sentence, int from, int to) {
        boolean describes = sentence.tokens().subList(from, to).stream()
                .anyMatch(token -> nouns.isRole(token)
                        || titles.contains(token.form())
                        || isDate(token.form().toLowerCase(Locale.ROOT)));
        return to - from < 2
                        || describes
                        || (NOBODY.contains(sentence.token(to - 1).form().toLowerCase(Locale.ROOT))
                                && !isCalledABody(sentence, from))
                ? Optional.empty()
                : Optional.of(sentence.span(from, to - 1));
    }

    private static boolean isCapitalised(Token token) {
        return token.isName() && Character.isUpperCase(token.form().charAt(0));
    }

    private static boolean isInTitleCase(Parse sentence) {
        List<Token> words = sentence.tokens().stream()
                .filter(token -> token.form().length() > SHORT_WORD
                        && Character.isLetter(token.form().charAt(0)))
                .toList();
        long capitalised = words.stream()
                .filter(token -> Character.isUpperCase(token.form().charAt(0)))
                .count();
        return capitalised > TITLE_CASE * words.size();
    }

    private static boolean isDate(String word) {
        return DAYS.contains(word) || Weekdays.NAMES.contains(word);
    }
}
