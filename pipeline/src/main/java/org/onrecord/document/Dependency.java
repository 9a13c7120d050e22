package org.onrecord.document;

/**
 * One arc of a basic Universal Dependencies tree (v2 relations such as {@code nsubj:pass} and {@code obl}, as CoreNLP's English_UD model gives them).
 *
 * @param governor position of the governing token in the token layer, or {@link #ROOT}
 * @param dependent position of the dependent token in the token layer
 */
public record Dependency(String id, Span span, int governor, int dependent, String relation, Basis basis)
        implements Annotation {
    public static final int ROOT = -1;

    public Dependency {
        if (governor < ROOT || dependent < 0 || governor == dependent) {
            throw new IllegalArgumentException("arc " + governor + " -> " + dependent + " is no arc of a tree");
        }
    }

    /** The dependent's place. */
    @Override
    public Extent extent() {
        return Extent.of(span);
    }
}
