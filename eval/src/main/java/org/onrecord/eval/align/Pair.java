package org.onrecord.eval.align;

/** What became of an item. */
public sealed interface Pair<A> {
    /** A gold item and what was found for it. */
    record Hit<A>(A gold, A found) implements Pair<A> {}

    /** A gold item for which nothing was found. */
    record Miss<A>(A gold) implements Pair<A> {}

    /** An item found for which there is no gold. */
    record Spurious<A>(A found) implements Pair<A> {}
}
