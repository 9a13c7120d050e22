package org.onrecord.document;

import java.util.OptionalInt;

/** "accused the league of breach of contract": the parser may give the charge to the league. */
public final class Charges {
    private Charges() {}

    /**
     * Whether a complement of somebody accused is what they are accused of.
     *
     * @param accused head of the noun phrase
     * @param complement a word that depends on it
     */
    public static boolean isCharge(Parse sentence, int accused, int complement) {
        OptionalInt verb = sentence.governor(accused);
        return verb.isPresent()
                && sentence.token(verb.getAsInt()).lemma().matches("accuse|suspect|convict|acquit")
                && sentence.hasRelation(accused, "obj", "nsubj:pass")
                && isOf(sentence, complement)
                && sentence.children(verb.getAsInt()).stream().noneMatch(child -> isOf(sentence, child));
    }

    private static boolean isOf(Parse sentence, int word) {
        return sentence.children(word, "case", "mark").stream()
                .anyMatch(mark -> sentence.token(mark).lemma().equals("of"));
    }
}
