package org.onrecord.attribution;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.onrecord.document.Extent;
import org.onrecord.document.Parse;
import org.onrecord.document.Span;
import org.onrecord.document.Token;

/** Finds the clause that a cue verb attributes. */
final class Contents {
    private static final List<String> LEFT_CLAUSES = List.of("ccomp", "advcl", "parataxis", "dep");

    private Contents() {}

    static Optional<Extent> of(Parse sentence, int verb, OptionalInt source, Cues.Strength strength) {
        Optional<Extent> clause = complement(sentence, verb, source);
        if (clause.isPresent()) {
            return clause;
        }
        if (strength == Cues.Strength.DIRECTED) {
            return object(sentence, verb);
        }
        if (strength == Cues.Strength.BELIEF || sentence.token(verb).tag().equals("VBG")) {
            return Optional.empty(); // ", laughing": goes with what another cue attributes
        }
        return parenthetical(sentence, verb, source).or(() -> rest(sentence, verb, source));
    }

    /** "said that the road was closed", "promised to leave", "admitted to firing": the clause after the cue. */
    private static Optional<Extent> complement(Parse sentence, int verb, OptionalInt source) {
        List<Integer> clauses = sentence.children(verb, "ccomp", "xcomp").stream()
                .filter(child -> child > verb)
                .filter(child -> source.isEmpty() || child != source.getAsInt())
                .toList();
        if (clauses.isEmpty()) {
            return gerund(sentence, verb);
        }
        BitSet words = new BitSet();
        clauses.forEach(child -> words.or(sentence.subtree(child)));
        // What the parser hung on the cue but stands behind the clause belongs to the clause: "said it fell on Monday".
        return extent(sentence, words, verb);
    }

    /** "admitted to firing 30,000 rounds" */
    private static Optional<Extent> gerund(Parse sentence, int verb) {
        return sentence.children(verb, "obl", "advcl").stream()
                .filter(child -> child > verb
                        && sentence.children(child, "case", "mark").stream()
                                .anyMatch(mark -> sentence.token(mark).lemma().equals("to"))
                        && sentence.subtree(child).stream()
                                .anyMatch(word -> sentence.token(word).tag().equals("VBG")))
                .findFirst()
                .flatMap(child -> extent(sentence, sentence.subtree(child), verb));
    }

    /** "accused the ministry of hiding the figures": whom, and of what. */
    private static Optional<Extent> object(Parse sentence, int verb) {
        BitSet words = new BitSet();
        boolean hasObject = false;
        for (int child : sentence.children(verb, "obj", "xcomp", "ccomp", "obl", "advcl", "iobj")) {
            boolean participle = sentence.hasRelation(child, "advcl")
                    && sentence.child(child, "mark", "case").isEmpty();
            if (child > verb && !participle) {
                hasObject |= sentence.hasRelation(child, "obj", "xcomp", "ccomp");
                words.or(sentence.subtree(child));
            }
        }
        return hasObject ? extent(sentence, words, verb) : Optional.empty();
    }

    /** "The road was closed, police said": the clause around or before the cue. */
    private static Optional<Extent> parenthetical(Parse sentence, int verb, OptionalInt source) {
        int frameStart = source.isPresent()
                ? Math.min(verb, sentence.subtree(source.getAsInt()).nextSetBit(0))
                : verb;
        boolean setOff = frameStart > 0 && sentence.token(frameStart - 1).form().matches("[,”\"’'»–—―-]|''");
        if (source.isEmpty() || !setOff) {
            return Optional.empty();
        }
        BitSet words = new BitSet();
        sentence.children(verb).stream()
                .filter(child -> child < frameStart && LEFT_CLAUSES.contains(sentence.relation(child)))
                .forEach(child -> words.or(sentence.subtree(child)));
        OptionalInt governor = sentence.governor(verb);
        if (words.isEmpty() && governor.isPresent() && sentence.hasRelation(verb, "parataxis", "ccomp", "dep")) {
            words.or(sentence.subtree(governor.getAsInt()));
            words.andNot(sentence.subtree(verb));
        }
        words.clear(frameStart, Math.max(verb, source.getAsInt()) + 1);
        if (words.isEmpty() || closesSentence(sentence, Math.max(verb, source.getAsInt()))) {
            words.set(0, frameStart);
        }
        boolean states = words.stream().mapToObj(sentence::token).anyMatch(Contents::isFinite);
        return states ? extent(sentence, words, -1) : Optional.empty();
    }

    /** "Dov said between 30 and 40 people were missing": the clause behind the cue, though the parser saw none. */
    private static Optional<Extent> rest(Parse sentence, int verb, OptionalInt source) {
        boolean sourceBefore = source.isPresent() && source.getAsInt() < verb;
        boolean goesOn =
                verb + 1 < sentence.size() && !sentence.token(verb + 1).tag().matches("[,.:]|``|''|IN|TO|RP");
        List<Token> behind = sentence.tokens().subList(verb + 1, sentence.size());
        if (!sourceBefore
                || !(goesOn || startsClause(behind))
                || behind.stream().noneMatch(Contents::isFinite)) {
            return Optional.empty();
        }
        BitSet words = new BitSet();
        words.set(verb + 1, sentence.size());
        return extent(sentence, words, verb);
    }

    private static boolean startsClause(List<Token> words) {
        return !words.isEmpty() && words.getFirst().form().matches("(?i)that|between|about|around|over|at|up");
    }

    private static boolean isFinite(Token token) {
        return token.tag().matches("VBD|VBZ|VBP|MD");
    }

    private static boolean closesSentence(Parse sentence, int lastOfFrame) {
        return sentence.tokens().subList(lastOfFrame + 1, sentence.size()).stream()
                .noneMatch(token -> Character.isLetterOrDigit(token.form().charAt(0)));
    }

    /** The words as spans without gaps of words; punctuation and a joining comma at either end are trimmed. */
    private static Optional<Extent> extent(Parse sentence, BitSet words, int cue) {
        words.clear(0, cue + 1);
        List<Span> spans = new ArrayList<>();
        for (int from = words.nextSetBit(0); from >= 0; ) {
            int to = words.nextClearBit(from);
            while (to < sentence.size() && isBridge(sentence, to) && words.get(to + 1)) {
                to = words.nextClearBit(to + 1);
            }
            piece(sentence, from, to - 1).ifPresent(spans::add);
            from = words.nextSetBit(to);
        }
        return spans.isEmpty() ? Optional.empty() : Optional.of(new Extent(spans));
    }

    private static boolean isBridge(Parse sentence, int word) {
        return sentence.hasRelation(word, "punct");
    }

    /** The words from one to another without punctuation at either end. */
    static Optional<Span> piece(Parse sentence, int first, int last) {
        int from = first;
        int to = last;
        while (from <= to && sentence.token(from).tag().matches("[,.:]|CC")) {
            from++;
        }
        while (from <= to && sentence.token(to).tag().matches("[,.:]|CC")) {
            to--;
        }
        return from <= to ? Optional.of(sentence.span(from, to)) : Optional.empty();
    }
}
