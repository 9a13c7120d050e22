package org.onrecord.harvest.page;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The runs of three words of a text, to tell how much of another is taken from it.
 *
 * @param first words of the runs: most words of another text begin none
 */
record Trigrams(Set<String> first, Set<String> runs) {
    /** For a block too short to tell, and for a text that is not there. */
    private static final double TOO_SHORT = -0.5;

    private static final double ABSENT = -1;

    static Trigrams of(String text) {
        List<String> words = Block.words(text);
        Set<String> first = new HashSet<>();
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + 2 < words.size(); i++) {
            first.add(words.get(i));
            runs.add(run(words, i));
        }
        return new Trigrams(first, runs);
    }

    private static String run(List<String> words, int start) {
        return words.get(start) + " " + words.get(start + 1) + " " + words.get(start + 2);
    }

    /** The share, from 0 to 1, of the runs of a block that are in the text; negative where that cannot be told. */
    double share(List<String> words) {
        if (runs.isEmpty()) {
            return ABSENT;
        }
        int count = words.size() - 2;
        if (count <= 0) {
            return TOO_SHORT;
        }
        int shared = 0;
        for (int i = 0; i < count; i++) {
            shared += first.contains(words.get(i)) && runs.contains(run(words, i)) ? 1 : 0;
        }
        return (double) shared / count;
    }
}
