package org.onrecord.casualty;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.onrecord.document.Parse;
import org.onrecord.document.Quantity;

/**
 * Counts of which one sentence gives the number and another what became of them: "Three nurses were in the van. All died",
 * "How many died? Forty, the mayor said".
 */
final class Answers {
    private static final Pattern ASKS = Pattern.compile("^how many\\b.*\\?\\W*$");
    private static final String SOLE = "all|both|everyone|everybody";

    private final Parse sentence;
    private final Optional<Parse> before;
    private final Harm harm;

    Answers(Parse sentence, Optional<Parse> before, Harm harm) {
        this.sentence = sentence;
        this.before = before;
        this.harm = harm;
    }

    /**
     * Those counted.
     *
     * @param victims who they are, where the other sentence says so
     */
    record Answer(NumberPhrase number, Bound bound, Optional<String> victims) {}

    /** "Forty, the mayor said": the outcome that was asked for. */
    Optional<Bound> asked(NumberPhrase number) {
        boolean first = number.first() == 0
                && number.last() + 1 < sentence.size()
                && sentence.token(number.last() + 1).form().matches("[,.]");
        return first
                ? before.filter(question -> ASKS.matcher(words(question)).matches())
                        .flatMap(question -> question.tokens().stream()
                                .flatMap(
                                        token -> harm
                                                .suffered(token)
                                                .or(() -> harm.done(token))
                                                .or(() -> harm.state(token))
                                                .stream())
                                .findFirst())
                        .map(outcome -> new Bound(outcome, number.number(), "casualty-answer", 0.8))
                : Optional.empty();
    }

    /** "All died", "both were killed": of as many as the words before count. */
    Optional<Answer> all() {
        for (int word = 0; word + 1 < sentence.size(); word++) {
            boolean opens = word == 0 || sentence.token(word - 1).form().matches("[;:–—-]");
            int subject = word;
            if (opens && sentence.token(word).form().toLowerCase(Locale.ROOT).matches(SOLE)) {
                Optional<Bound> fate = fate(word + 1);
                Optional<NumberPhrase> inSame = last(
                        Numbers.in(sentence).stream()
                                .filter(number -> number.last() < subject)
                                .toList(),
                        sentence);
                Optional<Parse> where =
                        inSame.isPresent() ? Optional.of(sentence) : word == 0 ? before : Optional.empty();
                Optional<NumberPhrase> base = inSame.or(() -> where.flatMap(other -> last(Numbers.in(other), other)));
                if (fate.isPresent() && base.isPresent()) {
                    NumberPhrase here =
                            new NumberPhrase(word, word, word, base.get().quantity(), false);
                    return Optional.of(new Answer(here, fate.get(), noun(base.get(), where.get())));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Bound> fate(int from) {
        return new Predicates(sentence, harm)
                .finite(from, word -> sentence.token(word).lemma().matches("be|have|get|later|also|then"))
                .map(found -> new Bound(found.outcome(), found.anchor(), "casualty-answer", 0.75));
    }

    /** The last count of people. */
    private Optional<NumberPhrase> last(List<NumberPhrase> numbers, Parse where) {
        return numbers.stream()
                .filter(number -> !number.article() && number.quantity() instanceof Quantity.Exactly)
                .filter(number -> noun(number, where).isPresent())
                .reduce((one, other) -> other);
    }

    private Optional<String> noun(NumberPhrase number, Parse where) {
        int next = number.last() + 1;
        return next < where.size() && harm.isPerson(where.token(next))
                ? Optional.of(where.token(next).form())
                : Optional.empty();
    }

    private static String words(Parse sentence) {
        return sentence.tokens().stream()
                .map(token -> token.form().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }
}
