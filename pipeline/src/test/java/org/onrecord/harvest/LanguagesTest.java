package org.onrecord.harvest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

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
