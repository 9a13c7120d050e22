package org.onrecord.eval.gold;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onrecord.document.Article;
import org.onrecord.document.Attribution;
import org.onrecord.document.Basis;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.Claim;
import org.onrecord.document.Document;
import org.onrecord.document.Extent;
import org.onrecord.document.Kind;
import org.onrecord.document.Layer;
import org.onrecord.document.Metadata;
import org.onrecord.document.Provenance;
import org.onrecord.document.Quote;
import org.onrecord.document.Span;
import org.onrecord.document.Speaker;
import org.onrecord.document.Voice;
import org.onrecord.standoff.Notation;

/** Reads an article with marks in it and the lines that describe them ({@code corpus/GUIDELINES.md}). */
final class Markup {
    private static final String RULER = "----";
    private static final Pattern ATTRIBUTIONS = Pattern.compile("(\\d+(?:-\\d+)?(?:,\\d+(?:-\\d+)?)*): (.+)");
    private static final Pattern FIGURE = Pattern.compile("(F\\d+): (\\S+) ([^;]+)(?:;(.*))?");
    private static final Set<String> TYPES = Set.of("person", "organization", "document", "anonymous", "group");
    private static final Set<String> STANCES =
            Set.of("assert", "deny", "accuse", "admit", "doubt", "promise", "demand", "estimate");
    private static final Set<String> MODALITIES = Set.of("asserted", "alleged", "denied", "feared", "possible");
    private static final Set<String> SCOPES =
            Set.of("current", "cumulative", "period", "increment", "subset", "historical", "superseded");

    private final Marks marks;
    private final Basis basis;
    private final Map<String, Note> said = new TreeMap<>();
    private final Map<String, CasualtyFigure> figures = new TreeMap<>(Comparator.comparingInt(Markup::number));
    private final Map<String, Integer> figureLines = new TreeMap<>();
    private final Set<String> optional = new HashSet<>();
    /** Figures whose line names the source. */
    private final Set<String> sourced = new HashSet<>();

    /** What a line says of an attribution. */
    private record Note(
            Optional<Speaker> speaker,
            Claim.Stance stance,
            Optional<String> target,
            Optional<Claim.Certainty> certainty,
            boolean negated,
            List<String> contests,
            Optional<String> when) {}

    private Markup(Marks marks, String annotator) {
        this.marks = marks;
        this.basis = new Basis.Human(annotator);
    }

    /** Gold of a marked text whose input has the zones of the gold. */
    static Gold read(String id, String section, List<String> lines, int firstLine, String annotator) {
        int ruler = lines.indexOf(RULER);
        List<String> body = ruler < 0 ? lines : lines.subList(0, ruler);
        Markup markup = new Markup(Marks.read(body, firstLine), annotator);
        for (int i = ruler < 0 ? lines.size() : ruler + 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                markup.describe(lines.get(i), firstLine + i);
            }
        }
        Document document = markup.document(firstLine + lines.size() - 1);
        return new Gold(id, document.article(), document, markup.optional, section);
    }

    private void describe(String line, int number) {
        Matcher figure = FIGURE.matcher(line);
        Matcher attributions = ATTRIBUTIONS.matcher(line);
        if (figure.matches()) {
            figures.put(figure.group(1), figure(figure, number));
            figureLines.put(figure.group(1), number);
        } else if (attributions.matches()) {
            Note note = note(attributions.group(2), number);
            numbers(attributions.group(1)).forEach(attribution -> said.put(attribution, note));
        } else {
            throw new MarkupException(number, "describes neither an attribution nor a figure: '" + line + "'");
        }
    }

    private static List<String> numbers(String list) {
        List<String> numbers = new ArrayList<>();
        for (String range : list.split(",", -1)) {
            String[] ends = range.split("-", -1);
            for (int n = Integer.parseInt(ends[0]); n <= Integer.parseInt(ends[ends.length - 1]); n++) {
                numbers.add(String.valueOf(n));
            }
        }
        return numbers;
    }

    private static Note note(String words, int line) {
        String name = "";
        Speaker.Type type = Speaker.Type.PERSON;
        Optional<String> role = Optional.empty();
        Optional<String> affiliation = Optional.empty();
        Claim.Stance stance = Claim.Stance.ASSERT;
        Optional<String> target = Optional.empty();
        Optional<Claim.Certainty> certainty = Optional.empty();
        boolean negated = false;
        List<String> contests = List.of();
        Optional<String> when = Optional.empty();
        for (String field : words.split(";", -1)) {
            String value = field.strip();
            String key = value.split(" ", 2)[0];
            Optional<String> rest =
                    value.contains(" ") ? Optional.of(value.substring(key.length() + 1)) : Optional.empty();
            if (name.isEmpty()) {
                name = value;
            } else if (TYPES.contains(value)) {
                type = Speaker.Type.valueOf(value.toUpperCase(Locale.ROOT));
            } else if (key.equals("role") && rest.isPresent()) {
                role = rest;
            } else if (key.equals("affiliation") && rest.isPresent()) {
                affiliation = rest;
            } else if (STANCES.contains(key)) {
                stance = Claim.Stance.valueOf(key.toUpperCase(Locale.ROOT));
                target = rest;
            } else if (value.equals("hedged probable") || value.equals("hedged possible")) {
                certainty = rest.map(degree -> Claim.Certainty.valueOf(degree.toUpperCase(Locale.ROOT)));
            } else if (key.equals("contests") && value.matches("contests \\d+(?: or \\d+)*")) {
                contests = List.of(rest.orElseThrow().split(" or ", -1));
            } else if (key.equals("when") && rest.isPresent()) {
                when = rest;
            } else if (value.equals("negated")) {
                negated = true;
            } else {
                throw new MarkupException(line, "has an unknown field '" + value + "'");
            }
        }
        Optional<Speaker> speaker = name.equals("-")
                ? Optional.empty()
                : Optional.of(new Speaker(name, Optional.empty(), type, role, affiliation));
        return new Note(speaker, stance, target, certainty, negated, contests, when);
    }

    private CasualtyFigure figure(Matcher line, int number) {
        String id = line.group(1);
        if (marks.of(id).isEmpty()) {
            throw new MarkupException(number, "describes " + id + ", which is not marked");
        }
        Map<String, String> fields = new TreeMap<>();
        CasualtyFigure.Modality modality = CasualtyFigure.Modality.ASSERTED;
        CasualtyFigure.Scope scope = CasualtyFigure.Scope.CURRENT;
        for (String field : (line.group(4) == null ? "" : line.group(4)).split(";", -1)) {
            String value = field.strip();
            String key = value.split(" ", 2)[0];
            if (value.startsWith("part of ")) {
                fields.put("part", value.substring("part of ".length()));
            } else if (Set.of("victims", "perpetrator", "cause", "place", "time", "source")
                            .contains(key)
                    && value.length() > key.length()) {
                fields.put(key, value.substring(key.length() + 1));
            } else if (MODALITIES.contains(value)) {
                modality = CasualtyFigure.Modality.valueOf(value.toUpperCase(Locale.ROOT));
            } else if (SCOPES.contains(value)) {
                scope = CasualtyFigure.Scope.valueOf(value.toUpperCase(Locale.ROOT));
            } else if (value.equals("optional")) {
                optional.add(id);
            } else if (value.equals("derived")) {
                fields.put(value, "");
            } else if (!value.isEmpty()) {
                throw new MarkupException(number, "has an unknown field '" + value + "'");
            }
        }
        if (fields.containsKey("source")) {
            sourced.add(id);
        }
        try {
            return new CasualtyFigure(
                    id,
                    marks.extent(id),
                    CasualtyFigure.Outcome.valueOf(line.group(2).toUpperCase(Locale.ROOT)),
                    Notation.quantity(line.group(3)),
                    Optional.ofNullable(fields.get("victims")),
                    Optional.ofNullable(fields.get("perpetrator")),
                    Optional.ofNullable(fields.get("cause")),
                    Optional.ofNullable(fields.get("place")),
                    Optional.ofNullable(fields.get("time")),
                    fields.getOrDefault("source", "-").equals("-")
                            ? new Voice.Publisher()
                            : new Voice.Source(fields.getOrDefault("source", "-"), Optional.empty()),
                    modality,
                    scope,
                    Optional.ofNullable(fields.get("part")),
                    fields.containsKey("derived"),
                    basis);
        } catch (IllegalArgumentException e) {
            throw new MarkupException(number, "is no figure: " + e.getMessage());
        }
    }

    private Document document(int lastLine) {
        Provenance provenance = new Provenance("markup", ((Basis.Human) basis).annotator());
        List<Attribution> attributions = new ArrayList<>();
        List<Claim> claims = new ArrayList<>();
        List<Quote> quotes = quotes();
        marks.pieces().keySet().stream()
                .filter(mark -> mark.startsWith("K"))
                .sorted(Comparator.comparingInt(Markup::number))
                .forEach(mark -> {
                    String number = mark.substring(1);
                    Note note = Optional.ofNullable(said.remove(number))
                            .orElseThrow(() ->
                                    new MarkupException(lastLine, "ends without a line for attribution " + number));
                    Attribution attribution = attribution(number, note, quotes);
                    attributions.add(attribution);
                    claims.add(new Claim(
                            "c" + number,
                            attribution.content(),
                            attribution.id(),
                            note.stance(),
                            note.target().map(name -> new Claim.Target(name, Optional.empty())),
                            note.certainty().map(degree -> new Claim.Hedge(degree, Optional.empty())),
                            note.negated(),
                            List.of(),
                            answer(note, lastLine),
                            Optional.empty(),
                            List.of(),
                            note.when().map(words -> when(words, attribution, lastLine)),
                            basis));
                });
        if (!said.isEmpty()) {
            throw new MarkupException(lastLine, "ends with lines for attributions without content: " + said.keySet());
        }
        marks.pieces().keySet().stream()
                .filter(mark -> mark.startsWith("F") && !figures.containsKey(mark))
                .findFirst()
                .ifPresent(mark -> {
                    throw new MarkupException(lastLine, "ends without a line for figure " + mark);
                });
        figures.values()
                .forEach(figure -> figure.partOf()
                        .filter(whole -> !figures.containsKey(whole))
                        .ifPresent(whole -> {
                            throw new MarkupException(
                                    figureLines.getOrDefault(figure.id(), lastLine),
                                    "is part of " + whole + ", which is not there");
                        }));
        Article article = new Article(marks.text(), marks.zones(), Metadata.NONE, "en", Article.Status.COMPLETE);
        return Document.of(article)
                .with(new Layer<>(Kind.QUOTE, quotes, provenance))
                .with(new Layer<>(Kind.ATTRIBUTION, attributions, provenance))
                .with(new Layer<>(Kind.CLAIM, claims, provenance))
                .with(new Layer<>(
                        Kind.CASUALTY,
                        figures.values().stream()
                                .map(figure -> voiced(figure, attributions))
                                .toList(),
                        provenance));
    }

    private Attribution attribution(String number, Note note, List<Quote> quotes) {
        Extent content = marks.extent("K" + number);
        List<Quote> own = quotes.stream()
                .filter(quote -> quote.kind().isSpeech() && content.overlaps(quote.span()))
                .toList();
        Optional<Span> cue = hull("C" + number);
        return new Attribution(
                "a" + number,
                kind(
                        content,
                        own.stream()
                                .filter(quote ->
                                        cue.filter(quote.span()::contains).isEmpty())
                                .toList()),
                hull("S" + number),
                cue,
                content,
                note.speaker(),
                own.stream()
                        .filter(quote -> marks.of("Q" + number).contains(quote.span()))
                        .map(Quote::id)
                        .toList(),
                basis);
    }

    private Claim.Answer answer(Note note, int line) {
        note.contests().stream()
                .filter(number -> marks.of("K" + number).isEmpty())
                .findFirst()
                .ifPresent(number -> {
                    throw new MarkupException(
                            line, "ends with a line that contests " + number + ", which is not there");
                });
        if (!note.contests().isEmpty()) {
            return new Claim.Answer.To(
                    note.contests().stream().map(number -> "c" + number).toList());
        }
        return note.stance().answers() ? new Claim.Answer.Unlinked() : new Claim.Answer.Nothing();
    }

    /** The place of these words nearest to the cue, else to the content. */
    private Span when(String words, Attribution attribution, int line) {
        int near =
                attribution.cue().map(Span::start).orElse(attribution.content().start());
        Optional<Span> nearest = Optional.empty();
        for (int at = marks.text().indexOf(words); at >= 0; at = marks.text().indexOf(words, at + 1)) {
            if (nearest.isEmpty()
                    || Math.abs(at - near) < Math.abs(nearest.get().start() - near)) {
                nearest = Optional.of(new Span(at, at + words.length()));
            }
        }
        return nearest.orElseThrow(
                () -> new MarkupException(line, "ends with a line whose time is not in the text: '" + words + "'"));
    }

    private Optional<Span> hull(String mark) {
        return marks.of(mark).isEmpty()
                ? Optional.empty()
                : Optional.of(marks.extent(mark).hull());
    }

    /** @param quotes in which the cue does not stand: “She told me she would come” quotes whoever speaks, not her */
    private Attribution.Kind kind(Extent content, List<Quote> quotes) {
        boolean inside = false;
        boolean outside = false;
        for (Span span : content.spans()) {
            for (int at = span.start(); at < span.end(); at++) {
                int offset = at;
                if (Character.isLetterOrDigit(marks.text().charAt(at))) {
                    boolean quoted =
                            quotes.stream().anyMatch(quote -> quote.span().contains(offset));
                    inside |= quoted;
                    outside |= !quoted;
                }
            }
        }
        return !outside ? Attribution.Kind.DIRECT : inside ? Attribution.Kind.MIXED : Attribution.Kind.INDIRECT;
    }

    private List<Quote> quotes() {
        List<Span> direct = new ArrayList<>();
        Map<Span, Quote.Kind> kinds = new TreeMap<>();
        marks.pieces().forEach((mark, spans) -> {
            switch (mark.charAt(0)) {
                case 'Q' -> spans.forEach(span -> kinds.put(span, Quote.Kind.MIXED));
                case 'T' -> spans.forEach(span -> kinds.put(span, Quote.Kind.TITLE));
                case 'X' -> spans.forEach(span -> kinds.put(span, Quote.Kind.SCARE));
                case 'K' -> direct.addAll(spans);
                default -> {}
            }
        });
        List<Quote> quotes = new ArrayList<>();
        kinds.forEach((span, kind) -> quotes.add(new Quote(
                "q" + (quotes.size() + 1),
                span,
                kind == Quote.Kind.MIXED && direct.contains(span) ? Quote.Kind.DIRECT : kind,
                basis)));
        return quotes;
    }

    /** A figure without a source of its own is that of whoever is quoted with any of its mentions. */
    private CasualtyFigure voiced(CasualtyFigure figure, List<Attribution> attributions) {
        if (sourced.contains(figure.id())) {
            return figure;
        }
        return attributions.stream()
                .filter(attribution -> attribution.content().spans().stream()
                        .anyMatch(span -> figure.mentions().spans().stream().anyMatch(span::contains)))
                .min(Comparator.comparingInt(
                        attribution -> attribution.content().hull().length()))
                .map(attribution -> attribution
                        .speaker()
                        .<Voice>map(speaker -> new Voice.Source(speaker.name(), Optional.of(attribution.id())))
                        .orElse(new Voice.Publisher()))
                .map(figure::withVoice)
                .orElse(figure);
    }

    private static int number(String mark) {
        return Integer.parseInt(mark.substring(1));
    }
}
