package org.onrecord.syntax;

import java.util.BitSet;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * One hidden layer with a cubic activation over the embeddings of a fixed number of symbols (Chen and Manning 2014).
 *
 * <p>What a symbol at a place adds to the hidden layer never changes, so it is kept for those that the model lists as frequent,
 * once they are met.
 */
final class Network {
    private final float[][] embeddings;
    /** By place and dimension of the embedding, what it adds to each hidden unit. */
    private final float[][] input;

    private final float[] bias;
    /** By hidden unit, what it adds to each class. */
    private final float[][] output;

    private final int places;
    private final BitSet frequent;
    private final AtomicReferenceArray<float @Nullable []> kept;

    /**
     * @param frequent pairs of symbol and place worth keeping, each {@code symbol * places + place}
     * @throws IllegalArgumentException if the sizes do not fit each other
     */
    Network(float[][] embeddings, float[][] input, float[] bias, float[][] output, int places, BitSet frequent) {
        if (input.length != places * embeddings[0].length || output.length != bias.length) {
            throw new IllegalArgumentException("the layers of the network do not fit each other");
        }
        this.embeddings = embeddings;
        this.input = input;
        this.bias = bias;
        this.output = output;
        this.places = places;
        this.frequent = frequent;
        this.kept = new AtomicReferenceArray<>(embeddings.length * places);
    }

    /** A score for each class. */
    float[] scores(int[] symbols) {
        float[] hidden = bias.clone();
        for (int place = 0; place < places; place++) {
            add(hidden, symbols[place], place);
        }
        float[] scores = new float[output[0].length];
        for (int i = 0; i < hidden.length; i++) {
            addTimes(scores, output[i], hidden[i] * hidden[i] * hidden[i]);
        }
        return scores;
    }

    private void add(float[] hidden, int symbol, int place) {
        int pair = symbol * places + place;
        if (!frequent.get(pair)) {
            addProduct(hidden, symbol, place);
            return;
        }
        float[] product = kept.get(pair);
        if (product == null) {
            product = new float[hidden.length];
            addProduct(product, symbol, place);
            kept.set(pair, product);
        }
        for (int i = 0; i < hidden.length; i++) {
            hidden[i] += product[i];
        }
    }

    private void addProduct(float[] hidden, int symbol, int place) {
        float[] embedding = embeddings[symbol];
        for (int i = 0; i < embedding.length; i++) {
            addTimes(hidden, input[place * embedding.length + i], embedding[i]);
        }
    }

    /** The loop that vectorises: no sum runs across the elements. */
    private static void addTimes(float[] sum, float[] row, float weight) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * row[i];
        }
    }
}
