package org.onrecord.eval.align;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import org.jgrapht.Graph;
import org.jgrapht.alg.interfaces.MatchingAlgorithm;
import org.jgrapht.alg.matching.MaximumWeightBipartiteMatching;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.builder.GraphTypeBuilder;

/** One-to-one pairs of gold and found items, chosen so that the sum of their weights is greatest. */
public record Alignment<A>(List<Pair<A>> pairs) {
    public Alignment {
        pairs = List.copyOf(pairs);
    }

    /**
     * Pairs two lists.
     *
     * @param weight of a pair; zero or less where the two may not be paired
     * @return gold items in their order, hit or missed, then what is spurious in its order
     */
    public static <A> Alignment<A> of(List<A> gold, List<A> found, ToDoubleBiFunction<A, A> weight) {
        Graph<Integer, DefaultWeightedEdge> graph = GraphTypeBuilder.<Integer, DefaultWeightedEdge>undirected()
                .weighted(true)
                .edgeClass(DefaultWeightedEdge.class)
                .buildGraph();
        Set<Integer> left = new HashSet<>();
        Set<Integer> right = new HashSet<>();
        for (int g = 0; g < gold.size(); g++) {
            graph.addVertex(g);
            left.add(g);
        }
        for (int f = 0; f < found.size(); f++) {
            int vertex = gold.size() + f;
            graph.addVertex(vertex);
            right.add(vertex);
            for (int g = 0; g < gold.size(); g++) {
                double value = weight.applyAsDouble(gold.get(g), found.get(f));
                if (value > 0) {
                    graph.setEdgeWeight(graph.addEdge(g, vertex), value);
                }
            }
        }
        int[] partner = new int[gold.size()];
        java.util.Arrays.fill(partner, -1);
        Set<Integer> used = new HashSet<>();
        if (!graph.edgeSet().isEmpty()) {
            MatchingAlgorithm.Matching<Integer, DefaultWeightedEdge> matching =
                    new MaximumWeightBipartiteMatching<>(graph, left, right).getMatching();
            for (DefaultWeightedEdge edge : matching.getEdges()) {
                int one = graph.getEdgeSource(edge);
                int other = graph.getEdgeTarget(edge);
                partner[Math.min(one, other)] = Math.max(one, other) - gold.size();
                used.add(Math.max(one, other) - gold.size());
            }
        }
        List<Pair<A>> pairs = new ArrayList<>();
        for (int g = 0; g < gold.size(); g++) {
            pairs.add(
                    partner[g] < 0 ? new Pair.Miss<>(gold.get(g)) : new Pair.Hit<>(gold.get(g), found.get(partner[g])));
        }
        for (int f = 0; f < found.size(); f++) {
            if (!used.contains(f)) {
                pairs.add(new Pair.Spurious<>(found.get(f)));
            }
        }
        return new Alignment<>(pairs);
    }
}
