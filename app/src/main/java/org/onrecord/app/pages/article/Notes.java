package org.onrecord.app.pages.article;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onrecord.app.pages.Links;
import org.onrecord.app.pages.Phrases;
import org.onrecord.app.view.Words;
import org.onrecord.document.Attribution;
import org.onrecord.document.Basis;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.Claim;
import org.onrecord.document.Document;
import org.onrecord.document.Kind;
import org.onrecord.document.Quote;
import org.onrecord.document.Span;
import org.onrecord.document.Speaker;
import org.onrecord.document.Voice;

/** The notes of an article, each where its finding begins. */
final class Notes {
    private final Document document;
    private final Cast cast;
    private final Citations citations;
    private final Map<String, Claim> claims = new HashMap<>();
    private final Map<String, Claim> byId = new HashMap<>();

    private Notes(Document document, Cast cast, Citations citations) {
        this.document = document;
        this.cast = cast;
        this.citations = citations;
        document.all(Kind.CLAIM).forEach(claim -> {
            claims.putIfAbsent(claim.attribution(), claim);
            byId.put(claim.id(), claim);
        });
    }

    static List<Note> of(Document document, Cast cast, Citations citations) {
        return new Notes(document, cast, citations).all();
    }

    /** Those whose findings begin in a stretch of the text. */
    static List<Note> within(List<Note> notes, Span stretch) {
        return notes.stream().filter(note -> stretch.contains(note.at())).toList();
    }

    private List<Note> all() {
        List<Note> notes = new ArrayList<>();
        Set<String> carried = new HashSet<>();
        for (Attribution attribution : document.all(Kind.ATTRIBUTION)) {
            carried.addAll(attribution.quotes());
            notes.add(attribution(attribution));
        }
        document.all(Kind.QUOTE).stream()
                .filter(quote -> quote.kind().isSpeech() && !carried.contains(quote.id()))
                .forEach(quote -> notes.add(alone(quote)));
        document.all(Kind.CASUALTY).forEach(figure -> notes.add(figure(figure)));
        notes.sort(Comparator.comparingInt(Note::at).thenComparing(Note::figure).thenComparing(Note::id));
        return notes;
    }

    private Note attribution(Attribution attribution) {
        Optional<Claim> claim = Optional.ofNullable(claims.get(attribution.id()));
        int number = cast.number(attribution);
        List<Note.Fact> facts = new ArrayList<>();
        facts.add(new Note.Fact("Kind", kind(attribution.kind())));
        words("Source", attribution.source(), facts);
        words("Cue", attribution.cue(), facts);
        attribution
                .speaker()
                .ifPresent(speaker -> facts.add(new Note.Fact("Speaker is", article(lower(speaker.type())))));
        claim.ifPresent(found -> claim(found, facts));
        basis(attribution.basis(), facts);
        Optional<Speaker> speaker = attribution.speaker();
        return new Note(
                false,
                attribution.id(),
                attribution.extent().start(),
                Cast.label(number),
                Cast.tint(number),
                speaker.map(Speaker::name).map(Words::oneLine).orElse("Speaker not made out"),
                speaker.map(found -> Links.speaker(found.name())),
                speaker.map(Cast::described).orElse(""),
                claim.map(this::badges).orElse(List.of()),
                facts,
                Optional.of(citations.of(attribution)));
    }

    private Note alone(Quote quote) {
        List<Note.Fact> facts = new ArrayList<>();
        facts.add(new Note.Fact("Kind", "words in quotation marks"));
        basis(quote.basis(), facts);
        return new Note(
                false,
                quote.id(),
                quote.span().start(),
                "",
                0,
                "Speaker not made out",
                Optional.empty(),
                "",
                List.of(),
                facts,
                Optional.empty());
    }

    private List<String> badges(Claim claim) {
        List<String> badges = new ArrayList<>();
        if (claim.negated() || claim.stance() != Claim.Stance.ASSERT) {
            badges.add((claim.negated() ? "not: " : "")
                    + Phrases.stance(claim.stance())
                    + claim.target()
                            .map(target -> " → " + Words.oneLine(target.name()))
                            .orElse(""));
        } else {
            claim.target().ifPresent(target -> badges.add("→ " + Words.oneLine(target.name())));
        }
        claim.hedge().ifPresent(hedge -> badges.add("hedged"));
        return badges;
    }

    private void claim(Claim claim, List<Note.Fact> facts) {
        facts.add(new Note.Fact("Stance", Phrases.stance(claim.stance()) + (claim.negated() ? ", negated" : "")));
        claim.target().ifPresent(target -> facts.add(new Note.Fact("Aimed at", Words.oneLine(target.name()))));
        facts.add(new Note.Fact(
                "Hedged",
                claim.hedge()
                        .map(hedge -> Phrases.lower(hedge.certainty())
                                + hedge.words()
                                        .map(span -> ": “" + cut(span) + "”")
                                        .orElse(""))
                        .orElse("no")));
        switch (claim.answer()) {
            case Claim.Answer.To to ->
                to.claims().stream()
                        .map(byId::get)
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                        .ifPresent(answered -> facts.add(new Note.Fact(
                                "Answers",
                                "“" + Citations.shortened(answered.extent().of(document.text())) + "”")));
            case Claim.Answer.Unlinked unlinked ->
                facts.add(new Note.Fact("Answers", "something this article does not tell"));
            case Claim.Answer.Nothing nothing -> {}
        }
        words("When said", claim.said(), facts);
        facts.add(
                new Note.Fact("Stance is", Phrases.confidence(claim.basis()) + ", by " + Phrases.basis(claim.basis())));
    }

    private Note figure(CasualtyFigure figure) {
        List<Note.Fact> facts = new ArrayList<>();
        facts.add(new Note.Fact("Outcome", Phrases.lower(figure.outcome())));
        facts.add(new Note.Fact("How many", bounds(figure)));
        optional("Victims", figure.victims(), facts);
        optional("Perpetrator", figure.perpetrator(), facts);
        optional("Cause", figure.cause(), facts);
        optional("Place", figure.place(), facts);
        optional("Time", figure.time(), facts);
        String source = figure.voice() instanceof Voice.Source named
                ? Words.oneLine(named.name())
                : "the publisher’s own voice";
        facts.add(new Note.Fact("According to", source));
        facts.add(new Note.Fact("Modality", Phrases.lower(figure.modality())));
        facts.add(new Note.Fact("Scope", Phrases.lower(figure.scope())));
        figure.partOf().ifPresent(whole -> facts.add(new Note.Fact("Part of", wording(whole))));
        if (figure.derived()) {
            facts.add(new Note.Fact("Computed", "yes, the text does not state the number"));
        }
        basis(figure.basis(), facts);
        List<String> badges = new ArrayList<>();
        if (figure.modality() != CasualtyFigure.Modality.ASSERTED) {
            badges.add(Phrases.lower(figure.modality()));
        }
        if (figure.scope() != CasualtyFigure.Scope.CURRENT) {
            badges.add(Phrases.lower(figure.scope()));
        }
        int number = cast.find(source).map(CastMember::number).orElse(0);
        return new Note(
                true,
                figure.id(),
                figure.span().start(),
                Cast.label(number),
                Cast.tint(number),
                Words.count(figure.quantity()) + " " + Phrases.lower(figure.outcome()),
                Optional.empty(),
                number > 0 ? "" : figure.voice() instanceof Voice.Source ? "according to " + source : "own voice",
                badges,
                facts,
                Optional.of(citations.of(figure)));
    }

    private String wording(String figure) {
        return document.all(Kind.CASUALTY).stream()
                .filter(other -> other.id().equals(figure))
                .map(other -> "“" + cut(other.span()) + "”")
                .findFirst()
                .orElse(figure);
    }

    private static String bounds(CasualtyFigure figure) {
        String words = Words.count(figure.quantity());
        String low = figure.quantity().min().isPresent()
                ? Words.number(figure.quantity().min().getAsLong())
                : "0";
        String high = figure.quantity().max().isPresent()
                ? Words.number(figure.quantity().max().getAsLong())
                : "no upper bound";
        return low.equals(high) ? words : words + " (from " + low + " to " + high + ")";
    }

    private static String kind(Attribution.Kind kind) {
        return switch (kind) {
            case DIRECT -> "direct: all in quotation marks";
            case MIXED -> "mixed: partly in quotation marks";
            case INDIRECT -> "indirect: in the writer’s words";
        };
    }

    private static String article(String noun) {
        return switch (noun) {
            case "anonymous" -> "not named";
            case "organization" -> "an organisation";
            default -> "a " + noun;
        };
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static void basis(Basis basis, List<Note.Fact> facts) {
        facts.add(new Note.Fact("Confidence", Phrases.confidence(basis)));
        facts.add(new Note.Fact("Found by", Phrases.basis(basis)));
    }

    private void words(String name, Optional<Span> span, List<Note.Fact> facts) {
        span.ifPresent(found -> facts.add(new Note.Fact(name, "“" + cut(found) + "”")));
    }

    private String cut(Span span) {
        return Citations.shortened(span.of(document.text()));
    }

    private static void optional(String name, Optional<String> value, List<Note.Fact> facts) {
        value.ifPresent(words -> facts.add(new Note.Fact(name, Words.oneLine(words))));
    }
}
