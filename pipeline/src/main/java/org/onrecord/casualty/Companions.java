package org.onrecord.casualty;

import java.util.ArrayList;
import java.util.List;
import org.onrecord.document.Parse;
import org.onrecord.document.Quantity;

/** Those who stand with somebody counted: "A man and his daughter", "a father and son". Each of them is one more. */
final class Companions {
    private final Parse sentence;
    private final Harm harm;
    private final Counting counting;

    Companions(Parse sentence, Harm harm, Counting counting) {
        this.sentence = sentence;
        this.harm = harm;
        this.counting = counting;
    }

    /** @param numbers of the sentence */
    List<NumberPhrase> of(List<NumberPhrase> numbers) {
        List<NumberPhrase> companions = new ArrayList<>();
        for (NumberPhrase number : numbers) {
            int head = counting.head(number);
            if (harm.isPerson(sentence.token(head))) {
                for (int other : sentence.children(head, "conj")) {
                    if (isOneMore(other) && !isCounted(other, numbers)) {
                        companions.add(new NumberPhrase(first(other), other, other, new Quantity.Exactly(1), true));
                    }
                }
            }
        }
        return companions;
    }

    private boolean isOneMore(int word) {
        return sentence.token(word).tag().equals("NN")
                && harm.isPerson(sentence.token(word))
                && !Counting.GROUPS.contains(sentence.token(word).lemma())
                && sentence.child(word, "det", "nummod").isEmpty();
    }

    private static boolean isCounted(int word, List<NumberPhrase> numbers) {
        return numbers.stream().anyMatch(number -> number.first() <= word && word <= number.last());
    }

    private int first(int word) {
        return sentence.children(word, "nmod:poss", "amod", "compound").stream()
                .filter(child -> child < word)
                .min(Integer::compare)
                .orElse(word);
    }
}
