package org.onrecord.eval;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one system scored on one corpus.
 *
 * @param corpus name and split: {@code polnear dev}
 * @param digest of the corpus
 * @param problems lines of the corpus left out, articles on which the system failed
 * @param cpuSeconds that the system took
 */
public record Run(
        String system, String corpus, String digest, List<Result> results, List<String> problems, double cpuSeconds) {
    public Run {
        results = List.copyOf(results);
        problems = List.copyOf(problems);
    }

    /** All metrics, in the order in which they first appear, sections apart: {@code name @ section}. */
    public Map<Metric, List<Score>> scores() {
        Map<Metric, List<Score>> scores = new LinkedHashMap<>();
        metrics().forEach(metric -> scores.put(metric, scores(metric)));
        return Collections.unmodifiableMap(scores);
    }

    public Set<Metric> metrics() {
        Set<Metric> metrics = new LinkedHashSet<>();
        results.forEach(result -> metrics.addAll(result.scores().keySet()));
        List<String> things =
                metrics.stream().map(metric -> thing(metric.name())).toList();
        List<Metric> ordered = new ArrayList<>(metrics);
        ordered.sort(Comparator.comparingInt((Metric metric) -> first(metric.name()))
                .thenComparingInt(metric -> things.indexOf(thing(metric.name()))));
        return new LinkedHashSet<>(ordered);
    }

    /** {@code claim stance} of {@code claim stance, deny}. */
    private static String thing(String name) {
        int comma = name.indexOf(',');
        return comma < 0 ? name : name.substring(0, comma);
    }

    /** Kinds of a thing stand together, where the first of them was met. */
    private static int first(String name) {
        List<String> order = List.of(
                "quote",
                "attribution",
                "source",
                "cue",
                "content",
                "speaker",
                "calibration",
                "claim",
                "figure",
                "false",
                "count",
                "killed",
                "injured",
                "text",
                "title",
                "author",
                "date",
                "zone",
                "dateline");
        for (int i = 0; i < order.size(); i++) {
            if (name.startsWith(order.get(i)) && !(order.get(i).equals("date") && name.startsWith("dateline"))) {
                return i;
            }
        }
        return order.size();
    }

    /** The scores of every article on which the metric has one. */
    public List<Score> scores(Metric metric) {
        return results.stream()
                .filter(result -> result.scores().containsKey(metric))
                .map(result -> result.scores().getOrDefault(metric, Score.NONE))
                .toList();
    }

    /** Sections of the corpus with their share of the results, where there are several. */
    public Map<String, Run> sections() {
        Map<String, List<Result>> parts = new LinkedHashMap<>();
        results.forEach(result -> parts.computeIfAbsent(result.section(), key -> new ArrayList<>())
                .add(result));
        Map<String, Run> sections = new LinkedHashMap<>();
        if (parts.size() > 1) {
            parts.forEach((name, part) -> sections.put(name, new Run(system, corpus, digest, part, List.of(), 0)));
        }
        return sections;
    }
}
