package org.onrecord.attribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.onrecord.document.Article;
import org.onrecord.document.Metadata;
import org.onrecord.document.Span;
import org.onrecord.document.Zone;

class ParagraphsTest {
    private static List<String> parts(Zone.Kind first, String... paragraphs) {
        StringBuilder text = new StringBuilder();
        List<Zone> zones = new ArrayList<>();
        for (String paragraph : paragraphs) {
            int start = text.length();
            text.append(paragraph);
            zones.add(new Zone(new Span(start, text.length()), zones.isEmpty() ? first : Zone.Kind.BODY));
            text.append('\n');
        }
        Article article = new Article(text.toString(), zones, Metadata.NONE, "en", Article.Status.COMPLETE);
        return Paragraphs.of(article).stream()
                .map(span -> span.of(text.toString()))
                .toList();
    }

    @Test
    void whatLeadsUpToAQuotationGoesWithIt() {
        assertEquals(
                List.of("The firm said:\n“We are sorry.”", "Nobody came."),
                parts(Zone.Kind.BODY, "The firm said:", "“We are sorry.”", "Nobody came."));
    }

    @Test
    void whatSignsAQuotationGoesWithIt() {
        assertEquals(
                List.of("“We are sorry.”\n— Mira Okafor, teacher", "“No.”"),
                parts(Zone.Kind.BODY, "“We are sorry.”", "— Mira Okafor, teacher", "“No.”"));
    }

    @Test
    void aHeadlineStandsByItself() {
        assertEquals(
                List.of("The firm’s words:", "“We are sorry.”"),
                parts(Zone.Kind.HEADLINE, "The firm’s words:", "“We are sorry.”"));
    }

    @Test
    void aColonBeforePlainWordsJoinsNothing() {
        assertEquals(
                List.of("The winners:", "Tarnow and Keld."), parts(Zone.Kind.BODY, "The winners:", "Tarnow and Keld."));
    }
}
