package org.onrecord.search.ledger;

import org.onrecord.document.Quantity;

/**
 * The counts that a quantity leaves open, both ends inclusive. "About 40" leaves a tenth on either side; a word without
 * bounds leaves everything.
 */
record Interval(long low, long high) {
    private static final long TENTH = 10;

    static Interval of(Quantity quantity) {
        long low = quantity.min().orElse(0);
        long high = quantity.max().orElse(Long.MAX_VALUE);
        return quantity instanceof Quantity.About about
                ? new Interval(about.count() - about.count() / TENTH, about.count() + ceilTenth(about.count()))
                : new Interval(low, high);
    }

    private static long ceilTenth(long count) {
        return Math.min(count / TENTH + 1, Long.MAX_VALUE - count);
    }

    /** Whether no count is in both. */
    boolean excludes(Interval other) {
        return high < other.low || other.high < low;
    }
}
