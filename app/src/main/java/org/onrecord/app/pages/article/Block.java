package org.onrecord.app.pages.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.onrecord.app.pages.Links;
import org.onrecord.document.Article;
import org.onrecord.document.Span;
import org.onrecord.document.Zone;

/**
 * One paragraph, with the notes that stand beside it. The characters of all blocks of an article, one after the other, are
 * its text.
 *
 * @param title whether it is the headline of the page
 * @param before white space before the first paragraph; {@code after}, up to the next one
 * @param original where the paragraph is on the page it was read from
 */
public record Block(
        Zone.Kind zone,
        boolean title,
        String before,
        List<Node> nodes,
        String after,
        List<Note> notes,
        Optional<String> original) {
    public Block {
        nodes = List.copyOf(nodes);
        notes = List.copyOf(notes);
    }

    /** Text, with the white space around it. */
    String characters() {
        return before + nodes.stream().map(Node::characters).reduce("", String::concat) + after;
    }

    /** What it is on the page, in a word. */
    public String kind() {
        return zone.name().toLowerCase(java.util.Locale.ROOT);
    }

    /**
     * Cuts an article into paragraphs: its zones, and the lines of these.
     *
     * @param page address of the page it was read from, where that is one of the web
     */
    static List<Block> of(Article article, Optional<String> page, Segments segments, Function<Span, List<Note>> notes) {
        String text = article.text();
        record Line(Zone.Kind zone, Span span) {}
        List<Line> lines = new ArrayList<>();
        for (Zone zone : article.zones()) {
            int at = zone.span().start();
            while (at < zone.span().end()) {
                int newline = text.indexOf('\n', at);
                int end = newline < 0
                        ? zone.span().end()
                        : Math.min(newline, zone.span().end());
                if (!text.substring(at, end).isBlank()) {
                    lines.add(new Line(zone.kind(), new Span(at, end)));
                }
                at = end + 1;
            }
        }
        List<Block> blocks = new ArrayList<>();
        boolean titled = false;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            int next = i + 1 < lines.size() ? lines.get(i + 1).span().start() : text.length();
            boolean title = line.zone() == Zone.Kind.HEADLINE && !titled;
            titled |= title;
            blocks.add(new Block(
                    line.zone(),
                    title,
                    i == 0 ? text.substring(0, line.span().start()) : "",
                    segments.within(line.span()),
                    text.substring(line.span().end(), next),
                    notes.apply(new Span(i == 0 ? 0 : line.span().start(), next)),
                    page.map(address -> Links.passage(address, line.span().of(text)))));
        }
        return blocks;
    }
}
