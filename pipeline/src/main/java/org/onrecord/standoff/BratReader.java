package org.onrecord.standoff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onrecord.document.Article;
import org.onrecord.document.Attribution;
import org.onrecord.document.Basis;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.Document;
import org.onrecord.document.Extent;
import org.onrecord.document.Kind;
import org.onrecord.document.Layer;
import org.onrecord.document.Provenance;
import org.onrecord.document.Span;
import org.onrecord.document.Speaker;
import org.onrecord.document.Voice;

/**
 * Reads brat stand-off: text-bound annotations of the types Source, Cue, Content and Casualty, and Attribution events
 * that join them ({@code Content2} adds to Content). Notes that {@link Brat} writes give speakers and figures. Offsets are
 * code points, as brat counts. A line that cannot be read is left out and reported.
 */
final class BratReader {
    private static final Pattern BOUND =
            Pattern.compile("(T\\d+)\t(\\S+) (\\d{1,9} \\d{1,9}(?:;\\d{1,9} \\d{1,9})*)\t(.*)");
    private static final Pattern EVENT = Pattern.compile("(E\\d+)\t(\\S+?):(T\\d+)((?: \\S+:\\S+)*)\\s*");
    private static final Pattern NOTE = Pattern.compile("#\\d+\tAnnotatorNotes (\\S+)\t(.*)");
    private static final Pattern MARK = Pattern.compile("[“”\"]|\n");

    private final Article article;
    private final Basis basis;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Bound> bounds = new LinkedHashMap<>();
    private final Map<String, String> notes = new HashMap<>();
    private final int[] offsets;

    private record Bound(String type, List<Span> spans) {}

    private BratReader(Article article, String annotator) {
        this.article = article;
        this.basis = new Basis.Human(annotator);
        int points = article.text().codePointCount(0, article.text().length());
        this.offsets = new int[points + 1];
        for (int point = 0, at = 0; point <= points; point++) {
            offsets[point] = at;
            at += point < points ? Character.charCount(article.text().codePointAt(at)) : 0;
        }
    }

    static Brat.Annotated read(Article article, String ann, String annotator) {
        BratReader reader = new BratReader(article, annotator);
        List<String> lines = ann.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            reader.declare(i + 1, lines.get(i));
        }
        List<Attribution> attributions = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher event = EVENT.matcher(lines.get(i));
            if (!event.matches()) {
                continue;
            }
            reader.trigger(i + 1, event);
            if (event.group(2).equals("Attribution")) {
                reader.attribution(i + 1, event).ifPresent(attributions::add);
            }
        }
        attributions.sort(
                Comparator.comparingInt(attribution -> attribution.extent().start()));
        Provenance provenance = new Provenance("brat", annotator);
        Document document = Document.of(article)
                .with(new Layer<>(Kind.ATTRIBUTION, attributions, provenance))
                .with(new Layer<>(Kind.CASUALTY, reader.figures(), provenance));
        return new Brat.Annotated(document, reader.problems);
    }

    private void declare(int number, String line) {
        Matcher bound = BOUND.matcher(line);
        Matcher note = NOTE.matcher(line);
        if (bound.matches()) {
            spans(number, bound).ifPresent(spans -> bounds.put(bound.group(1), new Bound(bound.group(2), spans)));
        } else if (note.matches()) {
            notes.put(note.group(1), note.group(2));
        } else if (!line.isBlank()
                && !line.matches("[RAMN*#].*")
                && !EVENT.matcher(line).matches()) {
            problem(number, "is no annotation: '" + line + "'");
        }
    }

    private Optional<List<Span>> spans(int number, Matcher bound) {
        List<Span> spans = new ArrayList<>();
        for (String piece : bound.group(3).split(";", -1)) {
            String[] ends = piece.split(" ", -1);
            long start = Long.parseLong(ends[0]);
            long end = Long.parseLong(ends[1]);
            if (start >= end || end >= offsets.length) {
                problem(
                        number,
                        bound.group(1) + " is at " + piece + ", the text has " + (offsets.length - 1) + " characters");
                return Optional.empty();
            }
            spans.add(new Span(offsets[(int) start], offsets[(int) end]));
        }
        StringBuilder pieces = new StringBuilder();
        spans.forEach(span -> pieces.append(span.of(article.text()))); // in the order of the file
        String there = words(pieces.toString());
        if (!there.equals(words(bound.group(4)))) {
            problem(number, bound.group(1) + " says '" + bound.group(4) + "' where the text has '" + there + "'");
            return Optional.empty();
        }
        return Optional.of(spans);
    }

    /** Tools differ in how they write line breaks and the joints of pieces. */
    private static String words(String text) {
        return text.replaceAll("\\s+", "");
    }

    private void trigger(int number, Matcher event) {
        if (!bounds.containsKey(event.group(3))) {
            problem(number, event.group(1) + " has the trigger " + event.group(3) + ", which is not there");
        }
    }

    private Optional<Attribution> attribution(int number, Matcher event) {
        Map<String, List<Span>> roles = new HashMap<>();
        for (String role : event.group(4).strip().split(" ", -1)) {
            int colon = role.indexOf(':');
            if (colon < 0) {
                continue;
            }
            String id = role.substring(colon + 1);
            Bound bound = bounds.get(id);
            if (bound == null) {
                if (!id.equals(event.group(3))) { // the trigger is reported already
                    problem(number, event.group(1) + " refers to " + id + ", which is not there");
                }
            } else {
                roles.computeIfAbsent(role.substring(0, colon).replaceFirst("\\d+$", ""), key -> new ArrayList<>())
                        .addAll(bound.spans());
            }
        }
        List<Span> content = roles.getOrDefault("Content", List.of());
        if (content.isEmpty()) {
            problem(number, event.group(1) + " has no content");
            return Optional.empty();
        }
        Extent extent = new Extent(joined(content));
        Optional<Span> cue = hull(roles.getOrDefault("Cue", List.of()));
        return Optional.of(new Attribution(
                event.group(1),
                cue.isPresent() && isOpen(cue.get().start()) ? Attribution.Kind.INDIRECT : kind(extent),
                hull(roles.getOrDefault("Source", List.of())),
                cue,
                extent,
                speaker(event.group(1)),
                List.of(),
                basis));
    }

    private Optional<Speaker> speaker(String event) {
        return Optional.ofNullable(notes.get(event))
                .filter(note -> note.startsWith("speaker: ") && note.length() > "speaker: ".length())
                .map(note -> new Speaker(
                        note.substring("speaker: ".length()),
                        Optional.empty(),
                        Speaker.Type.PERSON,
                        Optional.empty(),
                        Optional.empty()));
    }

    private List<CasualtyFigure> figures() {
        List<CasualtyFigure> figures = new ArrayList<>();
        bounds.forEach((id, bound) -> {
            String[] note = notes.getOrDefault(id, "").split(" ", 2);
            if (bound.type().equals("Casualty") && note.length == 2) {
                outcome(note[0])
                        .ifPresent(outcome -> figures.add(new CasualtyFigure(
                                id,
                                new Extent(joined(bound.spans())),
                                outcome,
                                Notation.quantity(note[1]),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                new Voice.Publisher(),
                                CasualtyFigure.Modality.ASSERTED,
                                CasualtyFigure.Scope.CURRENT,
                                Optional.empty(),
                                false,
                                basis)));
            }
        });
        return figures;
    }

    private static Optional<CasualtyFigure.Outcome> outcome(String name) {
        try {
            return Optional.of(CasualtyFigure.Outcome.valueOf(name.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Span> hull(List<Span> spans) {
        return spans.isEmpty() ? Optional.empty() : Optional.of(new Extent(joined(spans)).hull());
    }

    /** In text order, overlapping pieces made one. */
    private static List<Span> joined(List<Span> spans) {
        List<Span> joined = new ArrayList<>();
        spans.stream().sorted().forEach(span -> {
            if (!joined.isEmpty() && span.start() <= joined.getLast().end()) {
                joined.add(Span.covering(joined.removeLast(), span));
            } else {
                joined.add(span);
            }
        });
        return joined;
    }

    /**
     * By how much of the content stands between double quotation marks, for brat files do not say. Marks around the cue as
     * well are those of whoever reports: “She told me she would come.”
     */
    private Attribution.Kind kind(Extent content) {
        int inside = 0;
        int outside = 0;
        for (Span span : content.spans()) {
            boolean open = isOpen(span.start());
            for (int at = span.start(); at < span.end(); at++) {
                char c = article.text().charAt(at);
                open = isMark(c) ? c == '“' || (c == '"' && !open) : open && c != '\n';
                if (Character.isLetterOrDigit(c)) {
                    inside += open ? 1 : 0;
                    outside += open ? 0 : 1;
                }
            }
        }
        return outside == 0
                ? Attribution.Kind.DIRECT
                : inside == 0 ? Attribution.Kind.INDIRECT : Attribution.Kind.MIXED;
    }

    private static boolean isMark(char c) {
        return c == '“' || c == '”' || c == '"';
    }

    /** Whether a quotation that began in the same paragraph is open at the offset. */
    private boolean isOpen(int offset) {
        boolean open = false;
        Matcher mark = MARK.matcher(article.text().substring(article.text().lastIndexOf('\n', offset - 1) + 1, offset));
        while (mark.find()) {
            open = mark.group().equals("“") || (mark.group().equals("\"") && !open);
        }
        return open;
    }

    private void problem(int line, String what) {
        problems.add("line " + line + " " + what);
    }
}
