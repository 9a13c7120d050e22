package org.onrecord.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The frozen text of one article with its zones. Every annotation points into {@link #text()}, which never changes;
 * {@link #id()} is the SHA-256 of its UTF-8 bytes in hexadecimal.
 *
 * @param zones disjoint, in text order; what lies between them is white space
 * @param language ISO 639-1 code, or {@code und} where it could not be told
 */
public record Article(String text, List<Zone> zones, Metadata metadata, String language, Status status) {
    /** How much of the article the page gave away. */
    public enum Status {
        COMPLETE,
        TRUNCATED,
        PAYWALLED,
        NOT_ARTICLE
    }

    public Article {
        zones = List.copyOf(zones);
        int reached = 0;
        for (Zone zone : zones) {
            if (zone.span().start() < reached || zone.span().end() > text.length()) {
                throw new IllegalArgumentException(
                        "zone " + zone + " overlaps another or leaves the text of length " + text.length());
            }
            if (!isBlank(text, reached, zone.span().start())) {
                throw new IllegalArgumentException("text in no zone before " + zone);
            }
            reached = zone.span().end();
        }
        if (!isBlank(text, reached, text.length())) {
            throw new IllegalArgumentException("text in no zone from offset " + reached);
        }
    }

    /** White space of any kind, the no-break space included. */
    private static boolean isBlank(String text, int start, int end) {
        return text.substring(start, end)
                .codePoints()
                .allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    /** An English article that is one body zone. For tests and for text that has no page around it. */
    public static Article ofBody(String text) {
        List<Zone> zones = text.isBlank() ? List.of() : List.of(new Zone(new Span(0, text.length()), Zone.Kind.BODY));
        return new Article(text, zones, Metadata.NONE, "en", Status.COMPLETE);
    }

    /** Whether it is in the language that the pipeline reads. */
    public boolean isEnglish() {
        return language.equals("en");
    }

    public String id() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
