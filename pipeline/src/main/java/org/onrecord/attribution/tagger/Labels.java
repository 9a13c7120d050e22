package org.onrecord.attribution.tagger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Labels of words for stretches: begin, inside, end, single (BIOES), and {@code O}. */
public final class Labels {
    public static final String OUTSIDE = "O";

    private Labels() {}

    /** The labels of a passage of so many words. Where two stretches overlap, the one that comes first stands. */
    public static List<String> of(List<Stretch> stretches, int size) {
        String[] labels = new String[size];
        Arrays.fill(labels, OUTSIDE);
        for (Stretch stretch : stretches) {
            boolean free = true;
            for (int word = stretch.first(); word <= stretch.last(); word++) {
                free &= labels[word].equals(OUTSIDE);
            }
            if (!free) {
                continue;
            }
            for (int word = stretch.first(); word <= stretch.last(); word++) {
                boolean begins = word == stretch.first();
                boolean ends = word == stretch.last();
                labels[word] = (begins && ends ? "U-" : begins ? "B-" : ends ? "E-" : "I-") + stretch.label();
            }
        }
        return List.of(labels);
    }

    /** The stretches that labels describe; a stretch ends where its label does, whatever the prefix says. */
    public static List<Stretch> stretches(List<String> labels) {
        List<Stretch> stretches = new ArrayList<>();
        int start = -1;
        for (int word = 0; word <= labels.size(); word++) {
            String label = word < labels.size() ? labels.get(word) : OUTSIDE;
            boolean goesOn = start >= 0
                    && (label.startsWith("I-") || label.startsWith("E-"))
                    && label.substring(2).equals(labels.get(start).substring(2));
            if (goesOn) {
                continue;
            }
            if (start >= 0) {
                stretches.add(new Stretch(labels.get(start).substring(2), start, word - 1));
            }
            start = label.equals(OUTSIDE) ? -1 : word;
        }
        return stretches;
    }
}
