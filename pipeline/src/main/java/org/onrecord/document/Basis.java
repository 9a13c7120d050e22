package org.onrecord.document;

/** Why an item exists: the rule, the model or the person that put it there. */
public sealed interface Basis {
    /** How likely the item is right, from 0 to 1. */
    double confidence();

    /**
     * A hand-written rule.
     *
     * @param confidence the precision expected of the rule
     */
    record Rule(String id, double confidence) implements Basis {
        public Rule {
            check(id, confidence);
        }
    }

    /** A trained model with its probability for this item. */
    record Model(String id, double confidence) implements Basis {
        public Model {
            check(id, confidence);
        }
    }

    /** A person's annotation: gold. */
    record Human(String annotator) implements Basis {
        @Override
        public double confidence() {
            return 1;
        }
    }

    private static void check(String id, double confidence) {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a basis needs a name");
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence " + confidence + " of " + id + " is not within 0..1");
        }
    }
}
