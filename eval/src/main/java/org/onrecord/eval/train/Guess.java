package org.onrecord.eval.train;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.onrecord.attribution.tagger.Candidates.Candidate;
import org.onrecord.attribution.tagger.Crf.Likely;
import org.onrecord.attribution.tagger.Reading;
import org.onrecord.attribution.tagger.Stretch;
import org.onrecord.attribution.tagger.Tagger;

/** A candidate that the random fields proposed in an article they were not trained on. */
record Guess(Lesson lesson, Candidate candidate, List<Candidate> all) {
    /** The gold attribution that its cue belongs to, if there is one. */
    Optional<Lesson.Task> gold() {
        return lesson.tasks().stream()
                .filter(task -> task.cue().overlaps(candidate.cue().stretch()))
                .findFirst();
    }

    /** Whether anything may be its content. */
    boolean hasContent() {
        return candidate.segments().stream()
                .anyMatch(segment -> segment.stretch().label().equals(Tagger.CONTENT));
    }

    /** Whether a gold attribution has the same source and half of the content, by words (Jaccard). */
    boolean isRight(Reading reading) {
        return lesson.tasks().stream().anyMatch(task -> sameSource(task, reading) && likeness(task, reading) >= 0.5);
    }

    /** Which readings are the gold attribution, or come as close to it as any. */
    BitSet closest(Lesson.Task task, List<Reading> readings) {
        double[] closeness = readings.stream()
                .mapToDouble(reading -> closeness(task, reading))
                .toArray();
        double best = Arrays.stream(closeness).max().orElse(0);
        BitSet closest = new BitSet();
        for (int i = 0; i < closeness.length; i++) {
            closest.set(i, closeness[i] == best);
        }
        return closest;
    }

    /** Contents that are right from end to end count most, then the share of words, then the source. */
    private static double closeness(Lesson.Task task, Reading reading) {
        List<Stretch> gold = task.all(Tagger.CONTENT);
        List<Stretch> found = reading.content().stream().map(Likely::stretch).toList();
        long right = found.stream().filter(gold::contains).count();
        double exact = 2.0 * right / (gold.size() + found.size());
        List<Stretch> source = task.all(Tagger.SOURCE);
        boolean same = source.equals(
                reading.source().map(Likely::stretch).map(List::of).orElse(List.of()));
        return 2 * exact + likeness(task, reading) + (same ? 1 : sameSource(task, reading) ? 0.5 : 0);
    }

    private static boolean sameSource(Lesson.Task task, Reading reading) {
        List<Stretch> gold = task.all(Tagger.SOURCE);
        return reading.source()
                .map(found -> gold.stream().anyMatch(found.stretch()::overlaps))
                .orElse(gold.isEmpty());
    }

    private static double likeness(Lesson.Task task, Reading reading) {
        BitSet gold = words(task.all(Tagger.CONTENT));
        BitSet found = words(reading.content().stream().map(Likely::stretch).toList());
        BitSet shared = (BitSet) gold.clone();
        shared.and(found);
        gold.or(found);
        return (double) shared.cardinality() / gold.cardinality();
    }

    private static BitSet words(List<Stretch> stretches) {
        BitSet words = new BitSet();
        stretches.forEach(stretch -> words.set(stretch.first(), stretch.last() + 1));
        return words;
    }
}
