package org.onrecord.app.pages.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.onrecord.document.Quantity;

class StatedTest {
    @Test
    void exactNumbersLeaveNothingOpen() {
        assertEquals(Optional.of(new Stated(12, 12, 12, false, false)), Stated.of(new Quantity.Exactly(12)));
        assertEquals(Optional.of(new Stated(0, 0, 0, false, false)), Stated.of(new Quantity.None()));
        assertTrue(Stated.of(new Quantity.Exactly(12)).orElseThrow().isExact());
    }

    @Test
    void boundsAreOpenOnTheirOwnSide() {
        assertEquals(Optional.of(new Stated(30, 30, 30, false, true)), Stated.of(new Quantity.AtLeast(30)));
        assertEquals(Optional.of(new Stated(30, 30, 30, false, true)), Stated.of(new Quantity.MoreThan(30)));
        assertEquals(Optional.of(new Stated(30, 30, 30, true, false)), Stated.of(new Quantity.AtMost(30)));
        assertEquals(Optional.of(new Stated(30, 30, 30, true, false)), Stated.of(new Quantity.FewerThan(30)));
    }

    @Test
    void roughNumbersStandInTheMiddleOfWhatTheyLeaveOpen() {
        assertEquals(Optional.of(new Stated(5, 4, 6, false, false)), Stated.of(new Quantity.About(5)));
        assertEquals(Optional.of(new Stated(15, 10, 20, false, false)), Stated.of(new Quantity.Between(10, 20)));
        assertEquals(
                Optional.of(new Stated(61, 24, 99, false, false)),
                Stated.of(new Quantity.Vague("dozens", OptionalLong.of(24), OptionalLong.of(99))));
    }

    @Test
    void wordsWithoutBoundsAreNoPoint() {
        for (OptionalLong least : List.of(OptionalLong.empty(), OptionalLong.of(2))) {
            assertEquals(Optional.empty(), Stated.of(new Quantity.Vague("many", least, OptionalLong.empty())));
        }
    }
}
