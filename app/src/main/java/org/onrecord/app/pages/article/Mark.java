package org.onrecord.app.pages.article;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.onrecord.document.Extent;
import org.onrecord.document.Span;

/**
 * Something to highlight in the text.
 *
 * @param id of the finding
 * @param anchors names under which an address can point to it; each is that of one mark only
 * @param label what stands after its last word and is no part of the text: the number of a speaker; empty for none
 * @param note anchor of the note that explains it
 * @param tint which of the colours of speakers it has, from 1; 0 for none
 * @param lit whether the address of the page asks for it
 */
public record Mark(
        Layer layer,
        String id,
        Extent extent,
        List<String> anchors,
        String label,
        Optional<String> note,
        int tint,
        boolean lit) {
    /** What can be switched on and off; of marks on the same words the first is the outer one. */
    public enum Layer {
        CONTENT,
        QUOTE,
        FIGURE,
        SOURCE,
        CUE
    }

    /** Outer before inner: by first word, then the longer one. */
    static final Comparator<Mark> OUTER_FIRST = Comparator.comparingInt(
                    (Mark mark) -> mark.extent().start())
            .thenComparing(mark -> mark.extent().end(), Comparator.reverseOrder())
            .thenComparing(Mark::layer)
            .thenComparing(Mark::id);

    public Mark {
        anchors = List.copyOf(anchors);
    }

    /** Whether its words stand for themselves and lead to the note: a speaker or a figure. */
    public boolean leadsToNote() {
        return note.isPresent() && (layer == Layer.SOURCE || layer == Layer.FIGURE);
    }

    boolean covers(Span span) {
        return extent.spans().stream().anyMatch(piece -> piece.contains(span));
    }
}
