package org.onrecord.document;

/** A sentence of prose; never crosses a paragraph or a zone. */
public record Sentence(String id, Span span, Basis basis) implements Annotation {
    @Override
    public Extent extent() {
        return Extent.of(span);
    }
}
