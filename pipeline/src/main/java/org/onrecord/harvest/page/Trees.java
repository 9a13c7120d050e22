package org.onrecord.harvest.page;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Boosted regression trees (Friedman 2001): the leaves that a row falls into are summed.
 *
 * @param bias added to the sum
 */
public record Trees(float bias, List<Tree> trees) {
    public Trees {
        trees = List.copyOf(trees);
    }

    /**
     * A node of a tree.
     *
     * @param column of the row that it asks about, or -1 for a leaf
     * @param value below which a row goes left; of a leaf, what it adds
     * @param left number of the left child; the right one is the next
     */
    public record Node(int column, float value, int left) {}

    /** One tree, its nodes by number from the root 0, kept in arrays: pages ask a hundred thousand times. */
    public static final class Tree {
        private final int[] column;
        private final float[] values;
        private final int[] left;

        /** @throws IllegalArgumentException if a node has no children after it in the list */
        public Tree(List<Node> nodes) {
            column = nodes.stream().mapToInt(Node::column).toArray();
            left = nodes.stream().mapToInt(Node::left).toArray();
            values = new float[nodes.size()];
            for (int node = 0; node < values.length; node++) {
                values[node] = nodes.get(node).value();
                if (column[node] >= 0 && (left[node] <= node || left[node] + 1 >= values.length)) {
                    throw new IllegalArgumentException("node " + node + " has no children after it: " + left[node]);
                }
            }
            if (nodes.isEmpty()) {
                throw new IllegalArgumentException("a tree without a root");
            }
        }

        boolean isLeaf(int node) {
            return column[node] < 0;
        }

        int column(int node) {
            return column[node];
        }

        float value(int node) {
            return values[node];
        }

        int left(int node) {
            return left[node];
        }

        float leaf(float[] row) {
            int node = 0;
            while (column[node] >= 0) {
                node = left[node] + (row[column[node]] < values[node] ? 0 : 1);
            }
            return values[node];
        }
    }

    /** The log odds for a row. */
    public float score(float[] row) {
        float sum = bias;
        for (Tree tree : trees) {
            sum += tree.leaf(row);
        }
        return sum;
    }

    static Trees read(DataInputStream in) throws IOException {
        float bias = in.readFloat();
        Tree[] trees = new Tree[in.readInt()];
        for (int t = 0; t < trees.length; t++) {
            int size = in.readInt();
            List<Node> nodes = new ArrayList<>(size);
            for (int node = 0; node < size; node++) {
                nodes.add(new Node(in.readShort(), in.readFloat(), in.readShort()));
            }
            trees[t] = new Tree(nodes);
        }
        return new Trees(bias, List.of(trees));
    }

    void write(DataOutputStream out) throws IOException {
        out.writeFloat(bias);
        out.writeInt(trees.size());
        for (Tree tree : trees) {
            out.writeInt(tree.column.length);
            for (int node = 0; node < tree.column.length; node++) {
                out.writeShort(tree.column[node]);
                out.writeFloat(tree.values[node]);
                out.writeShort(tree.left[node]);
            }
        }
    }
}
