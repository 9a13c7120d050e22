package org.onrecord.standoff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.document.Quantity;

class NotationTest {
    @ParameterizedTest
    @ValueSource(strings = {"12", ">=12", ">12", "<=90", "<50", "~40", "30..40", "dozens", "none"})
    void whatIsReadIsWrittenAgain(String notation) {
        assertEquals(notation, Notation.of(Notation.quantity(notation)));
    }

    @Test
    void vagueWordsHaveTheIntervalOfTheContract() {
        assertEquals(
                new Quantity.Vague("Tens of thousands", OptionalLong.of(20_000), OptionalLong.of(99_999)),
                Notation.quantity("Tens of thousands"));
        assertEquals(new Quantity.Vague("many", OptionalLong.empty(), OptionalLong.empty()), Notation.quantity("many"));
    }
}
