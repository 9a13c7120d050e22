package org.onrecord.document;

import java.util.Optional;

/**
 * A part of the article text by its function on the page. Sentences are only looked for where {@link Kind#isProse()}.
 *
 * @param selector the way back to the page: a CSS selector of the one element of the page, as it was served, that has the
 *     words of the zone, among others perhaps (CssSelector of the Web Annotation Data Model, W3C 2017). Empty for text that
 *     stood in no element
 */
public record Zone(Span span, Kind kind, Optional<String> selector) {
    /** A zone of text that has no page around it. */
    public Zone(Span span, Kind kind) {
        this(span, kind, Optional.empty());
    }

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
