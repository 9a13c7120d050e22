package org.onrecord.harvest.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;

/** What a model learns from a page: for each block its names and one row of numbers. */
public final class PageRows {
    private final List<String> texts;
    private final List<Set<String>> names = new ArrayList<>();
    private final List<float[]> traits = new ArrayList<>();

    private PageRows(Layout layout) {
        texts = layout.blocks().stream().map(Block::text).toList();
        for (int i = 0; i < texts.size(); i++) {
            Spot spot = new Spot(layout, i);
            names.add(BlockNames.of(spot));
            traits.add(Traits.of(spot));
        }
    }

    public static PageRows of(Document page) {
        Marked marked = Marked.of(page);
        return new PageRows(new Layout(page, Metas.of(marked), LinkedData.of(marked)));
    }

    /** How many blocks there are. */
    public int size() {
        return texts.size();
    }

    public String text(int block) {
        return texts.get(block);
    }

    public Set<String> names(int block) {
        return names.get(block);
    }

    /**
     * The numbers of one block.
     *
     * @param scores of the names of each block of the page
     */
    public float[] row(int block, float[] scores) {
        return Row.of(traits.get(block), block, scores);
    }
}
