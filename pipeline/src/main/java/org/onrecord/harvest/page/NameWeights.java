package org.onrecord.harvest.page;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A logistic model of the names of a block.
 *
 * @param weights by name; unknown names weigh nothing
 */
public record NameWeights(float bias, Map<String, Float> weights) {
    public NameWeights {
        weights = Map.copyOf(weights);
    }

    /** The log odds that a block with these names belongs to the article. */
    public float score(Set<String> names) {
        float sum = bias;
        for (String name : names) {
            sum += weights.getOrDefault(name, 0f);
        }
        return sum;
    }

    static NameWeights read(DataInputStream in) throws IOException {
        float bias = in.readFloat();
        int size = in.readInt();
        Map<String, Float> weights = HashMap.newHashMap(size);
        for (int i = 0; i < size; i++) {
            weights.put(in.readUTF(), in.readFloat());
        }
        return new NameWeights(bias, weights);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeFloat(bias);
        out.writeInt(weights.size());
        for (Map.Entry<String, Float> entry : new TreeMap<>(weights).entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeFloat(entry.getValue());
        }
    }
}
