package org.onrecord.attribution.tagger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.onrecord.attribution.tagger.Crf.Likely;

/**
 * Everything in a passage that may be a cue, and for each whatever may be its source or content: more than will be kept,
 * so that the choice can look at whole stretches and whole attributions.
 */
public final class Candidates {
    private static final double LEAST_CUE = 0.03;
    private static final double LEAST_SEGMENT = 0.012;
    private static final double SURE = 0.5;

    private Candidates() {}

    /**
     * A possible cue.
     *
     * @param mass how likely it is that a cue stands here, wherever exactly it begins and ends
     * @param segments what may be its source or a content
     * @param traits of each segment, in the same order
     */
    public record Candidate(Likely cue, double mass, List<Likely> segments, List<List<String>> traits) {
        public Candidate {
            segments = List.copyOf(segments);
            traits = List.copyOf(traits);
        }

        /** Whether it is a cue rather than not. */
        boolean isSure() {
            return mass >= SURE;
        }
    }

    /**
     * The candidates in the order of their cues.
     *
     * @param own counts of the article itself where it is among those that {@code counts} was made from
     * @param leastMass of a candidate: 0 for all
     */
    public static List<Candidate> of(
            Passage passage, Fields cues, Fields arguments, CueCounts counts, CueCounts own, double leastMass) {
        List<Likely> likely = cues.stretches(CueTraits.of(passage, counts, own), LEAST_CUE);
        List<Likely> best = best(likely);
        List<Stretch> sure = best.stream()
                .filter(cue -> mass(cue, likely) >= SURE)
                .map(Likely::stretch)
                .toList();
        List<Candidate> candidates = new ArrayList<>();
        for (Likely cue : best) {
            double mass = mass(cue, likely);
            if (mass < leastMass) {
                continue;
            }
            List<Stretch> others = sure.stream()
                    .filter(other -> !other.overlaps(cue.stretch()))
                    .toList();
            ArgumentTraits words = new ArgumentTraits(passage, cue.stretch(), others);
            List<Likely> segments = arguments.stretches(words.words(), LEAST_SEGMENT);
            SegmentTraits traits = new SegmentTraits(passage, cue.stretch(), words, segments, others);
            candidates.add(new Candidate(
                    cue, mass, segments, segments.stream().map(traits::of).toList()));
        }
        return candidates;
    }

    /** Of stretches that overlap, the likeliest. */
    private static List<Likely> best(List<Likely> likely) {
        List<Likely> best = new ArrayList<>();
        likely.stream()
                .sorted(Comparator.comparingDouble((Likely cue) -> -cue.probability())
                        .thenComparingInt(cue -> cue.stretch().first()))
                .filter(cue -> best.stream().noneMatch(other -> other.stretch().overlaps(cue.stretch())))
                .forEach(best::add);
        best.sort(Comparator.comparingInt(cue -> cue.stretch().first()));
        return best;
    }

    private static double mass(Likely cue, List<Likely> likely) {
        double sum = likely.stream()
                .filter(other -> other.stretch().overlaps(cue.stretch()))
                .mapToDouble(Likely::probability)
                .sum();
        return Math.min(1, sum);
    }
}
