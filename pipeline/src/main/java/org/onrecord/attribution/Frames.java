package org.onrecord.attribution;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.onrecord.document.Extent;
import org.onrecord.document.Parse;
import org.onrecord.document.Span;
import org.onrecord.document.Token;
import org.onrecord.reference.Relatives;

/**
 * Finds the attributions that one sentence spells out: cue verbs, "according to", a source before a colon, and
 * one that signs a quotation.
 */
final class Frames {
    private static final String[] LOOSE = {"parataxis", "dep", "advcl", "ccomp", "punct", "cc"};
    private static final int LONGEST_LABEL = 7;
    /** Words from the first part of a quotation to the next, marks included. */
    private static final int LONGEST_INTERRUPTION = 10;

    /** Words and marks of a quotation that is no name of a work. */
    private static final int LEAST_QUOTED = 5;

    private static final Set<String> DASHES = Set.of("—", "–", "―", "--", "-");
    private static final int LONGEST_SIGNATURE = 15;
    /** Characters between the end of a quotation and the dash: marks, spaces, the end of a paragraph. */
    private static final int FARTHEST_SIGNATURE = 8;

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
        label(sentence, quotations)
                .filter(label -> frames.isEmpty() || isInCapitals(label))
                .ifPresent(frames::add);
        signature(sentence, quotations).ifPresent(frames::add);
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
        Optional<Cues.Strength> strength = cues.strength(sentence.token(word))
                .or(() -> isBehindQuotation(sentence, word, quoted)
                        ? Optional.of(Cues.Strength.SPEECH)
                        : Optional.empty());
        if (strength.isEmpty() || sentence.hasRelation(word, "aux", "aux:pass", "cop", "amod", "compound")) {
            return Optional.empty();
        }
        Optional<Frame> aside = Aside.of(sentence, word);
        if (aside.isPresent()) {
            return aside;
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

    /**
     * “Your father,” she cut in, “was a gentleman”; “It is open again,” Orr shared on Monday: what somebody does right behind
     * a quotation that ends in a comma is to say it, whatever the verb.
     */
    private static boolean isBehindQuotation(Parse sentence, int verb, BitSet quoted) {
        int last = quoted.previousSetBit(verb);
        Optional<Integer> subject = sentence.children(verb, "nsubj").stream()
                .filter(word -> word > last && word < verb)
                .findFirst();
        if (last < 0
                || subject.isEmpty()
                || !sentence.token(verb).tag().matches("VBD|VBZ")
                || sentence.child(verb, "obj").stream().anyMatch(object -> object > last)) {
            return false;
        }
        int first = sentence.phrase(subject.get(), LOOSE).nextSetBit(last + 1);
        boolean comma = sentence.tokens().subList(last, first).stream()
                .anyMatch(token -> token.form().equals(","));
        boolean near = sentence.tokens().subList(last + 1, first).stream().noneMatch(Token::isWord);
        int next = quoted.nextSetBit(verb);
        boolean goesOn = next >= 0 && next - last <= LONGEST_INTERRUPTION;
        return comma && near && (goesOn || last - quoted.previousClearBit(last) > LEAST_QUOTED);
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
        return relative.isPresent() && Relatives.isOne(sentence, relative.getAsInt())
                ? sentence.token(relative.getAsInt()).span()
                : sentence.span(sentence.phrase(head, LOOSE));
    }

    /** "according to X", "in the view of X": X is the source, the rest of the sentence on the nearer side the content. */
    private record According(Parse sentence, int word) {
        /** Phrases that name a source after them; the first word is where the parser hangs them. */
        private static final List<List<String>> PHRASES = List.of(
                List.of("according", "to"),
                List.of("in", "the", "view", "of"),
                List.of("in", "the", "opinion", "of"),
                List.of("in", "the", "words", "of"));

        Optional<Frame> frame() {
            return PHRASES.stream().filter(this::isHere).findFirst().flatMap(phrase -> frame(word + phrase.size()));
        }

        private boolean isHere(List<String> phrase) {
            boolean fits = word + phrase.size() < sentence.size();
            for (int i = 0; fits && i < phrase.size(); i++) {
                fits = sentence.token(word + i).form().equalsIgnoreCase(phrase.get(i));
            }
            return fits;
        }

        private Optional<Frame> frame(int first) {
            int head = first - 1;
            while (word <= head && head < first) {
                head = sentence.governor(head).orElse(first);
            }
            if (head < first) {
                return Optional.empty();
            }
            BitSet source = sentence.phrase(
                    head, "parataxis", "dep", "advcl", "ccomp", "punct", "cc", "acl:relcl", "case", "cop", "nsubj");
            source.clear(0, first);
            if (source.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Frame(
                    sentence,
                    sentence.span(word, first - 1),
                    OptionalInt.of(head),
                    Optional.of(sentence.span(first, source.length() - 1)),
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
        int first = 0;
        while (first < sentence.size() && !sentence.token(first).isWord()) {
            first++;
        }
        int colon = first;
        while (colon < sentence.size() && !sentence.token(colon).form().equals(":")) {
            colon++;
        }
        int words = colon - first;
        if (words == 0 || words > LONGEST_LABEL || colon >= sentence.size()) {
            return Optional.empty();
        }
        int end = sentence.token(colon).span().end();
        boolean quotedBefore = quotations.stream().anyMatch(quotation -> quotation.start() < end);
        List<Token> label = sentence.tokens().subList(first, colon);
        boolean phrase = label.getLast().isNoun() && label.stream().noneMatch(Token::isVerb);
        boolean named = phrase || label.stream().allMatch(Frames::isInCapitals);
        if (!named || quotedBefore) {
            return Optional.empty();
        }
        Optional<Extent> content = colon + 1 < sentence.size()
                ? Optional.of(Extent.of(sentence.span(colon + 1, sentence.size() - 1)))
                : Optional.empty();
        return Optional.of(new Frame(
                sentence,
                sentence.token(colon).span(),
                OptionalInt.of(colon - 1),
                Optional.of(sentence.span(first, colon - 1)),
                content,
                false,
                "label-colon",
                0.6));
    }

    private static boolean isInCapitals(Frame label) {
        return label.sentence().within(label.hull()).stream()
                .mapToObj(label.sentence()::token)
                .filter(Token::isWord)
                .allMatch(Frames::isInCapitals);
    }

    private static boolean isInCapitals(Token token) {
        return token.form().chars().noneMatch(Character::isLowerCase);
    }

    /** “…” — Mira Okafor, teacher: a dash behind a quotation and a name with which the sentence ends. */
    private static Optional<Frame> signature(Parse sentence, List<Span> quotations) {
        int last = sentence.size() - 1;
        while (last > 0 && !sentence.token(last).isWord()) {
            last--;
        }
        int dash = last;
        while (dash >= 0 && !DASHES.contains(sentence.token(dash).form())) {
            dash--;
        }
        if (dash < 0 || dash == last || last - dash > LONGEST_SIGNATURE || !signs(sentence, dash, quotations)) {
            return Optional.empty();
        }
        List<Token> name = sentence.tokens().subList(dash + 1, last + 1);
        boolean named = name.getFirst().isName() && name.stream().noneMatch(Token::isVerb);
        return named
                ? Optional.of(new Frame(
                        sentence,
                        sentence.token(dash).span(),
                        OptionalInt.of(headOfName(name) + dash + 1),
                        Optional.of(sentence.span(dash + 1, last)),
                        Optional.empty(),
                        false,
                        "signature",
                        0.85))
                : Optional.empty();
    }

    /** Whether a quotation ends before the dash and nothing but marks stands between. */
    private static boolean signs(Parse sentence, int dash, List<Span> quotations) {
        int start = sentence.token(dash).span().start();
        return quotations.stream()
                .filter(quotation -> quotation.end() <= start)
                .anyMatch(quotation -> start - quotation.end() <= FARTHEST_SIGNATURE
                        && sentence.tokens().subList(0, dash).stream()
                                .filter(token -> token.span().start() >= quotation.end())
                                .noneMatch(Token::isWord));
    }

    /** The last of the proper nouns that a signature begins with. */
    private static int headOfName(List<Token> name) {
        int head = 0;
        while (head + 1 < name.size() && name.get(head + 1).isName()) {
            head++;
        }
        return head;
    }
}
