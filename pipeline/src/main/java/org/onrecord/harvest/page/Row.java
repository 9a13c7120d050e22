package org.onrecord.harvest.page;

import java.util.Arrays;

/** The numbers that the trees read of one block: what is measured of it, then the scores of names around it. */
final class Row {
    /** Blocks on each side whose names count too. */
    private static final int WINDOW = 3;

    private static final float BEYOND = -9;

    private Row() {}

    /**
     * Puts a row together.
     *
     * @param measured of the block
     * @param scores of the names of all blocks of the page; its own comes first
     */
    static float[] of(float[] measured, int block, float[] scores) {
        float[] row = Arrays.copyOf(measured, measured.length + 2 * WINDOW + 1);
        int column = measured.length;
        row[column++] = scores[block];
        for (int distance = 1; distance <= WINDOW; distance++) {
            row[column++] = block + distance < scores.length ? scores[block + distance] : BEYOND;
            row[column++] = block - distance >= 0 ? scores[block - distance] : BEYOND;
        }
        return row;
    }
}
