package org.onrecord.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.onrecord.eval.train.UsualForms;

class ScoreTest {
    @Test
    void ratiosAreOfWhatWasCounted() {
        Score score = new Score(6, 2, 4);
        assertEquals(0.6, score.precision().orElseThrow());
        assertEquals(0.75, score.recall().orElseThrow());
        assertEquals(12.0 / 18, score.f1().orElseThrow());
    }

    @Test
    void aRatioOfNothingIsAbsentNotZero() {
        assertTrue(Score.NONE.precision().isEmpty());
        assertTrue(new Score(0, 3, 0).precision().isEmpty());
        assertEquals(0, new Score(0, 3, 0).recall().orElseThrow());
    }

    @Test
    void usualFormsAreWhatStandsInRunningText() {
        UsualForms forms = new UsualForms();
        for (int i = 0; i < 3; i++) {
            forms.count(
                    "Bridges fall when the NATO inspectors of Tarnow look the other way, the mayor of Tarnow said.");
        }
        assertEquals(
                List.of("fall", "inspectors", "look", "mayor", "NATO", "of", "other", "said", "the", "way", "when"),
                forms.forms(3));
    }
}
