package org.onrecord.document;

/** A part of the article text by its function on the page. Sentences are only looked for where {@link Kind#isProse()}. */
public record Zone(Span span, Kind kind) {
    /** What a stretch of the page is for. */
    public enum Kind {
        HEADLINE,
        BYLINE,
        DATELINE,
        CAPTION,
        BODY,
        FURNITURE;

        /** Whether the words are the article's own statements, not labels around it. */
        public boolean isProse() {
            return this == HEADLINE || this == BODY;
        }
    }
}
