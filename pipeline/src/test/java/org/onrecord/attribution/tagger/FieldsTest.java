package org.onrecord.attribution.tagger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.onrecord.attribution.tagger.Crf.Likely;

class FieldsTest {
    private static final List<List<String>> ONE_WORD = List.of(List.of("w"));

    /** Of one word: a cue with the weight, or none. */
    private static Crf field(float weight) {
        return new Crf(List.of("O", "U-C"), new float[2][2], Map.of("w", new float[] {0, weight}));
    }

    @Test
    void theMeanOfSeveralFields() {
        Crf sure = field(2);
        Crf unsure = field(-1);
        double high = sure.stretches(ONE_WORD, 0.01).getFirst().probability();
        double low = unsure.stretches(ONE_WORD, 0.01).getFirst().probability();
        List<Likely> both = new Fields(List.of(sure, unsure)).stretches(ONE_WORD, 0.01);
        assertEquals(1, both.size());
        assertEquals((high + low) / 2, both.getFirst().probability(), 1e-9);
    }

    @Test
    void whatIsNotLikelyEnoughOnTheAverageIsLeftOut() {
        Fields fields = new Fields(List.of(field(1), field(-6)));
        assertEquals(List.of(), fields.stretches(ONE_WORD, 0.5));
        assertEquals(1, fields.stretches(ONE_WORD, 0.3).size());
    }

    @Test
    void oneAtLeast() {
        assertThrows(IllegalArgumentException.class, () -> new Fields(List.of()));
    }
}
