package org.onrecord.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class QuantityTest {
    @Test
    void boundsAreWholeAndInclusive() {
        assertBounds("12..12", new Quantity.Exactly(12));
        assertBounds("12..", new Quantity.AtLeast(12));
        assertBounds("13..", new Quantity.MoreThan(12));
        assertBounds("..90", new Quantity.AtMost(90));
        assertBounds("..49", new Quantity.FewerThan(50));
        assertBounds("40..40", new Quantity.About(40));
        assertBounds("30..40", new Quantity.Between(30, 40));
        assertBounds("0..0", new Quantity.None());
    }

    @Test
    void refusesNonsense() {
        assertThrows(IllegalArgumentException.class, () -> new Quantity.Exactly(-1));
        assertThrows(IllegalArgumentException.class, () -> new Quantity.Between(40, 30));
        assertThrows(IllegalArgumentException.class, () -> new Quantity.FewerThan(0));
    }

    private static void assertBounds(String expected, Quantity quantity) {
        assertEquals(expected, bound(quantity.min()) + ".." + bound(quantity.max()));
    }

    private static String bound(OptionalLong bound) {
        return bound.isPresent() ? String.valueOf(bound.getAsLong()) : "";
    }
}
