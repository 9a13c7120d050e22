package org.onrecord.eval;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** The counts of each class of a labelling, so that rare classes weigh as much as common ones (macro-averaged F1). */
public record Classes(Map<String, Count> counts) {
    public static final Classes NONE = new Classes(Map.of());

    /** Of one class. */
    public record Count(double hits, double misses, double spurious) {
        Count plus(Count other) {
            return new Count(hits + other.hits, misses + other.misses, spurious + other.spurious);
        }

        double f1() {
            return 2 * hits / (2 * hits + misses + spurious);
        }
    }

    public Classes {
        counts = Collections.unmodifiableMap(new TreeMap<>(counts));
    }

    /** Of one item that has the first class and was given the second. */
    static Classes of(String right, String given) {
        return right.equals(given)
                ? new Classes(Map.of(right, new Count(1, 0, 0)))
                : new Classes(Map.of(right, new Count(0, 1, 0), given, new Count(0, 0, 1)));
    }

    public Classes plus(Classes other) {
        if (counts.isEmpty() || other.counts.isEmpty()) {
            return counts.isEmpty() ? other : this;
        }
        Map<String, Count> sums = new TreeMap<>(counts);
        other.counts.forEach((name, count) -> sums.merge(name, count, Count::plus));
        return new Classes(sums);
    }

    /** The mean F1 of the classes that the gold has. */
    public OptionalDouble macroF1() {
        return counts.values().stream()
                .filter(count -> count.hits() + count.misses() > 0)
                .mapToDouble(Count::f1)
                .average();
    }
}
