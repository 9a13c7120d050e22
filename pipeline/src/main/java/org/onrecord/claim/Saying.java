package org.onrecord.claim;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.onrecord.document.Attribution;
import org.onrecord.document.Parse;
import org.onrecord.document.Span;
import org.onrecord.document.Speaker;

/**
 * An attribution as the rules read it.
 *
 * @param clauses the main predicates of the content, in order
 */
record Saying(Attribution attribution, Optional<Cue> cue, List<Clause> clauses) {
    /**
     * The words that signal it.
     *
     * @param first first word of the cue
     * @param last last word of the cue, included
     * @param head what its source does
     */
    record Cue(Parse sentence, int first, int last, int head) {}

    static Saying of(Attribution attribution, List<Parse> sentences) {
        return new Saying(
                attribution,
                attribution.cue().flatMap(span -> cue(span, sentences)),
                Clause.of(attribution, sentences));
    }

    /** In "has strongly denied" the head of the cue is what somebody does. */
    private static Optional<Cue> cue(Span span, List<Parse> sentences) {
        return Parse.around(sentences, span).flatMap(sentence -> {
            var words = sentence.within(span);
            OptionalInt head = sentence.head(span);
            return words.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Cue(
                            sentence, words.nextSetBit(0), words.length() - 1, head.orElse(words.nextSetBit(0))));
        });
    }

    Optional<Speaker> speaker() {
        return attribution.speaker();
    }

    Optional<String> entity() {
        return speaker().flatMap(Speaker::entity);
    }

    boolean isDirect() {
        return attribution.kind() == Attribution.Kind.DIRECT;
    }

    Optional<Clause> main() {
        return clauses.stream().findFirst();
    }

    /** Whether the source speaks of itself: "we", or, in reported speech, a pronoun that can be it. */
    boolean isSelf(Clause clause, int word) {
        String lemma = clause.lemma(word);
        if (lemma.matches("i|we|us|our|my")) {
            return true;
        }
        return !isDirect()
                && switch (speaker().map(Speaker::type).orElse(Speaker.Type.ANONYMOUS)) {
                    case PERSON, ANONYMOUS -> lemma.matches("he|she");
                    case ORGANIZATION, DOCUMENT -> lemma.matches("it|they");
                    case GROUP -> lemma.equals("they");
                };
    }
}
