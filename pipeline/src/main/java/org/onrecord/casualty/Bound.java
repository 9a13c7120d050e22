package org.onrecord.casualty;

import java.util.OptionalInt;
import org.onrecord.document.CasualtyFigure.Outcome;

/**
 * What became of those whom a number counts, and the word that says so.
 *
 * @param anchor the verb, state or noun of harm in the sentence
 * @param rule that bound them
 * @param confidence of the rule
 * @param agent the word for who or what did it, where the verb has one
 */
record Bound(Outcome outcome, int anchor, String rule, double confidence, OptionalInt agent) {
    Bound(Outcome outcome, int anchor, String rule, double confidence) {
        this(outcome, anchor, rule, confidence, OptionalInt.empty());
    }

    /** For those who stand in a list with the one that was bound. */
    Bound inList() {
        return new Bound(outcome, anchor, "casualty-list", confidence - 0.05, agent);
    }

    Bound by(OptionalInt other) {
        return new Bound(outcome, anchor, rule, confidence, other);
    }
}
