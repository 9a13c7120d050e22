package org.onrecord.harvest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.onrecord.document.Article;

/** What became of one item of a source: one thing, or several articles. */
public sealed interface Harvested {
    /** Where it came from, as a person would name it: a path, {@code path:line}, an address, or {@code <stdin>}. */
    String origin();

    /** An article, or why there is none. */
    sealed interface Sole extends Harvested {}

    /**
     * A page with several articles, such as the posts of a live blog.
     *
     * @param articles in page order; the origin of a part of the page ends in a fragment
     */
    record Several(String origin, List<Read> articles) implements Harvested {
        public Several {
            articles = List.copyOf(articles);
            if (articles.isEmpty()) {
                throw new IllegalArgumentException("several articles that are none");
            }
        }
    }

    /**
     * Read as an article.
     *
     * @param fetched when it was on the web; empty where nobody knows
     */
    record Read(String origin, Article article, Optional<Instant> fetched) implements Sole {
        public Read(String origin, Article article) {
            this(origin, article, Optional.empty());
        }
    }

    /** A page that is the same as when its article was kept; it was not sent again. */
    record Unchanged(String origin) implements Sole {}

    /** Not readable as an article; {@code reason} is one clear sentence that says what to do. */
    record Rejected(String origin, String reason) implements Sole {}
}
