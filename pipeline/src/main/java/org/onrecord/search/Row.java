package org.onrecord.search;

import java.util.List;

/**
 * One finding, once, however many copies of an article have it.
 *
 * @param hit where the query found it best
 * @param copies the same finding in near-copies of that article, as far as the query finds it there, the earliest first;
 *     1,000 at most
 */
public record Row(Hit hit, List<Hit> copies) {
    public Row {
        copies = List.copyOf(copies);
    }
}
