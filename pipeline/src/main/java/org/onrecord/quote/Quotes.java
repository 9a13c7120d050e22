package org.onrecord.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.onrecord.document.Annotation;
import org.onrecord.document.Kind;
import org.onrecord.document.Quote;
import org.onrecord.document.Sentence;
import org.onrecord.document.Span;
import org.onrecord.document.Token;
import org.onrecord.document.Transcript;
import org.onrecord.document.Zone;
import org.onrecord.pipeline.Stage;
import org.onrecord.pipeline.View;

/** Finds what stands between quotation marks in prose and tells speech from titles, terms and nicknames. */
public final class Quotes implements Stage<Quote> {
    private static final String MARKS = "\"“”„‟‘’«»'`";

    /** Characters on either side of a quotation that can tell what it is for, within its sentence. */
    private static final int SIGHT = 500;

    private final Kinds kinds;

    private Quotes(Kinds kinds) {
        this.kinds = kinds;
    }

    public static Quotes load() {
        return new Quotes(Kinds.load());
    }

    @Override
    public Kind<Quote> writes() {
        return Kind.QUOTE;
    }

    @Override
    public Set<Kind<?>> reads() {
        return Set.of(Kind.SENTENCE, Kind.TOKEN);
    }

    @Override
    public List<Quote> annotate(View view) {
        List<Quote> quotes = new ArrayList<>();
        List<Span> paragraphs = view.article().zones().stream()
                .filter(zone -> zone.kind().isProse())
                .map(Zone::span)
                .toList();
        boolean transcript = Transcript.is(view.text(), paragraphs);
        for (Zone zone : view.article().zones()) {
            if (zone.kind().isProse()) {
                for (Span marked : Marks.pair(view.text(), zone.span())) {
                    Span span = transcript ? afterLabel(view.text(), zone.span(), marked) : marked;
                    Kinds.Decision decision = kinds.of(surroundings(view, zone, span));
                    quotes.add(new Quote("q" + (quotes.size() + 1), span, decision.kind(), decision.basis()));
                }
            }
        }
        return quotes;
    }

    /** "WALLACE: Will you come?": in a transcript the name of who speaks may stand inside the marks. */
    private static Span afterLabel(String text, Span paragraph, Span marked) {
        int start = Transcript.label(text, paragraph).map(Span::end).orElse(0);
        while (start < marked.end() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return marked.start() < start && start < marked.end() ? new Span(start, marked.end()) : marked;
    }

    /** The quotation in the sentences that it touches. */
    private static Surroundings surroundings(View view, Zone zone, Span span) {
        List<Sentence> sentences = view.all(Kind.SENTENCE);
        Span whole =
                Span.covering(sentenceAt(sentences, span.start(), span), sentenceAt(sentences, span.end() - 1, span));
        Span around =
                new Span(Math.max(whole.start(), span.start() - SIGHT), Math.min(whole.end(), span.end() + SIGHT));
        List<Token> sentence = Annotation.within(view.all(Kind.TOKEN), around);
        return new Surroundings(
                zone,
                view.text(),
                span,
                sentence.stream()
                        .filter(token -> span.overlaps(token.span()) && token.isWord())
                        .toList(),
                sentence.stream()
                        .filter(token -> token.span().end() <= span.start() && !isMark(token))
                        .toList(),
                sentence.stream()
                        .filter(token -> token.span().start() >= span.end() && !isMark(token))
                        .toList());
    }

    private static Span sentenceAt(List<Sentence> sentences, int offset, Span otherwise) {
        return Annotation.at(sentences, offset).map(Sentence::span).orElse(otherwise);
    }

    private static boolean isMark(Token token) {
        return token.form().chars().allMatch(c -> MARKS.indexOf(c) >= 0);
    }
}
