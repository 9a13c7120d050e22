package org.onrecord.eval.measure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.Document;
import org.onrecord.document.Kind;
import org.onrecord.document.Voice;
import org.onrecord.eval.Comparison.Difference;
import org.onrecord.eval.Comparison.Item;
import org.onrecord.eval.Comparison.Part;
import org.onrecord.eval.Metric;
import org.onrecord.eval.Result;
import org.onrecord.eval.Score;
import org.onrecord.eval.align.Alignment;
import org.onrecord.eval.align.Pair;
import org.onrecord.eval.gold.Aspect;
import org.onrecord.eval.gold.Gold;
import org.onrecord.standoff.Notation;

/**
 * Casualty figures: the same outcome with the same quantity (exact), or with the same bounds (interval), and then each
 * attribute of those with the same bounds. A figure that repeats a matched one at another of its mentions does not count;
 * one that the gold calls optional counts neither way, nor does a sum beside its parts or a part beside its sum.
 */
final class Figures {
    private static final Metric EXACT = Metric.f1("figure, exact");
    private static final Metric INTERVAL = Metric.f1("figure, interval");
    private static final Metric COMPLETE = Metric.f1("figure with all attributes");
    private static final Metric FALSE =
            new Metric("false figures per 1,000 articles without any", Metric.Reading.PER_THOUSAND);

    private Figures() {}

    static void score(Gold gold, Document found, Set<Aspect> aspects, Result.Sheet sheet) {
        List<CasualtyFigure> right = gold.document().all(Kind.CASUALTY);
        List<CasualtyFigure> ours = found.all(Kind.CASUALTY);
        if (right.isEmpty()) {
            sheet.count(FALSE, new Score(1, 0, ours.size()));
        }
        for (Pair<CasualtyFigure> pair : counted(gold, right, ours, Figures::sameQuantity)) {
            sheet.count(EXACT, score(pair));
        }
        boolean onlyGiven = aspects.contains(Aspect.GIVEN_DETAILS);
        boolean detailed = onlyGiven || aspects.contains(Aspect.DETAILS);
        for (Pair<CasualtyFigure> pair : counted(gold, right, ours, Figures::sameBounds)) {
            sheet.count(INTERVAL, score(pair));
            switch (pair) {
                case Pair.Hit<CasualtyFigure> hit -> {
                    List<Difference> differences =
                            detailed ? details(hit.gold(), hit.found(), onlyGiven, sheet) : List.of();
                    if (detailed) {
                        sheet.count(COMPLETE, differences.isEmpty() ? Score.HIT : new Score(0, 1, 1));
                    }
                    sheet.compare(
                            group(hit.gold()),
                            Optional.of(item(hit.gold())),
                            Optional.of(item(hit.found())),
                            differences);
                }
                case Pair.Miss<CasualtyFigure> miss -> {
                    sheet.count(COMPLETE, Score.MISS);
                    sheet.compare(group(miss.gold()), Optional.of(item(miss.gold())), Optional.empty(), List.of());
                }
                case Pair.Spurious<CasualtyFigure> spurious -> {
                    sheet.count(COMPLETE, Score.SPURIOUS);
                    sheet.compare(
                            group(spurious.found()), Optional.empty(), Optional.of(item(spurious.found())), List.of());
                }
            }
        }
    }

    private interface Same {
        boolean test(CasualtyFigure one, CasualtyFigure other);
    }

    /** The pairs that count. */
    private static List<Pair<CasualtyFigure>> counted(
            Gold gold, List<CasualtyFigure> right, List<CasualtyFigure> ours, Same same) {
        Alignment<CasualtyFigure> alignment =
                Alignment.of(right, ours, (one, other) -> same.test(one, other) ? likeness(gold, one, other) : 0);
        Set<String> found = new HashSet<>();
        for (Pair<CasualtyFigure> pair : alignment.pairs()) {
            if (pair instanceof Pair.Hit<CasualtyFigure> hit) {
                found.add(hit.found().id());
            }
        }
        return alignment.pairs().stream()
                .filter(pair -> switch (pair) {
                    case Pair.Hit<CasualtyFigure> hit ->
                        !gold.optional().contains(hit.gold().id());
                    case Pair.Miss<CasualtyFigure> miss ->
                        !gold.optional().contains(miss.gold().id());
                    case Pair.Spurious<CasualtyFigure> spurious ->
                        !isOtherReading(spurious.found(), ours, found)
                                && right.stream()
                                        .filter(figure -> same.test(figure, spurious.found()))
                                        .noneMatch(figure -> gold.optional().contains(figure.id())
                                                || isRepeated(figure, spurious.found()));
                })
                .toList();
    }

    /** A part of a sum that the gold gives as the sum, or a sum whose parts the gold gives. */
    private static boolean isOtherReading(CasualtyFigure figure, List<CasualtyFigure> ours, Set<String> found) {
        if (figure.derived()) {
            return ours.stream()
                    .filter(part -> part.partOf().filter(figure.id()::equals).isPresent())
                    .anyMatch(part -> found.contains(part.id()));
        }
        return ours.stream()
                .filter(CasualtyFigure::derived)
                .filter(sum -> figure.partOf().filter(sum.id()::equals).isPresent())
                .anyMatch(sum -> found.contains(sum.id()));
    }

    private static boolean isRepeated(CasualtyFigure figure, CasualtyFigure again) {
        return figure.mentions().spans().size() > 1 && touches(figure, again);
    }

    private static Score score(Pair<CasualtyFigure> pair) {
        return switch (pair) {
            case Pair.Hit<CasualtyFigure> hit -> Score.HIT;
            case Pair.Miss<CasualtyFigure> miss -> Score.MISS;
            case Pair.Spurious<CasualtyFigure> spurious -> Score.SPURIOUS;
        };
    }

    /** Between figures of the same number, prefer the place, then the attributes; between all, those that must be found. */
    private static double likeness(Gold gold, CasualtyFigure one, CasualtyFigure other) {
        double place = touches(one, other) ? 1 : 0;
        double attributes = 0.1 * (one.scope() == other.scope() ? 1 : 0)
                + 0.1 * (one.modality() == other.modality() ? 1 : 0)
                + 0.1 * (Words.sameName(source(one), source(other)) ? 1 : 0);
        return 10 + place + attributes - (gold.optional().contains(one.id()) ? 5 : 0);
    }

    private static boolean touches(CasualtyFigure one, CasualtyFigure other) {
        return other.mentions().spans().stream().anyMatch(one.mentions()::overlaps);
    }

    private static boolean sameQuantity(CasualtyFigure one, CasualtyFigure other) {
        return sameBounds(one, other)
                && one.quantity().getClass().equals(other.quantity().getClass());
    }

    static boolean sameBounds(CasualtyFigure one, CasualtyFigure other) {
        return one.outcome() == other.outcome()
                && one.quantity().min().equals(other.quantity().min())
                && one.quantity().max().equals(other.quantity().max());
    }

    private static List<Difference> details(
            CasualtyFigure right, CasualtyFigure ours, boolean onlyGiven, Result.Sheet sheet) {
        List<Difference> differences = new ArrayList<>();
        words("victims", right.victims(), ours.victims(), onlyGiven, sheet, differences);
        words("perpetrator", right.perpetrator(), ours.perpetrator(), onlyGiven, sheet, differences);
        words("cause", right.cause(), ours.cause(), onlyGiven, sheet, differences);
        words("place", right.place(), ours.place(), onlyGiven, sheet, differences);
        words("time", right.time(), ours.time(), onlyGiven, sheet, differences);
        exactly("source", source(right), source(ours), Words.sameName(source(right), source(ours)), sheet, differences);
        exactly(
                "modality",
                name(right.modality()),
                name(ours.modality()),
                right.modality() == ours.modality(),
                sheet,
                differences);
        exactly("scope", name(right.scope()), name(ours.scope()), right.scope() == ours.scope(), sheet, differences);
        return differences;
    }

    private static void words(
            String name,
            Optional<String> right,
            Optional<String> ours,
            boolean onlyGiven,
            Result.Sheet sheet,
            List<Difference> differences) {
        if (right.isEmpty() && (onlyGiven || ours.isEmpty())) {
            return;
        }
        boolean same = right.isPresent() && ours.isPresent() && Words.alike(right.get(), ours.get());
        sheet.count(Metric.f1("figure " + name), right.isPresent(), ours.isPresent(), same);
        if (!same) {
            differences.add(new Difference(name, right.orElse("none"), ours.orElse("none")));
        }
    }

    private static void exactly(
            String name, String right, String ours, boolean same, Result.Sheet sheet, List<Difference> differences) {
        sheet.count(Metric.accuracy("figure " + name), same ? Score.HIT : Score.MISS);
        if (!same) {
            differences.add(new Difference(name, right, ours));
        }
    }

    private static String source(CasualtyFigure figure) {
        return switch (figure.voice()) {
            case Voice.Publisher publisher -> "the publisher";
            case Voice.Source source -> source.name();
        };
    }

    private static String group(CasualtyFigure figure) {
        return "figure, " + name(figure.outcome());
    }

    private static Item item(CasualtyFigure figure) {
        return new Item(
                List.of(new Part("figure", figure.mentions())),
                Notation.of(figure) + ", " + name(figure.modality()) + ", " + name(figure.scope()) + ", "
                        + source(figure));
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
