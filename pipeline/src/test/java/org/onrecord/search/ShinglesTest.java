package org.onrecord.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ShinglesTest {
    private static final double EXACT = 1e-9;

    private static Shingles of(String words) {
        return Shingles.of(List.of(words.split(" ", -1)), 3);
    }

    private static Shingles numbers(int first, int last) {
        return Shingles.of(
                IntStream.range(first, last).mapToObj(String::valueOf).toList(), 1);
    }

    @Test
    void whatTwoTextsShare() {
        Shingles whole = of("the ferry left the pier at six in the morning");
        Shingles part = of("the ferry left the pier at noon");
        assertEquals(8, whole.total());
        assertEquals(4.0 / 9, whole.resemblance(part), EXACT);
        assertEquals(4.0 / 5, whole.containment(part), EXACT);
        assertEquals(1, of("a b").total());
        assertEquals(0, Shingles.of(List.of(), 3).resemblance(whole), EXACT);
        assertEquals(0, Shingles.of(List.of(), 3).containment(whole), EXACT);
    }

    @Test
    void longTextsAreEstimated() {
        Shingles one = numbers(0, 100_000);
        Shingles other = numbers(50_000, 150_000);
        assertEquals(1.0 / 3, one.resemblance(other), 0.05);
        assertEquals(0.5, one.containment(other), 0.06);
        assertEquals(1, one.resemblance(numbers(0, 100_000)), EXACT);
        assertEquals(Shingles.KEPT, one.hashes().count());
    }

    @Property(tries = 200)
    void aTextIsItsOwnDuplicateAndTheOrderDoesNotMatter(
            @ForAll @Size(min = 1, max = 60) List<@StringLength(min = 1, max = 2) @AlphaChars String> one,
            @ForAll @Size(max = 60) List<@StringLength(min = 1, max = 2) @AlphaChars String> other) {
        Shingles first = Shingles.of(one, 3);
        Shingles second = Shingles.of(other, 3);
        assertEquals(1, first.resemblance(first), EXACT);
        assertEquals(1, first.containment(first), EXACT);
        assertEquals(first.resemblance(second), second.resemblance(first), EXACT);
        assertEquals(first.containment(second), second.containment(first), EXACT);
        assertArrayEquals(
                first.hashes().toArray(), Shingles.of(first.bytes()).hashes().toArray());
        assertEquals(first.total(), Shingles.of(first.bytes()).total());
    }
}
