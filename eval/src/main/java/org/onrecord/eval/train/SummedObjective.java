package org.onrecord.eval.train;

import edu.stanford.nlp.optimization.AbstractCachingDiffFunction;
import edu.stanford.nlp.optimization.QNMinimizer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A loss summed over examples, with a penalty on half the square of each weight (a Gaussian prior, Chen and Rosenfeld
 * 1999), and the weights at which it is least, found by CoreNLP's limited-memory quasi-Newton minimiser. Nothing in it
 * is random: the same examples give the same weights.
 *
 * @param <E> an example
 */
abstract class SummedObjective<E> extends AbstractCachingDiffFunction {
    /** Parts that are summed on their own and then in order, so that the sum is the same however many threads there are. */
    private static final int PARTS = 2;

    /** Steps that the minimiser remembers. */
    private static final int MEMORY = 7;

    private static final double TOLERANCE = 1e-4;

    private final List<E> examples;
    private final int size;
    private final double penalty;
    /** By which all is divided: the minimiser's first step is made for values of this order. */
    private final double count;

    private final double[][] gradients;
    private final double[] values = new double[PARTS];

    /**
     * @param size the number of weights
     * @param count by which the sum is divided
     */
    SummedObjective(List<E> examples, int size, double penalty, double count) {
        this.examples = examples;
        this.size = size;
        this.penalty = penalty;
        this.count = count;
        this.gradients = new double[PARTS][size];
    }

    /** Is told the weights before they are asked about example by example. */
    protected void prepare(double[] weights) {}

    /** Adds the gradient of one example and returns its loss; called from several threads. */
    protected abstract double add(E example, double[] weights, double[] gradient);

    /** The weights at which the loss is least, after so many iterations at most. */
    final double[] minimum(int iterations) {
        QNMinimizer minimizer = new QNMinimizer(MEMORY);
        minimizer.shutUp();
        return minimizer.minimize(this, TOLERANCE, new double[size], iterations);
    }

    @Override
    public final int domainDimension() {
        return size;
    }

    @Override
    protected final void calculate(double[] weights) {
        prepare(weights);
        IntStream.range(0, PARTS).parallel().forEach(part -> {
            Arrays.fill(gradients[part], 0);
            values[part] = 0;
            for (int i = part; i < examples.size(); i += PARTS) {
                values[part] += add(examples.get(i), weights, gradients[part]);
            }
        });
        value = Arrays.stream(values).sum() / count;
        for (int w = 0; w < size; w++) {
            double sum = 0;
            for (double[] gradient : gradients) {
                sum += gradient[w];
            }
            derivative[w] = (sum + penalty * weights[w]) / count;
            value += penalty / 2 * weights[w] * weights[w] / count;
        }
    }
}
