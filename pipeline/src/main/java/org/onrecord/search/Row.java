package org.onrecord.search;

import java.util.List;
import java.util.stream.Stream;

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

    /** The earliest published of them all. */
    public Hit earliest() {
        return Stream.concat(Stream.of(hit), copies.stream())
                .min(Hit.EARLIEST_FIRST)
                .orElse(hit);
    }
}
