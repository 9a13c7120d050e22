package org.onrecord.eval;

import java.util.Locale;
import java.util.OptionalDouble;

/** Counts of right, missed and spurious items. A ratio without a denominator is absent, not zero. */
public record Score(long hits, long misses, long spurious) {
    public static final Score NONE = new Score(0, 0, 0);

    public Score plus(Score other) {
        return new Score(hits + other.hits, misses + other.misses, spurious + other.spurious);
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

    private static OptionalDouble ratio(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }

    /** One aligned line: precision, recall and F1 in percent. */
    public String line(String name) {
        return String.format(
                Locale.ROOT,
                "%-34s P %6s  R %6s  F1 %6s  (%d right, %d missed, %d spurious)",
                name,
                percent(precision()),
                percent(recall()),
                percent(f1()),
                hits,
                misses,
                spurious);
    }

    private static String percent(OptionalDouble ratio) {
        return ratio.isPresent() ? String.format(Locale.ROOT, "%.1f", 100 * ratio.getAsDouble()) : "-";
    }
}
