package org.onrecord.eval.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.onrecord.attribution.tagger.CueCounts;
import org.onrecord.attribution.tagger.Passage;
import org.onrecord.attribution.tagger.Stretch;
import org.onrecord.attribution.tagger.Tagger;
import org.onrecord.document.Attribution;
import org.onrecord.document.Span;

/**
 * A passage with its gold.
 *
 * @param article number of the article that it is from
 * @param own counts of that article
 */
record Lesson(int article, Passage passage, CueCounts own, List<Task> tasks) {
    Lesson {
        tasks = List.copyOf(tasks);
    }

    /** A cue with its gold source and contents. */
    record Task(Stretch cue, List<Stretch> arguments) {
        Task {
            arguments = List.copyOf(arguments);
        }

        List<Stretch> all(String label) {
            return arguments.stream()
                    .filter(stretch -> stretch.label().equals(label))
                    .toList();
        }
    }

    static Lesson of(int article, Passage passage, CueCounts own, List<Attribution> gold) {
        List<Task> tasks = new ArrayList<>();
        for (Attribution attribution : gold) {
            attribution
                    .cue()
                    .filter(passage.paragraph()::contains)
                    .map(passage::cue)
                    .filter(words -> words.length == 2)
                    .ifPresent(words -> tasks.add(task(passage, attribution, words)));
        }
        return new Lesson(article, passage, own, tasks);
    }

    private static Task task(Passage passage, Attribution attribution, int[] cue) {
        List<Stretch> arguments = new ArrayList<>();
        attribution.source().ifPresent(source -> stretch(passage, source, Tagger.SOURCE, arguments));
        for (Span span : attribution.content().spans()) {
            stretch(passage, span, Tagger.CONTENT, arguments);
        }
        return new Task(new Stretch(Tagger.CUE, cue[0], cue[1]), arguments);
    }

    private static void stretch(Passage passage, Span span, String label, List<Stretch> stretches) {
        int[] words = passage.words(span);
        if (words.length == 2) {
            stretches.add(new Stretch(label, words[0], words[1]));
        }
    }

    /** All cues in the order of the text; that of two attributions once. */
    List<Stretch> cues() {
        return tasks.stream()
                .map(Task::cue)
                .distinct()
                .sorted(Comparator.comparingInt(Stretch::first))
                .toList();
    }
}
