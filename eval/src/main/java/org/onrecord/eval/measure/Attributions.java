package org.onrecord.eval.measure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onrecord.document.Attribution;
import org.onrecord.document.Claim;
import org.onrecord.document.Document;
import org.onrecord.document.Kind;
import org.onrecord.document.Span;
import org.onrecord.document.Speaker;
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

/**
 * Whole attributions, paired where their contents share at least half of their letters (Jaccard ≥ 0.5, as published scores
 * on PolNeAR do); then whether their sources share a word, whether the speaker is the right one, and what the claim is. Found with the
 * right source is what the confidence of an attribution is held to.
 */
final class Attributions {
    private static final double LEAST = 0.5;
    private static final Metric STANCES = new Metric("claim stance, mean F1", Metric.Reading.MACRO_F1);
    private static final Metric CALIBRATION = new Metric("calibration error", Metric.Reading.CALIBRATION);

    private final Gold gold;
    private final Document found;
    private final Set<Aspect> aspects;
    private final Result.Sheet sheet;
    private final String text;
    /** What was found for an attribution of the gold, by ids. */
    private final Map<String, String> partners = new HashMap<>();

    private Attributions(Gold gold, Document found, Set<Aspect> aspects, Result.Sheet sheet) {
        this.gold = gold;
        this.found = found;
        this.aspects = aspects;
        this.sheet = sheet;
        this.text = found.text();
    }

    static void score(Gold gold, Document found, Set<Aspect> aspects, Result.Sheet sheet) {
        new Attributions(gold, found, aspects, sheet).score();
    }

    /** Longer shared stretches win between pairs that are alike in their ratio. */
    static Alignment<Attribution> align(String text, List<Attribution> gold, List<Attribution> found) {
        return Alignment.of(gold, found, (one, other) -> {
            double shared = Words.jaccard(Words.letters(text, one.content()), Words.letters(text, other.content()));
            return shared < LEAST ? 0 : shared + (sameSource(text, one, other) ? 0.2 : 0);
        });
    }

    private void score() {
        List<Attribution> right = gold.document().all(Kind.ATTRIBUTION);
        List<Attribution> ours = found.all(Kind.ATTRIBUTION);
        List<Pair<Attribution>> pairs = align(text, right, ours).pairs();
        for (Pair<Attribution> pair : pairs) {
            if (pair instanceof Pair.Hit<Attribution> hit) {
                partners.put(hit.gold().id(), hit.found().id());
            }
        }
        for (Pair<Attribution> pair : pairs) {
            switch (pair) {
                case Pair.Hit<Attribution> hit -> hit(hit.gold(), hit.found());
                case Pair.Miss<Attribution> miss -> {
                    count(miss.gold().kind(), Score.MISS, Score.MISS);
                    speaker(miss.gold(), Optional.empty());
                    sheet.compare(group(miss.gold()), Optional.of(item(miss.gold())), Optional.empty(), List.of());
                }
                case Pair.Spurious<Attribution> spurious -> {
                    count(spurious.found().kind(), Score.SPURIOUS, Score.SPURIOUS);
                    confidence(spurious.found(), false);
                    if (aspects.contains(Aspect.SPEAKERS)
                            && spurious.found().speaker().isPresent()) {
                        sheet.count(Metric.f1("attribution with speaker"), Score.SPURIOUS);
                    }
                    sheet.compare(
                            group(spurious.found()), Optional.empty(), Optional.of(item(spurious.found())), List.of());
                }
            }
        }
    }

    private void hit(Attribution right, Attribution ours) {
        boolean source = sameSource(text, right, ours);
        count(right.kind(), Score.HIT, source ? Score.HIT : new Score(0, 1, 1));
        confidence(ours, source);
        List<Difference> differences = new ArrayList<>();
        if (!source) {
            differences.add(new Difference("source", words(right.source()), words(ours.source())));
        }
        if (aspects.contains(Aspect.SPEAKERS)) {
            differences.addAll(speaker(right, Optional.of(ours)));
        }
        if (aspects.contains(Aspect.CLAIMS)) {
            differences.addAll(claims(right, ours));
        }
        sheet.compare(group(right), Optional.of(item(right)), Optional.of(item(ours)), differences);
    }

    private void count(Attribution.Kind kind, Score attribution, Score withSource) {
        sheet.count(Metric.f1("attribution"), attribution);
        sheet.count(Metric.f1("attribution with source"), withSource);
        sheet.count(Metric.f1("attribution, " + name(kind)), attribution);
        sheet.count(Metric.f1("attribution with source, " + name(kind)), withSource);
    }

    private void confidence(Attribution ours, boolean right) {
        sheet.count(CALIBRATION, Score.reliability(ours.basis().confidence(), right));
    }

    private List<Difference> speaker(Attribution right, Optional<Attribution> ours) {
        if (!aspects.contains(Aspect.SPEAKERS)) {
            return List.of();
        }
        Optional<Speaker> mine = ours.flatMap(Attribution::speaker);
        boolean same = right.speaker().isPresent()
                && mine.isPresent()
                && Words.sameName(right.speaker().get().name(), mine.get().name());
        sheet.count(Metric.f1("attribution with speaker"), right.speaker().isPresent(), mine.isPresent(), same);
        List<Difference> differences = new ArrayList<>();
        if (right.speaker().isPresent()) {
            Speaker speaker = right.speaker().get();
            Score score = same ? Score.HIT : Score.MISS;
            sheet.count(Metric.accuracy("speaker"), score);
            sheet.count(Metric.accuracy("speaker, " + name(right.kind())), score);
            sheet.count(Metric.accuracy("speaker, " + name(speaker.type())), score);
            if (same) {
                Speaker other = mine.orElseThrow();
                attribute(
                        "speaker type",
                        Optional.of(name(speaker.type())),
                        Optional.of(name(other.type())),
                        differences);
                attribute("speaker role", speaker.role(), other.role(), differences);
                attribute("speaker affiliation", speaker.affiliation(), other.affiliation(), differences);
            }
        }
        if (!same && (right.speaker().isPresent() || mine.isPresent())) {
            differences.add(new Difference(
                    "speaker",
                    right.speaker().map(Speaker::name).orElse("nobody"),
                    mine.map(Speaker::name).orElse("nobody")));
        }
        return differences;
    }

    private List<Difference> claims(Attribution right, Attribution ours) {
        Optional<Claim> gold = claim(this.gold.document(), right);
        Optional<Claim> mine = claim(found, ours);
        if (gold.isEmpty()) {
            return List.of();
        }
        List<Difference> differences = new ArrayList<>();
        String stance = name(gold.get().stance());
        String other = mine.map(claim -> name(claim.stance())).orElse("none");
        boolean same = stance.equals(other);
        sheet.count(Metric.accuracy("claim stance"), same ? Score.HIT : Score.MISS);
        sheet.count(STANCES, Score.classified(stance, other));
        if (same) {
            sheet.count(Metric.f1("claim stance, " + stance), Score.HIT);
        } else {
            sheet.count(Metric.f1("claim stance, " + stance), Score.MISS);
            sheet.count(Metric.f1("claim stance, " + other), Score.SPURIOUS);
            differences.add(new Difference("stance", stance, other));
        }
        attribute(
                "claim target",
                gold.get().target().map(Claim.Target::name),
                mine.flatMap(Claim::target).map(Claim.Target::name),
                differences);
        flag("claim hedged", gold.get().hedged(), mine.filter(Claim::hedged).isPresent(), differences);
        flag("claim negated", gold.get().negated(), mine.filter(Claim::negated).isPresent(), differences);
        if (gold.get().hedged() && mine.filter(Claim::hedged).isPresent()) {
            boolean certainty = gold.get()
                    .hedge()
                    .map(Claim.Hedge::certainty)
                    .equals(mine.flatMap(Claim::hedge).map(Claim.Hedge::certainty));
            sheet.count(Metric.accuracy("claim certainty"), certainty ? Score.HIT : Score.MISS);
            if (!certainty) {
                differences.add(new Difference("certainty", certainty(gold), certainty(mine)));
            }
        }
        attribute("claim time", said(gold, text), said(mine, text), differences);
        contests(gold.get(), mine, differences);
        return differences;
    }

    private static String certainty(Optional<Claim> claim) {
        return claim.flatMap(Claim::hedge).map(hedge -> name(hedge.certainty())).orElse("none");
    }

    private static Optional<String> said(Optional<Claim> claim, String text) {
        return claim.flatMap(Claim::said).map(span -> span.of(text));
    }

    /** A link is right where it leads to an attribution that is paired with one that the gold's leads to. */
    private void contests(Claim right, Optional<Claim> ours, List<Difference> differences) {
        List<String> wanted = right.answer() instanceof Claim.Answer.To to ? to.claims() : List.of();
        List<String> given = ours.map(Claim::answer).orElse(new Claim.Answer.Nothing()) instanceof Claim.Answer.To to
                ? to.claims()
                : List.of();
        if (wanted.isEmpty() && given.isEmpty()) {
            return;
        }
        Set<String> mine = new HashSet<>();
        given.forEach(id -> claims(found, id).ifPresent(mine::add));
        boolean same = wanted.stream()
                .flatMap(id -> claims(gold.document(), id).stream())
                .anyMatch(attribution -> Optional.ofNullable(partners.get(attribution))
                        .filter(mine::contains)
                        .isPresent());
        sheet.count(Metric.f1("claim contests"), !wanted.isEmpty(), !given.isEmpty(), same);
        if (!same) {
            differences.add(new Difference("claim contests", content(gold.document(), wanted), content(found, given)));
        }
    }

    /** Id of the attribution that a claim reads. */
    private static Optional<String> claims(Document document, String id) {
        return document.all(Kind.CLAIM).stream()
                .filter(claim -> claim.id().equals(id))
                .map(Claim::attribution)
                .findFirst();
    }

    private static String content(Document document, List<String> claims) {
        return document.all(Kind.CLAIM).stream()
                .filter(claim -> claims.contains(claim.id()))
                .map(claim -> claim.extent().of(document.text()))
                .findFirst()
                .orElse("nothing");
    }

    private void attribute(String name, Optional<String> right, Optional<String> ours, List<Difference> differences) {
        boolean same = right.isPresent() && ours.isPresent() && Words.alike(right.get(), ours.get());
        if (right.isPresent() || ours.isPresent()) {
            sheet.count(Metric.f1(name), right.isPresent(), ours.isPresent(), same);
            if (!same) {
                differences.add(new Difference(name, right.orElse("none"), ours.orElse("none")));
            }
        }
    }

    private void flag(String name, boolean right, boolean ours, List<Difference> differences) {
        if (right || ours) {
            sheet.count(Metric.f1(name), right, ours, right && ours);
        }
        if (right != ours) {
            differences.add(new Difference(name, right ? "yes" : "no", ours ? "yes" : "no"));
        }
    }

    private static Optional<Claim> claim(Document document, Attribution attribution) {
        return document.all(Kind.CLAIM).stream()
                .filter(claim -> claim.attribution().equals(attribution.id()))
                .findFirst();
    }

    /** Both without a source, or with a word in common. */
    private static boolean sameSource(String text, Attribution right, Attribution ours) {
        if (right.source().isEmpty() || ours.source().isEmpty()) {
            return right.source().isEmpty() && ours.source().isEmpty();
        }
        BitSet one = Words.letters(text, List.of(right.source().get()));
        return Words.common(one, Words.letters(text, List.of(ours.source().get()))) > 0;
    }

    private static String group(Attribution attribution) {
        return "attribution, " + name(attribution.kind());
    }

    private Item item(Attribution attribution) {
        List<Part> parts = new ArrayList<>();
        attribution
                .source()
                .ifPresent(source -> parts.add(new Part("source", org.onrecord.document.Extent.of(source))));
        attribution.cue().ifPresent(cue -> parts.add(new Part("cue", org.onrecord.document.Extent.of(cue))));
        parts.add(new Part("content", attribution.content()));
        return new Item(parts, attribution.speaker().map(Speaker::name).orElse(""));
    }

    private String words(Optional<Span> span) {
        return span.map(place -> place.of(text)).orElse("none");
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
