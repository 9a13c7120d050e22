package org.onrecord.harvest.fetch;

import java.net.URI;
import java.time.Instant;

/** What came of fetching an address. */
public sealed interface Fetched {
    /**
     * A page or whatever else is there.
     *
     * @param address where it was in the end, after redirects
     * @param type as the server names it
     * @param body unpacked
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never written to
    record Page(URI address, ContentType type, byte[] body, Instant at) implements Fetched {}

    /** The same as when its article was kept. */
    record NotModified() implements Fetched {}

    /**
     * Nothing of use.
     *
     * @param reason words that follow the address: what happened and what to do
     */
    record Failed(String reason) implements Fetched {}
}
