package org.onrecord.attribution.tagger;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** How often a word was part of a cue and how often it was seen, by lemma and kind of word. */
public final class CueCounts {
    /** Where the shares of cues are parted into bins. */
    private static final double[] BOUNDS = {0.02, 0.08, 0.2, 0.4, 0.6, 0.8};

    private final Map<String, int[]> counts = new HashMap<>();

    static String key(Passage passage, int word) {
        return passage.lemma(word) + "/"
                + (passage.tag(word) + "--").substring(0, 2).toLowerCase(Locale.ROOT);
    }

    /** Counts a word. */
    public void add(Passage passage, int word, boolean cue) {
        add(key(passage, word), cue ? 1 : 0, 1);
    }

    void add(String key, int cues, int seen) {
        int[] count = counts.computeIfAbsent(key, unused -> new int[2]);
        count[0] += cues;
        count[1] += seen;
    }

    Map<String, int[]> counts() {
        return counts;
    }

    /** The share of cues among the other times the word was seen, as a trait; {@code own} counts are not its own. */
    String bin(Passage passage, int word, CueCounts own) {
        if (word < 0 || word >= passage.size()) {
            return "-";
        }
        String key = key(passage, word);
        int[] all = counts.getOrDefault(key, new int[2]);
        int[] mine = own.counts.getOrDefault(key, new int[2]);
        int cues = all[0] - mine[0];
        int seen = all[1] - mine[1];
        if (seen < 3) {
            return seen == 0 ? "new" : cues > 0 ? "rare+" : "rare";
        }
        double share = (double) cues / seen;
        if (share == 0) {
            return "0";
        }
        int bin = 1;
        while (bin <= BOUNDS.length && share >= BOUNDS[bin - 1]) {
            bin++;
        }
        return String.valueOf(bin);
    }
}
