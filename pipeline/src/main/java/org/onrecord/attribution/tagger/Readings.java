package org.onrecord.attribution.tagger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.onrecord.attribution.tagger.Candidates.Candidate;
import org.onrecord.attribution.tagger.Crf.Likely;

/**
 * The readings of a candidate that are worth comparing: every combination of its likeliest segments that do not overlap.
 *
 * @param all by falling odds; none where nothing can be the content
 * @param traits of each reading, in the same order
 */
public record Readings(List<Reading> all, List<Map<String, Double>> traits) {
    private static final int SOURCES = 3;
    private static final int CONTENTS = 9;
    private static final int MOST_CONTENTS = 3;
    private static final int MOST = 40;
    /** Less likely sources than this are not tried. */
    private static final double LEAST_SOURCE = 0.03;

    public Readings {
        all = List.copyOf(all);
        traits = List.copyOf(traits);
    }

    /**
     * The readings of a candidate.
     *
     * @param candidates all of the passage, this one among them
     * @param judge tells how likely each segment is right from end to end
     */
    public static Readings of(Passage passage, Candidate candidate, List<Candidate> candidates, Crf judge) {
        List<Likely> judged = judged(candidate, judge);
        List<List<Likely>> contents = new ArrayList<>();
        combine(labelled(judged, Tagger.CONTENT).stream().limit(CONTENTS).toList(), 0, List.of(), contents);
        List<Optional<Likely>> sources = new ArrayList<>();
        sources.add(Optional.empty());
        labelled(judged, Tagger.SOURCE).stream()
                .filter(source -> source.probability() >= LEAST_SOURCE)
                .filter(source -> !passage.isTime(source.stretch()))
                .limit(SOURCES)
                .map(Optional::of)
                .forEach(sources::add);
        List<Reading> readings = new ArrayList<>();
        for (List<Likely> content : contents) {
            for (Optional<Likely> source : sources) {
                if (source.filter(one -> overlaps(one, content)).isEmpty()) {
                    readings.add(new Reading(source, content));
                }
            }
        }
        readings.sort(Comparator.comparingDouble((Reading reading) -> -reading.odds()));
        List<Reading> best = readings.subList(0, Math.min(MOST, readings.size()));
        ReadingTraits traits = new ReadingTraits(passage, candidate, candidates);
        return new Readings(best, best.stream().map(traits::of).toList());
    }

    /** A reading and how likely it is the right one of its candidate's. */
    public record Choice(Reading reading, double probability) {}

    /** The likeliest reading. */
    public Optional<Choice> best(Ranker ranker) {
        double[] probabilities = ranker.probabilities(traits);
        return IntStream.range(0, all.size())
                .boxed()
                .max(Comparator.comparingDouble((Integer i) -> probabilities[i])
                        .thenComparing(Comparator.reverseOrder()))
                .map(i -> new Choice(all.get(i), probabilities[i]));
    }

    /** The segments by falling probability. */
    private static List<Likely> judged(Candidate candidate, Crf judge) {
        List<Likely> judged = new ArrayList<>();
        for (int i = 0; i < candidate.segments().size(); i++) {
            judged.add(new Likely(
                    candidate.segments().get(i).stretch(),
                    judge.probability(candidate.traits().get(i))));
        }
        judged.sort(Comparator.comparingDouble((Likely segment) -> -segment.probability())
                .thenComparingInt(segment -> segment.stretch().first())
                .thenComparingInt(segment -> segment.stretch().last()));
        return judged;
    }

    private static List<Likely> labelled(List<Likely> segments, String label) {
        return segments.stream()
                .filter(segment -> segment.stretch().label().equals(label))
                .toList();
    }

    private static boolean overlaps(Likely one, List<Likely> others) {
        return others.stream().anyMatch(other -> other.stretch().overlaps(one.stretch()));
    }

    private static void combine(List<Likely> parts, int from, List<Likely> chosen, List<List<Likely>> combined) {
        for (int i = from; i < parts.size(); i++) {
            if (overlaps(parts.get(i), chosen)) {
                continue;
            }
            List<Likely> more = new ArrayList<>(chosen);
            more.add(parts.get(i));
            more.sort(Comparator.comparingInt(part -> part.stretch().first()));
            combined.add(more);
            if (more.size() < MOST_CONTENTS) {
                combine(parts, i + 1, more, combined);
            }
        }
    }
}
