package org.onrecord.eval.train;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A sequence in numbers.
 *
 * @param traits of each word, by number
 * @param labels of each word, by number
 */
@SuppressWarnings("ArrayRecordComponent") // millions of numbers, read only here and in the objective
record LabelledSequence(int[][] traits, int[] labels) {
    /** Traits that have no number are left out. */
    static LabelledSequence of(
            List<List<String>> traits, List<String> labels, Map<String, Integer> numbers, List<String> allLabels) {
        int[][] known = new int[traits.size()][];
        for (int word = 0; word < known.length; word++) {
            known[word] = traits.get(word).stream()
                    .distinct()
                    .map(numbers::get)
                    .filter(Objects::nonNull)
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
        return new LabelledSequence(
                known, labels.stream().mapToInt(allLabels::indexOf).toArray());
    }
}
