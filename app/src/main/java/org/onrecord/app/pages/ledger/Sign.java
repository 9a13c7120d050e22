package org.onrecord.app.pages.ledger;

import java.util.List;
import org.onrecord.app.pages.chart.Drawing;

/** By what shape a chart shows a source, so that colour is not needed to tell them apart. */
enum Sign {
    CIRCLE("●", "m-5,0a5,5 0 1,0 10,0a5,5 0 1,0 -10,0z"),
    SQUARE("■", "m-4.5,-4.5h9v9h-9z"),
    TRIANGLE("▲", "m0,-5.5l5.5,10h-11z"),
    DIAMOND("◆", "m0,-6l6,6l-6,6l-6,-6z"),
    REVERSED("▼", "m0,5.5l5.5,-10h-11z"),
    CROSS("✚", "m-2,-5.5h4v3.5h3.5v4h-3.5v3.5h-4v-3.5h-3.5v-4h3.5z");

    private static final List<Sign> ALL = List.of(values());
    private static final int TINTS = 6;

    private final String character;
    private final String outline;

    Sign(String character, String outline) {
        this.character = character;
        this.outline = outline;
    }

    static Sign of(int row) {
        return ALL.get(row % ALL.size());
    }

    static int tint(int row) {
        return row % TINTS + 1;
    }

    String character() {
        return character;
    }

    /** The shape around a place. */
    String at(double x, double y) {
        return "M" + Drawing.number(x) + "," + Drawing.number(y) + outline;
    }
}
