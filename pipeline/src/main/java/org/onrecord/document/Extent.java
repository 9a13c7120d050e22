package org.onrecord.document;

import java.util.List;
import java.util.stream.Collectors;

/** One or more disjoint spans in text order: an interrupted quotation, a discontinuous content, the mentions of an entity. */
public record Extent(List<Span> spans) {
    public Extent {
        spans = List.copyOf(spans);
        if (spans.isEmpty()) {
            throw new IllegalArgumentException("an extent has at least one span");
        }
        for (int i = 1; i < spans.size(); i++) {
            if (spans.get(i).start() < spans.get(i - 1).end()) {
                throw new IllegalArgumentException(
                        "spans out of order or overlapping: " + spans.get(i - 1) + ", " + spans.get(i));
            }
        }
    }

    public static Extent of(Span... spans) {
        return new Extent(List.of(spans));
    }

    public int start() {
        return spans.getFirst().start();
    }

    public int end() {
        return spans.getLast().end();
    }

    /** From the first start to the last end, gaps included. */
    public Span hull() {
        return new Span(start(), end());
    }

    public boolean overlaps(Span span) {
        return spans.stream().anyMatch(span::overlaps);
    }

    /** The characters of all pieces, joined by one space. */
    public String of(String text) {
        return spans.stream().map(span -> span.of(text)).collect(Collectors.joining(" "));
    }
}
