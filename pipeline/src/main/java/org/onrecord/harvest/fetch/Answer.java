package org.onrecord.harvest.fetch;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.Optional;

/**
 * What a server said to one request.
 *
 * @param sent the body as it came, packed or not
 * @param body the same unpacked
 * @param at when it had come
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never written to
record Answer(URI address, int status, HttpHeaders headers, byte[] sent, byte[] body, Instant at) {
    boolean isGood() {
        return status >= 200 && status < 300;
    }

    boolean isRedirect() {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    /** Of the kind that goes away. */
    boolean isPassing() {
        return status == 429 || status == 502 || status == 503 || status == 504;
    }

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    ContentType contentType() {
        return ContentType.of(header("content-type"));
    }
}
