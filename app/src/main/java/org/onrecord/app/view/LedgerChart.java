package org.onrecord.app.view;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.onrecord.document.Quantity;
import org.onrecord.search.ledger.OutcomeTable;
import org.onrecord.search.ledger.Report;

/** The totals of an outcome by day, for a terminal: one line a day and source. */
final class LedgerChart {
    private static final int NAME = 34;
    private static final int BAR = 24;

    private final Styling styling;

    LedgerChart(Styling styling) {
        this.styling = styling;
    }

    /** The bar is as long as the number that is stated, light where the end is open. Nothing for fewer than two days. */
    void draw(OutcomeTable table, StringBuilder page) {
        record Point(String day, String source, Report report) {}
        List<Point> points = table.rows().stream()
                .flatMap(row -> row.reports().stream()
                        .filter(report -> report.printed().time().isPresent())
                        .map(report ->
                                new Point(LedgerWords.published(report), LedgerView.source(row, NAME - 6), report)))
                .collect(Collectors.toMap(
                        point -> List.of(
                                point.day(),
                                point.source(),
                                point.report().figure().quantity()),
                        point -> point,
                        (one, other) -> one,
                        LinkedHashMap::new))
                .values()
                .stream()
                .sorted(Comparator.comparing(Point::day))
                .toList();
        long most =
                points.stream().mapToLong(point -> stated(point.report())).max().orElse(0);
        if (points.stream().map(Point::day).distinct().count() < 2 || most == 0) {
            return;
        }
        page.append(styling.apply("faint", LedgerWords.lower(table.outcome()) + " by day of publication"))
                .append('\n');
        for (Point point : points) {
            long length = Math.round((double) stated(point.report()) / most * BAR);
            boolean exact = point.report().figure().quantity() instanceof Quantity.Exactly;
            page.append("  ")
                    .append(LedgerView.padded(point.day(), 12))
                    .append(LedgerView.padded(point.source(), NAME - 5))
                    .append(styling.apply("fg(red)", (exact ? "█" : "▒").repeat((int) length)))
                    .append(length == 0 ? "" : " ")
                    .append(LedgerWords.count(point.report()))
                    .append('\n');
        }
    }

    private static long stated(Report report) {
        Quantity quantity = report.figure().quantity();
        return quantity.max().orElse(quantity.min().orElse(0));
    }
}
