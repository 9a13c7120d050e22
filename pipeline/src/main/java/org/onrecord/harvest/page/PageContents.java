package org.onrecord.harvest.page;

import java.util.List;
import org.onrecord.document.Metadata;

/**
 * What was found on a page.
 *
 * @param paragraphs of the article, in order
 * @param paywalled whether the page says that not all of it is free to read
 */
public record PageContents(List<Paragraph> paragraphs, Metadata metadata, boolean paywalled) {
    public PageContents {
        paragraphs = List.copyOf(paragraphs);
    }

    /**
     * One paragraph.
     *
     * @param tag of the element that it stood in, in lower case
     * @param text on one line
     */
    public record Paragraph(String tag, String text) {}
}
