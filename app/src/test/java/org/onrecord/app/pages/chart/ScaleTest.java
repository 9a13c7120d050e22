package org.onrecord.app.pages.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 3, 4, 5, 9, 10, 26, 99, 100, 101, 4_321, 999_999_999_999L})
    void aNumberIsWithinAFewRoundSteps(long most) {
        Scale scale = Scale.of(most, 0, 100);
        assertTrue(scale.top() >= most, scale::toString);
        assertTrue(scale.ticks().size() <= 6, () -> scale.ticks().toString());
        assertTrue(String.valueOf(scale.step()).matches("[125]0*"), scale::toString);
        assertTrue(scale.place(most) <= 100);
    }

    @Test
    void numbersStandInProportion() {
        Scale scale = Scale.of(26, 50, 350);
        assertEquals(List.of(0L, 10L, 20L, 30L), scale.ticks());
        assertEquals(150, scale.place(10), 0.001);
    }
}
