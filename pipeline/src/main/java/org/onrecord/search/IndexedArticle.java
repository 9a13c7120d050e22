package org.onrecord.search;

import java.time.Instant;
import java.util.Optional;
import org.onrecord.document.Document;
import org.onrecord.standoff.DocumentJson;

/**
 * An article as it stands in the index.
 *
 * @param json the document of the contract, as it was written
 * @param origin from where it was read
 * @param fetched when it was on the web as it is kept; empty for files and where nobody knows
 * @param cluster of its near-copies
 */
public record IndexedArticle(String json, String origin, Optional<Instant> fetched, String cluster) {
    /** The article with all that was found in it. */
    public Document document() {
        return DocumentJson.read(json);
    }
}
