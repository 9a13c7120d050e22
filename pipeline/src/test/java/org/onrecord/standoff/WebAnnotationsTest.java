package org.onrecord.standoff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.onrecord.document.Article;
import org.onrecord.document.Basis;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.Document;
import org.onrecord.document.Extent;
import org.onrecord.document.Kind;
import org.onrecord.document.Layer;
import org.onrecord.document.Metadata;
import org.onrecord.document.Provenance;
import org.onrecord.document.Quantity;
import org.onrecord.document.Span;
import org.onrecord.document.Voice;
import org.onrecord.document.Zone;

class WebAnnotationsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void aFigureIsOneAnnotationOnTheTextAndOnThePage() throws JsonProcessingException {
        String text = "\uD83D\uDE00 At least 12 people died.";
        JsonNode line = MAPPER.readTree(WebAnnotations.of(document(text, new Span(3, 21))));
        assertEquals("http://www.w3.org/ns/anno.jsonld", line.get("@context").asText());
        assertEquals("Annotation", line.get("type").asText());
        assertEquals(
                "killed >=12, according to police", line.at("/body/1/value").asText());
        assertEquals("https://a.example/1", line.at("/target/1/source").asText());
        assertTrue(line.at("/target/1/selector/1").isMissingNode());
        assertEquals(2, line.at("/target/0/selector/1/start").asInt());
        assertEquals(20, line.at("/target/0/selector/1/end").asInt());
    }

    @Property(tries = 500)
    void bothSelectorsLeadBackToTheSpan(@ForAll String before, @ForAll String after) throws JsonProcessingException {
        String text = before + " 12 \uD83D\uDE00 " + after;
        Span span = new Span(before.length() + 1, before.length() + 6);
        JsonNode target =
                MAPPER.readTree(WebAnnotations.of(document(text, span))).at("/target/0/selector");
        JsonNode quote = target.get(0);
        JsonNode position = target.get(1);
        int start = text.offsetByCodePoints(0, position.get("start").asInt());
        int end = text.offsetByCodePoints(0, position.get("end").asInt());
        assertEquals(span, new Span(start, end));
        assertEquals(span.of(text), quote.get("exact").asText());
        assertTrue(text.substring(0, start).endsWith(quote.get("prefix").asText()));
        assertTrue(text.substring(end).startsWith(quote.get("suffix").asText()));
    }

    @Test
    void onThePageTheElementIsNamedWhereOneHasAllTheWords() throws JsonProcessingException {
        String text = "Twelve people died.\nSo police said.";
        List<Zone> zones = List.of(
                new Zone(new Span(0, 19), Zone.Kind.BODY, Optional.of("#story > p:nth-child(1)")),
                new Zone(new Span(20, text.length()), Zone.Kind.BODY, Optional.of("#story > p:nth-child(2)")));

        JsonNode within = MAPPER.readTree(WebAnnotations.of(document(text, zones, new Span(0, 13))));
        assertEquals("CssSelector", within.at("/target/1/selector/0/type").asText());
        assertEquals(
                "#story > p:nth-child(1)",
                within.at("/target/1/selector/0/value").asText());
        assertEquals(
                "Twelve people",
                within.at("/target/1/selector/0/refinedBy/exact").asText());
        assertEquals("Twelve people", within.at("/target/1/selector/1/exact").asText());

        JsonNode across = MAPPER.readTree(WebAnnotations.of(document(text, zones, new Span(14, 22))));
        assertEquals(1, across.at("/target/1/selector").size());
    }

    private static Document document(String text, Span span) {
        return document(text, Article.ofBody(text).zones(), span);
    }

    private static Document document(String text, List<Zone> zones, Span span) {
        Metadata metadata = Metadata.NONE.withUrl("https://a.example/1");
        Article article = new Article(text, zones, metadata, "en", Article.Status.COMPLETE);
        return Document.of(article)
                .with(new Layer<>(
                        Kind.CASUALTY,
                        List.of(new CasualtyFigure(
                                "f1",
                                Extent.of(span),
                                CasualtyFigure.Outcome.KILLED,
                                new Quantity.AtLeast(12),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                new Voice.Source("police", Optional.empty()),
                                CasualtyFigure.Modality.ASSERTED,
                                CasualtyFigure.Scope.CURRENT,
                                Optional.empty(),
                                false,
                                new Basis.Human("test"))),
                        new Provenance("test", "0")));
    }
}
