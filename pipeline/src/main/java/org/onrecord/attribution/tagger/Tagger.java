package org.onrecord.attribution.tagger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.onrecord.attribution.tagger.Candidates.Candidate;
import org.onrecord.attribution.tagger.Crf.Likely;

/**
 * Finds the attributions of a passage: candidates by two random fields, then the segments of each candidate, then the
 * attributions that stand, each chosen by a model of its own that sees the thing as a whole.
 */
public final class Tagger {
    public static final String CUE = "C";
    public static final String SOURCE = "S";
    public static final String CONTENT = "K";
    private static final double LEAST_SEGMENT = 0.5;
    private static final double LEAST_SOURCE = 0.2;
    /** Of the mean of two probabilities: that a cue stands here, and that source and content are right. */
    private static final double LEAST = 0.38;

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

    /** The attributions of a passage in the order of their cues. */
    public List<Tagged> tag(Passage passage) {
        List<Tagged> found = new ArrayList<>();
        for (Candidate candidate :
                Candidates.of(passage, model.cues(), model.arguments(), model.counts(), new CueCounts())) {
            Choice choice = choice(candidate, model.segments());
            if (!choice.content().isEmpty()) {
                double confidence = model.acceptance().probability(traits(passage, candidate, choice));
                if ((candidate.mass() + confidence) / 2 >= LEAST) {
                    found.add(new Tagged(
                            candidate.cue().stretch(),
                            choice.source().map(Likely::stretch),
                            choice.content().stream().map(Likely::stretch).toList(),
                            confidence));
                }
            }
        }
        return found;
    }

    /** Source and content of a candidate, with their probabilities. */
    public record Choice(Optional<Likely> source, List<Likely> content) {
        public Choice {
            content = List.copyOf(content);
        }
    }

    /** The traits of a whole attribution. */
    public static List<String> traits(Passage passage, Candidate candidate, Choice choice) {
        return AcceptTraits.of(passage, candidate, choice.source(), choice.content());
    }

    /** The best segments of a candidate that do not overlap. */
    public static Choice choice(Candidate candidate, Crf judge) {
        List<Likely> judged = new ArrayList<>();
        for (int i = 0; i < candidate.segments().size(); i++) {
            judged.add(new Likely(
                    candidate.segments().get(i).stretch(),
                    judge.probability(candidate.traits().get(i))));
        }
        judged.sort(Comparator.comparingDouble((Likely segment) -> -segment.probability())
                .thenComparingInt(segment -> segment.stretch().first())
                .thenComparingInt(segment -> segment.stretch().last()));
        Optional<Likely> source = Optional.empty();
        List<Likely> content = new ArrayList<>();
        for (Likely segment : judged) {
            boolean isSource = segment.stretch().label().equals(SOURCE);
            boolean free = source.filter(other -> other.stretch().overlaps(segment.stretch()))
                            .isEmpty()
                    && content.stream().noneMatch(other -> other.stretch().overlaps(segment.stretch()));
            if (isSource && source.isEmpty() && free && segment.probability() >= LEAST_SOURCE) {
                source = Optional.of(segment);
            } else if (!isSource && free && (segment.probability() >= LEAST_SEGMENT || content.isEmpty())) {
                content.add(segment);
            }
        }
        content.sort(Comparator.comparingInt(segment -> segment.stretch().first()));
        return new Choice(source, content);
    }
}
