package org.onrecord.attribution;

import java.util.BitSet;
import java.util.OptionalInt;
import org.onrecord.document.Parse;
import org.onrecord.document.Token;
import org.onrecord.reference.Relatives;

/** Finds the head word of whoever says it, starting from the cue verb. */
final class Sources {
    private static final int FURTHEST_CLIMB = 4;

    private Sources() {}

    /**
     * The head of the source.
     *
     * @param quoted the words inside quotations: none of them says what the cue outside signals
     */
    static OptionalInt head(Parse sentence, int verb, BitSet quoted) {
        OptionalInt subject = subject(sentence, verb, 0);
        if (subject.isEmpty() || quoted.get(subject.getAsInt())) {
            return beside(sentence, verb, quoted);
        }
        return Relatives.isOne(sentence, subject.getAsInt())
                ? Relatives.antecedent(sentence, subject.getAsInt())
                : subject;
    }

    private static OptionalInt subject(Parse sentence, int verb, int climbed) {
        OptionalInt subject = sentence.child(verb, "nsubj", "csubj");
        if (subject.isPresent()) {
            return subject;
        }
        if (isPassive(sentence, verb)) {
            return agent(sentence, verb);
        }
        if (sentence.hasRelation(verb, "acl")) {
            return sentence.governor(verb); // "a statement saying that"
        }
        OptionalInt inverted = inverted(sentence, verb);
        if (inverted.isPresent()) {
            return inverted;
        }
        OptionalInt governor = sentence.governor(verb);
        boolean shares = sentence.hasRelation(verb, "conj", "xcomp", "advcl", "dep", "parataxis");
        return shares && governor.isPresent() && climbed < FURTHEST_CLIMB
                ? subjectOfGovernor(sentence, governor.getAsInt(), climbed)
                : OptionalInt.empty();
    }

    /** "was quoted as saying": whoever was quoted says it, though the quoting verb is passive. */
    private static OptionalInt subjectOfGovernor(Parse sentence, int governor, int climbed) {
        if (sentence.token(governor).lemma().equals("quote") && isPassive(sentence, governor)) {
            return sentence.child(governor, "nsubj:pass");
        }
        return subject(sentence, governor, climbed + 1);
    }

    private static boolean isPassive(Parse sentence, int verb) {
        return sentence.child(verb, "nsubj:pass", "aux:pass").isPresent();
    }

    private static OptionalInt agent(Parse sentence, int verb) {
        return sentence.children(verb, "obl", "obl:agent").stream()
                .filter(word -> sentence.children(word, "case").stream()
                        .anyMatch(child -> sentence.token(child).lemma().equals("by")))
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    /** After a closing mark, "said Mira Okafor" is sometimes read as verb and object. */
    private static OptionalInt inverted(Parse sentence, int verb) {
        boolean afterMark = verb > 0 && sentence.token(verb - 1).form().matches("[”\"’'»,]|''");
        return afterMark && sentence.token(verb).tag().matches("VBD|VBZ")
                ? sentence.children(verb, "obj", "dep").stream()
                        .filter(word -> word > verb && isNominal(sentence.token(word)))
                        .mapToInt(Integer::intValue)
                        .findFirst()
                : OptionalInt.empty();
    }

    private static boolean isNominal(Token token) {
        return token.isNoun() || token.tag().equals("PRP");
    }

    /** A long quotation can mislead the parser; then the noun phrase right before or after the cue is the source. */
    private static OptionalInt beside(Parse sentence, int verb, BitSet quoted) {
        if (!sentence.token(verb).tag().matches("VBD|VBZ|VBP")) {
            return OptionalInt.empty();
        }
        int before = verb - 1;
        while (before >= 0 && sentence.token(before).tag().matches("RB.?|MD|VB[DZP]") && !quoted.get(before)) {
            before--;
        }
        if (before >= 0 && !quoted.get(before) && isNominal(sentence.token(before))) {
            return OptionalInt.of(before);
        }
        int last = -1;
        for (int after = verb + 1;
                after < sentence.size() && !quoted.get(after) && inNounPhrase(sentence, after);
                after++) {
            last = isNominal(sentence.token(after)) ? after : last;
        }
        return last < 0 ? OptionalInt.empty() : OptionalInt.of(last);
    }

    private static boolean inNounPhrase(Parse sentence, int word) {
        return sentence.token(word).tag().matches("DT|JJ.?|NN.*|PRP\\$?|POS|CD");
    }
}
