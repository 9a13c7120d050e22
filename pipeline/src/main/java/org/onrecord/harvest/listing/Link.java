package org.onrecord.harvest.listing;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One article that a listing points to, and what the listing says of it.
 *
 * @param authors names
 * @param content the article as markup, where the listing carries all of it
 */
public record Link(
        URI address,
        Optional<String> title,
        Optional<Instant> published,
        List<String> authors,
        Optional<String> content) {
    public Link {
        authors = List.copyOf(authors);
    }

    /** Of which nothing more is known. */
    public static Link to(URI address) {
        return new Link(address, Optional.empty(), Optional.empty(), List.of(), Optional.empty());
    }
}
