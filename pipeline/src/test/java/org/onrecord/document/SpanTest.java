package org.onrecord.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SpanTest {
    @Property
    void refusesEmptyBackwardAndNegative(
            @ForAll @IntRange(min = -5, max = 5) int start, @ForAll @IntRange(min = 0, max = 5) int back) {
        assertThrows(IllegalArgumentException.class, () -> new Span(start, start - back));
        assertThrows(IllegalArgumentException.class, () -> new Span(-1 - back, 3));
    }

    @Property
    void overlapIsSymmetricAndMeansASharedOffset(@ForAll("spans") Span first, @ForAll("spans") Span second) {
        boolean shared = false;
        for (int at = first.start(); at < first.end(); at++) {
            shared |= second.contains(at);
        }
        assertEquals(shared, first.overlaps(second));
        assertEquals(first.overlaps(second), second.overlaps(first));
    }

    @Property
    void coveringIsTheSmallestThatContainsBoth(@ForAll("spans") Span first, @ForAll("spans") Span second) {
        Span both = Span.covering(first, second);
        assertTrue(both.contains(first) && both.contains(second));
        assertTrue(both.start() == first.start() || both.start() == second.start());
        assertTrue(both.end() == first.end() || both.end() == second.end());
    }

    @Provide
    Arbitrary<Span> spans() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.integers().between(1, 10))
                .as((start, length) -> new Span(start, start + length));
    }
}
