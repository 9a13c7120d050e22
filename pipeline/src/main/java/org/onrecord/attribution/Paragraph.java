package org.onrecord.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.onrecord.document.Attribution;
import org.onrecord.document.Basis;
import org.onrecord.document.Extent;
import org.onrecord.document.Parse;
import org.onrecord.document.Quote;
import org.onrecord.document.Span;
import org.onrecord.document.Speaker;

/** One paragraph: its frames, its quotations bound to them, and the attributions that come of it. */
final class Paragraph {
    private static final double CONTINUED = 0.85;

    /** A paragraph that is a quotation but for this many letters continues the speech before it. */
    private static final int OWN_LETTERS = 12;

    /** A clause that adds no more letters than "that" to its quotation adds nothing. */
    private static final int MARKER_LETTERS = 4;

    private final String text;
    private final Span span;
    private final List<Frame> frames;
    private final List<Quote> quotes;
    private final Binding binding;

    Paragraph(String text, Span span, List<Parse> sentences, List<Quote> speech, Frames finder) {
        this.text = text;
        this.span = span;
        this.quotes =
                speech.stream().filter(quote -> span.contains(quote.span())).toList();
        List<Span> quotations = quotes.stream().map(Quote::span).toList();
        this.frames = sentences.stream()
                .filter(sentence -> span.contains(sentence.sentence().span()))
                .flatMap(sentence -> finder.in(sentence, quotations).stream())
                .toList();
        this.binding = new Binding(text, frames, quotes);
    }

    /**
     * The attributions of the paragraph in text order of their contents.
     *
     * @param previous the last attribution of the paragraph before, which quotations without a cue continue
     * @param taken how many ids are taken
     */
    List<Attribution> attributions(Speakers speakers, Optional<Attribution> previous, int taken) {
        List<Draft> drafts = new ArrayList<>();
        for (Frame frame : frames) {
            Optional<Speaker> speaker = speakers.of(frame);
            List<Quote> own = binding.of(frame);
            content(frame, own)
                    .filter(content -> isAttribution(frame, own, speaker))
                    .ifPresent(content -> drafts.add(new Draft(
                            kind(content, own),
                            frame.source(),
                            Optional.of(frame.cue()),
                            content,
                            speaker,
                            own,
                            new Basis.Rule(frame.rule(), frame.confidence()))));
        }
        for (Quote quote : binding.unbound()) {
            previous.filter(before -> continues(before)).ifPresent(before -> drafts.add(continuation(quote, before)));
        }
        drafts.sort(Comparator.comparingInt((Draft draft) -> draft.content().start())
                .thenComparingInt(draft -> draft.content().end()));
        List<Attribution> attributions = new ArrayList<>();
        for (Draft draft : drafts) {
            attributions.add(draft.attribution("a" + (taken + attributions.size() + 1)));
        }
        return attributions;
    }

    /** An attribution before it has an id. */
    private record Draft(
            Attribution.Kind kind,
            Optional<Span> source,
            Optional<Span> cue,
            Extent content,
            Optional<Speaker> speaker,
            List<Quote> quotes,
            Basis basis) {
        Attribution attribution(String id) {
            List<String> ids = quotes.stream().map(Quote::id).toList();
            return new Attribution(id, kind, source, cue, content, speaker, ids, basis);
        }
    }

    private Draft continuation(Quote quote, Attribution before) {
        return new Draft(
                Attribution.Kind.DIRECT,
                Optional.empty(),
                Optional.empty(),
                Extent.of(withMarks(quote)),
                before.speaker(),
                List.of(quote),
                new Basis.Rule("continued-quotation", CONTINUED));
    }

    /** Whether this paragraph is nothing but quotation, so that it goes on with the speech before it. */
    private boolean continues(Attribution before) {
        long quoted = quotes.stream().mapToLong(quote -> letters(quote.span())).sum();
        boolean onlyQuotation = letters(span) - quoted <= OWN_LETTERS;
        return onlyQuotation && before.speaker().isPresent();
    }

    private long letters(Span part) {
        return part.of(text).chars().filter(Character::isLetter).count();
    }

    private static boolean isAttribution(Frame frame, List<Quote> own, Optional<Speaker> speaker) {
        boolean said = !own.isEmpty() && !frame.directed();
        boolean labelled = !frame.rule().equals("label-colon")
                || speaker.flatMap(Speaker::entity).isPresent();
        return labelled && (said || frame.source().isPresent());
    }

    /** What is attributed: the quotations, and the clause where it says more than they do. */
    private Optional<Extent> content(Frame frame, List<Quote> own) {
        Optional<Extent> clause = frame.content().flatMap(content -> without(content, frame.hull()));
        for (Frame later : frames) {
            if (goesOn(frame, later)) {
                clause = clause.flatMap(content -> before(content, later.cue().start()));
            }
        }
        if (own.isEmpty()) {
            return clause;
        }
        List<Span> spans = new ArrayList<>(own.stream().map(this::withMarks).toList());
        clause.filter(content -> saysMore(content, own)).ifPresent(content -> spans.addAll(content.spans()));
        return Optional.of(new Extent(merged(spans)));
    }

    private boolean saysMore(Extent clause, List<Quote> own) {
        long letters = clause.spans().stream().mapToLong(this::letters).sum();
        long quoted = clause.spans().stream()
                .flatMap(part ->
                        own.stream().map(Quote::span).filter(part::overlaps).map(quote -> overlap(part, quote)))
                .mapToLong(this::letters)
                .sum();
        return letters - quoted > MARKER_LETTERS;
    }

    private static Span overlap(Span first, Span second) {
        return new Span(Math.max(first.start(), second.start()), Math.min(first.end(), second.end()));
    }

    private static Optional<Extent> without(Extent content, Span hull) {
        List<Span> kept = new ArrayList<>();
        for (Span part : content.spans()) {
            if (!part.overlaps(hull)) {
                kept.add(part);
                continue;
            }
            if (part.start() < hull.start()) {
                kept.add(new Span(part.start(), hull.start()));
            }
            if (hull.end() < part.end()) {
                kept.add(new Span(hull.end(), part.end()));
            }
        }
        return kept.isEmpty() ? Optional.empty() : Optional.of(new Extent(kept));
    }

    /** "He criticised the ban, saying that …": what follows the comma belongs to the second cue. */
    private boolean goesOn(Frame frame, Frame later) {
        int cue = later.cue().start();
        return cue > frame.cue().end()
                && later.sourceHead().equals(frame.sourceHead())
                && text.substring(0, cue).stripTrailing().endsWith(",");
    }

    private Optional<Extent> before(Extent content, int offset) {
        List<Span> kept = content.spans().stream()
                .filter(part -> part.start() < offset)
                .map(part -> part.end() <= offset ? part : new Span(part.start(), offset))
                .map(this::trimmed)
                .toList();
        return kept.isEmpty() ? Optional.empty() : Optional.of(new Extent(kept));
    }

    private Span trimmed(Span part) {
        int end = part.end();
        while (end > part.start() + 1
                && !Character.isLetterOrDigit(text.charAt(end - 1))
                && !isMark(text.charAt(end - 1))) {
            end--;
        }
        return new Span(part.start(), end);
    }

    private static List<Span> merged(List<Span> spans) {
        List<Span> merged = new ArrayList<>();
        for (Span next : spans.stream().sorted().toList()) {
            if (!merged.isEmpty() && next.start() <= merged.getLast().end()) {
                merged.set(merged.size() - 1, Span.covering(merged.getLast(), next));
            } else {
                merged.add(next);
            }
        }
        return merged;
    }

    private Attribution.Kind kind(Extent content, List<Quote> own) {
        if (own.isEmpty()) {
            return Attribution.Kind.INDIRECT;
        }
        long letters = content.spans().stream().mapToLong(this::letters).sum();
        long quoted = own.stream().mapToLong(quote -> letters(quote.span())).sum();
        return letters - quoted > MARKER_LETTERS ? Attribution.Kind.MIXED : Attribution.Kind.DIRECT;
    }

    /** The quotation with the marks that stand right around it. */
    private Span withMarks(Quote quote) {
        int start = quote.span().start();
        int end = quote.span().end();
        while (start > span.start() && isMark(text.charAt(start - 1))) {
            start--;
        }
        while (end < span.end() && isMark(text.charAt(end))) {
            end++;
        }
        return new Span(start, end);
    }

    private static boolean isMark(char c) {
        return "\"“”„‟‘’‚‹›«»'`".indexOf(c) >= 0;
    }
}
