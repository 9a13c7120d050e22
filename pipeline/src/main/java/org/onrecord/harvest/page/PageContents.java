package org.onrecord.harvest.page;

import java.util.List;
import java.util.Optional;
import org.onrecord.document.Metadata;

/**
 * What was found on a page.
 *
 * @param heading selector of the element that shows the title, where one does
 * @param paragraphs of the article, in order
 * @param paywalled whether the page says that not all of it is free to read
 * @param live the same page in posts, if it is a live blog
 */
public record PageContents(
        Optional<String> heading,
        List<Paragraph> paragraphs,
        Metadata metadata,
        boolean paywalled,
        Optional<LiveBlog> live) {
    public PageContents {
        paragraphs = List.copyOf(paragraphs);
    }

    /**
     * One paragraph.
     *
     * @param tag of the element that it stood in, in lower case
     * @param text on one line
     * @param selector of that element; empty for text that is stated for machines only
     */
    public record Paragraph(String tag, String text, Optional<String> selector) {
        static Paragraph stated(String tag, String text) {
            return new Paragraph(tag, text, Optional.empty());
        }
    }
}
