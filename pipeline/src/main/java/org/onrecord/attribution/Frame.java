package org.onrecord.attribution;

import java.util.Optional;
import java.util.OptionalInt;
import org.onrecord.document.Extent;
import org.onrecord.document.Parse;
import org.onrecord.document.Span;

/**
 * A cue in its sentence with what syntax says of it, before quotations are bound to it.
 *
 * @param cue where the cue stands
 * @param sourceHead the head word of the source, or of what a relative pronoun in its place refers to
 * @param source the words of the source
 * @param content the writer's clause that is attributed; empty where only a quotation can be
 * @param directed whether the content is what is held for or against somebody
 * @param rule that found it
 * @param confidence of the rule
 */
record Frame(
        Parse sentence,
        Span cue,
        OptionalInt sourceHead,
        Optional<Span> source,
        Optional<Extent> content,
        boolean directed,
        String rule,
        double confidence) {

    /** Cue and source together: what a quotation must stand beside. */
    Span hull() {
        return source.map(span -> Span.covering(span, cue)).orElse(cue);
    }

    Frame withContent(Extent other) {
        return new Frame(sentence, cue, sourceHead, source, Optional.of(other), directed, rule, confidence);
    }
}
