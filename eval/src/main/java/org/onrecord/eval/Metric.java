package org.onrecord.eval;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Something that is measured, and how the scores of the articles become one number. */
public record Metric(String name, Reading reading) {
    /** How scores of articles are put together. */
    public enum Reading {
        /** F1 of the summed counts. */
        F1,
        /** Share of the gold items that are right. */
        ACCURACY,
        /** F1 of the mean precision and the mean recall of the articles. */
        MEAN_F1,
        /** Spurious items per thousand articles; lower is better. */
        PER_THOUSAND,
        /** Expected calibration error, from 0 to 1; lower is better. */
        CALIBRATION,
        /** Mean F1 of the classes of the gold. */
        MACRO_F1
    }

    public static Metric f1(String name) {
        return new Metric(name, Reading.F1);
    }

    public static Metric accuracy(String name) {
        return new Metric(name, Reading.ACCURACY);
    }

    /** The number that stands for a run: a share from 0 to 1, or a rate. Absent where there was nothing to measure. */
    public OptionalDouble value(List<Score> scores) {
        return switch (reading) {
            case F1 -> total(scores).f1();
            case ACCURACY -> total(scores).recall();
            case MEAN_F1 -> harmonic(precision(scores), recall(scores));
            case PER_THOUSAND -> {
                Score total = total(scores);
                yield total.hits() == 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(1000 * total.spurious() / total.hits());
            }
            case CALIBRATION -> total(scores).reliability().error();
            case MACRO_F1 -> total(scores).classes().macroF1();
        };
    }

    public OptionalDouble precision(List<Score> scores) {
        return reading == Reading.MEAN_F1
                ? mean(scores, Metric::precisionOrNothing)
                : total(scores).precision();
    }

    public OptionalDouble recall(List<Score> scores) {
        return reading == Reading.MEAN_F1
                ? mean(scores, Score::recall)
                : total(scores).recall();
    }

    /** Whether more is better. */
    public boolean rises() {
        return reading != Reading.PER_THOUSAND && reading != Reading.CALIBRATION;
    }

    /** Whether it lies between 0 and 1 and is shown in percent; otherwise it is a rate. */
    public boolean isShare() {
        return reading != Reading.PER_THOUSAND;
    }

    /** Where nothing was found and something was there, precision counts as 0, as in the benchmark whose measure this is. */
    private static OptionalDouble precisionOrNothing(Score score) {
        return score.precision().isEmpty() && score.misses() > 0 ? OptionalDouble.of(0) : score.precision();
    }

    public static Score total(List<Score> scores) {
        return scores.stream().reduce(Score.NONE, Score::plus);
    }

    private static OptionalDouble mean(List<Score> scores, Function<Score, OptionalDouble> ratio) {
        return scores.stream()
                .map(ratio)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .average();
    }

    private static OptionalDouble harmonic(OptionalDouble precision, OptionalDouble recall) {
        if (precision.isEmpty() || recall.isEmpty()) {
            return OptionalDouble.empty();
        }
        double sum = precision.getAsDouble() + recall.getAsDouble();
        return OptionalDouble.of(sum == 0 ? 0 : 2 * precision.getAsDouble() * recall.getAsDouble() / sum);
    }
}
