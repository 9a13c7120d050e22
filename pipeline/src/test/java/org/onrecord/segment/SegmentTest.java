package org.onrecord.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.Stages;
import org.onrecord.document.Article;
import org.onrecord.document.Document;
import org.onrecord.document.Kind;
import org.onrecord.document.Metadata;
import org.onrecord.document.Sentence;
import org.onrecord.document.Span;
import org.onrecord.document.Token;
import org.onrecord.document.Zone;

class SegmentTest {
    private static final List<org.onrecord.pipeline.Stage<?>> SEGMENT = Stages.SYNTAX.subList(0, 2);

    @Test
    void aHeadlineIsNotGluedToTheParagraphBelow() {
        String text = "Bridge shut after storm\nThe bridge at Tarnow closed. It may reopen on Friday.";
        Article article = new Article(
                text,
                List.of(
                        new Zone(new Span(0, 23), Zone.Kind.HEADLINE),
                        new Zone(new Span(24, text.length()), Zone.Kind.BODY)),
                Metadata.NONE,
                "en",
                Article.Status.COMPLETE);
        assertEquals(
                List.of("Bridge shut after storm", "The bridge at Tarnow closed.", "It may reopen on Friday."),
                sentences(Stages.run(SEGMENT, article)));
    }

    @Test
    void captionsAndFurnitureAreInNoSentence() {
        String text = "Men carry sacks. / Photo: A. Orr\nThe port is open.";
        Article article = new Article(
                text,
                List.of(
                        new Zone(new Span(0, 32), Zone.Kind.CAPTION),
                        new Zone(new Span(33, text.length()), Zone.Kind.BODY)),
                Metadata.NONE,
                "en",
                Article.Status.COMPLETE);
        assertEquals(List.of("The port is open."), sentences(Stages.run(SEGMENT, article)));
    }

    @Test
    void ranksDoNotEndASentence() {
        assertEquals(
                List.of("Col. Ada Brenn met Lt. Gen. Orr.", "They spoke."),
                sentences(Stages.run(SEGMENT, "Col. Ada Brenn met Lt. Gen. Orr. They spoke.")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ada Brenn (D-Md.) said the bridge was safe.",
                "“Close the gates!” she said.",
                "“Why now?” asked Ada Brenn.",
            })
    void aClosingMarkBeforeLowerCaseEndsNoSentence(String sentence) {
        assertOne(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Del. Rowan Pike said the bridge was safe.",
                "The town sent Cllr. Orr to the dam.",
                "State Del. Marcia “Cia” Holm (D) left early.",
            })
    void aTitleBeforeANameEndsNoSentence(String sentence) {
        assertOne(sentence);
    }

    private static void assertOne(String sentence) {
        assertEquals(
                List.of("It rained.", sentence, "They left."),
                sentences(Stages.run(SEGMENT, "It rained. " + sentence + " They left.")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"The firm moved to Dover, Del.", "He waited for 40 sec.", "It opened in Del."})
    void aStateOrAMeasureDoes(String sentence) {
        assertEquals(
                List.of(sentence, "The bridge was safe."),
                sentences(Stages.run(SEGMENT, sentence + " The bridge was safe.")));
    }

    @Test
    void sentencesGluedTogetherArePartedAndAddressesAreNot() {
        assertEquals(
                List.of("Five people were injured.", "Tarnow police said so.", "“They shot.”", "Nobody spoke."),
                sentences(Stages.run(
                        SEGMENT, "Five people were injured.Tarnow police said so. “They shot.”Nobody spoke.")));
        assertEquals(
                List.of("Prof.Orr read Riverbank.Com, then slept."),
                sentences(Stages.run(SEGMENT, "Prof.Orr read Riverbank.Com, then slept.")));
    }

    @Test
    void aClosingMarkBeforeACapitalMayEndASentence() {
        assertEquals(
                List.of("He shouted “Fire!”", "They left."),
                sentences(Stages.run(SEGMENT, "He shouted “Fire!” They left.")));
    }

    @ParameterizedTest
    @CsvSource({
        "THREE SOLDIERS WERE KILLED IN TARNOW ON MONDAY, Three soldiers were killed in Tarnow on Monday",
        "THE U.S. EMBASSY IN KAROS SAID NATO TROOPS LEFT, The U.S. embassy in Karos said NATO troops left",
        "WELL-KNOWN REBELS ATTACKED THE VILLAGE, Well-known rebels attacked the village",
        "The UN said NATO left, The UN said NATO left",
        "Mayor Mira Okafor Says Old Bridge at Tarnow Is Unsafe, Mayor Mira Okafor says old bridge at Tarnow is unsafe",
        "Angry Farmers Storm UN Office After Talks Fail, Angry farmers storm UN office after talks fail",
        "Mira Okafor and Daniel Harrow of Tarnow Port Authority, Mira Okafor and Daniel Harrow of Tarnow Port Authority",
    })
    void wordsInCapitalsAreReadAsInRunningText(String text, String read) {
        Document document = Stages.run(SEGMENT, text);
        String forms = String.join(
                " ", document.all(Kind.TOKEN).stream().map(Token::form).toList());
        assertEquals(read, forms.replace(" ,", ","));
    }

    @Test
    void whatTheTextCapitalisesStaysANameInItsHeadline() {
        String text = "White House Rejects Union Demands Over Pay\n\nThe White House said no. The demands were old.";
        Document document = Stages.run(SEGMENT, text);
        assertEquals(
                "White House rejects union demands over pay",
                String.join(
                        " ",
                        document.all(Kind.TOKEN).stream()
                                .map(Token::form)
                                .limit(7)
                                .toList()));
    }

    @Test
    void aPossessiveWithTheWrongMarkIsRead() {
        Document document = Stages.run(SEGMENT, "Okafor‘s report came.");
        assertEquals("’s", document.all(Kind.TOKEN).get(1).form());
        assertEquals(new Span(6, 8), document.all(Kind.TOKEN).get(1).span());
    }

    @Property(tries = 100)
    void tokensLieInTheirSentenceInOrder(@ForAll String text) {
        Document document = Stages.run(SEGMENT, Stages.article(text.replace('\r', ' ')));
        int reached = 0;
        List<Sentence> sentences = document.all(Kind.SENTENCE);
        for (Token token : document.all(Kind.TOKEN)) {
            assertTrue(token.span().start() >= reached, () -> "overlaps at " + token);
            assertTrue(sentences.stream().anyMatch(sentence -> sentence.span().contains(token.span())));
            reached = token.span().end();
        }
    }

    @Test
    void aWordWithoutEndTakesNoTimeWithoutEnd() {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> Stages.run(SEGMENT, "a".repeat(200_000) + " " + "( ".repeat(20_000)));
    }

    private static List<String> sentences(Document document) {
        return document.all(Kind.SENTENCE).stream()
                .map(sentence -> sentence.span().of(document.text()))
                .toList();
    }
}
