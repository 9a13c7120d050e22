package org.onrecord.eval.expected;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.onrecord.eval.Metric;
import org.onrecord.eval.Run;

/**
 * A run beside what was expected of its system.
 *
 * @param fallen one line for each metric that is worse than the tolerance allows, or is no longer there
 * @param risen one line for each that is better by more than it
 */
public record Check(List<String> fallen, List<String> risen) {
    public Check {
        fallen = List.copyOf(fallen);
        risen = List.copyOf(risen);
    }

    public static Check of(Expectation expectation, String system, Run run) {
        List<String> fallen = new ArrayList<>();
        List<String> risen = new ArrayList<>();
        Map<String, Double> found = values(run);
        Map<String, Metric> metrics = new LinkedHashMap<>();
        run.metrics().forEach(metric -> metrics.put(metric.name(), metric));
        expectation.systems().getOrDefault(system, Map.of()).forEach((name, before) -> {
            Double after = found.get(name);
            Metric metric = metrics.get(name);
            if (after == null || metric == null) {
                fallen.add(name + " is no longer measured");
                return;
            }
            double gain = metric.rises() ? after - before : before - after;
            double least = metric.isShare() ? expectation.tolerance() : 1000 * expectation.tolerance();
            String line = String.format(Locale.ROOT, "%s: %.4f, expected %.4f", name, after, before);
            if (gain < -least) {
                fallen.add(line);
            } else if (gain > least) {
                risen.add(line);
            }
        });
        return new Check(fallen, risen);
    }

    /** The value of every metric of a run, to four digits. */
    public static Map<String, Double> values(Run run) {
        Map<String, Double> values = new LinkedHashMap<>();
        run.scores()
                .forEach((metric, scores) ->
                        metric.value(scores).ifPresent(value -> values.put(metric.name(), Expectation.rounded(value))));
        return values;
    }

    /** In percent, but for the rate of false figures. */
    static String shown(String metric, double value) {
        return String.format(Locale.ROOT, "%.1f", metric.startsWith("false ") ? value : 100 * value);
    }
}
