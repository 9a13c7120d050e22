package org.onrecord.harvest.page;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.onrecord.harvest.page.Trees.Node;
import org.onrecord.harvest.page.Trees.Tree;

class TreesTest {
    private static final Tree TREE = new Tree(List.of(
            new Node(0, 2f, 1), new Node(-1, -1f, 0), new Node(1, 5f, 3), new Node(-1, 0.5f, 0), new Node(-1, 3f, 0)));

    @Test
    void aRowFallsIntoOneLeafOfEachTree() {
        Trees trees = new Trees(0.25f, List.of(TREE, TREE));
        assertEquals(0.25f - 2, trees.score(new float[] {1, 9}));
        assertEquals(0.25f + 1, trees.score(new float[] {2, 4}));
        assertEquals(0.25f + 6, trees.score(new float[] {2, 5}));
    }

    /** Passing the thresholds in order comes to the same as walking down the trees. */
    @Test
    void aForestScoresAsItsTrees() {
        Tree leaf = new Tree(List.of(new Node(-1, 0.75f, 0)));
        Trees trees = new Trees(0.25f, List.of(TREE, leaf, TREE));
        Forest forest = new Forest(trees);
        for (float first : new float[] {-3, 1.9f, 2, 2.1f}) {
            for (float second : new float[] {0, 4.9f, 5, 60}) {
                float[] row = {first, second};
                assertEquals(trees.score(row), forest.score(row));
            }
        }
    }

    @Test
    void aForestTakesTreesOfSixtyFourLeavesAndNoMore() {
        assertEquals(7f, new Forest(new Trees(0, List.of(vine(64)))).score(new float[] {63.5f}));
        assertEquals(1f, new Forest(new Trees(0, List.of(vine(64)))).score(new float[] {0}));
        assertThrows(IllegalArgumentException.class, () -> new Forest(new Trees(0, List.of(vine(65)))));
    }

    /** Asks at each node whether the value is below 1, 2, 3 …; the last leaf is 7, the others 1. */
    private static Tree vine(int leaves) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 1; i < leaves; i++) {
            nodes.add(new Node(0, i, nodes.size() + 1));
            nodes.add(new Node(-1, 1f, 0));
        }
        nodes.add(new Node(-1, 7f, 0));
        return new Tree(nodes);
    }

    @Test
    void aTreeThatWouldNotEndIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Tree(List.of(new Node(0, 1f, 0), new Node(-1, 1f, 0))));
        assertThrows(IllegalArgumentException.class, () -> new Tree(List.of(new Node(0, 1f, 1), new Node(-1, 1f, 0))));
        assertThrows(IllegalArgumentException.class, () -> new Tree(List.of()));
    }

    @Test
    void aModelReadAgainIsTheSameBytes() throws IOException {
        BlockModel model = new BlockModel(
                new NameWeights(-1f, Map.of("own:caption", -2f, "near:body", 1.5f)), new Trees(0f, List.of(TREE)));
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        model.write(first);
        ByteArrayOutputStream second = new ByteArrayOutputStream();
        BlockModel.read(new ByteArrayInputStream(first.toByteArray())).write(second);
        assertArrayEquals(first.toByteArray(), second.toByteArray());
    }
}
