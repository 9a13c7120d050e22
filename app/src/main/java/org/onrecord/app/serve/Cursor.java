package org.onrecord.app.serve;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a page begins: in which state of the index, after how many rows, of which request. Not to be made by clients; one
 * that is made all the same shows them nothing that they may not see.
 *
 * @param version of the index
 * @param request digest of what is asked for, so that a page of another is not taken for the next of this
 */
record Cursor(String version, int offset, String request) {
    private static final Pattern FORM = Pattern.compile("([a-z0-9]{1,40})\\.(\\d{1,9})\\.([0-9a-f]{16})");

    /**
     * That of a request; empty for a first page.
     *
     * @throws Problem if it is damaged, or of another request
     */
    static Optional<Cursor> of(Context context) {
        return new Parameters(context).text("cursor").map(text -> {
            Cursor cursor = parse(text);
            if (!cursor.request().equals(digest(context))) {
                throw Problem.of(400, "the cursor is of another request: keep all other parameters as they were");
            }
            return cursor;
        });
    }

    private static Cursor parse(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            Matcher parts = FORM.matcher(plain);
            if (parts.matches()) {
                return new Cursor(parts.group(1), Integer.parseInt(parts.group(2)), parts.group(3));
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw Problem.of(400, "the cursor cannot be read: take the next page from the Link header as it is");
    }

    /** Of the path and the parameters, however they are ordered, but for the cursor itself. */
    static String digest(Context context) {
        String asked = context.queryParamMap().entrySet().stream()
                .filter(each -> !each.getKey().equals("cursor"))
                .map(each -> each.getKey() + "=" + each.getValue())
                .sorted()
                .collect(Collectors.joining("\n"));
        return Digest.of(context.path() + "\n" + asked).substring(0, 16);
    }

    /** For a parameter. */
    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((version + "." + offset + "." + request).getBytes(StandardCharsets.US_ASCII));
    }
}
