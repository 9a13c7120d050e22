package org.onrecord.attribution;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.onrecord.document.Extent;
import org.onrecord.document.Parse;
import org.onrecord.document.Span;
import org.onrecord.document.Token;

/** Finds the attributions that one sentence spells out: cue verbs, "according to", and a source before a colon. */
final class Frames {
    private static final String[] LOOSE = {"parataxis", "dep", "advcl", "ccomp", "punct", "cc"};
    private static final int LONGEST_LABEL = 7;

    private final Cues cues;

    Frames(Cues cues) {
        this.cues = cues;
    }

    /** The frames of a sentence in text order; words inside the quotations are not looked at. */
    List<Frame> in(Parse sentence, List<Span> quotations) {
        List<Frame> frames = new ArrayList<>();
        BitSet quoted = new BitSet();
        quotations.forEach(quotation -> quoted.or(sentence.within(quotation)));
        if (sentence.isParsed()) {
            for (int word = quoted.nextClearBit(0); word < sentence.size(); word = quoted.nextClearBit(word + 1)) {
                verb(sentence, word, quoted, frames)
                        .or(new According(sentence, word)::frame)
                        .ifPresent(frames::add);
            }
        }
        if (frames.isEmpty()) {
            label(sentence, quotations).ifPresent(frames::add);
        }
        frames.sort(Comparator.comparing(Frame::cue));
        return frames.stream().map(frame -> toSentenceEnd(frame, frames)).toList();
    }

    /** What is held against somebody runs on to the end of the sentence, wherever the parser hung its last clauses. */
    private static Frame toSentenceEnd(Frame frame, List<Frame> frames) {
        if (!frame.directed() || frame.content().isEmpty()) {
            return frame;
        }
        Parse sentence = frame.sentence();
        int start = frame.content().get().start();
        int end = frame.content().get().end();
        int last = sentence.size() - 1;
        while (last > 0 && sentence.token(last).tag().matches("[,.:]|''")) {
            last--;
        }
        int sentenceEnd = sentence.token(last).span().end();
        boolean another = frames.stream().anyMatch(other -> other.hull().start() >= end);
        return another || start < frame.cue().end() || sentenceEnd <= end
                ? frame
                : frame.withContent(Extent.of(new Span(start, sentenceEnd)));
    }

    private Optional<Frame> verb(Parse sentence, int word, BitSet quoted, List<Frame> before) {
        Optional<Cues.Strength> strength = cues.strength(sentence.token(word));
        if (strength.isEmpty() || sentence.hasRelation(word, "aux", "aux:pass", "cop", "amod", "compound")) {
            return Optional.empty();
        }
        OptionalInt head = source(sentence, word, quoted, before);
        Optional<Span> source =
                head.isPresent() ? Optional.of(span(sentence, word, head.getAsInt())) : Optional.empty();
        Optional<Extent> content = Contents.of(sentence, word, head, strength.get());
        if (strength.get() != Cues.Strength.SPEECH && (content.isEmpty() || source.isEmpty())) {
            return Optional.empty();
        }
        boolean directed = strength.get() == Cues.Strength.DIRECTED;
        return Optional.of(new Frame(
                sentence,
                sentence.token(word).span(),
                head,
                source.filter(span -> !span.contains(sentence.token(word).span())),
                content,
                directed,
                directed ? "cue-directed" : "cue-verb",
                directed ? 0.7 : 0.85));
    }

    /** ", saying that …": a participle goes on with the source of the cue before it, however the parser hung it. */
    private static OptionalInt source(Parse sentence, int word, BitSet quoted, List<Frame> before) {
        boolean goesOn = !before.isEmpty()
                && sentence.token(word).tag().equals("VBG")
                && sentence.token(word - 1).form().equals(",")
                && sentence.child(word, "nsubj").isEmpty();
        return goesOn ? before.getLast().sourceHead() : Sources.head(sentence, word, quoted);
    }

    /** The words that name the source: all of its phrase, or the relative pronoun that stands for it. */
    private static Span span(Parse sentence, int cue, int head) {
        OptionalInt relative = sentence.child(cue, "nsubj");
        return relative.isPresent() && Sources.isRelative(sentence, relative.getAsInt())
                ? sentence.token(relative.getAsInt()).span()
                : sentence.span(sentence.phrase(head, LOOSE));
    }

    /** "according to X": X is the source, the rest of the sentence on the nearer side is the content. */
    private record According(Parse sentence, int word) {
        Optional<Frame> frame() {
            boolean matches = sentence.token(word).form().equalsIgnoreCase("according")
                    && word + 2 < sentence.size()
                    && sentence.token(word + 1).form().equalsIgnoreCase("to");
            if (!matches) {
                return Optional.empty();
            }
            int head = sentence.governor(word).orElse(word + 2);
            BitSet source = sentence.phrase(
                    head, "parataxis", "dep", "advcl", "ccomp", "punct", "cc", "acl:relcl", "case", "cop", "nsubj");
            source.clear(0, word + 2);
            if (source.isEmpty()) {
                return Optional.empty();
            }
            Span cue = sentence.span(word, word + 1);
            Span place = sentence.span(word + 2, source.length() - 1);
            return Optional.of(new Frame(
                    sentence,
                    cue,
                    OptionalInt.of(Math.max(head, word + 2)),
                    Optional.of(place),
                    content(source.length()),
                    false,
                    "according-to",
                    0.9));
        }

        private Optional<Extent> content(int afterSource) {
            Optional<Span> before = Contents.piece(sentence, 0, word - 1);
            return before.or(() -> Contents.piece(sentence, afterSource, sentence.size() - 1))
                    .map(Extent::of);
        }
    }

    /** "Police: eight dead in Tarnow": a short noun phrase, a colon, and what it says. */
    private static Optional<Frame> label(Parse sentence, List<Span> quotations) {
        int colon = 0;
        while (colon < sentence.size() && !sentence.token(colon).form().equals(":")) {
            colon++;
        }
        boolean quotedBefore = colon < sentence.size()
                && quotations.stream()
                        .anyMatch(quotation ->
                                quotation.start() < sentence.token(0).span().end());
        if (colon == 0 || colon > LONGEST_LABEL || colon >= sentence.size() || quotedBefore) {
            return Optional.empty();
        }
        List<Token> label = sentence.tokens().subList(0, colon);
        boolean named = label.getLast().isNoun() && label.stream().noneMatch(Token::isVerb);
        Span source = sentence.span(0, colon - 1);
        Optional<Extent> content = colon + 1 < sentence.size()
                ? Optional.of(Extent.of(sentence.span(colon + 1, sentence.size() - 1)))
                : Optional.empty();
        return named
                ? Optional.of(new Frame(
                        sentence,
                        sentence.token(colon).span(),
                        OptionalInt.of(colon - 1),
                        Optional.of(source),
                        content,
                        false,
                        "label-colon",
                        0.6))
                : Optional.empty();
    }
}
