package org.onrecord.eval.measure;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.onrecord.document.Attribution;
import org.onrecord.document.Document;
import org.onrecord.document.Kind;
import org.onrecord.document.Span;
import org.onrecord.eval.Metric;
import org.onrecord.eval.Result;
import org.onrecord.eval.Score;
import org.onrecord.eval.align.Alignment;
import org.onrecord.eval.align.Pair;
import org.onrecord.eval.gold.Gold;

/** Sources, cues and contents as stretches of text, whatever they belong to. A source of two attributions counts once. */
final class Spans {
    private Spans() {}

    static void score(Gold gold, Document found, Result.Sheet sheet) {
        score("source", attribution -> attribution.source().stream().toList(), gold, found, sheet);
        score("cue", attribution -> attribution.cue().stream().toList(), gold, found, sheet);
        score("content", attribution -> attribution.content().spans(), gold, found, sheet);
    }

    private static void score(
            String role, Function<Attribution, List<Span>> spans, Gold gold, Document found, Result.Sheet sheet) {
        List<BitSet> right = sets(gold.document(), spans);
        List<BitSet> ours = sets(found, spans);
        Set<BitSet> common = new HashSet<>(right);
        common.retainAll(new HashSet<>(ours));
        sheet.count(
                Metric.f1(role + ", exact"),
                new Score(common.size(), right.size() - common.size(), ours.size() - common.size()));

        int paired = (int) Alignment.of(right, ours, Words::jaccard).pairs().stream()
                .filter(Pair.Hit.class::isInstance)
                .count();
        sheet.count(Metric.f1(role + ", overlapping"), new Score(paired, right.size() - paired, ours.size() - paired));

        BitSet rightWords = words(gold.document().text(), right);
        BitSet ourWords = words(gold.document().text(), ours);
        int shared = Words.common(rightWords, ourWords);
        sheet.count(
                Metric.f1(role + ", words"),
                new Score(shared, rightWords.cardinality() - shared, ourWords.cardinality() - shared));
    }

    private static List<BitSet> sets(Document document, Function<Attribution, List<Span>> spans) {
        return document.all(Kind.ATTRIBUTION).stream()
                .map(attribution -> Words.letters(document.text(), spans.apply(attribution)))
                .filter(letters -> !letters.isEmpty())
                .distinct()
                .toList();
    }

    private static BitSet words(String text, List<BitSet> sets) {
        BitSet all = new BitSet();
        sets.forEach(all::or);
        return Words.starts(text, all);
    }
}
