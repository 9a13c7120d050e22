package org.onrecord.eval.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.onrecord.eval.Bootstrap;
import org.onrecord.eval.Metric;
import org.onrecord.eval.Run;
import org.onrecord.eval.Score;

/** The scores of a run as rows of cells: metric, precision, recall, value, half of its 95% interval, counts. */
public final class Table {
    public static final List<String> HEAD = List.of("", "P", "R", "F1", "±", "right", "missed", "spurious");

    private Table() {}

    public static List<List<String>> rows(Run run) {
        List<List<String>> rows = new ArrayList<>();
        run.scores().forEach((metric, scores) -> rows.add(row(metric, scores)));
        return rows;
    }

    private static List<String> row(Metric metric, List<Score> scores) {
        Score total = Metric.total(scores);
        boolean accuracy = metric.reading() == Metric.Reading.ACCURACY || metric.reading() == Metric.Reading.MACRO_F1;
        boolean falls = !metric.rises();
        double scale = metric.isShare() ? 100 : 1;
        return List.of(
                metric.name(),
                accuracy || falls ? "" : percent(metric.precision(scores)),
                falls ? "" : percent(metric.recall(scores)),
                accuracy ? "" : number(metric.value(scores), scale),
                Bootstrap.interval(metric, scores)
                        .map(interval -> number(OptionalDouble.of(interval.half()), scale))
                        .orElse(""),
                falls ? "" : count(total.hits()),
                falls ? "" : count(total.misses()),
                accuracy || metric.reading() == Metric.Reading.CALIBRATION ? "" : count(total.spurious()));
    }

    private static String percent(OptionalDouble share) {
        return number(share, 100);
    }

    private static String number(OptionalDouble value, double scale) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.1f", scale * value.getAsDouble()) : "-";
    }

    private static String count(double count) {
        return String.format(Locale.ROOT, "%.0f", count);
    }

    /** Lines in columns, the first to the left, the others to the right. */
    public static List<String> aligned(List<List<String>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                String pad = " ".repeat(widths[i] - row.get(i).length());
                line.append(i == 0 ? "" : "  ").append(i == 0 ? row.get(i) + pad : pad + row.get(i));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
