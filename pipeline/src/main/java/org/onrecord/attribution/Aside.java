package org.onrecord.attribution;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.onrecord.document.Extent;
import org.onrecord.document.Parse;
import org.onrecord.document.Span;
import org.onrecord.document.Token;

/**
 * "The bridge, police said, was closed": source and cue stand between commas in the middle of what is said. The parser often
 * takes such a source for one more name of the subject, so this looks at the words in their order.
 */
final class Aside {
    private static final String FINITE = "VBD|VBZ|VBP|MD";
    private static final int LONGEST_SOURCE = 12;

    private Aside() {}

    /** The frame of a cue verb that stands in an aside. */
    static Optional<Frame> of(Parse sentence, int verb) {
        int close = verb + 1;
        if (close + 1 >= sentence.size()
                || !sentence.token(verb).tag().matches(FINITE)
                || !sentence.token(close).form().equals(",")
                || !sentence.token(close + 1).tag().matches(FINITE)) {
            return Optional.empty();
        }
        int open = commaBefore(sentence, verb);
        List<Token> source = open < 0 ? List.of() : sentence.tokens().subList(open + 1, verb);
        boolean names = !source.isEmpty()
                && source.size() <= LONGEST_SOURCE
                && (source.getLast().isNoun() || source.getLast().tag().equals("PRP"))
                && source.stream().noneMatch(token -> token.isVerb() || isMark(token));
        if (!names || open == 0) {
            return Optional.empty();
        }
        Span said = sentence.span(0, open - 1);
        Optional<Span> more = Contents.piece(sentence, close + 1, sentence.size() - 1);
        return more.map(rest -> new Frame(
                sentence,
                sentence.token(verb).span(),
                OptionalInt.of(verb - 1),
                Optional.of(sentence.span(open + 1, verb - 1)),
                Optional.of(new Extent(List.of(said, rest))),
                false,
                "aside",
                0.85));
    }

    private static int commaBefore(Parse sentence, int word) {
        int comma = word - 1;
        while (comma >= 0 && !sentence.token(comma).form().equals(",")) {
            comma--;
        }
        return comma;
    }

    private static boolean isMark(Token token) {
        return !token.isWord();
    }
}
