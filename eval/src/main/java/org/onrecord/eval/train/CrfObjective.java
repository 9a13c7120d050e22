package org.onrecord.eval.train;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.onrecord.attribution.tagger.Crf;

/**
 * How unlikely the labels are under given weights, and which way each weight makes them likelier (Lafferty, McCallum and
 * Pereira 2001). Weights are, in this order: one for each trait and label, one for each label and the label after it.
 */
final class CrfObjective extends SummedObjective<LabelledSequence> {
    private final List<String> labels;
    private final int size;
    private final int traits;
    private double[][] pairs = new double[0][];

    CrfObjective(List<LabelledSequence> sequences, List<String> labels, int traits, double penalty) {
        super(
                sequences,
                traits * labels.size() + labels.size() * labels.size(),
                penalty,
                sequences.stream()
                        .mapToInt(sequence -> sequence.labels().length)
                        .sum());
        this.labels = labels;
        this.size = labels.size();
        this.traits = traits;
    }

    @Override
    protected void prepare(double[] weights) {
        pairs = pairs(weights);
    }

    /** The factor of each pair of neighbouring labels; zero for a pair that describes no stretch. */
    private double[][] pairs(double[] weights) {
        double[][] pairs = new double[size][size];
        for (int from = 0; from < size; from++) {
            for (int to = 0; to < size; to++) {
                pairs[from][to] = Crf.mayFollow(labels.get(from), labels.get(to))
                        ? Math.exp(weights[traits * size + from * size + to])
                        : 0;
            }
        }
        return pairs;
    }

    /** Adds the gradient of one sequence and returns its negative log-likelihood; sums are scaled word by word. */
    @Override
    protected double add(LabelledSequence sequence, double[] weights, double[] gradient) {
        int n = sequence.labels().length;
        if (n == 0) {
            return 0;
        }
        double[][] factors = new double[n][size];
        double value = 0;
        for (int i = 0; i < n; i++) {
            double[] row = factors[i];
            for (int trait : sequence.traits()[i]) {
                int at = trait * size;
                for (int k = 0; k < size; k++) {
                    row[k] += weights[at + k];
                }
            }
            value -= row[sequence.labels()[i]];
            double max = Arrays.stream(row).max().orElse(0);
            value += max;
            for (int k = 0; k < size; k++) {
                row[k] = Math.exp(row[k] - max);
            }
        }
        double[][] forward = new double[n][size];
        double[] scale = new double[n];
        for (int i = 0; i < n; i++) {
            for (int to = 0; to < size; to++) {
                double sum = i == 0 ? Crf.mayBegin(labels.get(to)) ? 1 : 0 : 0;
                for (int from = 0; i > 0 && from < size; from++) {
                    sum += forward[i - 1][from] * pairs[from][to];
                }
                forward[i][to] = sum * factors[i][to];
                scale[i] += forward[i][to];
            }
            for (int k = 0; k < size; k++) {
                forward[i][k] /= scale[i];
            }
            value += Math.log(scale[i]);
        }
        double[] backward = new double[size];
        double[] before = new double[size];
        double ends = 0;
        for (int k = 0; k < size; k++) {
            backward[k] = Crf.mayEnd(labels.get(k)) ? 1 : 0;
            ends += forward[n - 1][k] * backward[k];
        }
        for (int k = 0; k < size; k++) {
            backward[k] /= ends;
        }
        value += Math.log(ends);
        int pairsAt = traits * size;
        for (int i = n - 1; i >= 0; i--) {
            int right = sequence.labels()[i];
            for (int k = 0; k < size; k++) {
                before[k] = forward[i][k] * backward[k] - (k == right ? 1 : 0);
            }
            for (int trait : sequence.traits()[i]) {
                int at = trait * size;
                for (int k = 0; k < size; k++) {
                    gradient[at + k] += before[k];
                }
            }
            if (i > 0) {
                gradient[pairsAt + sequence.labels()[i - 1] * size + right] -= 1;
                value -= Math.log(Math.max(pairs[sequence.labels()[i - 1]][right], 1e-300));
                for (int from = 0; from < size; from++) {
                    before[from] = 0;
                    for (int to = 0; to < size; to++) {
                        double step = pairs[from][to] * factors[i][to] * backward[to] / scale[i];
                        before[from] += step;
                        gradient[pairsAt + from * size + to] += forward[i - 1][from] * step;
                    }
                }
                System.arraycopy(before, 0, backward, 0, size);
            }
        }
        return value;
    }

    Crf crf(double[] weights, Map<String, Integer> numbers) {
        float[][] transitions = new float[size][size];
        for (int from = 0; from < size; from++) {
            for (int to = 0; to < size; to++) {
                transitions[from][to] = (float) weights[traits * size + from * size + to];
            }
        }
        Map<String, float[]> byTrait = HashMap.newHashMap(numbers.size());
        numbers.forEach((trait, number) -> {
            float[] weight = new float[size];
            for (int k = 0; k < size; k++) {
                weight[k] = (float) weights[number * size + k];
            }
            byTrait.put(trait, weight);
        });
        return new Crf(labels, transitions, byTrait);
    }
}
