package org.onrecord.app.pages.article;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.onrecord.document.Span;

/**
 * Cuts a stretch of text wherever a mark begins or ends and nests what it gets: marks may overlap, nest and have gaps. Of two
 * that cross, the later one is closed and opened again. Offsets are UTF-16, half-open.
 */
final class Segments {
    private final String text;
    private final List<Mark> marks;

    /**
     * Prepares a text.
     *
     * @param marks in any order
     */
    Segments(String text, List<Mark> marks) {
        this.text = text;
        this.marks = marks.stream().sorted(Mark.OUTER_FIRST).toList();
    }

    /** A stretch without a boundary in it, and the marks over it, the outer ones first. */
    private record Segment(Span span, List<Mark> marks) {}

    /** The pieces of one stretch of the text. */
    List<Node> within(Span stretch) {
        List<Mark> here =
                marks.stream().filter(mark -> mark.extent().overlaps(stretch)).toList();
        return nest(segments(stretch, here), 0, false);
    }

    private static List<Segment> segments(Span stretch, List<Mark> marks) {
        SortedSet<Integer> cuts = new TreeSet<>(List.of(stretch.start(), stretch.end()));
        for (Mark mark : marks) {
            for (Span piece : mark.extent().spans()) {
                for (int cut : new int[] {piece.start(), piece.end()}) {
                    if (cut > stretch.start() && cut < stretch.end()) {
                        cuts.add(cut);
                    }
                }
            }
        }
        List<Segment> segments = new ArrayList<>();
        int start = stretch.start();
        for (int end : cuts.tailSet(start + 1)) {
            Span span = new Span(start, end);
            segments.add(new Segment(
                    span, marks.stream().filter(mark -> mark.covers(span)).toList()));
            start = end;
        }
        return segments;
    }

    /** Neighbours that share a mark at this depth go into one element. */
    private List<Node> nest(List<Segment> segments, int depth, boolean inLink) {
        List<Node> nodes = new ArrayList<>();
        int at = 0;
        while (at < segments.size()) {
            Segment segment = segments.get(at);
            if (segment.marks().size() <= depth) {
                nodes.add(new Node.Words(segment.span().of(text)));
                at++;
                continue;
            }
            Mark mark = segment.marks().get(depth);
            int end = at + 1;
            while (end < segments.size()
                    && segments.get(end).marks().size() > depth
                    && segments.get(end).marks().get(depth).equals(mark)) {
                end++;
            }
            boolean linked = mark.leadsToNote() && !inLink;
            nodes.add(new Node.Marked(
                    mark,
                    segment.span().start() == mark.extent().start(),
                    segments.get(end - 1).span().end() == mark.extent().end(),
                    linked,
                    nest(segments.subList(at, end), depth + 1, inLink || linked)));
            at = end;
        }
        return nodes;
    }
}
