package org.onrecord.harvest.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The blocks of a page that are its article. */
final class MainText {
    /** From which probability a block belongs; chosen by cross-validation. */
    private static final double LIKELY = 0.4;

    private MainText() {}

    static List<Block> of(Layout layout, double[] probabilities) {
        Optional<Region> only = articleOfTitle(layout);
        List<Block> chosen = new ArrayList<>();
        for (int i = 0; i < probabilities.length; i++) {
            int index = i;
            if (probabilities[i] >= LIKELY
                    && only.filter(region -> !region.holds(index)).isEmpty()) {
                chosen.add(layout.blocks().get(i));
            }
        }
        return chosen;
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
