package org.onrecord.harvest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onrecord.document.Span;
import org.onrecord.document.Zone;

/** Splits plain text into paragraphs: at every line end, or at blank lines where lines were wrapped to a width. */
final class PlainText {
    private static final int NARROWEST = 45;
    private static final int WIDEST = 100;

    private PlainText() {}

    static List<Zone> zones(String text) {
        return Zoning.of(text, paragraphs(text));
    }

    static Optional<String> headline(String text, List<Zone> zones) {
        return zones.stream()
                .filter(zone -> zone.kind() == Zone.Kind.HEADLINE)
                .findFirst()
                .map(zone -> zone.span().of(text).replaceAll("\\s+", " "));
    }

    static List<Span> paragraphs(String text) {
        List<Span> paragraphs = new ArrayList<>();
        List<Span> block = new ArrayList<>();
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            Optional<Span> line = trimmed(text, start, end);
            if (line.isPresent()) {
                block.add(line.get());
            } else {
                close(block, paragraphs);
            }
            start = end + 1;
        }
        close(block, paragraphs);
        return paragraphs;
    }

    private static void close(List<Span> block, List<Span> paragraphs) {
        if (isWrapped(block)) {
            paragraphs.add(Span.covering(block.getFirst(), block.getLast()));
        } else {
            paragraphs.addAll(block);
        }
        block.clear();
    }

    /** Several lines, all but the last about as long as a line of type. */
    private static boolean isWrapped(List<Span> block) {
        return block.size() > 1
                && block.stream().allMatch(line -> line.length() <= WIDEST)
                && block.subList(0, block.size() - 1).stream().allMatch(line -> line.length() >= NARROWEST);
    }

    static Optional<Span> trimmed(String text, int start, int end) {
        int first = start;
        int last = end;
        while (first < last && isSpace(text.charAt(first))) {
            first++;
        }
        while (last > first && isSpace(text.charAt(last - 1))) {
            last--;
        }
        return first < last ? Optional.of(new Span(first, last)) : Optional.empty();
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || c == '\u00a0';
    }
}
