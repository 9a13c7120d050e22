package org.onrecord.document;

/** A name in the text, as the recogniser or a gazetteer found it. */
public record Mention(String id, Span span, EntityType type, Basis basis) implements Annotation {
    @Override
    public Extent extent() {
        return Extent.of(span);
    }
}
