package org.onrecord.attribution.tagger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LabelsTest {
    @Test
    void areReadBackAsTheStretchesTheyWereMadeOf() {
        List<Stretch> stretches =
                List.of(new Stretch("S", 0, 0), new Stretch("C", 1, 2), new Stretch("K", 3, 6), new Stretch("K", 7, 7));
        List<String> labels = Labels.of(stretches, 9);
        assertEquals(List.of("U-S", "B-C", "E-C", "B-K", "I-K", "I-K", "E-K", "U-K", "O"), labels);
        assertEquals(stretches, Labels.stretches(labels));
    }

    @Test
    void keepTheFirstOfTwoThatOverlap() {
        assertEquals(List.of("B-K", "E-K", "O"), Labels.of(List.of(new Stretch("K", 0, 1), new Stretch("S", 1, 2)), 3));
    }
}
