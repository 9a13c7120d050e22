package org.onrecord.casualty;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onrecord.document.CasualtyFigure.Outcome;
import org.onrecord.document.Parse;
import org.onrecord.document.Quantity;
import org.onrecord.document.Token;

/** Ordinals that count the harmed so far: "the fifth journalist killed this year", "the city’s 39th homicide". */
final class Milestones {
    private static final Map<String, Long> WORDS = Map.ofEntries(
            Map.entry("second", 2L),
            Map.entry("third", 3L),
            Map.entry("fourth", 4L),
            Map.entry("fifth", 5L),
            Map.entry("sixth", 6L),
            Map.entry("seventh", 7L),
            Map.entry("eighth", 8L),
            Map.entry("ninth", 9L),
            Map.entry("tenth", 10L),
            Map.entry("eleventh", 11L),
            Map.entry("twelfth", 12L),
            Map.entry("hundredth", 100L));
    private static final Pattern DIGITS = Pattern.compile("(\\d{1,6})(?:st|nd|rd|th)");

    /** How far behind the ordinal its noun can stand. */
    private static final int REACH = 3;

    private final Parse sentence;
    private final Harm harm;

    Milestones(Parse sentence, Harm harm) {
        this.sentence = sentence;
        this.harm = harm;
    }

    /**
     * One ordinal.
     *
     * @param noun of those counted
     */
    record Milestone(NumberPhrase number, int noun, Bound bound) {}

    List<Milestone> all() {
        List<Milestone> found = new ArrayList<>();
        for (int word = 1; word < sentence.size(); word++) {
            OptionalLong value = value(form(word));
            boolean definite = sentence.token(word - 1).tag().matches("POS|PRP\\$")
                    || form(word - 1).equals("the");
            if (value.isPresent() && definite) {
                milestone(word, value.getAsLong()).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<Milestone> milestone(int ordinal, long value) {
        for (int noun = ordinal + 1; noun < Math.min(sentence.size(), ordinal + 1 + REACH); noun++) {
            Token token = sentence.token(noun);
            boolean last = noun + 1 == sentence.size()
                    || !sentence.token(noun + 1).isNoun()
                    || sentence.token(noun + 1).isName();
            if (token.isNoun() && last) {
                int anchor = noun;
                return (harm.isPerson(token)
                                ? fate(noun + 1)
                                : harm.counted(token).filter(Outcome.KILLED::equals))
                        .map(outcome -> new Milestone(
                                new NumberPhrase(ordinal, ordinal, ordinal, new Quantity.Exactly(value), false),
                                anchor,
                                new Bound(outcome, anchor, "casualty-milestone", 0.8)));
            }
            if (!token.tag().matches("JJ|NN") || form(noun).equals("attempted")) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** "killed", "to be killed", "to die", "found dead" right behind those counted. */
    private Optional<Outcome> fate(int from) {
        int word = from;
        while (word < sentence.size() && form(word).matches("to|be|been|have|has|found|shot|who|was|were")) {
            word++;
        }
        if (word >= sentence.size() || word - from > REACH) {
            return Optional.empty();
        }
        Token token = sentence.token(word);
        boolean relative = word > from; // "the fourth man died" counts a man, "the fourth man to die" four
        return harm.state(token)
                .or(() -> harm.done(token))
                .or(() -> relative ? harm.suffered(token) : Optional.empty())
                .filter(outcome -> outcome == Outcome.KILLED || outcome == Outcome.INJURED);
    }

    private static OptionalLong value(String word) {
        Matcher digits = DIGITS.matcher(word);
        if (digits.matches()) {
            return OptionalLong.of(Long.parseLong(digits.group(1)));
        }
        Long value = WORDS.get(word);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private String form(int word) {
        return sentence.token(word).form().toLowerCase(Locale.ROOT);
    }
}
