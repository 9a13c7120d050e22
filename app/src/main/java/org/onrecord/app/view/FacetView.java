package org.onrecord.app.view;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.onrecord.search.Facets;
import org.onrecord.standoff.Csv;

/** How what was found is distributed. */
public final class FacetView {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int NAME = 44;
    private static final int BAR = 30;

    private final Styling styling;

    public FacetView(Styling styling) {
        this.styling = styling;
    }

    /** For a reader: the counts of each kind below one another, then the days with a bar each. */
    public String text(Facets facets) {
        StringBuilder page = new StringBuilder(
                styling.apply("bold", Words.number(facets.total()) + (facets.total() == 1 ? " finding" : " findings")));
        page.append('\n');
        for (Facets.By by : Facets.By.values()) {
            List<Facets.Count> counts = facets.values().getOrDefault(by, List.of());
            if (!counts.isEmpty()) {
                page.append('\n').append(styling.apply("bold", name(by))).append('\n');
                counts.forEach(count -> line(count.value(), count.rows(), page).append('\n'));
            }
        }
        if (!facets.days().isEmpty()) {
            long most = facets.days().values().stream().max(Long::compare).orElse(1L);
            page.append('\n').append(styling.apply("bold", "day")).append('\n');
            facets.days()
                    .forEach((day, rows) -> line(day.toString(), rows, page)
                            .append("  ")
                            .append(styling.apply("fg(cyan)", "█".repeat((int) Math.max(1, rows * BAR / most))))
                            .append('\n'));
        }
        return page.toString();
    }

    private static StringBuilder line(String value, long rows, StringBuilder page) {
        return page.append(String.format(
                Locale.ROOT, "  %-" + NAME + "s %8s", Words.cut(Words.oneLine(value), NAME), Words.number(rows)));
    }

    /** One object: {@code {"total":…,"facets":{"speaker":[{"value":…,"rows":…}],…},"days":[{"day":…,"rows":…}]}}. */
    public static String json(Facets facets) {
        ObjectNode root = MAPPER.createObjectNode().put("total", facets.total());
        ObjectNode values = root.putObject("facets");
        for (Facets.By by : Facets.By.values()) {
            ArrayNode counts = values.putArray(name(by));
            facets.values()
                    .getOrDefault(by, List.of())
                    .forEach(count ->
                            counts.addObject().put("value", count.value()).put("rows", count.rows()));
        }
        ArrayNode days = root.putArray("days");
        facets.days()
                .forEach((day, rows) ->
                        days.addObject().put("day", day.toString()).put("rows", rows));
        return root + "\n";
    }

    public static String csv(Facets facets) {
        StringBuilder rows = new StringBuilder(Csv.row(List.of("facet", "value", "rows")));
        for (Facets.By by : Facets.By.values()) {
            facets.values()
                    .getOrDefault(by, List.of())
                    .forEach(count ->
                            rows.append(Csv.row(List.of(name(by), count.value(), String.valueOf(count.rows())))));
        }
        facets.days()
                .forEach((day, count) -> rows.append(Csv.row(List.of("day", day.toString(), String.valueOf(count)))));
        return rows.toString();
    }

    private static String name(Facets.By by) {
        return by.name().toLowerCase(Locale.ROOT);
    }
}
