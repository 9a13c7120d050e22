package org.onrecord.casualty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.onrecord.document.Basis;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.CasualtyFigure.Modality;
import org.onrecord.document.CasualtyFigure.Outcome;
import org.onrecord.document.CasualtyFigure.Scope;
import org.onrecord.document.Extent;
import org.onrecord.document.Quantity;
import org.onrecord.document.Span;
import org.onrecord.document.Voice;

/** Articles of nothing but figures. What single sentences give to others is in {@code circumstances.txt}. */
class CircumstancesTest {
    private static final int MANY = 50_000;
    private static final String SENTENCE = "Three people died. ";

    @Test
    void aLineOfVeryManyFiguresIsFilledInTime() {
        String text = SENTENCE.repeat(MANY);
        List<CasualtyFigure> figures = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            int start = i * SENTENCE.length();
            figures.add(figure(i, new Span(start, start + 12), i == 0 ? Optional.of("Lund") : Optional.empty()));
        }
        List<CasualtyFigure> filled = assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> Circumstances.filled(text, figures, List.of(), Harm.load()));
        assertEquals(MANY, filled.size());
        assertEquals(Optional.of("Lund"), filled.getLast().place());
    }

    private static CasualtyFigure figure(int number, Span span, Optional<String> place) {
        return new CasualtyFigure(
                "f" + (number + 1),
                Extent.of(span),
                Outcome.KILLED,
                new Quantity.Exactly(3),
                Optional.of("people"),
                Optional.empty(),
                Optional.empty(),
                place,
                Optional.empty(),
                new Voice.Publisher(),
                Modality.ASSERTED,
                Scope.CURRENT,
                Optional.empty(),
                false,
                new Basis.Rule("casualty-intransitive", 0.9));
    }
}
