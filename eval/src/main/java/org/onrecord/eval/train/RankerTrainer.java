package org.onrecord.eval.train;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.onrecord.attribution.tagger.Ranker;

/**
 * Trains a {@link Ranker}: the weights at which the right alternatives are likeliest, less a penalty on large weights.
 *
 * @param least in how many choices a trait must be seen to count
 * @param penalty on half the square of each weight
 * @param iterations of the minimiser at most
 */
record RankerTrainer(int least, double penalty, int iterations) {
    /** Alternatives by their traits, and the numbers of those that are right, of which there is at least one. */
    record Choice(List<Map<String, Double>> alternatives, BitSet right) {}

    /**
     * Trains on a choice for each item.
     *
     * @param choice asked for twice, since the traits of all alternatives at once would not fit
     */
    <A> Ranker train(List<A> items, Function<A, Choice> choice) {
        Map<String, Integer> numbers = numbers(items, choice);
        List<Numbered> numbered = IntStream.range(0, items.size())
                .parallel()
                .mapToObj(i -> Numbered.of(choice.apply(items.get(i)), numbers))
                .toList();
        double[] weights = new Objective(numbered, numbers.size(), penalty).minimum(iterations);
        Map<String, Float> byName = new HashMap<>();
        numbers.forEach((trait, number) -> byName.put(trait, (float) weights[number]));
        return new Ranker(byName);
    }

    private <A> Map<String, Integer> numbers(List<A> items, Function<A, Choice> choice) {
        Map<String, Integer> seen = new TreeMap<>();
        for (A item : items) {
            Set<String> here = new HashSet<>();
            choice.apply(item).alternatives().forEach(traits -> here.addAll(traits.keySet()));
            here.forEach(trait -> seen.merge(trait, 1, Integer::sum));
        }
        Map<String, Integer> numbers = new HashMap<>();
        seen.forEach((trait, count) -> {
            if (count >= least) {
                numbers.put(trait, numbers.size());
            }
        });
        return numbers;
    }

    /** A choice with its traits by number. */
    private static final class Numbered {
        private final int[][] traits;
        private final float[][] values;
        private final BitSet right;

        private Numbered(int[][] traits, float[][] values, BitSet right) {
            this.traits = traits;
            this.values = values;
            this.right = right;
        }

        static Numbered of(Choice choice, Map<String, Integer> numbers) {
            int size = choice.alternatives().size();
            int[][] traits = new int[size][];
            float[][] values = new float[size][];
            for (int i = 0; i < size; i++) {
                Map<String, Double> all = choice.alternatives().get(i);
                int[] known = new int[all.size()];
                float[] value = new float[all.size()];
                int count = 0;
                for (Map.Entry<String, Double> trait : all.entrySet()) {
                    int number = numbers.getOrDefault(trait.getKey(), -1);
                    if (number >= 0) {
                        known[count] = number;
                        value[count++] = trait.getValue().floatValue();
                    }
                }
                traits[i] = Arrays.copyOf(known, count);
                values[i] = Arrays.copyOf(value, count);
            }
            return new Numbered(traits, values, choice.right());
        }
    }

    private static final class Objective extends SummedObjective<Numbered> {
        Objective(List<Numbered> choices, int size, double penalty) {
            super(choices, size, penalty, choices.size());
        }

        /** Adds the gradient of one choice and returns its negative log-likelihood. */
        @Override
        protected double add(Numbered choice, double[] weights, double[] gradient) {
            int n = choice.traits.length;
            double[] scores = new double[n];
            double max = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < n; i++) {
                for (int k = 0; k < choice.traits[i].length; k++) {
                    scores[i] += weights[choice.traits[i][k]] * choice.values[i][k];
                }
                max = Math.max(max, scores[i]);
            }
            double all = 0;
            double right = 0;
            for (int i = 0; i < n; i++) {
                scores[i] = Math.exp(scores[i] - max);
                all += scores[i];
                right += choice.right.get(i) ? scores[i] : 0;
            }
            right = Math.max(right, 1e-300);
            for (int i = 0; i < n; i++) {
                double step = scores[i] / all - (choice.right.get(i) ? scores[i] / right : 0);
                for (int k = 0; k < choice.traits[i].length; k++) {
                    gradient[choice.traits[i][k]] += step * choice.values[i][k];
                }
            }
            return Math.log(all) - Math.log(right);
        }
    }
}
