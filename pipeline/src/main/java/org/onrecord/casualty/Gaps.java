package org.onrecord.casualty;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.CasualtyFigure.Outcome;
import org.onrecord.document.CasualtyFigure.Scope;
import org.onrecord.document.Parse;

/**
 * Bare numbers whose verb was said before: "Eight died in the north, 11 in the south and two in the capital"; "The army said
 * 10 died; the hospital counted 17"; "the fire that followed another six".
 */
final class Gaps {
    private static final Pattern JOINS = Pattern.compile(",|;|and|or|but|–|—|-");
    private static final Pattern PLACES = Pattern.compile("in|at|near|on|off|outside|across|around");
    private static final Pattern COUNTS = Pattern.compile("count|say|report|put|give|record|tally|list|estimate|claim");
    private static final Pattern ENDS = Pattern.compile("[,;.:)]|and|but|”|’|''|on");

    private static final int REACH = 15;

    private static final Pattern IN_THE_BODY =
            Pattern.compile("^(?:[\\w-]+ ){1,8}?(?:in|to) (?:the|his|her|both) (?:left |right |upper |lower )?(?:"
                    + Conditions.BODY + ")s?\\b(?! of )");

    private final Parse sentence;

    Gaps(Parse sentence) {
        this.sentence = sentence;
    }

    /**
     * A figure like one before it.
     *
     * @param source first and last word of who says so, where that is somebody else
     */
    record Filled(CasualtyFigure like, Optional<int[]> source, Optional<Scope> scope) {}

    /** @param before the figures of the sentence so far */
    Optional<Filled> of(NumberPhrase number, List<CasualtyFigure> before) {
        if (before.isEmpty() || number.first() == 0) {
            return Optional.empty();
        }
        CasualtyFigure like = before.getLast();
        String lead = form(number.first() - 1);
        if (JOINS.matcher(lead).matches() && like.outcome() == Outcome.INJURED && isHitInTheBody(number)) {
            return Optional.of(new Filled(like, Optional.empty(), Optional.of(Scope.CURRENT)));
        }
        if (number.article()) {
            return Optional.empty();
        }
        String next = form(number.last() + 1);
        if (JOINS.matcher(lead).matches() && PLACES.matcher(next).matches() && isPlace(number.last() + 2)) {
            return Optional.of(new Filled(like, Optional.empty(), Optional.empty()));
        }
        if (lead.equals("another") && (ENDS.matcher(next).matches() || next.isEmpty())) {
            return Optional.of(new Filled(like, Optional.empty(), Optional.of(Scope.INCREMENT)));
        }
        if (isCompared(number.first(), next)) {
            return Optional.of(new Filled(like, Optional.empty(), Optional.of(Scope.PERIOD)));
        }
        boolean ordinal = lead.matches("second|third|fourth|other|latter")
                && form(number.first() - 2).equals("the");
        if (ordinal) {
            return Optional.of(new Filled(like, Optional.empty(), Optional.empty()));
        }
        boolean ends = next.isEmpty() || ENDS.matcher(next).matches();
        if (ends
                && sentence.token(number.first() - 1).isVerb()
                && COUNTS.matcher(sentence.token(number.first() - 1).lemma()).matches()) {
            return Optional.of(new Filled(like, source(number.first() - 2), Optional.empty()));
        }
        boolean at = ends && lead.equals("at") && form(number.first() - 2).equals(",");
        return at ? Optional.of(new Filled(like, source(number.first() - 3), Optional.empty())) : Optional.empty();
    }

    /** "against 655 in the same months of last year", "up from 51 a year earlier" */
    private boolean isCompared(int number, String next) {
        String lead = form(number - 1);
        boolean compared = lead.equals("against")
                || (lead.matches("with|to") && form(number - 2).equals("compared"))
                || (lead.equals("from") && form(number - 2).matches("up|down"));
        return compared && next.matches("in|over|during|for|last|a|the|by");
    }

    /** "one was shot in the shoulder and a 22-year-old man in the right leg" */
    private boolean isHitInTheBody(NumberPhrase number) {
        String behind = IntStream.range(number.last() + 1, Math.min(sentence.size(), number.last() + REACH))
                .mapToObj(this::form)
                .collect(Collectors.joining(" "));
        return IN_THE_BODY.matcher(behind).find()
                && IntStream.range(0, number.first())
                        .anyMatch(word -> sentence.token(word).lemma().matches("shoot|hit|strike|stab|wound|graze"));
    }

    /** The noun phrase that ends at the word. */
    private Optional<int[]> source(int last) {
        int first = last;
        while (first >= 0 && sentence.token(first).tag().matches("NN.*|JJ|POS")) {
            first--;
        }
        return first < last && last >= 0 ? Optional.of(new int[] {first + 1, last}) : Optional.empty();
    }

    private boolean isPlace(int word) {
        return word < sentence.size()
                && (sentence.token(word).isName() || form(word).matches("the|noon|dawn|dusk|midnight|sea|night"))
                && !form(word + 1).matches(".*day|week|month|year");
    }

    private String form(int word) {
        return word >= 0 && word < sentence.size() ? sentence.token(word).form().toLowerCase(Locale.ROOT) : "";
    }
}
