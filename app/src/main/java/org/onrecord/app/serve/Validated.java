package org.onrecord.app.serve;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Optional;

/** Answers that are not sent again to whoever has them already: strong validators (RFC 9110, 8.8). */
final class Validated {
    private Validated() {}

    /**
     * Sets the validator of an answer.
     *
     * @param state that names what the answer is made from: the same state, the same bytes
     * @return whether the client has it, and there is nothing left to do
     */
    static boolean isKnown(Context context, String state) {
        String tag = '"' + Digest.of(state + "\n" + coding(context)).substring(0, 32) + '"';
        context.header("ETag", tag).header("Cache-Control", "private, no-cache");
        boolean known = Optional.ofNullable(context.header("If-None-Match"))
                .filter(given -> matches(given, tag))
                .isPresent();
        if (known) {
            context.status(304);
        }
        return known;
    }

    /** Packed bytes are other bytes. */
    private static String coding(Context context) {
        return Optional.ofNullable(context.header("Accept-Encoding"))
                .filter(given -> given.contains("gzip"))
                .map(given -> "gzip")
                .orElse("identity");
    }

    private static boolean matches(String given, String tag) {
        return Arrays.stream(given.split(",", -1))
                .map(each -> each.strip().replaceFirst("^W/", ""))
                .anyMatch(tag::equals);
    }
}
