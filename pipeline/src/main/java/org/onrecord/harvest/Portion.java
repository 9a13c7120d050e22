package org.onrecord.harvest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.onrecord.document.Article;

/**
 * An article as it comes from a page, which may hold several.
 *
 * @param name of a part of the page, as the fragment of an address; empty for the page itself
 */
record Portion(Optional<String> name, Article article) {
    static Portion whole(Article article) {
        return new Portion(Optional.empty(), article);
    }

    /** The page itself with another article; a part as it is. */
    Portion whole(UnaryOperator<Article> change) {
        return name.isPresent() ? this : whole(change.apply(article));
    }

    /** What was on a page. */
    static Harvested harvested(String page, List<Portion> portions, Optional<Instant> fetched) {
        List<Harvested.Read> read = portions.stream()
                .map(portion -> new Harvested.Read(portion.origin(page), portion.article(), fetched))
                .toList();
        return read.size() == 1 ? read.getFirst() : new Harvested.Several(page, read);
    }

    private String origin(String page) {
        return name.map(part -> page + "#" + part).orElse(page);
    }
}
