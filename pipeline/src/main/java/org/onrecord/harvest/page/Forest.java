package org.onrecord.harvest.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Boosted trees made ready to be asked often, in the way of QuickScorer (Lucchese and others, 2015): instead of walking
 * down each tree, the thresholds of each column are passed in order, and each one that a row reaches strikes out the leaves
 * left of its node. The leftmost leaf that is not struck out is the one that the row falls into.
 */
final class Forest {
    private final float bias;
    /** The questions about column {@code c} are those from {@code starts[c]} to before {@code starts[c + 1]}, lowest first. */
    private final int[] starts;

    private final float[] thresholds;
    private final int[] trees;
    /** The leaves that are left where the row is not below the threshold. */
    private final long[] kept;
    /** All leaves of all trees, from left to right. */
    private final float[] leaves;

    private final int[] firstLeaves;

    /** One node that asks about a column. */
    private record Question(int column, float threshold, int tree, long kept) {}

    /** @throws IllegalArgumentException for a tree of more than 64 leaves */
    Forest(Trees model) {
        bias = model.bias();
        List<Question> questions = new ArrayList<>();
        List<Float> values = new ArrayList<>();
        firstLeaves = new int[model.trees().size()];
        for (int tree = 0; tree < firstLeaves.length; tree++) {
            firstLeaves[tree] = values.size();
            gather(model.trees().get(tree), 0, tree, questions, values);
            if (values.size() - firstLeaves[tree] > Long.SIZE) {
                throw new IllegalArgumentException("a tree of more than " + Long.SIZE + " leaves");
            }
        }
        questions.sort(Comparator.comparingInt(Question::column).thenComparingDouble(Question::threshold));
        int columns = questions.isEmpty() ? 0 : questions.getLast().column() + 1;
        starts = new int[columns + 1];
        thresholds = new float[questions.size()];
        trees = new int[thresholds.length];
        kept = new long[thresholds.length];
        for (int i = 0; i < thresholds.length; i++) {
            Question question = questions.get(i);
            starts[question.column() + 1] = i + 1;
            thresholds[i] = question.threshold();
            trees[i] = question.tree();
            kept[i] = question.kept();
        }
        for (int column = 1; column <= columns; column++) {
            starts[column] = Math.max(starts[column], starts[column - 1]);
        }
        leaves = new float[values.size()];
        for (int i = 0; i < leaves.length; i++) {
            leaves[i] = values.get(i);
        }
    }

    /** The leaves below a node, as numbers after those already there. */
    private void gather(Trees.Tree tree, int node, int number, List<Question> questions, List<Float> values) {
        if (tree.isLeaf(node)) {
            values.add(tree.value(node));
            return;
        }
        int first = values.size() - firstLeaves[number];
        gather(tree, tree.left(node), number, questions, values);
        int next = values.size() - firstLeaves[number];
        long left = ((1L << (next - first)) - 1) << first;
        questions.add(new Question(tree.column(node), tree.value(node), number, ~left));
        gather(tree, tree.left(node) + 1, number, questions, values);
    }

    /** The log odds for a row, the same as {@link Trees#score}. */
    float score(float[] row) {
        long[] open = new long[firstLeaves.length];
        Arrays.fill(open, -1L);
        for (int column = 0; column + 1 < starts.length; column++) {
            float value = row[column];
            for (int i = starts[column]; i < starts[column + 1] && thresholds[i] <= value; i++) {
                open[trees[i]] &= kept[i];
            }
        }
        float sum = bias;
        for (int tree = 0; tree < open.length; tree++) {
            sum += leaves[firstLeaves[tree] + Long.numberOfTrailingZeros(open[tree])];
        }
        return sum;
    }
}
