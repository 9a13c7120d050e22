package org.onrecord.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.onrecord.document.Span;

class ClaimGroupsTest {
    private static final String QUOTE = "We heard a crack and then everybody was in the water";

    @Test
    void copiesAndCutsOfOneSourceAreOneRow() {
        List<ClaimGroup> groups = ClaimGroups.of(List.of(
                said("Lena Brandt", QUOTE, "b"),
                said("Brandt", "We heard a crack, and then everybody was in the water!", "c"),
                said("Lena Brandt", "we heard a crack and then everybody was", "a"),
                said("Lena Brandt", "The bridge was old", "a")));
        assertEquals(2, groups.size());
        assertEquals(3, groups.getFirst().articles());
        assertEquals("Lena Brandt", groups.getFirst().source().orElseThrow().speaker());
        assertEquals("a", groups.getFirst().first().article());
    }

    @Test
    void theSameWordsOfAnotherSourceStayApart() {
        assertEquals(
                2,
                ClaimGroups.of(List.of(said("Lena Brandt", QUOTE, "a"), said("Ada Marsh", QUOTE, "b")))
                        .size());
    }

    @Test
    void thePublishersOwnVoiceIsNoSource() {
        List<ClaimGroup> groups = ClaimGroups.of(List.of(
                figure(Optional.empty(), "a"), figure(Optional.empty(), "b"), figure(Optional.of("police"), "c")));
        assertEquals(1, groups.size());
        assertEquals(2, groups.getFirst().articles());
        assertEquals(Optional.empty(), groups.getFirst().source());
    }

    private static Hit said(String speaker, String words, String article) {
        return hit(
                Hit.Type.QUOTE,
                Optional.of(new Hit.Said(speaker, "person", Optional.empty(), Optional.empty(), Optional.of("assert"))),
                Optional.empty(),
                words,
                article);
    }

    private static Hit figure(Optional<String> source, String article) {
        return hit(
                Hit.Type.FIGURE,
                Optional.empty(),
                Optional.of(new Hit.Figure("killed", OptionalLong.of(12), OptionalLong.of(12), "exact", source)),
                "12 people",
                article);
    }

    private static Hit hit(
            Hit.Type type, Optional<Hit.Said> said, Optional<Hit.Figure> figure, String words, String article) {
        return new Hit(
                type,
                "q1",
                said,
                figure,
                article,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("2026-01-0" + (article.charAt(0) - 'a' + 1)),
                "en",
                article,
                article + ".txt",
                Optional.empty(),
                new Span(0, words.length()),
                words,
                new Span(0, words.length()),
                List.of(),
                1);
    }
}
