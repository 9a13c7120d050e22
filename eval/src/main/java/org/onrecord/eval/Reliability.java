package org.onrecord.eval;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Whether items are as often right as their confidence says: ten bins of equal width, each open below and closed above, so
 * that 0.9 lies in (0.8, 0.9] (Guo et al. 2017, On Calibration of Modern Neural Networks).
 *
 * @param bins ten from the least confident up, or none where nothing was counted
 */
public record Reliability(List<Bin> bins) {
    public static final int BINS = 10;
    public static final Reliability NONE = new Reliability(List.of());

    /** How many items a bin holds, how many of them are right, and the sum of their confidences. */
    public record Bin(double items, double right, double confidence) {
        static final Bin EMPTY = new Bin(0, 0, 0);

        Bin plus(Bin other) {
            return new Bin(items + other.items, right + other.right, confidence + other.confidence);
        }
    }

    public Reliability {
        bins = List.copyOf(bins);
        if (!bins.isEmpty() && bins.size() != BINS) {
            throw new IllegalArgumentException(bins.size() + " bins instead of " + BINS);
        }
    }

    /** Of one item. */
    public static Reliability of(double confidence, boolean right) {
        List<Bin> bins = new ArrayList<>(Collections.nCopies(BINS, Bin.EMPTY));
        bins.set(Math.max(0, (int) Math.ceil(confidence * BINS) - 1), new Bin(1, right ? 1 : 0, confidence));
        return new Reliability(bins);
    }

    public Reliability plus(Reliability other) {
        if (bins.isEmpty() || other.bins.isEmpty()) {
            return bins.isEmpty() ? other : this;
        }
        List<Bin> sums = new ArrayList<>();
        for (int i = 0; i < BINS; i++) {
            sums.add(bins.get(i).plus(other.bins.get(i)));
        }
        return new Reliability(sums);
    }

    /** The mean distance of the share right from the mean confidence, bins weighted by their items. */
    public OptionalDouble error() {
        double items = bins.stream().mapToDouble(Bin::items).sum();
        return items == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(bins.stream()
                                .mapToDouble(bin -> Math.abs(bin.right() - bin.confidence()))
                                .sum()
                        / items);
    }
}
