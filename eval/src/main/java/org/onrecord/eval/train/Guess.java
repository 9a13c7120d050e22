package org.onrecord.eval.train;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.onrecord.attribution.tagger.Candidates.Candidate;
import org.onrecord.attribution.tagger.Crf.Likely;
import org.onrecord.attribution.tagger.Stretch;
import org.onrecord.attribution.tagger.Tagger;

/** A candidate that the random fields proposed in an article they were not trained on. */
record Guess(Lesson lesson, Candidate candidate) {
    /** The gold attribution that its cue belongs to, if there is one. */
    Optional<Lesson.Task> gold() {
        return lesson.tasks().stream()
                .filter(task -> task.cue().overlaps(candidate.cue().stretch()))
                .findFirst();
    }

    /** Whether a gold attribution has the same source and half of the content, by words (Jaccard). */
    boolean isRight(Tagger.Choice choice) {
        return lesson.tasks().stream().anyMatch(task -> sameSource(task, choice) && sameContent(task, choice));
    }

    private static boolean sameSource(Lesson.Task task, Tagger.Choice choice) {
        List<Stretch> gold = task.all(Tagger.SOURCE);
        return choice.source()
                .map(found -> gold.stream().anyMatch(found.stretch()::overlaps))
                .orElse(gold.isEmpty());
    }

    private static boolean sameContent(Lesson.Task task, Tagger.Choice choice) {
        BitSet gold = words(task.all(Tagger.CONTENT));
        BitSet found = words(choice.content().stream().map(Likely::stretch).toList());
        BitSet shared = (BitSet) gold.clone();
        shared.and(found);
        gold.or(found);
        return 2 * shared.cardinality() >= gold.cardinality();
    }

    private static BitSet words(List<Stretch> stretches) {
        BitSet words = new BitSet();
        stretches.forEach(stretch -> words.set(stretch.first(), stretch.last() + 1));
        return words;
    }
}
