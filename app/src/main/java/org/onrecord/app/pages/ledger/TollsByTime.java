package org.onrecord.app.pages.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.onrecord.app.pages.Phrases;
import org.onrecord.app.pages.chart.Drawing;
import org.onrecord.app.pages.chart.Scale;
import org.onrecord.app.view.LedgerWords;
import org.onrecord.app.view.Words;
import org.onrecord.search.ledger.Report;
import org.onrecord.search.ledger.SourceRow;

/** Days across, numbers up, a stepped line a source: it holds to a number until it gives another. */
final class TollsByTime extends TollChart {
    private static final int WIDTH = 760;
    private static final int LEAST_HEIGHT = 320;
    private static final int LEFT = 56;
    private static final int RIGHT = 210;
    private static final int TOP = 20;
    private static final int BOTTOM = 36;
    private static final int MARGIN = 16;
    private static final double ARROW = 24;
    private static final int MOST_DAYS = 6;
    private static final int LONGEST_NAME = 28;
    private static final int LETTERS = 15;

    private final List<SourceRow> rows;
    private final int floor;
    private final Scale scale;
    private final LocalDate first;
    private final long length;

    TollsByTime(List<SourceRow> rows) {
        this.rows = rows.stream().limit(MOST_ROWS).toList();
        this.floor = Math.max(LEAST_HEIGHT - BOTTOM, TOP + this.rows.size() * LETTERS); // each has its name
        this.scale = Scale.of(most(rows), floor, TOP + ARROW);
        List<LocalDate> days = days();
        this.first = days.getFirst();
        this.length = Math.max(1, days.getLast().toEpochDay() - first.toEpochDay());
    }

    private List<LocalDate> days() {
        return rows.stream()
                .flatMap(row -> drawn(row).stream())
                .flatMap(report -> report.printed().time().stream())
                .map(time -> time.day())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    int width() {
        return WIDTH;
    }

    @Override
    int height() {
        return floor + BOTTOM;
    }

    private double x(LocalDate day) {
        return LEFT + MARGIN + (WIDTH - LEFT - RIGHT - 2.0 * MARGIN) * (day.toEpochDay() - first.toEpochDay()) / length;
    }

    @Override
    void draw() {
        for (long tick : scale.ticks()) {
            double y = scale.place(tick);
            shapes.add(new Drawing.Line(tick == 0 ? "axis" : "grid", LEFT, y, WIDTH - RIGHT, y));
            shapes.add(new Drawing.Label("", LEFT - 8, y + 4, "end", Words.number(tick)));
        }
        List<LocalDate> days = days();
        int every = Math.max(1, (days.size() + MOST_DAYS - 1) / MOST_DAYS);
        for (int i = 0; i < days.size(); i += every) {
            double x = x(days.get(i));
            shapes.add(new Drawing.Line("axis", x, floor, x, floor + 5.0));
            shapes.add(new Drawing.Label("", x, floor + 20, "middle", Phrases.shortDay(days.get(i))));
        }
        List<Name> names = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            row(i, rows.get(i), names);
        }
        label(names);
    }

    private record Name(int row, String words, double y) {}

    private void row(int number, SourceRow row, List<Name> names) {
        String look = " t" + Sign.tint(number);
        List<Report> reports = drawn(row).stream()
                .filter(report -> report.printed().time().isPresent())
                .toList();
        StringBuilder line = new StringBuilder();
        List<Point> places = new ArrayList<>();
        for (Report report : reports) {
            Stated stated = stated(report);
            double x = x(report.printed().time().orElseThrow().day());
            double y = scale.place(stated.value());
            line.append(
                    line.isEmpty()
                            ? "M" + Drawing.number(x) + "," + Drawing.number(y)
                            : "H" + Drawing.number(x) + "V" + Drawing.number(y));
            places.add(new Point(x, y));
            range(look, stated, x, y);
        }
        if (places.size() > 1) {
            shapes.add(new Drawing.Path("series" + look, line.toString(), ""));
        }
        for (int i = 0; i < reports.size(); i++) {
            sign(number, row, reports.get(i), places.get(i));
        }
        if (!places.isEmpty()) {
            names.add(new Name(
                    number,
                    Sign.of(number).character() + " " + Words.cut(name(row), LONGEST_NAME) + " "
                            + LedgerWords.count(reports.getLast()),
                    places.getLast().y()));
        }
    }

    private void range(String look, Stated stated, double x, double y) {
        if (stated.low() != stated.high()) {
            double low = scale.place(stated.low());
            double high = scale.place(stated.high());
            shapes.add(new Drawing.Line("range" + look, x, low, x, high));
            shapes.add(new Drawing.Line("range" + look, x - 4, low, x + 4, low));
            shapes.add(new Drawing.Line("range" + look, x - 4, high, x + 4, high));
        }
        if (stated.openAbove()) {
            shapes.add(new Drawing.Path("range" + look, arrow(x, y, -1), ""));
        }
        if (stated.openBelow()) {
            shapes.add(new Drawing.Path("range" + look, arrow(x, y, 1), ""));
        }
    }

    private static String arrow(double x, double y, int way) {
        double tip = y + way * ARROW;
        return "M" + Drawing.number(x) + "," + Drawing.number(y) + "V" + Drawing.number(tip) + "m-4,"
                + Drawing.number(-way * 5.0) + "l4," + Drawing.number(way * 5.0) + "l4," + Drawing.number(-way * 5.0);
    }

    /** Names at the right, where the line of each ends, apart from one another and above the floor. */
    private void label(List<Name> names) {
        List<Name> sorted =
                names.stream().sorted(Comparator.comparingDouble(Name::y)).toList();
        double reached = TOP - LETTERS;
        for (int i = 0; i < sorted.size(); i++) {
            Name name = sorted.get(i);
            double lowest = floor - (double) (sorted.size() - 1 - i) * LETTERS;
            double y = Math.min(Math.max(name.y(), reached + LETTERS), lowest);
            reached = y;
            shapes.add(new Drawing.Label(
                    "name t" + Sign.tint(name.row()), WIDTH - RIGHT + 8.0, y + 4, "start", name.words()));
        }
    }

    @Override
    Point between(Point one, Point other) {
        return new Point((one.x() + other.x()) / 2 + 26, (one.y() + other.y()) / 2);
    }
}
