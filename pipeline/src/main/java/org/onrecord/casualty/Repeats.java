package org.onrecord.casualty;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.CasualtyFigure.Scope;
import org.onrecord.document.Extent;
import org.onrecord.document.Quantity;
import org.onrecord.document.Span;
import org.onrecord.document.Voice;

/**
 * One figure for everything an article says of it: the headline’s 46 and the 46 people of the first sentence. Figures that
 * different sources give stay apart, and so do parts, increments and what was long ago.
 */
final class Repeats {
    private static final Set<Scope> APART = Set.of(Scope.SUBSET, Scope.INCREMENT, Scope.HISTORICAL, Scope.SUPERSEDED);

    private Repeats() {}

    /**
     * Figures in the order of the text with their repetitions merged into the first of them.
     *
     * @param inHeadline whether a place is in a headline, which leaves out "at least"
     * @param harm tells events from what else may be a cause
     */
    static List<CasualtyFigure> merged(List<CasualtyFigure> figures, Predicate<Span> inHeadline, Harm harm) {
        List<CasualtyFigure> merged = new ArrayList<>();
        Map<String, String> kept = new HashMap<>();
        Map<String, List<Integer>> alike = new HashMap<>();
        for (CasualtyFigure figure : figures) {
            int same = alike.getOrDefault(likeness(figure), List.of()).stream()
                    .filter(i -> repeats(merged.get(i), figure, inHeadline) && sameScope(merged.get(i), figure, kept))
                    .findFirst()
                    .orElse(-1);
            if (same < 0) {
                alike.computeIfAbsent(likeness(figure), unused -> new ArrayList<>())
                        .add(merged.size());
                merged.add(figure);
            } else {
                merged.set(
                        same,
                        both(
                                merged.get(same),
                                figure,
                                inHeadline.test(merged.get(same).span()),
                                harm));
            }
            kept.put(figure.id(), "f" + ((same < 0 ? merged.size() - 1 : same) + 1));
        }
        return merged.stream()
                .map(figure -> figure.withIds(
                        kept.getOrDefault(figure.id(), figure.id()),
                        figure.partOf().map(whole -> kept.getOrDefault(whole, whole))))
                .toList();
    }

    /** Figures that can repeat one another share it; so an article of many figures is not compared pair by pair. */
    private static String likeness(CasualtyFigure figure) {
        long number = figure.quantity() instanceof Quantity.AtMost limit
                ? limit.count()
                : figure.quantity().min().orElse(-1);
        return figure.outcome() + " " + number;
    }

    private static boolean repeats(CasualtyFigure one, CasualtyFigure other, Predicate<Span> inHeadline) {
        boolean sameBounds = one.quantity().min().equals(other.quantity().min())
                && one.quantity().max().equals(other.quantity().max());
        boolean shortened = inHeadline.test(one.span())
                && !(one.quantity() instanceof Quantity.None)
                && !(other.quantity() instanceof Quantity.Vague)
                && one.quantity().min().isPresent()
                && (one.quantity().min().equals(other.quantity().min()) || sameLimit(one, other));
        return one.outcome() == other.outcome()
                && (sameBounds || shortened)
                && one.modality() == other.modality()
                && sameVictims(one, other)
                && sameVoice(one, other)
                && one.derived() == other.derived()
                && one.mentions().spans().stream().noneMatch(other.mentions()::overlaps);
    }

    private static boolean sameLimit(CasualtyFigure one, CasualtyFigure other) {
        return one.quantity() instanceof Quantity.Exactly
                && one.quantity().max().equals(other.quantity().max());
    }

    /** What is apart in scope repeats only its like, and a part only a part of the same figure. */
    private static boolean sameScope(CasualtyFigure one, CasualtyFigure other, Map<String, String> kept) {
        if (!APART.contains(one.scope()) && !APART.contains(other.scope())) {
            return true;
        }
        Optional<String> first = one.partOf().map(whole -> kept.getOrDefault(whole, whole));
        Optional<String> second = other.partOf().map(whole -> kept.getOrDefault(whole, whole));
        return one.scope() == other.scope() && first.equals(second);
    }

    /** One person repeats another only by the same word; of several either may be left unsaid. */
    private static boolean sameVictims(CasualtyFigure one, CasualtyFigure other) {
        Optional<String> first = one.victims().map(Repeats::last);
        Optional<String> second = other.victims().map(Repeats::last);
        boolean single = one.quantity().equals(new Quantity.Exactly(1));
        if (single) {
            return first.isPresent() && first.equals(second) && !isAnother(one) && !isAnother(other);
        }
        return first.isEmpty()
                || second.isEmpty()
                || first.equals(second)
                || isAnybody(first.get())
                || isAnybody(second.get());
    }

    /** "second boy" is not the boy before. */
    private static boolean isAnother(CasualtyFigure figure) {
        return figure.victims()
                .filter(words -> words.matches("(?i)(?:second|third|fourth|fifth|other|another)\\b.*"))
                .isPresent();
    }

    private static boolean isAnybody(String noun) {
        return noun.matches("people|person|others?|more|victims?");
    }

    /** The noun of a phrase, in lower case. */
    static String last(String words) {
        return words.substring(words.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean sameVoice(CasualtyFigure one, CasualtyFigure other) {
        return !(one.voice() instanceof Voice.Source first
                && other.voice() instanceof Voice.Source second
                && !first.name().equalsIgnoreCase(second.name()));
    }

    /**
     * One figure of two mentions: what the one leaves out, the other fills.
     *
     * @param brief whether the first is short for the second, as a headline is for what comes below it
     */
    private static CasualtyFigure both(CasualtyFigure one, CasualtyFigure other, boolean brief, Harm harm) {
        List<Span> spans = new ArrayList<>(one.mentions().spans());
        spans.addAll(other.mentions().spans());
        boolean shortened =
                one.quantity() instanceof Quantity.Exactly && !(other.quantity() instanceof Quantity.Exactly);
        boolean vague = one.quantity() instanceof Quantity.Vague && !(other.quantity() instanceof Quantity.Vague);
        CasualtyFigure full = brief ? other : one;
        CasualtyFigure rest = brief ? one : other;
        return new CasualtyFigure(
                one.id(),
                new Extent(spans),
                one.outcome(),
                shortened || vague ? other.quantity() : one.quantity(),
                full.victims()
                        .filter(words ->
                                !isAnybody(last(words)) || rest.victims().isEmpty()) // "people" below "21 pilgrims"
                        .or(rest::victims),
                full.perpetrator().or(rest::perpetrator),
                full.cause()
                        .filter(words -> isEvent(words, harm)
                                || rest.cause()
                                        .filter(event -> isEvent(event, harm))
                                        .isEmpty()) // "a crowd surged" below "Stampede"
                        .or(rest::cause),
                brief ? fuller(full.place(), rest.place()) : full.place().or(rest::place),
                full.time().or(rest::time),
                one.voice() instanceof Voice.Source ? one.voice() : other.voice(),
                one.modality(),
                full.scope() == Scope.CURRENT ? rest.scope() : full.scope(),
                one.partOf().or(other::partOf),
                one.derived(),
                one.basis());
    }

    /** Whether a phrase ends in the name of an event: "roof collapse", not "roof fell". */
    private static boolean isEvent(String phrase, Harm harm) {
        String noun = last(phrase);
        return harm.events().contains(noun) || harm.events().contains(noun.replaceFirst("e?s$", ""));
    }

    /** Of two expressions for one thing the one of more words. */
    private static Optional<String> fuller(Optional<String> one, Optional<String> other) {
        return Told.count(other) > Told.count(one) ? other : one;
    }
}
