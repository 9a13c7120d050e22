package org.onrecord.harvest.page;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.document.Metadata;

/** Pages as sites make them, all invented: what is taken for the article, and what is left. */
class PagesTest {
    private static final PageReader READER = new PageReader(BlockModel.load());

    private static final String FIRST =
            "The harbour of Karos was closed on Monday after divers found a crack in the northern wall, the port office said, and ships were sent to Tarnow instead.";
    private static final String SECOND =
            "“We saw water coming through where no water should be,” said Mira Olden, who has led the office for nine years. “Nobody was hurt, and nobody will be if people stay away.”";
    private static final String THIRD =
            "Repairs are expected to take three weeks. The fishermen’s union asked the government to pay for the days its members cannot go out, which it puts at two million crowns.";
    private static final String OTHER =
            "Heavy snow has cut off four villages above the lake since Sunday, and the road over the pass will not be cleared before Thursday, according to the district council.";

    private static String text(String markup) {
        return READER.read(markup, Optional.empty()).paragraphs().stream()
                .map(PageContents.Paragraph::text)
                .collect(joining("\n"));
    }

    private static Metadata metadata(String head, String body) {
        return READER.read("<html><head>" + head + "</head><body>" + body + "</body></html>", Optional.empty())
                .metadata();
    }

    @Test
    void menusSharingRelatedStoriesAndConsentAreLeftOut() {
        String text = text("""
                <html><head><title>Harbour closed - Karos Post</title></head><body>
                <nav class="main-menu"><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
                <main><article class="story"><h1>Harbour closed after crack is found</h1>
                <div class="byline">By <a rel="author" href="/ada">Ada Brenn</a></div>
                <div class="article-body"><p>%s</p><p>%s</p>
                <div class="related-links"><h3>Read more</h3><ul><li><a href="/a">Snow cuts off villages above the lake</a></li>
                <li><a href="/b">Council votes for a new bridge</a></li></ul></div>
                <p>%s</p></div>
                <div class="share-buttons"><a href="#">Share on Facebook</a></div></article></main>
                <aside class="sidebar"><h2>Most read</h2><p><a href="/c">%s</a></p></aside>
                <div id="cookie-consent"><p>We use cookies to improve your experience. By continuing you agree to our cookie policy and
                to the use of your data by our partners for advertising.</p></div>
                <footer><p>© 2024 Karos Post. All rights reserved.</p></footer></body></html>
                """.formatted(FIRST, SECOND, THIRD, OTHER));
        assertTrue(text.contains(FIRST) && text.contains(SECOND) && text.contains(THIRD), text);
        for (String furniture :
                List.of("Sport", "Council votes", "Share on", "Most read", OTHER, "cookies", "All rights reserved")) {
            assertTrue(!text.contains(furniture), furniture + " in:\n" + text);
        }
    }

    @Test
    void paragraphsMadeOfLineBreaksAreParagraphs() {
        String text = text("<html><body><h1>Harbour closed</h1><div class='content'>" + FIRST + "<br><br>" + SECOND
                + "<br/>\n<br/>" + THIRD + "</div></body></html>");
        assertEquals(
                List.of(FIRST, SECOND, THIRD),
                text.lines().filter(line -> !line.equals("Harbour closed")).toList());
    }

    @Test
    void ofSeveralArticlesOnOnePageTheTitlesOneIsRead() {
        String one = "<article><h1>%s</h1><p>%s</p><p>%s</p><p>%s</p></article>";
        String text = text("<html><head><title>Harbour closed after crack is found</title></head><body>"
                + one.formatted("Harbour closed after crack is found", FIRST, SECOND, THIRD)
                + one.formatted(
                        "Snow cuts off villages", OTHER, OTHER.replace("four", "five"), OTHER.replace("Heavy", "Deep"))
                + "</body></html>");
        assertTrue(text.contains(FIRST), text);
        assertTrue(!text.contains("snow has cut off"), text);
    }

    @Test
    void whereAPageHasNoTextTheStatedOneIsRead() {
        String text = text(
                "<html><head><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Harbour closed\",\"articleBody\":\""
                        + FIRST + "\\n" + THIRD + "\"}</script></head><body><div id='app'></div></body></html>");
        assertEquals(FIRST + "\n" + THIRD, text);
    }

    @Test
    void theHeadingIsTheTitleAndTheSiteIsNotPartOfIt() {
        assertEquals(
                Optional.of("Harbour closed after crack is found"),
                metadata(
                                "<meta property='og:title' content='Harbour closed - Karos Post'><meta property='og:site_name' content='Karos Post'>",
                                "<h1>Harbour closed after crack is found</h1><p>" + FIRST + "</p>")
                        .title());
        assertEquals(
                Optional.of("Harbour closed after crack is found"),
                metadata(
                                "<title>Harbour closed after crack is found | Karos Post</title><meta property='og:site_name' content='Karos Post'>",
                                "<p>" + FIRST + "</p>")
                        .title());
        assertEquals(
                Optional.of("Mayor's \"last\" word & more"),
                metadata(
                                "<meta property='og:title' content='Mayor&amp;#39;s &amp;quot;last&amp;quot; word &amp;amp; more'>",
                                "<p>x</p>")
                        .title());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ada Brenn                                       | Ada Brenn
            By Ada Brenn and Jonas Weil                     | Ada Brenn, Jonas Weil
            Ada Brenn, Jonas Weil & Mira van der Poel       | Ada Brenn, Jonas Weil, Mira van der Poel
            Von Ada Brenn und Jonas Weil                    | Ada Brenn, Jonas Weil
            View all posts by Ada Brenn                     | Ada Brenn
            Ada Brenn (Karos)                               | Ada Brenn
            https://www.facebook.com/karospost              | ''
            admin                                           | ''
            5 min read                                      | ''
            """)
    void authorsAreNamesAndNothingElse(String meta, String names) {
        assertEquals(
                names,
                String.join(
                        ", ",
                        metadata("<meta name='author' content='" + meta + "'>", "<p>" + FIRST + "</p>")
                                .byline()));
    }

    @Test
    void aPersonInTheBylineGoesBeforeThePublisherInJsonLd() {
        assertEquals(
                List.of("Ada Brenn"),
                metadata(
                                "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":{\"@type\":\"Organization\",\"name\":\"Karos Post\"},\"publisher\":{\"name\":\"Karos Post\"}}</script>",
                                "<h1>Harbour closed</h1><a rel='author' href='/ada'>Ada Brenn</a><p>" + FIRST + "</p>")
                        .byline());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <meta property='article:published_time' content='2024-03-05T08:15:00+01:00'>                     | 2024-03-05T08:15:00+01:00 | false
            <meta name='parsely-pub-date' content='2024-03-05 08:15:00'>                                    | 2024-03-05T08:15:00       | false
            <script type='application/ld+json'>{"@type":"NewsArticle","datePublished":"2024-03-05"}</script> | 2024-03-05                | false
            <script type='application/ld+json'>{"@graph":[{"@type":"NewsArticle","datePublished":"Tue, 5 Mar 2024 08:15:00 GMT"}]}</script> | 2024-03-05T08:15:00Z | false
            <meta name='pubdate' content='1709625600'>                                                      | 2024-03-05T08:00:00Z      | false
            <link rel='canonical' href='https://karos.example/2024/03/05/harbour'>                          | 2024-03-05                | true
            <link rel='canonical' href='https://karos.example/news-20240305-harbour'>                       | 2024-03-05                | true
            """)
    void publishedAsStatedOrByTheAddress(String head, String iso, boolean inferred) {
        var published =
                metadata(head, "<h1>Harbour closed</h1><p>" + FIRST + "</p>").published();
        assertEquals(Optional.of(iso), published.map(time -> time.iso()));
        assertEquals(inferred, published.orElseThrow().inferred());
    }

    @Test
    void theDayBesideTheTitleIsThatOfPublicationAndNotOneInTheSidebar() {
        var published = metadata(
                        "<html lang='de'>",
                        "<aside class='teaser'><span class='date'>12.01.2020</span></aside><h1>Hafen geschlossen</h1><p class='date'>5. März 2024</p><p>"
                                + FIRST + " Der letzte Riss war am 3. Mai 2019 gefunden worden.</p>")
                .published();
        assertEquals(Optional.of("2024-03-05"), published.map(time -> time.iso()));
        assertTrue(published.orElseThrow().inferred());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en-US | Dec. 21, 2023             | 2023-12-21
            en-US | 3/5/2024                  | 2024-03-05
            en-GB | 3/5/2024                  | 2024-05-03
            en    | 21st December 2023        | 2023-12-21
            de    | 21. Dezember 2023         | 2023-12-21
            de    | 05.03.24                  | 2024-03-05
            fr    | 1er août 2023             | 2023-08-01
            es    | 5 de marzo de 2024        | 2024-03-05
            ru    | 5 марта 2024              | 2024-03-05
            pl    | 5 listopada 2023          | 2023-11-05
            ja    | 2023年12月21日             | 2023-12-21
            ko    | 2023년 12월 21일           | 2023-12-21
            en    | version 1.2.2023-rc       |
            en    | call 555-21-2023          |
            en    | 31 February 2023          |
            """)
    void daysAsPeopleWriteThem(String language, String text, String day) {
        assertEquals(
                Optional.ofNullable(day),
                new WrittenDates(Optional.of(language))
                        .in(text).stream().findFirst().map(found -> found.day().toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<div>", "<p>", "<span><div>", "<table><tr><td>", "<ul><li>", "<b>", "<article><h1>x</h1>"})
    void depthWithoutEndIsReadInTime(String unit) {
        String page = "<html><body>" + unit.repeat(30_000 / unit.length()) + FIRST;
        assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertTrue(text(page).length() < 2 * page.length()));
    }

    @Property(tries = 200)
    void anyMarkupIsReadAndNothingIsMadeUp(@ForAll("markup") String markup) {
        String seen = Jsoup.parse(markup).wholeText().replaceAll("[\\s\u00a0\u00ad\u200b\ufeff]+", "");
        for (PageContents.Paragraph paragraph :
                READER.read(markup, Optional.empty()).paragraphs()) {
            String words = paragraph.text().replaceAll("[\\s\u00a0\u00ad\u200b\ufeff]+", "");
            assertTrue(seen.contains(words), () -> words + " is not in " + seen);
        }
    }

    /** The quick way to the score of the names must come to the same as the plain one. */
    @Property(tries = 100)
    void namesScoreTheSameBothWays(@ForAll("markup") String markup) {
        Marked marked = Marked.of(Jsoup.parse(markup));
        Layout layout = new Layout(Jsoup.parse(markup), Metas.of(marked), LinkedData.of(marked));
        NameWeights weights = BlockModel.load().names();
        float[] quick = NameScores.of(new KnownNames(weights), layout);
        for (int i = 0; i < quick.length; i++) {
            assertEquals(weights.score(BlockNames.of(new Spot(layout, i))), quick[i], 1e-3);
        }
    }

    @Provide
    Arbitrary<String> markup() {
        Arbitrary<String> pieces = Arbitraries.of(
                "<div class='article-body main'>",
                "<p>",
                "</p>",
                "</div>",
                "<h1>",
                "</h1>",
                "<br>",
                "<br><br>",
                "<ul><li>",
                "<a href='x' class='relatedLinks2'>",
                "</a>",
                "<article>",
                "</article>",
                "<span hidden>",
                "</span>",
                "<h3>Read more",
                "<aside>",
                "</aside>",
                "<time datetime='2024-03-05'>",
                "<script type='application/ld+json'>{\"@type\":",
                "</script>",
                "<meta name='date' content='x'>",
                "<footer>",
                "&nbsp;",
                "\u00ad",
                FIRST,
                SECOND,
                OTHER,
                " ",
                "Share",
                "12.03.2024");
        return pieces.list().ofMaxSize(60).map(list -> String.join("", list));
    }
}
