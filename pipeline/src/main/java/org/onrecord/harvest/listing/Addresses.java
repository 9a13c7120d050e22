package org.onrecord.harvest.listing;

import java.net.URI;
import java.util.Optional;
import org.onrecord.harvest.fetch.WebAddress;

/** Links of a listing, with or without a place that they are relative to. */
final class Addresses {
    private Addresses() {}

    static Optional<URI> of(String link, Optional<URI> base) {
        return link.isBlank()
                ? Optional.empty()
                : base.isPresent() ? WebAddress.resolve(base.get(), link) : WebAddress.parse(link);
    }
}
