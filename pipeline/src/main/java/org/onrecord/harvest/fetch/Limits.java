package org.onrecord.harvest.fetch;

import java.time.Duration;

/**
 * How much a server may ask of us.
 *
 * @param request from connecting to the last byte of one answer
 * @param bytes of one answer, as sent and again once unpacked
 * @param headerBytes of one answer's headers
 * @param redirects followed in a row
 * @param tries of one request, the first included
 * @param patience the longest that a server's Retry-After or crawl delay is waited for
 */
public record Limits(Duration request, int bytes, int headerBytes, int redirects, int tries, Duration patience) {
    public static final Limits DEFAULT =
            new Limits(Duration.ofSeconds(60), 20 * 1024 * 1024, 64 * 1024, 10, 4, Duration.ofSeconds(60));

    public Limits {
        if (request.isNegative() || request.isZero()) {
            throw new IllegalArgumentException("a request needs some time, not " + request);
        }
        if (bytes < 1 || headerBytes < 1 || redirects < 0 || tries < 1 || patience.isNegative()) {
            throw new IllegalArgumentException("limits out of range: " + bytes + ", " + headerBytes + ", " + redirects
                    + ", " + tries + ", " + patience);
        }
    }

    public Limits withRequest(Duration time) {
        return new Limits(time, bytes, headerBytes, redirects, tries, patience);
    }
}
