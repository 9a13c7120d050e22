package org.onrecord.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;

/**
 * How far a number could move if other articles of the same sort had been annotated: articles are drawn again with
 * replacement, a thousand times from a fixed seed (Efron 1979; for pairs of systems Koehn 2004).
 */
public final class Bootstrap {
    private static final int SAMPLES = 1000;
    private static final long SEED = 20_261_124;
    private static final double TAIL = 0.025;

    private Bootstrap() {}

    /** The bounds between which 95% of the samples lie. */
    public record Interval(double low, double high) {
        public double half() {
            return (high - low) / 2;
        }
    }

    /** Of one run; absent where there are fewer than two articles. */
    public static java.util.Optional<Interval> interval(Metric metric, List<Score> scores) {
        if (scores.size() < 2) {
            return java.util.Optional.empty();
        }
        List<Double> values = new ArrayList<>();
        Random random = new Random(SEED);
        for (int i = 0; i < SAMPLES; i++) {
            List<Score> sample = new ArrayList<>();
            for (int j = 0; j < scores.size(); j++) {
                sample.add(scores.get(random.nextInt(scores.size())));
            }
            metric.value(sample).ifPresent(values::add);
        }
        return bounds(values);
    }

    /** Of the difference between two runs over the same articles, second less first. */
    public static java.util.Optional<Interval> difference(Metric metric, List<Score> first, List<Score> second) {
        if (first.size() != second.size() || first.size() < 2) {
            return java.util.Optional.empty();
        }
        List<Double> values = new ArrayList<>();
        Random random = new Random(SEED);
        for (int i = 0; i < SAMPLES; i++) {
            List<Score> one = new ArrayList<>();
            List<Score> other = new ArrayList<>();
            for (int j = 0; j < first.size(); j++) {
                int drawn = random.nextInt(first.size());
                one.add(first.get(drawn));
                other.add(second.get(drawn));
            }
            OptionalDouble before = metric.value(one);
            OptionalDouble after = metric.value(other);
            if (before.isPresent() && after.isPresent()) {
                values.add(after.getAsDouble() - before.getAsDouble());
            }
        }
        return bounds(values);
    }

    private static java.util.Optional<Interval> bounds(List<Double> values) {
        if (values.isEmpty()) {
            return java.util.Optional.empty();
        }
        values.sort(null);
        int cut = (int) (values.size() * TAIL);
        return java.util.Optional.of(new Interval(values.get(cut), values.get(values.size() - 1 - cut)));
    }
}
