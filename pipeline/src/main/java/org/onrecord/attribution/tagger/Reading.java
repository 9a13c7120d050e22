package org.onrecord.attribution.tagger;

import java.util.List;
import java.util.Optional;
import org.onrecord.attribution.tagger.Crf.Likely;

/**
 * One way to read what belongs to a cue.
 *
 * @param source whom the content is attributed to; several cues share a source, and some have none
 * @param content one stretch or several that do not overlap, in text order; each with the probability that it is one
 */
public record Reading(Optional<Likely> source, List<Likely> content) {
    public Reading {
        content = List.copyOf(content);
        if (content.isEmpty()) {
            throw new IllegalArgumentException("a reading without content");
        }
    }

    /** The logarithm of the odds of its parts, as if they were independent. */
    double odds() {
        double sum = source.map(Reading::odds).orElse(0.0);
        for (Likely part : content) {
            sum += odds(part);
        }
        return sum;
    }

    static double odds(Likely part) {
        double p = Math.clamp(part.probability(), 0.002, 0.998);
        return Math.log(p / (1 - p));
    }
}
