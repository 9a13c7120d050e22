package org.onrecord.harvest.page;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** The blocks of a page that are its article. */
final class MainText {
    /** From which probability a block belongs; chosen by cross-validation. */
    private static final double LIKELY = 0.4;

    private static final double RATHER = 0.25;
    private static final double POSSIBLE = 0.1;
    /** Blocks to the nearest paragraph on each side. */
    private static final int REACH = 8;

    private static final double MOST_LINKS = 0.3;

    private MainText() {}

    static List<Block> of(Layout layout, double[] probabilities) {
        Optional<Region> only = articleOfTitle(layout);
        BitSet chosen = new BitSet();
        for (int i = 0; i < probabilities.length; i++) {
            int index = i;
            chosen.set(
                    i,
                    probabilities[i] >= LIKELY
                            && only.filter(region -> !region.holds(index)).isEmpty());
        }
        chosen.or(between(layout, probabilities, chosen));
        return chosen.stream().mapToObj(layout.blocks()::get).toList();
    }

    /** Subheads and listed sentences that stand between paragraphs of the article and are not plainly something else. */
    private static BitSet between(Layout layout, double[] probabilities, BitSet chosen) {
        BitSet more = new BitSet();
        for (int i = chosen.nextClearBit(0); i < probabilities.length; i = chosen.nextClearBit(i + 1)) {
            int before = chosen.previousSetBit(i);
            int after = chosen.nextSetBit(i);
            Block block = layout.blocks().get(i);
            boolean enclosed = before >= 0 && after >= 0 && i - before <= REACH && after - i <= REACH;
            boolean listed = block.tag().equals("li") && Spot.closing(block) == 2 && probabilities[i] >= POSSIBLE;
            boolean heads = block.headingLevel() > 1 && probabilities[i] >= RATHER;
            if (enclosed
                    && (listed || heads)
                    && block.links() < MOST_LINKS
                    && layout.dominantRegion().holds(i)) {
                more.set(i);
            }
        }
        return more;
    }

    /** On a page of several articles that each have a heading of the first level: the one that has the page's title. */
    private static Optional<Region> articleOfTitle(Layout layout) {
        int title = layout.titleBlock();
        if (title < 0 || layout.longArticles() < 2) {
            return Optional.empty();
        }
        Optional<Place> article = layout.blocks().get(title).place().article();
        boolean others = layout.blocks().stream()
                .skip(title + 1L)
                .anyMatch(block ->
                        block.headingLevel() == 1 && !block.place().article().equals(article));
        return others ? article.map(Place::region) : Optional.empty();
    }
}
