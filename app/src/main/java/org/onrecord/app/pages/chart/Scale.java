package org.onrecord.app.pages.chart;

import java.util.ArrayList;
import java.util.List;

/** Places numbers from 0 to a round one on a line. */
public record Scale(long top, long step, double from, double to) {
    private static final int STEPS = 4;

    /** A scale that holds a number. */
    public static Scale of(long most, double from, double to) {
        long power = 1;
        while (power * 10 * STEPS < most) {
            power *= 10;
        }
        long step = power;
        if (step * STEPS < most) {
            step = power * 2;
        }
        if (step * STEPS < most) {
            step = power * 5;
        }
        if (step * STEPS < most) {
            step = power * 10;
        }
        long steps = Math.max(1, (Math.max(1, most) + step - 1) / step);
        return new Scale(step * steps, step, from, to);
    }

    public double place(long value) {
        return from + (to - from) * ((double) Math.min(value, top) / top);
    }

    /** The numbers to write at it. */
    public List<Long> ticks() {
        List<Long> ticks = new ArrayList<>();
        for (long tick = 0; tick <= top; tick += step) {
            ticks.add(tick);
        }
        return ticks;
    }
}
