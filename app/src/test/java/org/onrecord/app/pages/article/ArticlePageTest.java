package org.onrecord.app.pages.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.onrecord.app.pages.Pages;
import org.onrecord.document.Article;
import org.onrecord.document.Attribution;
import org.onrecord.document.Basis;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.Claim;
import org.onrecord.document.Document;
import org.onrecord.document.Extent;
import org.onrecord.document.Kind;
import org.onrecord.document.Layer;
import org.onrecord.document.Metadata;
import org.onrecord.document.Provenance;
import org.onrecord.document.Quantity;
import org.onrecord.document.Quote;
import org.onrecord.document.Span;
import org.onrecord.document.Speaker;
import org.onrecord.document.Voice;
import org.onrecord.document.Zone;

/** The words on the page of an article are those of the article, and what is highlighted are exactly those found. */
class ArticlePageTest {
    private static final Basis RULE = new Basis.Rule("test-rule", 0.93);
    private static final List<String> PIECES = List.of(
            "word ", "<b>", "&amp;", "\"", "'", "“", "”", "\n", "\n\n", "  ", "\t", "𝕏", "é", "e\u0301", "שלום ",
            "</p>", "${x}", "-- ", "…", "👩‍👧 ");

    @Property(tries = 150)
    void theWordsAreThoseOfTheArticleWhateverIsMarkedInThem(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder("Begin");
        for (int i = random.nextInt(60); i >= 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        Document document = annotated(zoned(text.toString(), random), random);

        Element page = Jsoup.parse(html(document, Optional.empty()));

        assertEquals(document.text(), shown(page));
        for (Quote quote : document.all(Kind.QUOTE)) {
            assertEquals(bare(quote.extent(), document), bare(page, "quote", quote.id()), () -> "quote " + quote);
        }
        for (Attribution attribution : document.all(Kind.ATTRIBUTION)) {
            assertEquals(bare(attribution.content(), document), bare(page, "content", attribution.id()));
        }
        for (CasualtyFigure figure : document.all(Kind.CASUALTY)) {
            assertEquals(bare(figure.mentions(), document), bare(page, "figure", figure.id()));
        }
        assertTrue(page.select("a a").isEmpty(), "a link within a link");
        List<String> ids = page.select("[id]").eachAttr("id");
        assertEquals(new HashSet<>(ids).size(), ids.size(), () -> "an id twice: " + ids);
    }

    private static Article zoned(String text, Random random) {
        List<Zone> zones = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = Math.min(text.length(), at + 1 + random.nextInt(80));
            if (!text.substring(at, end).isBlank()) {
                Zone.Kind[] kinds = Zone.Kind.values();
                zones.add(new Zone(new Span(at, end), kinds[random.nextInt(kinds.length)]));
            }
            at = end;
        }
        return new Article(text, zones, Metadata.NONE, "en", Article.Status.COMPLETE);
    }

    private static Document annotated(Article article, Random random) {
        int length = article.text().length();
        List<Quote> quotes = new ArrayList<>();
        List<Attribution> attributions = new ArrayList<>();
        List<CasualtyFigure> figures = new ArrayList<>();
        for (int i = 0; i < random.nextInt(6); i++) {
            quotes.add(new Quote("q" + i, span(length, random), Quote.Kind.DIRECT, RULE));
        }
        for (int i = 0; i < random.nextInt(5); i++) {
            attributions.add(new Attribution(
                    "a" + i,
                    Attribution.Kind.MIXED,
                    random.nextBoolean() ? Optional.of(span(length, random)) : Optional.empty(),
                    random.nextBoolean() ? Optional.of(span(length, random)) : Optional.empty(),
                    extent(length, random),
                    random.nextBoolean() ? Optional.of(speaker("Speaker " + random.nextInt(9))) : Optional.empty(),
                    i < quotes.size() ? List.of("q" + i) : List.of(),
                    RULE));
        }
        for (int i = 0; i < random.nextInt(5); i++) {
            figures.add(figure("f" + i, extent(length, random), new Voice.Publisher()));
        }
        return Document.of(article)
                .with(layer(Kind.QUOTE, quotes))
                .with(layer(Kind.ATTRIBUTION, attributions))
                .with(layer(Kind.CASUALTY, figures));
    }

    private static Span span(int length, Random random) {
        int start = random.nextInt(length);
        return new Span(start, start + 1 + random.nextInt(Math.min(40, length - start)));
    }

    private static Extent extent(int length, Random random) {
        List<Span> spans = new ArrayList<>(List.of(span(length, random)));
        while (random.nextInt(3) == 0 && spans.getLast().end() + 2 < length) {
            int start = spans.getLast().end() + random.nextInt(2);
            spans.add(new Span(start, Math.min(length, start + 1 + random.nextInt(20))));
        }
        return new Extent(spans);
    }

    private static Speaker speaker(String name) {
        return new Speaker(name, Optional.empty(), Speaker.Type.PERSON, Optional.empty(), Optional.empty());
    }

    private static CasualtyFigure figure(String id, Extent mentions, Voice voice) {
        return new CasualtyFigure(
                id,
                mentions,
                CasualtyFigure.Outcome.KILLED,
                new Quantity.AtLeast(12),
                Optional.of("people"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                voice,
                CasualtyFigure.Modality.ALLEGED,
                CasualtyFigure.Scope.CURRENT,
                Optional.empty(),
                false,
                RULE);
    }

    private static <A extends org.onrecord.document.Annotation> Layer<A> layer(Kind<A> kind, List<A> items) {
        return new Layer<>(kind, items, new Provenance("test", "1"));
    }

    private static String html(Document document, Optional<String> lit) {
        return Pages.article(ArticlePage.of(document, "origin.txt", Optional.empty(), lit, List.of()));
    }

    private static String shown(Element page) {
        return page.select(".words").stream().map(Element::wholeText).collect(Collectors.joining());
    }

    /** Breaks between paragraphs, and white space alone in its zone, stand outside of all marks. */
    private static String bare(Extent extent, Document document) {
        return extent.spans().stream()
                .map(span -> span.of(document.text()))
                .collect(Collectors.joining())
                .replaceAll("\\s+", "");
    }

    private static String bare(Element page, String layer, String id) {
        return page.select("." + layer + "[data-mark=" + id + "]").stream()
                .map(Element::wholeText)
                .collect(Collectors.joining())
                .replaceAll("\\s+", "");
    }

    private static Document said(String text, String words, Speaker speaker, Metadata metadata) {
        int start = text.indexOf(words);
        Span span = new Span(start, start + words.length());
        Article article = new Article(
                text,
                List.of(new Zone(new Span(0, text.length()), Zone.Kind.BODY)),
                metadata,
                "en",
                Article.Status.COMPLETE);
        Attribution attribution = new Attribution(
                "a1",
                Attribution.Kind.DIRECT,
                Optional.empty(),
                Optional.empty(),
                Extent.of(span),
                Optional.of(speaker),
                List.of("q1"),
                new Basis.Model("attribution-crf", 0.61));
        Claim claim = new Claim(
                "c1",
                Extent.of(span),
                "a1",
                Claim.Stance.DENY,
                Optional.of(new Claim.Target("Army", Optional.empty())),
                Optional.of(new Claim.Hedge(Claim.Certainty.POSSIBLE, Optional.empty())),
                false,
                List.of(),
                new Claim.Answer.Unlinked(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                RULE);
        return Document.of(article)
                .with(layer(Kind.QUOTE, List.of(new Quote("q1", span, Quote.Kind.DIRECT, RULE))))
                .with(layer(Kind.ATTRIBUTION, List.of(attribution)))
                .with(layer(Kind.CLAIM, List.of(claim)));
    }

    @Test
    void aNoteSaysWhoAndWhyAndHowLikely() {
        Document document =
                said("“The road is open,” said Bello.", "The road is open,", speaker("Idris Bello"), Metadata.NONE);

        Element note = Jsoup.parse(html(document, Optional.empty())).expectFirst("#note-a1");

        assertEquals(
                "1 Idris Bello denies → Army hedged",
                note.expectFirst("summary").text());
        String why = note.expectFirst("dl").text();
        assertTrue(why.contains("Confidence unsure (0.61)"), why);
        assertTrue(why.contains("Found by a trained model, attribution-crf"), why);
        assertTrue(why.contains("Hedged possible"), why);
    }

    @Test
    void theAddressLightsWhatItNames() {
        Document document =
                said("“The road is open,” said Bello.", "The road is open,", speaker("Idris Bello"), Metadata.NONE);

        Element page = Jsoup.parse(html(document, Optional.of("q1")));

        assertEquals("The road is open,", page.select(".lit").text());
        assertEquals("q1", page.expectFirst(".lit").id());
        assertTrue(Jsoup.parse(html(document, Optional.of("q9"))).select(".lit").isEmpty());
        assertEquals(
                "a1",
                Jsoup.parse(html(document, Optional.of("c1")))
                        .expectFirst(".lit")
                        .id());
    }

    @Test
    void aCitationHasTheSpeakerTheWordsTheTitleTheSiteTheDayAndTheAddress() {
        Metadata metadata = new Metadata(
                Optional.of("https://north.example/road"),
                Optional.of("North Courier"),
                Optional.of("Road open"),
                List.of(),
                Optional.of(new org.onrecord.document.PublicationTime("2026-01-05")),
                Optional.empty());
        Document document =
                said("“The road is open,” said Bello.", "The road is open,", speaker("Idris Bello"), metadata);

        Element page = Jsoup.parse(html(document, Optional.empty()));

        assertEquals(
                "https://north.example/road#:~:text=%E2%80%9CThe%20road%20is%20open%2C%E2%80%9D%20said%20Bello.",
                page.select(".note a:contains(On the original page)").attr("href"));
        assertEquals(
                "Idris Bello: “The road is open,”. “Road open”, North Courier, 5 January 2026, https://north.example/road",
                page.expectFirst("#note-a1 [data-copy]").attr("data-copy"));
        assertEquals(
                "https://north.example/road",
                page.expectFirst("a[rel~=external]").attr("href"));
    }

    @Test
    void hostileWordsAreWordsAndHostileAddressesAreNoLinks() {
        String hostile = "\"><script>alert(1)</script><img src=x onerror=alert(2)>";
        Metadata metadata = new Metadata(
                Optional.of("javascript:alert(3)"),
                Optional.of(hostile),
                Optional.of(hostile),
                List.of(hostile),
                Optional.empty(),
                Optional.empty());
        Document document = said(hostile + " said " + hostile, hostile, speaker(hostile), metadata);

        Element page = Jsoup.parse(html(document, Optional.of(hostile)));

        assertEquals(1, page.select("script").size(), "only our own script");
        assertTrue(page.select("img").isEmpty());
        Set<String> attributes = page.getAllElements().stream()
                .flatMap(element -> element.attributes().asList().stream())
                .map(attribute -> attribute.getKey())
                .collect(Collectors.toSet());
        assertFalse(
                attributes.stream().anyMatch(name -> name.startsWith("on") || name.equals("style")),
                attributes::toString);
        assertTrue(page.select("[href^=javascript:]").isEmpty());
        assertEquals(document.text(), shown(page));
    }

    @Test
    void anEmptyArticleIsAPageToo() {
        Document document = Document.of(new Article("", List.of(), Metadata.NONE, "und", Article.Status.NOT_ARTICLE));

        String text = Jsoup.parse(html(document, Optional.empty())).text();

        assertTrue(text.contains("This article has no text."), text);
        assertTrue(text.contains("This page does not look like an article."), text);
    }
}
