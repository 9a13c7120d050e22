package org.onrecord.harvest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LanguagesTest {
    private static final Languages LANGUAGES = Languages.load();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12 DEAD IN BLAST",
                "Killer blast; 12 dead",
                "Man shoots self",
                "“No comment,” he said.",
                "A man was shot in the head and died at the scene.",
                "The boy was found with a gunshot wound on Tuesday night."
            })
    void briefTextsAreReadAsEnglishWhereTheyCanBe(String text) {
        assertEquals("en", LANGUAGES.of(text));
    }

    private static final String NEWS =
            "the harbour of karos was closed on monday after divers found a crack in the northern wall, the port office said, and ships were sent to tarnow instead of waiting. ";

    @Test
    void runningEnglishIsPlainlySo() {
        assertTrue(PlainEnglish.is(NEWS.repeat(4)));
        assertEquals("en", LANGUAGES.of(NEWS.repeat(4)));
    }

    @Test
    void whatIsShortMixedOrFullOfEnglishNamesIsLeftToTheDetector() {
        String german =
                "der hafen ist seit montag geschlossen, weil taucher einen riss in der mauer gefunden haben, wie das amt am abend mitgeteilt hat. ";
        assertFalse(PlainEnglish.is(NEWS));
        assertFalse(PlainEnglish.is(german.repeat(3)));
        assertFalse(PlainEnglish.is((german + german + NEWS).repeat(3)));
        assertFalse(PlainEnglish.is((german + "the bank of the west und the house of the rising sun. ").repeat(6)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zwölf Menschen starben bei dem Unfall.",
                "Doce personas murieron en el accidente.",
                "Douze personnes sont mortes dans l’accident.",
                "Tolv mennesker døde i ulykken.",
                "Der Minister sagte am Montag.",
                "Двенадцать человек погибли."
            })
    void otherBriefTextsAreNot(String text) {
        assertNotEquals("en", LANGUAGES.of(text));
    }
}
