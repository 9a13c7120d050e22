package org.onrecord.attribution.tagger;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Chooses among alternatives of which one is right: a log-linear model of the choice (McFadden 1974). */
public final class Ranker {
    private final Map<String, Float> weights;

    public Ranker(Map<String, Float> weights) {
        this.weights = Map.copyOf(weights);
    }

    /** How likely each alternative is the right one; the probabilities add up to one. */
    public double[] probabilities(List<Map<String, Double>> alternatives) {
        double[] scores = alternatives.stream().mapToDouble(this::score).toArray();
        double max = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            max = Math.max(max, score);
        }
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Math.exp(scores[i] - max);
            sum += scores[i];
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] /= sum;
        }
        return scores;
    }

    private double score(Map<String, Double> traits) {
        double score = 0;
        for (Map.Entry<String, Double> trait : traits.entrySet()) {
            score += weights.getOrDefault(trait.getKey(), 0f) * trait.getValue();
        }
        return score;
    }

    /** Writes the model without weights smaller than {@code least}. */
    public void write(DataOutputStream out, float least) throws IOException {
        Map<String, Float> kept = new TreeMap<>(weights);
        kept.values().removeIf(weight -> Math.abs(weight) < least);
        out.writeInt(kept.size());
        for (Map.Entry<String, Float> entry : kept.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeFloat(entry.getValue());
        }
    }

    public static Ranker read(DataInputStream in) throws IOException {
        int size = in.readInt();
        Map<String, Float> weights = HashMap.newHashMap(size);
        for (int i = 0; i < size; i++) {
            weights.put(in.readUTF(), in.readFloat());
        }
        return new Ranker(weights);
    }
}
