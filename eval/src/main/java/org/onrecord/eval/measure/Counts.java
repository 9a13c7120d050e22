package org.onrecord.eval.measure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.Document;
import org.onrecord.document.Kind;
import org.onrecord.document.Quantity;
import org.onrecord.eval.Comparison.Item;
import org.onrecord.eval.Comparison.Part;
import org.onrecord.eval.Metric;
import org.onrecord.eval.Result;
import org.onrecord.eval.Score;
import org.onrecord.eval.align.Alignment;
import org.onrecord.eval.align.Pair;
import org.onrecord.eval.gold.Gold;
import org.onrecord.standoff.Notation;

/**
 * The counts of killed and injured in an article against a key that does not say where they stand. Equal counts of one
 * article are one. A plural without number is matched by any vague word.
 */
final class Counts {
    private Counts() {}

    static void score(Gold gold, Document found, Result.Sheet sheet) {
        List<CasualtyFigure> ours = found.all(Kind.CASUALTY).stream()
                .filter(figure -> figure.outcome() == CasualtyFigure.Outcome.KILLED
                        || figure.outcome() == CasualtyFigure.Outcome.INJURED)
                .filter(figure -> !(figure.quantity() instanceof Quantity.None))
                .filter(figure -> figure.modality() != CasualtyFigure.Modality.DENIED)
                .collect(java.util.stream.Collectors.toMap(
                        Notation::of, figure -> figure, (first, again) -> first, java.util.LinkedHashMap::new))
                .values()
                .stream()
                .toList();
        Alignment<CasualtyFigure> alignment = Alignment.of(
                gold.document().all(Kind.CASUALTY),
                ours,
                (right, mine) -> same(right, mine) ? (gold.optional().contains(right.id()) ? 1 : 2) : 0);
        for (Pair<CasualtyFigure> pair : alignment.pairs()) {
            switch (pair) {
                case Pair.Hit<CasualtyFigure> hit -> count(gold, hit.gold(), Score.HIT, sheet);
                case Pair.Miss<CasualtyFigure> miss -> {
                    count(gold, miss.gold(), Score.MISS, sheet);
                    if (!gold.optional().contains(miss.gold().id())) {
                        sheet.compare(group(miss.gold()), item(miss.gold()), Optional.empty(), List.of());
                    }
                }
                case Pair.Spurious<CasualtyFigure> spurious -> {
                    count(gold, spurious.found(), Score.SPURIOUS, sheet);
                    sheet.compare(group(spurious.found()), Optional.empty(), item(spurious.found()), List.of());
                }
            }
        }
    }

    private static boolean same(CasualtyFigure right, CasualtyFigure ours) {
        return Figures.sameBounds(right, ours)
                || (right.outcome() == ours.outcome()
                        && right.quantity() instanceof Quantity.Vague
                        && ours.quantity() instanceof Quantity.Vague);
    }

    private static void count(Gold gold, CasualtyFigure figure, Score score, Result.Sheet sheet) {
        if (score.equals(Score.SPURIOUS) || !gold.optional().contains(figure.id())) {
            sheet.count(Metric.f1("count"), score);
            sheet.count(Metric.f1("count, " + figure.outcome().name().toLowerCase(Locale.ROOT)), score);
        }
    }

    private static String group(CasualtyFigure figure) {
        return "count, " + figure.outcome().name().toLowerCase(Locale.ROOT);
    }

    private static Optional<Item> item(CasualtyFigure figure) {
        return Optional.of(new Item(List.of(new Part("figure", figure.mentions())), Notation.of(figure)));
    }
}
