package org.onrecord.document;

/**
 * Words between quotation marks, the marks excluded.
 *
 * @param kind what the marks are for
 */
public record Quote(String id, Span span, Kind kind, Basis basis) implements Annotation {
    /** What quotation marks are used for. Only the first two are somebody's speech. */
    public enum Kind {
        /** A full utterance. */
        DIRECT,
        /** Some of the source's words inside the writer's clause. */
        MIXED,
        /** The name of a work: a report, book, film. */
        TITLE,
        /** Distance, irony, a term or a nickname. */
        SCARE;

        public boolean isSpeech() {
            return this == DIRECT || this == MIXED;
        }
    }

    @Override
    public Extent extent() {
        return Extent.of(span);
    }
}
