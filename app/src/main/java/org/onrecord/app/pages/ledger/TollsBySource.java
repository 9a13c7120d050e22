package org.onrecord.app.pages.ledger;

import java.util.List;
import org.onrecord.app.pages.chart.Drawing;
import org.onrecord.app.pages.chart.Scale;
import org.onrecord.app.view.LedgerWords;
import org.onrecord.app.view.Words;
import org.onrecord.search.ledger.Report;
import org.onrecord.search.ledger.SourceRow;

/** A line a source, its numbers along it. */
final class TollsBySource extends TollChart {
    private static final int WIDTH = 760;
    private static final int LEFT = 250;
    private static final int RIGHT = 60;
    private static final int TOP = 14;
    private static final int LINE = 34;
    private static final int AXIS = 30;
    private static final double ARROW = 26;
    private static final int LONGEST_NAME = 36;

    private final List<SourceRow> rows;
    private final Scale scale;

    TollsBySource(List<SourceRow> rows) {
        this.rows = rows;
        this.scale = Scale.of(most(rows), LEFT, WIDTH - RIGHT);
    }

    @Override
    int width() {
        return WIDTH;
    }

    @Override
    int height() {
        return TOP + (int) shown() * LINE + AXIS;
    }

    private long shown() {
        return rows.stream()
                .limit(MOST_ROWS)
                .filter(row -> !drawn(row).isEmpty())
                .count();
    }

    @Override
    void draw() {
        double floor = TOP + (double) shown() * LINE;
        for (long tick : scale.ticks()) {
            double x = scale.place(tick);
            shapes.add(new Drawing.Line(tick == 0 ? "axis" : "grid", x, TOP, x, floor));
            shapes.add(new Drawing.Label("", x, floor + 18, "middle", Words.number(tick)));
        }
        int line = 0;
        for (int i = 0; i < Math.min(rows.size(), MOST_ROWS); i++) {
            SourceRow row = rows.get(i);
            if (!drawn(row).isEmpty()) {
                row(i, row, TOP + line * LINE + LINE / 2.0);
                line++;
            }
        }
    }

    private void row(int number, SourceRow row, double y) {
        String look = " t" + Sign.tint(number);
        shapes.add(new Drawing.Label("name" + look, LEFT - 14, y + 4, "end", Words.cut(name(row), LONGEST_NAME)));
        for (Report report : drawn(row)) {
            Stated stated = stated(report);
            double x = scale.place(stated.value());
            if (stated.low() != stated.high()) {
                shapes.add(
                        new Drawing.Line("range" + look, scale.place(stated.low()), y, scale.place(stated.high()), y));
                ends(look, scale.place(stated.low()), y);
                ends(look, scale.place(stated.high()), y);
            }
            if (stated.openAbove()) {
                shapes.add(new Drawing.Path("range" + look, arrow(x, y, 1), ""));
            }
            if (stated.openBelow()) {
                shapes.add(new Drawing.Path("range" + look, arrow(x, y, -1), ""));
            }
            sign(number, row, report, new Point(x, y));
            shapes.add(new Drawing.Label("strong", x, y - 9, "middle", LedgerWords.count(report)));
        }
    }

    private void ends(String look, double x, double y) {
        shapes.add(new Drawing.Line("range" + look, x, y - 4, x, y + 4));
    }

    private static String arrow(double x, double y, int way) {
        double tip = x + way * ARROW;
        return "M" + Drawing.number(x) + "," + Drawing.number(y) + "H" + Drawing.number(tip) + "m"
                + Drawing.number(-way * 5.0) + ",-4l" + Drawing.number(way * 5.0) + ",4l" + Drawing.number(-way * 5.0)
                + ",4";
    }

    @Override
    Point between(Point one, Point other) {
        return new Point(Math.min(WIDTH - 20.0, Math.max(one.x(), other.x()) + 96), (one.y() + other.y()) / 2);
    }
}
