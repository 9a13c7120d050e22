package org.onrecord.attribution.tagger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onrecord.attribution.tagger.Candidates.Candidate;
import org.onrecord.attribution.tagger.Crf.Likely;
import org.onrecord.attribution.tagger.Readings.Choice;

/**
 * Finds the attributions of a passage: candidates by two random fields, then the segments of each candidate, then the
 * attributions that stand, each chosen by a model of its own that sees the thing as a whole.
 */
public final class Tagger {
    public static final String CUE = "C";
    public static final String SOURCE = "S";
    public static final String CONTENT = "K";
    /** A less likely cue makes no attribution, however right its source and content. */
    private static final double LEAST_MASS = 0.15;

    /** Of the mean of two probabilities: that a cue stands here, and that source and content are right. */
    private static final double LEAST = 0.41;

    /** The same within another attribution, where the rules found it too: the large corpus marks few of those. */
    private static final double LEAST_WITHIN = 0.32;

    private final AttributionModel model;

    public Tagger(AttributionModel model) {
        this.model = model;
    }

    /**
     * A cue with what belongs to it, in words of the passage.
     *
     * @param content one stretch or several, in text order
     * @param confidence how likely the source is the source and the content at least half right
     */
    public record Tagged(Stretch cue, Optional<Stretch> source, List<Stretch> content, double confidence) {
        public Tagged {
            content = List.copyOf(content);
        }
    }

    /** An attribution that may stand, and how likely. */
    private record Likelihood(Tagged tagged, double value) {}

    /** The attributions of a passage in the order of their cues. */
    public List<Tagged> tag(Passage passage) {
        List<Candidate> candidates =
                Candidates.of(passage, model.cues(), model.arguments(), model.counts(), new CueCounts(), LEAST_MASS);
        List<Likelihood> all = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Readings.of(passage, candidate, candidates, model.segments())
                    .best(model.readings())
                    .map(choice -> likelihood(passage, candidate, choice))
                    .ifPresent(all::add);
        }
        List<Tagged> stand = all.stream()
                .filter(one -> one.value() >= LEAST)
                .map(Likelihood::tagged)
                .toList();
        List<Tagged> chosen = all.stream()
                .filter(one -> one.value() >= LEAST
                        || (one.value() >= LEAST_WITHIN
                                && !passage.ruled(one.tagged().cue()).isEmpty()
                                && isWithin(one.tagged(), stand)))
                .map(Likelihood::tagged)
                .toList();
        return Nested.whole(chosen);
    }

    /** "The union said the company had admitted it": the admission is reported within another attribution. */
    private static boolean isWithin(Tagged inner, List<Tagged> all) {
        return inner.source().isPresent()
                && all.stream()
                        .flatMap(outer -> outer.content().stream())
                        .anyMatch(content -> content.contains(inner.cue().first()));
    }

    private Likelihood likelihood(Passage passage, Candidate candidate, Choice choice) {
        double confidence = model.acceptance().probability(traits(passage, candidate, choice));
        Tagged tagged = new Tagged(
                candidate.cue().stretch(),
                choice.reading().source().map(Likely::stretch),
                choice.reading().content().stream().map(Likely::stretch).toList(),
                confidence);
        return new Likelihood(tagged, (candidate.mass() + confidence) / 2);
    }

    /** The traits of a whole attribution. */
    public static List<String> traits(Passage passage, Candidate candidate, Choice choice) {
        return AcceptTraits.of(passage, candidate, choice);
    }
}
