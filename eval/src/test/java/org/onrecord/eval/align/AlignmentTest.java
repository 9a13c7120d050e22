package org.onrecord.eval.align;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AlignmentTest {
    @Test
    void theBestAssignmentIsNotTheGreedyOne() {
        // Greedy would take 5–5 (weight 10) and leave the others alone.
        double[][] weights = {{0, 8, 0}, {8, 10, 7}, {0, 7, 0}};
        Alignment<Integer> alignment = Alignment.of(List.of(0, 1, 2), List.of(0, 1, 2), (a, b) -> weights[a][b]);
        double total = alignment.pairs().stream()
                .filter(pair -> pair instanceof Pair.Hit<Integer>)
                .map(pair -> (Pair.Hit<Integer>) pair)
                .mapToDouble(pair -> weights[pair.gold()][pair.found()])
                .sum();
        assertEquals(16, total);
    }

    @Test
    void whatHasNoPartnerIsMissedOrSpurious() {
        Alignment<String> alignment =
                Alignment.of(List.of("a", "b"), List.of("b", "c"), (one, other) -> one.equals(other) ? 1 : 0);
        assertEquals(
                Set.of(new Pair.Miss<>("a"), new Pair.Hit<>("b", "b"), new Pair.Spurious<>("c")),
                Set.copyOf(alignment.pairs()));
    }

    @Test
    void nothingBesideNothing() {
        assertEquals(
                List.of(),
                Alignment.<String>of(List.of(), List.of(), (a, b) -> 1).pairs());
    }
}
