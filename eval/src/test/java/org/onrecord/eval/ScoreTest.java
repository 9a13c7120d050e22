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

    private static final Metric CALIBRATION = new Metric("calibration error", Metric.Reading.CALIBRATION);

    @Test
    void calibrationIsTheDistanceOfConfidenceFromTheShareRight() {
        List<Score> sure = List.of(
                Score.reliability(0.9, true),
                Score.reliability(0.9, true),
                Score.reliability(0.9, true),
                Score.reliability(0.9, false));
        assertEquals(0.15, CALIBRATION.value(sure).orElseThrow(), 1e-9);
        List<Score> both = new java.util.ArrayList<>(sure);
        both.add(Score.reliability(0.2, true));
        assertEquals((4 * 0.15 + 0.8) / 5, CALIBRATION.value(both).orElseThrow(), 1e-9);
    }

    @Test
    void calibrationIsOfTheWholeRunNotOfItsArticles() {
        Score right = Score.reliability(0.5, true);
        Score wrong = Score.reliability(0.5, false);
        assertEquals(0.5, CALIBRATION.value(List.of(right)).orElseThrow());
        assertEquals(0, CALIBRATION.value(List.of(right, wrong)).orElseThrow());
        assertTrue(CALIBRATION.value(List.of(Score.HIT, Score.MISS)).isEmpty());
    }

    @Test
    void aBinIsClosedAbove() {
        assertEquals(1, Reliability.of(0.9, true).bins().get(8).items());
        assertEquals(1, Reliability.of(0.91, true).bins().get(9).items());
        assertEquals(1, Reliability.of(1, true).bins().get(9).items());
        assertEquals(1, Reliability.of(0, true).bins().get(0).items());
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

    @Test
    void rareClassesWeighAsMuchAsCommonOnes() {
        Metric stances = new Metric("stance", Metric.Reading.MACRO_F1);
        List<Score> scores = List.of(
                Score.classified("assert", "assert"),
                Score.classified("assert", "assert"),
                Score.classified("assert", "assert"),
                Score.classified("deny", "assert"));
        assertEquals((6.0 / 7 + 0) / 2, stances.value(scores).orElseThrow(), 1e-9);
        assertTrue(stances.value(List.of(Score.HIT)).isEmpty());
    }
}
