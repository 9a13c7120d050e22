package org.onrecord.harvest.listing;

import java.net.URI;
import java.util.List;

/** What a feed, a sitemap or a list of them holds. */
public sealed interface Listing {
    /**
     * Articles, in the order in which they are to be read.
     *
     * @param unusable entries without a web address
     */
    record Articles(List<Link> links, int unusable) implements Listing {
        public Articles {
            links = List.copyOf(links);
        }
    }

    /** Other listings, in the order in which they are to be read; {@code alike} where none goes before the others. */
    record Listings(List<URI> addresses, boolean alike) implements Listing {
        public Listings {
            addresses = List.copyOf(addresses);
        }
    }
}
