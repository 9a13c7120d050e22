package org.onrecord.eval.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.onrecord.harvest.page.NameWeights;

/**
 * Trains the logistic model of the names of blocks.
 *
 * @param hosts on how many a name must be seen to count
 * @param penalty on half the square of each weight
 * @param iterations of the minimiser at most
 */
record NameTrainer(int hosts, double penalty, int iterations) {
    private static final float LEAST_WEIGHT = 0.01f;

    NameWeights train(List<BlockLesson> lessons) {
        Map<String, Integer> numbers = numbers(lessons);
        List<Example> examples = new ArrayList<>();
        for (BlockLesson lesson : lessons) {
            for (int i = 0; i < lesson.page().size(); i++) {
                examples.add(new Example(
                        lesson.page().names(i).stream()
                                .filter(numbers::containsKey)
                                .mapToInt(numbers::get)
                                .toArray(),
                        lesson.isRight(i),
                        lesson.weight(i)));
            }
        }
        double[] weights = new Loss(examples, numbers.size() + 1, penalty).minimum(iterations);
        Map<String, Float> byName = new HashMap<>();
        numbers.forEach((name, number) -> {
            if (Math.abs(weights[number]) >= LEAST_WEIGHT) {
                byName.put(name, (float) weights[number]);
            }
        });
        return new NameWeights((float) weights[numbers.size()], byName);
    }

    private Map<String, Integer> numbers(List<BlockLesson> lessons) {
        Map<String, Set<String>> seen = new TreeMap<>();
        for (BlockLesson lesson : lessons) {
            for (int i = 0; i < lesson.page().size(); i++) {
                for (String name : lesson.page().names(i)) {
                    seen.computeIfAbsent(name, key -> new HashSet<>(2)).add(lesson.host());
                }
            }
        }
        Map<String, Integer> numbers = new HashMap<>();
        seen.forEach((name, on) -> {
            if (on.size() >= hosts) {
                numbers.put(name, numbers.size());
            }
        });
        return numbers;
    }

    private static final class Example {
        private final int[] names;
        private final boolean right;
        private final double weight;

        Example(int[] names, boolean right, double weight) {
            this.names = names;
            this.right = right;
            this.weight = weight;
        }
    }

    /** The logistic loss, a bias last among the weights. */
    private static final class Loss extends SummedObjective<Example> {
        private final int bias;

        Loss(List<Example> examples, int size, double penalty) {
            super(examples, size, penalty, examples.size());
            this.bias = size - 1;
        }

        @Override
        protected double add(Example example, double[] weights, double[] gradient) {
            double score = weights[bias];
            for (int name : example.names) {
                score += weights[name];
            }
            double margin = example.right ? score : -score;
            double pull = -example.weight / (1 + Math.exp(margin)) * (example.right ? 1 : -1);
            gradient[bias] += pull;
            for (int name : example.names) {
                gradient[name] += pull;
            }
            return example.weight
                    * (margin > 0 ? Math.log1p(Math.exp(-margin)) : -margin + Math.log1p(Math.exp(margin)));
        }
    }
}
