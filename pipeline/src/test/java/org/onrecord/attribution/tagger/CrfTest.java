package org.onrecord.attribution.tagger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A field's sums and best paths against all labellings, counted one by one. */
class CrfTest {
    private static final List<String> LABELS = List.of("O", "B-K", "E-K", "I-K", "U-K", "U-S");
    private static final int WORDS = 5;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void agreesWithTheSumOverAllLabellings(long seed) {
        Random random = new Random(seed);
        Map<String, float[]> weights = new HashMap<>();
        List<List<String>> traits = new ArrayList<>();
        for (int word = 0; word < WORDS; word++) {
            traits.add(List.of("w" + word));
            weights.put("w" + word, random(random));
        }
        float[][] transitions = new float[LABELS.size()][];
        for (int from = 0; from < transitions.length; from++) {
            transitions[from] = random(random);
        }
        Crf crf = new Crf(LABELS, transitions, weights);

        Map<List<String>, Double> all = new HashMap<>();
        labellings(new ArrayList<>(), all, weights, transitions);
        double total = all.values().stream().mapToDouble(Double::doubleValue).sum();
        assertTrue(all.size() > 50);

        double[][] marginals = crf.marginals(traits);
        for (int word = 0; word < WORDS; word++) {
            for (int k = 0; k < LABELS.size(); k++) {
                int at = word;
                String label = LABELS.get(k);
                double sum = all.entrySet().stream()
                        .filter(entry -> entry.getKey().get(at).equals(label))
                        .mapToDouble(Map.Entry::getValue)
                        .sum();
                assertEquals(sum / total, marginals[word][k], 1e-4);
            }
        }
        List<Crf.Likely> stretches = crf.stretches(traits, 1e-6);
        assertEquals(WORDS + WORDS * (WORDS + 1) / 2, stretches.size());
        for (Crf.Likely likely : stretches) {
            double sum = all.entrySet().stream()
                    .filter(entry -> Labels.stretches(entry.getKey()).contains(likely.stretch()))
                    .mapToDouble(Map.Entry::getValue)
                    .sum();
            assertEquals(sum / total, likely.probability(), 1e-4, likely.toString());
        }
    }

    @Test
    void isTheSameFieldAfterWritingAndReading() throws IOException {
        Crf crf = new Crf(
                LABELS,
                new float[][] {
                    {1, 2, 0, 0, 3, 4},
                    {0, 0, 1, 1, 0, 0},
                    {1, 1, 0, 0, 1, 1},
                    {0, 0, 2, 1, 0, 0},
                    {1, 1, 0, 0, 1, 1},
                    {0, 0, 0, 0, 0, 0}
                },
                Map.of("a", new float[] {1, 0, 0, 0, 2, 0.5f}, "small", new float[] {0, 0, 0, 0, 0, 0.001f}));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        crf.write(new DataOutputStream(bytes), 0.05f);
        Crf read = Crf.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        List<List<String>> traits = List.of(List.of("a"), List.of("small"), List.of());
        for (int word = 0; word < traits.size(); word++) {
            assertArrayEquals(crf.marginals(traits)[word], read.marginals(traits)[word], 0.01);
        }
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        read.write(new DataOutputStream(again), 0.05f);
        assertEquals(bytes.size(), again.size());
        assertArrayEquals(bytes.toByteArray(), again.toByteArray());
    }

    private static float[] random(Random random) {
        float[] values = new float[LABELS.size()];
        for (int k = 0; k < values.length; k++) {
            values[k] = random.nextFloat() * 2 - 1;
        }
        return values;
    }

    private static void labellings(
            List<String> begun, Map<List<String>, Double> all, Map<String, float[]> weights, float[][] transitions) {
        if (begun.size() == WORDS) {
            if (Crf.mayEnd(begun.getLast())) {
                double score = 0;
                for (int word = 0; word < WORDS; word++) {
                    int label = LABELS.indexOf(begun.get(word));
                    score += weights.getOrDefault("w" + word, new float[LABELS.size()])[label];
                    score += word == 0 ? 0 : transitions[LABELS.indexOf(begun.get(word - 1))][label];
                }
                all.put(List.copyOf(begun), Math.exp(score));
            }
            return;
        }
        for (String label : LABELS) {
            if (begun.isEmpty() ? Crf.mayBegin(label) : Crf.mayFollow(begun.getLast(), label)) {
                begun.add(label);
                labellings(begun, all, weights, transitions);
                begun.removeLast();
            }
        }
    }
}
