package org.onrecord.eval;

import java.util.OptionalDouble;

/**
 * How much was right, missed and spurious: counts of items, or weights that sum to one for an article. A ratio without a
 * denominator is absent, not zero.
 *
 * @param reliability of the confidence of what was found, where that is measured
 * @param classes counts by class, where items are given one of several
 */
public record Score(double hits, double misses, double spurious, Reliability reliability, Classes classes) {
    public static final Score NONE = new Score(0, 0, 0);
    public static final Score HIT = new Score(1, 0, 0);
    public static final Score MISS = new Score(0, 1, 0);
    public static final Score SPURIOUS = new Score(0, 0, 1);

    public Score(double hits, double misses, double spurious) {
        this(hits, misses, spurious, Reliability.NONE, Classes.NONE);
    }

    /** Of one item found with some confidence. */
    public static Score reliability(double confidence, boolean right) {
        return new Score(0, 0, 0, Reliability.of(confidence, right), Classes.NONE);
    }

    /** Of one item that has the first class and was given the second. */
    public static Score classified(String right, String given) {
        return new Score(0, 0, 0, Reliability.NONE, Classes.of(right, given));
    }

    public Score plus(Score other) {
        return new Score(
                hits + other.hits,
                misses + other.misses,
                spurious + other.spurious,
                reliability.plus(other.reliability),
                classes.plus(other.classes));
    }

    public OptionalDouble precision() {
        return ratio(hits, hits + spurious);
    }

    public OptionalDouble recall() {
        return ratio(hits, hits + misses);
    }

    /** The harmonic mean of precision and recall. */
    public OptionalDouble f1() {
        return ratio(2 * hits, 2 * hits + misses + spurious);
    }

    private static OptionalDouble ratio(double part, double whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / whole);
    }
}
