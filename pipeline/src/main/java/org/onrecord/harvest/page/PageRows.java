package org.onrecord.harvest.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;

/** What the model reads of a page: for each block its names and one row of numbers. For training and use alike. */
public final class PageRows {
    /** Blocks on each side whose names count too. */
    private static final int WINDOW = 3;

    private static final float BEYOND = -9;

    private final List<Block> blocks;
    private final List<Set<String>> names = new ArrayList<>();
    private final List<float[]> traits = new ArrayList<>();

    PageRows(Layout layout) {
        blocks = layout.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            Spot spot = new Spot(layout, i);
            names.add(BlockNames.of(spot));
            traits.add(Traits.of(spot));
        }
    }

    public static PageRows of(Document page) {
        return new PageRows(new Layout(page, LinkedData.of(page)));
    }

    public int size() {
        return blocks.size();
    }

    public String text(int block) {
        return blocks.get(block).text();
    }

    public Set<String> names(int block) {
        return names.get(block);
    }

    /**
     * The numbers of one block: what is measured, then the scores of names, its own first.
     *
     * @param scores of the names of each block of the page
     */
    public float[] row(int block, float[] scores) {
        float[] measured = traits.get(block);
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
