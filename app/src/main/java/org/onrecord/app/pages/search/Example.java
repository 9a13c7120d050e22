package org.onrecord.app.pages.search;

import org.onrecord.app.pages.Links;

/** A query that finds something in this index. */
public record Example(String query, long total) {
    public String link() {
        return Links.search(query);
    }
}
