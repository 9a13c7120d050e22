package org.onrecord.harvest.page;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The runs of three words of a text, to tell how much of another is taken from it.
 *
 * @param runs hashed: no two of a page have ever been seen to share one
 */
record Trigrams(Set<Long> runs) {
    /** For a block too short to tell, and for a text that is not there. */
    private static final double TOO_SHORT = -0.5;

    private static final double ABSENT = -1;
    /** Odd, with bits all over. */
    private static final long MIX = 0x9e3779b97f4a7c15L;

    static Trigrams of(String text) {
        List<String> words = Block.words(text);
        Set<Long> runs = new HashSet<>();
        for (int i = 0; i + 2 < words.size(); i++) {
            runs.add(run(words, i));
        }
        return new Trigrams(runs);
    }

    private static long run(List<String> words, int start) {
        long run = words.get(start).hashCode();
        run = run * MIX + words.get(start + 1).hashCode();
        return run * MIX + words.get(start + 2).hashCode();
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
            shared += runs.contains(run(words, i)) ? 1 : 0;
        }
        return (double) shared / count;
    }
}
