package org.onrecord.eval.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.onrecord.attribution.tagger.Crf;
import org.onrecord.attribution.tagger.Labels;

/**
 * Trains a {@link Crf}: the weights at which the labels of all sequences are likeliest, less a penalty on large weights (a
 * Gaussian prior, Chen and Rosenfeld 1999), found by CoreNLP's limited-memory quasi-Newton minimiser. Nothing in it is
 * random: the same sequences give the same weights.
 *
 * @param least how often a trait must be seen to count
 * @param penalty on half the square of each weight
 * @param iterations of the minimiser at most
 */
record CrfTrainer(int least, double penalty, int iterations) {
    CrfTrainer {
        if (least < 1 || penalty < 0 || iterations < 1) {
            throw new IllegalArgumentException(
                    "no training with least " + least + ", penalty " + penalty + ", iterations " + iterations);
        }
    }

    /**
     * Trains on a sequence for each item.
     *
     * @param traits of each word; asked for several times, since those of all sequences at once would not fit
     * @param labels of each word
     */
    <A> Crf train(List<A> items, Function<A, List<List<String>>> traits, Function<A, List<String>> labels) {
        Map<String, Integer> known = known(items, traits);
        List<String> allLabels = items.stream()
                .flatMap(item -> labels.apply(item).stream())
                .distinct()
                .sorted(Comparator.comparing((String label) -> !label.equals(Labels.OUTSIDE))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        List<LabelledSequence> sequences = IntStream.range(0, items.size())
                .parallel()
                .mapToObj(i ->
                        LabelledSequence.of(traits.apply(items.get(i)), labels.apply(items.get(i)), known, allLabels))
                .toList();
        CrfObjective objective = new CrfObjective(sequences, allLabels, known.size(), penalty);
        return objective.crf(objective.minimum(iterations), known);
    }

    /** Traits seen often enough, numbered with the frequent ones first: side by side they stay in the processor's cache. */
    private <A> Map<String, Integer> known(List<A> items, Function<A, List<List<String>>> traits) {
        Map<String, int[]> seen = new HashMap<>();
        for (A item : items) {
            for (List<String> word : traits.apply(item)) {
                for (String trait : word) {
                    seen.computeIfAbsent(trait, unused -> new int[1])[0]++;
                }
            }
        }
        List<String> kept = new ArrayList<>();
        seen.forEach((trait, count) -> {
            if (count[0] >= least) {
                kept.add(trait);
            }
        });
        kept.sort(Comparator.comparingInt((String trait) -> -seen.getOrDefault(trait, new int[1])[0])
                .thenComparing(Comparator.naturalOrder()));
        Map<String, Integer> numbers = HashMap.newHashMap(kept.size());
        kept.forEach(trait -> numbers.put(trait, numbers.size()));
        return numbers;
    }
}
