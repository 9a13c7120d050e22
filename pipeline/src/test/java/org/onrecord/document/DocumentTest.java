package org.onrecord.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTest {
    private static final Basis BASIS = new Basis.Human("test");
    private static final Provenance PROVENANCE = new Provenance("test", "0");

    @Test
    void refusesAnItemOutsideTheText() {
        Document document = Document.of(Article.ofBody("Nine words."));
        Layer<Sentence> layer =
                new Layer<>(Kind.SENTENCE, List.of(new Sentence("s1", new Span(0, 12), BASIS)), PROVENANCE);
        String message = assertThrows(IllegalArgumentException.class, () -> document.with(layer))
                .getMessage();
        assertEquals("sentence s1 ends at 12, after the text of length 11", message);
    }

    @Test
    void withLeavesTheOldDocumentAsItWas() {
        Document before = Document.of(Article.ofBody("Nine words."));
        Document after = before.with(
                new Layer<>(Kind.SENTENCE, List.of(new Sentence("s1", new Span(0, 11), BASIS)), PROVENANCE));
        assertTrue(before.find(Kind.SENTENCE).isEmpty());
        assertEquals(1, after.all(Kind.SENTENCE).size());
    }

    @Test
    void refusesTwoItemsWithOneId() {
        Sentence sentence = new Sentence("s1", new Span(0, 3), BASIS);
        assertThrows(
                IllegalArgumentException.class,
                () -> new Layer<>(Kind.SENTENCE, List.of(sentence, sentence), PROVENANCE));
    }

    @Test
    void zonesMustHoldEveryWordOnce() {
        Zone first = new Zone(new Span(0, 4), Zone.Kind.HEADLINE);
        Zone overlapping = new Zone(new Span(3, 9), Zone.Kind.BODY);
        assertThrows(IllegalArgumentException.class, () -> article("Head body", first, overlapping));
        assertThrows(IllegalArgumentException.class, () -> article("Head body", first));
        assertEquals(
                2,
                article("Head body", first, new Zone(new Span(5, 9), Zone.Kind.BODY))
                        .zones()
                        .size());
    }

    @Test
    void idIsTheDigestOfTheText() {
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                Article.ofBody("abc").id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2018-06-05", "2018-06-05T09:14", "2018-06-05T09:14:30Z", "2018-06-05T09:14:30+02:00"})
    void publicationTimesKeepTheirPrecision(String iso) {
        assertEquals("2018-06-05", new PublicationTime(iso).day().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2018", "5 June 2018", "2018-13-05", "2018-06-05T25:00"})
    void refusesWhatIsNoTime(String iso) {
        assertThrows(IllegalArgumentException.class, () -> new PublicationTime(iso));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void confidenceIsAProbability(double confidence) {
        assertThrows(IllegalArgumentException.class, () -> new Basis.Rule("r", confidence));
        assertThrows(IllegalArgumentException.class, () -> new Basis.Model("m", confidence));
    }

    private static Article article(String text, Zone... zones) {
        return new Article(text, List.of(zones), Metadata.NONE, "en", Article.Status.COMPLETE);
    }
}
