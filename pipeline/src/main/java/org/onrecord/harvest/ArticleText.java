package org.onrecord.harvest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.onrecord.document.Article;
import org.onrecord.document.Metadata;
import org.onrecord.document.Span;
import org.onrecord.document.Zone;
import org.onrecord.harvest.page.PageContents;

/** A text being put together with its zones: one paragraph after another, with a blank line between. */
final class ArticleText {
    private static final Pattern CUT = Pattern.compile("(?:…|\\.\\.\\.|\\[\\+\\d+ chars\\])$");
    private static final int LONGEST_CUT = 20;
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

    private final StringBuilder text = new StringBuilder();
    private final List<Zone> zones = new ArrayList<>();

    /** @param selector of the element that shows it, where one does */
    void headline(String title, Optional<String> selector) {
        add(title, Zone.Kind.HEADLINE, selector);
    }

    /** The paragraphs of a page but those that only repeat the title. */
    void paragraphs(List<PageContents.Paragraph> paragraphs, Optional<String> title) {
        for (PageContents.Paragraph paragraph : paragraphs) {
            if (title.filter(words -> words.equalsIgnoreCase(paragraph.text())).isEmpty()) {
                add(paragraph.text(), kind(paragraph), paragraph.selector());
            }
        }
    }

    private void add(String paragraph, Zone.Kind kind, Optional<String> selector) {
        text.append(text.isEmpty() ? "" : "\n\n");
        int start = text.length();
        text.append(paragraph);
        Span span = new Span(start, text.length());
        List<Zone> parts = kind == Zone.Kind.BODY ? Zoning.body(span, paragraph) : List.of(new Zone(span, kind));
        parts.forEach(part -> zones.add(new Zone(part.span(), part.kind(), selector)));
    }

    private static Zone.Kind kind(PageContents.Paragraph block) {
        if (block.tag().equals("figcaption")) {
            return Zone.Kind.CAPTION;
        }
        if (HEADINGS.contains(block.tag())) {
            return Zone.Kind.FURNITURE;
        }
        return LineKind.of(block.text()).orElse(Zone.Kind.BODY);
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** Characters of running text. */
    int body() {
        return zones.stream()
                .filter(zone -> zone.kind() == Zone.Kind.BODY)
                .mapToInt(zone -> zone.span().length())
                .sum();
    }

    /** Whether it ends as what is cut off does. */
    Article.Status status() {
        return CUT.matcher(text.substring(Math.max(0, text.length() - LONGEST_CUT)))
                        .find()
                ? Article.Status.TRUNCATED
                : Article.Status.COMPLETE;
    }

    Article article(Metadata metadata, String language, Article.Status status) {
        return new Article(text.toString(), zones, metadata, language, status);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
