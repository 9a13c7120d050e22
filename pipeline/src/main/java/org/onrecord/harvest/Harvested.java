package org.onrecord.harvest;

import java.time.Instant;
import java.util.Optional;
import org.onrecord.document.Article;

/** What became of one item of a source. */
public sealed interface Harvested {
    /** Where it came from, as a person would name it: a path, {@code path:line}, an address, or {@code <stdin>}. */
    String origin();

    /**
     * Read as an article.
     *
     * @param fetched when it was on the web; empty where nobody knows
     */
    record Read(String origin, Article article, Optional<Instant> fetched) implements Harvested {
        public Read(String origin, Article article) {
            this(origin, article, Optional.empty());
        }
    }

    /** A page that is the same as when its article was kept; it was not sent again. */
    record Unchanged(String origin) implements Harvested {}

    /** Not readable as an article; {@code reason} is one clear sentence that says what to do. */
    record Rejected(String origin, String reason) implements Harvested {}
}
