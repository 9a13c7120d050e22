package org.onrecord.casualty;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onrecord.document.Parse;
import org.onrecord.document.Quantity;

/**
 * A number and, between marks right behind it, of whom it is made up: "Seven people — four men, two women and a baby — were
 * killed". That the parts add up to the whole is what tells them from others.
 */
final class Breakdowns {
    private static final String OPENS = "[-–—(:]|--|-LRB-";
    private static final String CLOSES = "[-–—).;]|--|-RRB-";

    private final Parse sentence;
    private final Harm harm;

    Breakdowns(Parse sentence, Harm harm) {
        this.sentence = sentence;
        this.harm = harm;
    }

    /**
     * The parts.
     *
     * @param end first word behind them
     */
    record Breakdown(List<NumberPhrase> parts, int end) {}

    /**
     * The breakdown of a number.
     *
     * @param last word of its noun
     * @param numbers of the sentence
     */
    Optional<Breakdown> of(NumberPhrase whole, int last, List<NumberPhrase> numbers) {
        int mark = last + 1;
        if (!(whole.quantity() instanceof Quantity.Exactly total)
                || mark >= sentence.size()
                || !sentence.token(mark).form().matches(OPENS)) {
            return Optional.empty();
        }
        List<NumberPhrase> parts = new ArrayList<>();
        long sum = 0;
        int at = mark + 1;
        while (at < sentence.size() && !sentence.token(at).form().matches(CLOSES)) {
            int word = at;
            Optional<NumberPhrase> part =
                    numbers.stream().filter(number -> number.first() == word).findFirst();
            if (part.isPresent()) {
                if (!(part.get().quantity() instanceof Quantity.Exactly count)) {
                    return Optional.empty();
                }
                parts.add(part.get());
                sum += count.count();
                at = part.get().last() + 1;
            } else if (sentence.token(at).tag().matches("NN.*|JJ|CC|,|POS|PRP\\$")) {
                at++;
            } else {
                break;
            }
        }
        boolean addsUp = parts.size() > 1 && sum == total.count();
        return addsUp ? Optional.of(new Breakdown(List.copyOf(parts), at)) : Optional.empty();
    }

    /** What the verb phrase behind the closing mark says of the whole, when the parser lost it over the list. */
    Optional<Bound> fate(Breakdown breakdown) {
        return new Predicates(sentence, harm)
                .finite(
                        breakdown.end(),
                        word -> sentence.token(word).form().matches(CLOSES + "|,")
                                || sentence.token(word).lemma().matches("be|have|get|all|also|later"))
                .map(found -> new Bound(found.outcome(), found.anchor(), "casualty-breakdown", 0.8));
    }
}
