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
import org.onrecord.document.Transcript;
import org.onrecord.reference.Speakers;

/** One paragraph: its frames, its quotations bound to them, and the attributions that come of it. */
final class Paragraph {
    /** The rule for paragraphs of a transcript. */
    static final String LABELLED = "transcript-label";

    private static final double CONTINUED = 0.85;

    private final String text;
    private final Span span;
    private final Wording wording;
    private final List<Frame> frames;
    private final List<Quote> quotes;
    private final Binding binding;
    private final Optional<Span> speaks;

    /** @param transcript whether paragraphs of the article begin with the name of who speaks */
    Paragraph(String text, Span span, List<Parse> sentences, List<Quote> speech, Frames finder, boolean transcript) {
        this.text = text;
        this.span = span;
        this.wording = new Wording(text, span);
        this.quotes =
                speech.stream().filter(quote -> span.contains(quote.span())).toList();
        List<Span> quotations = quotes.stream().map(Quote::span).toList();
        this.frames = sentences.stream()
                .filter(sentence -> span.contains(sentence.sentence().span()))
                .flatMap(sentence -> finder.in(sentence, quotations).stream())
                .toList();
        this.binding = new Binding(text, frames, quotes);
        this.speaks = transcript ? Transcript.label(text, span) : Optional.empty();
    }

    /** Empty where there is no source or nobody fits. */
    private static Optional<Speaker> speaker(Frame frame, Speakers speakers) {
        return frame.source()
                .filter(source -> frame.sourceHead().isPresent())
                .flatMap(source -> speakers.of(source, frame.sourceHead().getAsInt(), frame.sentence(), frame.cue()));
    }

    /**
     * The attributions of the paragraph in text order of their contents.
     *
     * @param goesOn who speaks where a quotation has no cue
     * @param taken how many ids are taken
     */
    List<Attribution> attributions(Speakers speakers, Optional<Speaker> goesOn, int taken) {
        List<Draft> drafts = new ArrayList<>();
        for (Frame frame : frames) {
            Optional<Speaker> speaker = speaker(frame, speakers);
            List<Quote> own = binding.of(frame);
            content(frame, own)
                    .filter(content -> isAttribution(frame, own, speaker))
                    .ifPresent(content -> drafts.add(new Draft(
                            isLabel(frame) ? Attribution.Kind.DIRECT : wording.kind(content, own),
                            frame.source(),
                            Optional.of(frame.cue()),
                            content,
                            speaker,
                            own,
                            isLabel(frame)
                                    ? new Basis.Rule(LABELLED, CONTINUED)
                                    : new Basis.Rule(frame.rule(), frame.confidence()))));
        }
        for (Quote quote : binding.unbound()) {
            goesOn.filter(unused -> wording.isQuotation(quotes))
                    .ifPresent(speaker -> drafts.add(continuation(quote, speaker)));
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

    private Draft continuation(Quote quote, Speaker speaker) {
        return new Draft(
                Attribution.Kind.DIRECT,
                Optional.empty(),
                Optional.empty(),
                Extent.of(wording.withMarks(quote.span())),
                Optional.of(speaker),
                List.of(quote),
                new Basis.Rule("continued-quotation", CONTINUED));
    }

    /** Whether it is the name with which a paragraph of a transcript begins. */
    private boolean isLabel(Frame frame) {
        return frame.rule().equals("label-colon")
                && speaks.filter(frame.hull()::equals).isPresent();
    }

    private boolean isAttribution(Frame frame, List<Quote> own, Optional<Speaker> speaker) {
        boolean said = !own.isEmpty() && !frame.directed();
        boolean labelled = isLabel(frame)
                || !frame.rule().equals("label-colon")
                || speaker.flatMap(Speaker::entity).isPresent();
        return labelled && (said || frame.source().isPresent());
    }

    /** What is attributed: the quotations, and the clause where it says more than they do. */
    private Optional<Extent> content(Frame frame, List<Quote> own) {
        if (isLabel(frame)) {
            return rest(frame.hull().end());
        }
        Optional<Extent> clause = frame.content().flatMap(content -> without(content, frame.hull()));
        for (Frame later : frames) {
            if (goesOn(frame, later)) {
                clause = clause.flatMap(content -> before(content, later.cue().start()));
            }
        }
        if (own.isEmpty()) {
            return clause;
        }
        List<Span> spans = new ArrayList<>(
                own.stream().map(quote -> wording.withMarks(quote.span())).toList());
        clause.filter(content -> saysMore(content, own)).ifPresent(content -> spans.addAll(content.spans()));
        return Optional.of(new Extent(Wording.merged(spans)));
    }

    /** The paragraph from an offset on, without the marks around it. */
    private Optional<Extent> rest(int from) {
        int start = from;
        int end = span.end();
        while (start < end && !Character.isLetterOrDigit(text.charAt(start))) {
            start++;
        }
        while (end > start && (Wording.isMark(text.charAt(end - 1)) || Character.isWhitespace(text.charAt(end - 1)))) {
            end--;
        }
        return start < end ? Optional.of(Extent.of(new Span(start, end))) : Optional.empty();
    }

    private boolean saysMore(Extent clause, List<Quote> own) {
        return wording.letters(clause) - wording.quoted(clause, own) > Wording.MARKER_LETTERS;
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
                && !Wording.isMark(text.charAt(end - 1))) {
            end--;
        }
        return new Span(part.start(), end);
    }
}
