package org.onrecord.app.pages.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.onrecord.app.pages.Phrases;
import org.onrecord.app.pages.chart.Drawing;
import org.onrecord.app.view.LedgerWords;
import org.onrecord.app.view.Words;
import org.onrecord.document.CasualtyFigure.Modality;
import org.onrecord.search.ledger.Mark;
import org.onrecord.search.ledger.OutcomeTable;
import org.onrecord.search.ledger.Report;
import org.onrecord.search.ledger.SourceRow;

/**
 * The totals of one outcome as a chart: over time where they were printed on several days, else source by source. What a
 * number leaves open is a line through its sign, with an arrow where there is no end; what cannot both be true is joined.
 */
abstract class TollChart {
    /** Longer tables are for reading. */
    static final int MOST_ROWS = 24;

    final List<Drawing.Shape> shapes = new ArrayList<>();

    private final Map<Report, Point> points = new HashMap<>();

    /** Where a report stands. */
    record Point(double x, double y) {}

    /** The chart; empty where there are no two numbers to compare. */
    static Optional<Drawing> of(OutcomeTable table, String id) {
        List<SourceRow> rows = table.rows().stream()
                .limit(MOST_ROWS)
                .filter(TollChart::isDrawn)
                .toList();
        long numbers = rows.stream().mapToLong(row -> drawn(row).size()).sum();
        if (numbers < 2) {
            return Optional.empty();
        }
        long days = rows.stream()
                .flatMap(row -> drawn(row).stream())
                .map(LedgerWords::published)
                .filter(day -> !day.isEmpty())
                .distinct()
                .count();
        TollChart chart = days > 1 ? new TollsByTime(table.rows()) : new TollsBySource(table.rows());
        chart.draw();
        chart.conflicts(rows);
        String name = Phrases.lower(table.outcome());
        return Optional.of(new Drawing(
                id,
                capital(name) + (days > 1 ? " by source and day of publication" : " by source"),
                rows.stream().map(TollChart::told).collect(Collectors.joining("; ")) + ".",
                chart.width(),
                chart.height(),
                chart.shapes));
    }

    abstract void draw();

    abstract int width();

    abstract int height();

    /** Where to write that two do not go together. */
    abstract Point between(Point one, Point other);

    private static boolean isDrawn(SourceRow row) {
        return !drawn(row).isEmpty();
    }

    /** Reports with a number that is not denied. */
    static List<Report> drawn(SourceRow row) {
        return row.reports().stream()
                .filter(report -> report.figure().modality() != Modality.DENIED)
                .filter(report -> Stated.of(report.figure().quantity()).isPresent())
                .toList();
    }

    static Stated stated(Report report) {
        return Stated.of(report.figure().quantity()).orElseThrow();
    }

    static long most(List<SourceRow> rows) {
        return rows.stream()
                .flatMap(row -> drawn(row).stream())
                .mapToLong(report -> stated(report).high())
                .max()
                .orElse(1);
    }

    /** According to whom, and of whom where that is fewer than everybody. */
    static String name(SourceRow row) {
        return LedgerWords.name(row.teller())
                + row.victims().map(words -> " (" + Words.oneLine(words) + ")").orElse("");
    }

    private static String told(SourceRow row) {
        return name(row) + ": "
                + drawn(row).stream().map(TollChart::dated).distinct().collect(Collectors.joining(", "));
    }

    private static String dated(Report report) {
        String day = LedgerWords.published(report);
        return LedgerWords.count(report) + (day.isEmpty() ? "" : " (" + day + ")");
    }

    static String hint(SourceRow row, Report report) {
        String modality = report.figure().modality() == Modality.ASSERTED
                ? ""
                : ", " + Phrases.lower(report.figure().modality());
        return name(row) + ": " + dated(report) + modality;
    }

    void sign(int row, SourceRow source, Report report, Point at) {
        points.put(report, at);
        shapes.add(new Drawing.Path(
                (stated(report).isExact() ? "point t" : "point open t") + Sign.tint(row),
                Sign.of(row).at(at.x(), at.y()),
                hint(source, report)));
    }

    private void conflicts(List<SourceRow> rows) {
        Set<Set<Point>> joined = new HashSet<>();
        for (SourceRow row : rows) {
            for (Mark mark : row.marks()) {
                if (mark instanceof Mark.Conflict conflict) {
                    Optional<Point> own = Optional.ofNullable(points.get(conflict.own()));
                    Optional<Point> theirs = Optional.ofNullable(points.get(conflict.theirs()));
                    if (own.isPresent()
                            && theirs.isPresent()
                            && !own.equals(theirs)
                            && joined.add(Set.of(own.get(), theirs.get()))) {
                        Point one = own.get();
                        Point two = theirs.get();
                        Point middle = between(one, two);
                        shapes.add(new Drawing.Path(
                                "clash",
                                "M" + Drawing.number(one.x()) + "," + Drawing.number(one.y()) + "Q"
                                        + Drawing.number(middle.x()) + "," + Drawing.number(middle.y()) + " "
                                        + Drawing.number(two.x()) + "," + Drawing.number(two.y()),
                                LedgerWords.mark(mark)));
                        shapes.add(new Drawing.Label(
                                "clash-mark",
                                (one.x() + 2 * middle.x() + two.x()) / 4,
                                (one.y() + 2 * middle.y() + two.y()) / 4 + 4,
                                "middle",
                                "≠"));
                    }
                }
            }
        }
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }
}
