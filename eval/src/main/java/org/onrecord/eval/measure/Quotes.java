package org.onrecord.eval.measure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.onrecord.document.Document;
import org.onrecord.document.Kind;
import org.onrecord.document.Quote;
import org.onrecord.eval.Comparison.Difference;
import org.onrecord.eval.Comparison.Item;
import org.onrecord.eval.Comparison.Part;
import org.onrecord.eval.Metric;
import org.onrecord.eval.Result;
import org.onrecord.eval.Score;
import org.onrecord.eval.align.Alignment;
import org.onrecord.eval.align.Pair;
import org.onrecord.eval.gold.Gold;

/** Speech between quotation marks: the same words, and whether they are a whole utterance or part of a clause. */
final class Quotes {
    private static final Metric QUOTE = Metric.f1("quote");

    private Quotes() {}

    static void score(Gold gold, Document found, Result.Sheet sheet) {
        String text = found.text();
        Alignment<Quote> alignment = Alignment.of(
                speech(gold.document()),
                speech(found),
                (one, other) -> Words.letters(text, one.extent()).equals(Words.letters(text, other.extent())) ? 1 : 0);
        for (Pair<Quote> pair : alignment.pairs()) {
            switch (pair) {
                case Pair.Hit<Quote> hit -> {
                    sheet.count(QUOTE, Score.HIT);
                    boolean same = hit.gold().kind() == hit.found().kind();
                    sheet.count(Metric.accuracy("quote kind"), same ? Score.HIT : Score.MISS);
                    sheet.compare(
                            "quote",
                            Optional.of(item(hit.gold())),
                            Optional.of(item(hit.found())),
                            same ? List.of() : List.of(new Difference("kind", kind(hit.gold()), kind(hit.found()))));
                }
                case Pair.Miss<Quote> miss -> {
                    sheet.count(QUOTE, Score.MISS);
                    sheet.compare("quote", Optional.of(item(miss.gold())), Optional.empty(), List.of());
                }
                case Pair.Spurious<Quote> spurious -> {
                    sheet.count(QUOTE, Score.SPURIOUS);
                    sheet.compare("quote", Optional.empty(), Optional.of(item(spurious.found())), List.of());
                }
            }
        }
    }

    private static List<Quote> speech(Document document) {
        return document.all(Kind.QUOTE).stream()
                .filter(quote -> quote.kind().isSpeech())
                .toList();
    }

    private static Item item(Quote quote) {
        return new Item(List.of(new Part("quote", quote.extent())), kind(quote));
    }

    private static String kind(Quote quote) {
        return quote.kind().name().toLowerCase(Locale.ROOT);
    }
}
