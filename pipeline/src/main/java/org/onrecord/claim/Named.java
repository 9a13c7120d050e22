package org.onrecord.claim;

import java.util.OptionalInt;
import org.onrecord.document.Parse;

/** Noun phrases by their words alone, where the parser hung them wrongly. */
final class Named {
    private static final String INSIDE = "DT|PRP\\$|POS|CD|JJ[RS]?|NNP?S?|``|''";

    private Named() {}

    /** The last noun of the phrase that begins here; empty where none does. */
    static OptionalInt nounFrom(Parse sentence, int first) {
        OptionalInt noun = OptionalInt.empty();
        for (int word = first;
                word < sentence.size() && sentence.token(word).tag().matches(INSIDE);
                word++) {
            boolean next = noun.isPresent() && sentence.token(word).tag().matches("DT|PRP\\$|CD");
            if (next) {
                break;
            }
            noun = sentence.token(word).isNoun() ? OptionalInt.of(word) : noun;
        }
        return noun;
    }

    /** "against what he calls the harbour cartel": the cartel, where those words begin here or behind a preposition. */
    static OptionalInt inWhatIsCalled(Parse sentence, int first) {
        int what = first < sentence.size() && sentence.token(first).tag().equals("IN") ? first + 1 : first;
        boolean called = what + 2 < sentence.size()
                && Phrases.lemma(sentence, what).equals("what")
                && sentence.token(what + 1).tag().matches("PRP|NNP?S?")
                && Phrases.lemma(sentence, what + 2)
                        .matches("call|term|dub|label|consider|see|describe|characteri[sz]e");
        boolean as = called
                && what + 3 < sentence.size()
                && Phrases.lemma(sentence, what + 3).equals("as");
        return called ? nounFrom(sentence, as ? what + 4 : what + 3) : OptionalInt.empty();
    }
}
