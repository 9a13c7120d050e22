package org.onrecord.eval.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.onrecord.document.Attribution;
import org.onrecord.document.Document;
import org.onrecord.document.Extent;
import org.onrecord.document.Kind;
import org.onrecord.document.Layer;
import org.onrecord.document.Span;

/**
 * Quotations that go on in the next paragraph, for corpora whose annotators make one attribution of the whole: ours has another
 * one there, with the same speaker and neither source nor cue.
 */
final class Continued {
    private Continued() {}

    /** The document with every such attribution made part of the one before it. */
    static Document joined(Document found) {
        return found.find(Kind.ATTRIBUTION)
                .map(layer -> found.with(
                        new Layer<>(Kind.ATTRIBUTION, joined(found.text(), layer.items()), layer.provenance())))
                .orElse(found);
    }

    private static List<Attribution> joined(String text, List<Attribution> items) {
        List<Attribution> inOrder = items.stream()
                .sorted(Comparator.comparingInt(
                        (Attribution item) -> item.content().start()))
                .toList();
        List<Attribution> joined = new ArrayList<>();
        for (Attribution item : inOrder) {
            if (!joined.isEmpty() && goesOn(text, joined.getLast(), item)) {
                joined.add(both(joined.removeLast(), item));
            } else {
                joined.add(item);
            }
        }
        return joined;
    }

    /** Whether nothing but marks and the end of a paragraph stands between them, and one speaks. */
    private static boolean goesOn(String text, Attribution before, Attribution item) {
        int end = Stream.of(
                        before.source(),
                        before.cue(),
                        Optional.of(before.content().hull()))
                .flatMap(Optional::stream)
                .mapToInt(Span::end)
                .max()
                .orElseThrow();
        if (item.source().isPresent()
                || item.cue().isPresent()
                || item.content().start() < end) {
            return false;
        }
        String between = text.substring(end, item.content().start());
        return between.contains("\n")
                && between.chars().noneMatch(Character::isLetterOrDigit)
                && item.speaker().isPresent()
                && item.speaker().equals(before.speaker());
    }

    private static Attribution both(Attribution before, Attribution item) {
        List<Span> content = new ArrayList<>(before.content().spans());
        content.addAll(item.content().spans());
        List<String> quotes = new ArrayList<>(before.quotes());
        quotes.addAll(item.quotes());
        return new Attribution(
                before.id(),
                before.kind() == item.kind() ? before.kind() : Attribution.Kind.MIXED,
                before.source(),
                before.cue(),
                new Extent(content),
                before.speaker(),
                quotes,
                before.basis());
    }
}
