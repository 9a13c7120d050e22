package org.onrecord.eval.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.onrecord.harvest.page.Trees;

/**
 * Trains boosted trees with XGBoost (Chen and Guestrin 2016). The same rows give the same trees.
 *
 * @param rounds one tree each
 * @param leaves of a tree at most
 * @param rate at which a tree's leaves count
 */
record TreeTrainer(int rounds, int leaves, double rate) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final float CLOSE = 1e-3f;

    Trees train(List<float[]> rows, float[] labels, float[] weights) {
        int columns = rows.getFirst().length;
        float[] flat = new float[rows.size() * columns];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(rows.get(i), 0, flat, i * columns, columns);
        }
        try {
            DMatrix data = new DMatrix(flat, rows.size(), columns, Float.NaN);
            try {
                data.setLabel(labels);
                data.setWeight(weights);
                Booster booster = XGBoost.train(data, settings(), rounds, Map.of(), null, null);
                Trees trees = trees(booster.getModelDump("", false, "json"));
                requireSame(trees, rows, booster.predict(data, true));
                booster.dispose();
                return trees;
            } finally {
                data.dispose();
            }
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost failed: " + e.getMessage(), e);
        }
    }

    private Map<String, Object> settings() {
        return Map.ofEntries(
                Map.entry("objective", "binary:logistic"),
                Map.entry("base_score", 0.5),
                Map.entry("tree_method", "hist"),
                Map.entry("grow_policy", "lossguide"),
                Map.entry("max_depth", 0),
                Map.entry("max_leaves", leaves),
                Map.entry("eta", rate),
                Map.entry("lambda", 3.0),
                Map.entry("min_child_weight", 20.0),
                Map.entry("subsample", 0.7),
                Map.entry("colsample_bytree", 0.3),
                Map.entry("seed", 1),
                Map.entry("nthread", 2));
    }

    /** What is read from the dump must say the same as what was trained. */
    private static void requireSame(Trees trees, List<float[]> rows, float[][] expected) {
        for (int i = 0; i < rows.size(); i += 97) {
            float found = trees.score(rows.get(i));
            if (Math.abs(found - expected[i][0]) > CLOSE) {
                throw new IllegalStateException(
                        "row " + i + " scores " + found + " by the trees read, " + expected[i][0] + " by XGBoost");
            }
        }
    }

    private static Trees trees(String[] dump) {
        List<Trees.Tree> trees = new ArrayList<>();
        for (String json : dump) {
            try {
                trees.add(tree(MAPPER.readTree(json)));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("XGBoost wrote a tree that is no JSON", e);
            }
        }
        return new Trees(0, trees);
    }

    /** Numbered breadth first, so that the children of a node follow each other. */
    private static Trees.Tree tree(JsonNode root) {
        List<JsonNode> nodes = new ArrayList<>(List.of(root));
        Deque<JsonNode> open = new ArrayDeque<>(nodes);
        List<Integer> left = new ArrayList<>();
        while (!open.isEmpty()) {
            JsonNode node = open.removeFirst();
            if (node.has("leaf")) {
                left.add(0);
            } else {
                left.add(nodes.size());
                for (String side : List.of("yes", "no")) {
                    JsonNode child = child(node, node.required(side).asInt());
                    nodes.add(child);
                    open.addLast(child);
                }
            }
        }
        List<Trees.Node> numbered = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            JsonNode node = nodes.get(i);
            boolean leaf = node.has("leaf");
            numbered.add(new Trees.Node(
                    leaf ? -1 : Integer.parseInt(node.required("split").asText().substring(1)),
                    (float) node.path(leaf ? "leaf" : "split_condition").asDouble(),
                    left.get(i)));
        }
        return new Trees.Tree(numbered);
    }

    private static JsonNode child(JsonNode node, int id) {
        for (JsonNode child : node.required("children")) {
            if (child.required("nodeid").asInt() == id) {
                return child;
            }
        }
        throw new IllegalStateException("XGBoost wrote a tree without node " + id);
    }
}
