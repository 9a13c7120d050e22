package org.onrecord.app;

import java.time.Instant;
import java.util.Optional;
import org.onrecord.document.Article;
import org.onrecord.document.Document;
import org.onrecord.harvest.Harvested;

/** What became of one item of a batch. */
sealed interface Result {
    String origin();

    /**
     * Annotated; or only read, where the language is one the pipeline does not read.
     *
     * @param fetched when it was on the web; empty where nobody knows
     */
    record Done(String origin, Document document, Optional<Instant> fetched) implements Result {
        static Done of(Harvested.Read read, Document document) {
            return new Done(read.origin(), document, read.fetched());
        }
    }

    /** Not looked at, because it was there already. */
    record Unchanged(String origin) implements Result {}

    /**
     * Kept aside.
     *
     * @param stage that failed; "harvest" where the item could not be read
     */
    record Failed(String origin, String stage, String reason, Optional<Article> article) implements Result {
        String sentence() {
            return origin + " " + reason;
        }
    }
}
