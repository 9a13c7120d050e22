package org.onrecord.harvest.fetch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a server gave to ask by whether a page has changed; at least one of the two. */
record Validator(Optional<String> etag, Optional<String> lastModified) {
    Validator {
        if (etag.isEmpty() && lastModified.isEmpty()) {
            throw new IllegalArgumentException("nothing to ask by");
        }
    }

    static Optional<Validator> of(Answer answer) {
        Optional<String> etag = answer.header("etag").filter(Validator::isPlain);
        Optional<String> modified = answer.header("last-modified").filter(Validator::isPlain);
        return etag.isEmpty() && modified.isEmpty() ? Optional.empty() : Optional.of(new Validator(etag, modified));
    }

    /** It will be sent back: nothing long, nothing that is no header value. */
    private static boolean isPlain(String value) {
        return value.length() <= 256 && value.matches("[\\x20-\\x7e]+");
    }

    Map<String, String> conditions() {
        Map<String, String> headers = new LinkedHashMap<>();
        etag.ifPresent(value -> headers.put("If-None-Match", value));
        lastModified.ifPresent(value -> headers.put("If-Modified-Since", value));
        return headers;
    }
}
