package org.onrecord.attribution.tagger;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A linear-chain conditional random field over traits (Lafferty, McCallum and Pereira 2001): weights of traits and of
 * pairs of neighbouring labels, as they were trained; here they are only applied.
 */
public final class Crf {
    private static final float IMPOSSIBLE = -1000;
    private static final float STEP = 1 / 1024f;

    private final List<String> labels;
    /** From label to label. */
    private final float[][] transitions;

    private final Map<String, float[]> weights;

    public Crf(List<String> labels, float[][] transitions, Map<String, float[]> weights) {
        this.labels = List.copyOf(labels);
        this.transitions = new float[labels.size()][labels.size()];
        for (int from = 0; from < labels.size(); from++) {
            for (int to = 0; to < labels.size(); to++) {
                this.transitions[from][to] =
                        mayFollow(labels.get(from), labels.get(to)) ? transitions[from][to] : IMPOSSIBLE;
            }
        }
        this.weights = new HashMap<>(weights);
    }

    /** Whether labels of neighbouring words go together: what has begun goes on with its own label until it ends. */
    public static boolean mayFollow(String from, String to) {
        boolean open = from.startsWith("B-") || from.startsWith("I-");
        boolean goesOn = to.startsWith("I-") || to.startsWith("E-");
        return open == goesOn && (!open || from.substring(2).equals(to.substring(2)));
    }

    /** Whether the first word may have the label. */
    public static boolean mayBegin(String label) {
        return mayFollow(Labels.OUTSIDE, label);
    }

    /** Whether the last word may have the label. */
    public static boolean mayEnd(String label) {
        return mayFollow(label, Labels.OUTSIDE);
    }

    public List<String> labels() {
        return labels;
    }

    /** The probability of each label at each word. */
    public double[][] marginals(List<List<String>> traits) {
        return marginals(scores(traits));
    }

    private double[][] scores(List<List<String>> traits) {
        double[][] scores = new double[traits.size()][labels.size()];
        for (int i = 0; i < scores.length; i++) {
            double[] row = scores[i];
            for (int k = 0; k < row.length; k++) {
                boolean possible =
                        (i > 0 || mayBegin(labels.get(k))) && (i + 1 < scores.length || mayEnd(labels.get(k)));
                row[k] = possible ? 0 : IMPOSSIBLE;
            }
            for (String trait : traits.get(i)) {
                float[] weight = weights.get(trait);
                if (weight != null) {
                    for (int k = 0; k < row.length; k++) {
                        row[k] += weight[k];
                    }
                }
            }
        }
        return scores;
    }

    /** How likely a sequence of one thing has another label than {@link Labels#OUTSIDE}: a field of one is a logistic model. */
    public double probability(List<String> traits) {
        return 1 - marginals(List.of(traits))[0][labels.indexOf(Labels.OUTSIDE)];
    }

    /** A stretch and how likely it is one, given all words. */
    public record Likely(Stretch stretch, double probability) {}

    /**
     * All stretches that are at least so likely, in text order; they may overlap. The probability of a stretch is that of
     * all labellings that have it, by constrained forward and backward sums (Culotta and McCallum 2004).
     */
    public List<Likely> stretches(List<List<String>> traits, double least) {
        double[][] scores = scores(traits);
        double[][] forward = forward(scores);
        double[][] backward = backward(scores);
        double total = scores.length == 0 ? 0 : logSum(forward[scores.length - 1]);
        List<Likely> likely = new ArrayList<>();
        for (String name : labels.stream()
                .filter(label -> !label.equals(Labels.OUTSIDE))
                .map(label -> label.substring(2))
                .distinct()
                .sorted()
                .toList()) {
            int unit = labels.indexOf("U-" + name);
            int begin = labels.indexOf("B-" + name);
            int inside = labels.indexOf("I-" + name);
            int end = labels.indexOf("E-" + name);
            for (int i = 0; i < scores.length; i++) {
                if (unit >= 0) {
                    add(likely, name, i, i, forward[i][unit] + backward[i][unit] - total, least);
                }
                if (begin < 0 || end < 0) {
                    continue;
                }
                double path = forward[i][begin];
                if (path + backward[i][begin] - total < Math.log(least)) {
                    continue;
                }
                int last = begin;
                for (int j = i + 1; j < scores.length; j++) {
                    double ends = path + transitions[last][end] + scores[j][end];
                    add(likely, name, i, j, ends + backward[j][end] - total, least);
                    if (inside < 0) {
                        break;
                    }
                    path += transitions[last][inside] + scores[j][inside];
                    last = inside;
                    if (path + backward[j][inside] - total < Math.log(least)) {
                        break;
                    }
                }
            }
        }
        return likely;
    }

    private static void add(List<Likely> likely, String name, int first, int last, double log, double least) {
        if (log >= Math.log(least)) {
            likely.add(new Likely(new Stretch(name, first, last), Math.min(1, Math.exp(log))));
        }
    }

    private double[][] marginals(double[][] scores) {
        double[][] forward = forward(scores);
        double[][] backward = backward(scores);
        double[] sums = new double[labels.size()];
        for (int i = 0; i < scores.length; i++) {
            for (int k = 0; k < sums.length; k++) {
                sums[k] = forward[i][k] + backward[i][k];
            }
            double total = logSum(sums);
            for (int k = 0; k < sums.length; k++) {
                forward[i][k] = Math.exp(sums[k] - total);
            }
        }
        return forward;
    }

    private double[][] forward(double[][] scores) {
        int n = scores.length;
        int size = labels.size();
        double[][] forward = new double[n][size];
        double[] sums = new double[size];
        for (int i = 0; i < n; i++) {
            for (int to = 0; to < size; to++) {
                if (i > 0) {
                    for (int from = 0; from < size; from++) {
                        sums[from] = forward[i - 1][from] + transitions[from][to];
                    }
                }
                forward[i][to] = scores[i][to] + (i == 0 ? 0 : logSum(sums));
            }
        }
        return forward;
    }

    private double[][] backward(double[][] scores) {
        int n = scores.length;
        int size = labels.size();
        double[][] backward = new double[n][size];
        double[] sums = new double[size];
        for (int i = n - 2; i >= 0; i--) {
            for (int from = 0; from < size; from++) {
                for (int to = 0; to < size; to++) {
                    sums[to] = transitions[from][to] + scores[i + 1][to] + backward[i + 1][to];
                }
                backward[i][from] = logSum(sums);
            }
        }
        return backward;
    }

    private static double logSum(double[] values) {
        double max = values[0];
        for (double value : values) {
            max = Math.max(max, value);
        }
        double sum = 0;
        for (double value : values) {
            sum += Math.exp(value - max);
        }
        return max + Math.log(sum);
    }

    /**
     * Writes the model; weights are rounded to a 1024th and traits whose weights are all small are left out. Both cost
     * much when overdone: many small weights decide together.
     */
    public void write(DataOutputStream out, float least) throws IOException {
        out.writeInt(labels.size());
        for (int k = 0; k < labels.size(); k++) {
            out.writeUTF(labels.get(k));
            for (float weight : transitions[k]) {
                out.writeFloat(weight);
            }
        }
        Map<String, float[]> kept = new TreeMap<>();
        weights.forEach((trait, weight) -> {
            for (float value : weight) {
                if (Math.abs(value) >= least) {
                    kept.put(trait, weight);
                    return;
                }
            }
        });
        out.writeInt(kept.size());
        for (Map.Entry<String, float[]> entry : kept.entrySet()) {
            out.writeUTF(entry.getKey());
            for (float value : entry.getValue()) {
                out.writeShort(Math.clamp(Math.round(value / STEP), Short.MIN_VALUE, Short.MAX_VALUE));
            }
        }
    }

    public static Crf read(DataInputStream in) throws IOException {
        int size = in.readInt();
        List<String> labels = new ArrayList<>();
        float[][] transitions = new float[size][size];
        for (int k = 0; k < size; k++) {
            labels.add(in.readUTF());
            for (int to = 0; to < size; to++) {
                transitions[k][to] = in.readFloat();
            }
        }
        int traits = in.readInt();
        Map<String, float[]> weights = HashMap.newHashMap(traits);
        for (int i = 0; i < traits; i++) {
            String trait = in.readUTF();
            float[] weight = new float[size];
            for (int k = 0; k < size; k++) {
                weight[k] = in.readShort() * STEP;
            }
            weights.put(trait, weight);
        }
        return new Crf(labels, transitions, weights);
    }
}
