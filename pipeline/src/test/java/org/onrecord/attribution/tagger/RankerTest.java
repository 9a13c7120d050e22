package org.onrecord.attribution.tagger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RankerTest {
    private static final Ranker RANKER = new Ranker(Map.of("good", 2f, "bad", -1f, "tiny", 0.001f));

    @Test
    void probabilitiesAreThoseOfTheLogLinearModel() {
        double[] probabilities =
                RANKER.probabilities(List.of(Map.of("good", 1.0), Map.of("bad", 2.0), Map.of("unknown", 5.0)));
        double sum = Math.exp(2) + Math.exp(-2) + 1;
        assertArrayEquals(new double[] {Math.exp(2) / sum, Math.exp(-2) / sum, 1 / sum}, probabilities, 1e-9);
    }

    @Test
    void hugeScoresDoNotOverflow() {
        double[] probabilities = RANKER.probabilities(List.of(Map.of("good", 1e6), Map.of("bad", 1e6)));
        assertArrayEquals(new double[] {1, 0}, probabilities, 1e-9);
    }

    @Test
    void withoutAlternativesThereIsNothing() {
        assertEquals(0, RANKER.probabilities(List.of()).length);
    }

    @Test
    void isTheSameAfterWritingAndReadingButForSmallWeights() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        RANKER.write(new DataOutputStream(bytes), 0.01f);
        Ranker read = Ranker.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        List<Map<String, Double>> alternatives = List.of(Map.of("good", 1.0), Map.of("bad", 1.0));
        assertArrayEquals(RANKER.probabilities(alternatives), read.probabilities(alternatives), 1e-9);
        assertArrayEquals(new double[] {0.5, 0.5}, read.probabilities(List.of(Map.of("tiny", 100.0), Map.of())), 1e-9);
    }
}
