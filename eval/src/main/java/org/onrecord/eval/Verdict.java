package org.onrecord.eval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One metric of two runs over the same articles.
 *
 * @param interval of the difference, second less first; absent where there are too few articles
 */
public record Verdict(Metric metric, double first, double second, Optional<Bootstrap.Interval> interval) {
    /**
     * Compares two runs.
     *
     * @throws IllegalArgumentException if they are not over the same articles
     */
    public static List<Verdict> of(Run first, Run second) {
        List<String> articles = first.results().stream().map(Result::article).toList();
        if (!articles.equals(second.results().stream().map(Result::article).toList())) {
            throw new IllegalArgumentException(
                    "the runs are not over the same articles: " + first.corpus() + " (" + articles.size() + ") and "
                            + second.corpus() + " (" + second.results().size() + ")");
        }
        List<Verdict> verdicts = new ArrayList<>();
        for (Metric metric : first.metrics()) {
            List<Score> before = new ArrayList<>();
            List<Score> after = new ArrayList<>();
            Map<String, Result> other = new LinkedHashMap<>();
            second.results().forEach(result -> other.put(result.article(), result));
            for (Result result : first.results()) {
                before.add(result.scores().getOrDefault(metric, Score.NONE));
                after.add(Optional.ofNullable(other.get(result.article()))
                        .map(found -> found.scores().getOrDefault(metric, Score.NONE))
                        .orElse(Score.NONE));
            }
            OptionalDouble one = metric.value(before);
            OptionalDouble two = metric.value(after);
            if (one.isPresent() && two.isPresent()) {
                verdicts.add(new Verdict(
                        metric, one.getAsDouble(), two.getAsDouble(), Bootstrap.difference(metric, before, after)));
            }
        }
        return verdicts;
    }

    /** "better by 1.2 ± 0.4", "worse by …", or "no difference shown", in points of a hundred. */
    public String words() {
        double scale = metric.isShare() ? 100 : 1;
        double difference = (second - first) * scale;
        if (interval.isEmpty()) {
            return first == second ? "equal" : "too few articles to tell";
        }
        Bootstrap.Interval range = interval.get();
        if (range.low() == 0 && range.high() == 0) {
            return "equal";
        }
        String size = String.format(Locale.ROOT, "%.1f ± %.1f", Math.abs(difference), range.half() * scale);
        if (range.low() <= 0 && range.high() >= 0) {
            return "no difference shown (" + (difference < 0 ? "-" : "+") + size + ")";
        }
        return (difference > 0 == metric.rises() ? "better by " : "worse by ") + size;
    }
}
