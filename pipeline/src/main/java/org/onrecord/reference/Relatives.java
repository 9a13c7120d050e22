package org.onrecord.reference;

import java.util.OptionalInt;
import java.util.Set;
import org.onrecord.document.Parse;

/** Relative pronouns and the nouns that they stand for. */
public final class Relatives {
    private static final Set<String> RELATIVE = Set.of("who", "which", "that");
    private static final int FURTHEST_CLIMB = 4;

    private Relatives() {}

    /** "who", "which", "that": stands for a noun before it. */
    public static boolean isOne(Parse sentence, int word) {
        return RELATIVE.contains(sentence.token(word).lemma())
                && !sentence.token(word).isNoun();
    }

    /** The noun that a relative pronoun stands for. */
    public static OptionalInt antecedent(Parse sentence, int relative) {
        OptionalInt at = sentence.governor(relative);
        for (int steps = 0; at.isPresent() && steps < FURTHEST_CLIMB; steps++) {
            if (sentence.hasRelation(at.getAsInt(), "acl:relcl", "acl")) {
                return sentence.governor(at.getAsInt());
            }
            at = sentence.governor(at.getAsInt());
        }
        return OptionalInt.empty();
    }
}
