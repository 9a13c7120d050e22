package org.onrecord.harvest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.document.Article;
import org.onrecord.harvest.fetch.AddressGuard;
import org.onrecord.harvest.fetch.Archive;
import org.onrecord.harvest.fetch.Fetcher;
import org.onrecord.harvest.fetch.Limits;
import org.onrecord.harvest.fetch.Manners;
import org.onrecord.harvest.fetch.Site;
import org.onrecord.harvest.fetch.Validators;

/** What addresses lead to, on a site of this machine. */
class WebSourceTest {
    private static final Articles ARTICLES = Articles.load();

    private final Site site = new Site();
    private final List<String> notices = new ArrayList<>();
    private Validators validators = Validators.none();
    private Optional<Archive> archive = Optional.empty();
    private AddressGuard guard = AddressGuard.anywhere();
    private int limit = 100;

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void close() {
        site.close();
    }

    private List<Harvested> read(String argument) {
        return read(argument, InputStream.nullInputStream(), Reached.NOTHING);
    }

    private List<Harvested> read(String argument, InputStream stdin, Reached reached) {
        Limits limits = new Limits(Duration.ofSeconds(5), 2_000_000, 10_000, 5, 1, Duration.ZERO);
        Manners manners = Manners.of("9.9", Optional.empty(), Duration.ZERO, 4);
        try (Fetcher fetcher = new Fetcher(manners, limits, guard, validators, archive)) {
            Source source =
                    new Sources(ARTICLES, stdin, Optional.of(new Web(fetcher, limit, notices::add))).open(argument);
            try (Stream<Harvested> items = source.items(reached)) {
                return items.toList();
            }
        }
    }

    private List<Harvested> readAt(String path) {
        return read(site.at(path).toString());
    }

    static String page(String title, String head) {
        return "<html><head><title>" + title + "</title>" + head + "</head><body><article><h1>" + title + "</h1><p>"
                + prose(title) + "</p><p>" + prose("the council of " + title) + "</p></article></body></html>";
    }

    private static String prose(String subject) {
        return "The bridge at Tarnow was closed on Monday, according to " + subject
                + ", after divers had found long cracks in two of its pillars below the water line.";
    }

    private static String rss(String... items) {
        return "<rss version=\"2.0\"><channel><title>Courier</title><link>http://x.example/</link><description>d</description>"
                + String.join("", items) + "</channel></rss>";
    }

    private static String item(String link) {
        return "<item><title>From the feed</title><link>" + link
                + "</link><pubDate>Mon, 12 Jan 2026 08:30:00 GMT</pubDate><author>desk@x.example (Ada Brenn)</author></item>";
    }

    private static String urlset(Stream<String> addresses) {
        return "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"
                + String.join(
                        "",
                        addresses.map(a -> "<url><loc>" + a + "</loc></url>").toList()) + "</urlset>";
    }

    private static String index(String... addresses) {
        return "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"
                + String.join(
                        "",
                        Stream.of(addresses)
                                .map(a -> "<sitemap><loc>" + a + "</loc></sitemap>")
                                .toList())
                + "</sitemapindex>";
    }

    private List<String> paths(List<Harvested> items) {
        return items.stream()
                .map(item -> item.origin().replace("http://" + site.place(), ""))
                .toList();
    }

    private static Article article(Harvested item) {
        return assertInstanceOf(Harvested.Read.class, item).article();
    }

    private static String reason(Harvested item) {
        return assertInstanceOf(Harvested.Rejected.class, item).reason();
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    @Test
    void anArticleKnowsWhereItCameFrom() {
        site.page("/plain", "text/html", page("Plain", ""))
                .page("/relative", "text/html", page("Relative", "<link rel=canonical href='/the-one'>"))
                .page("/stated", "text/html", page("Stated", "<link rel=canonical href='https://news.example/s'>"))
                .page("/front", "text/html", page("Front", "<link rel=canonical href='https://news.example'>"))
                .page("/script", "text/html", page("Script", "<link rel=canonical href='javascript:x()'>"))
                .page("/text", "text/plain", "A headline\n\n" + prose("the mayor") + "\n")
                .redirect("/moved", "/plain");
        assertEquals(site.at("/plain").toString(), url("/plain"));
        assertEquals(site.at("/the-one").toString(), url("/relative"));
        assertEquals("https://news.example/s", url("/stated"));
        assertEquals(site.at("/front").toString(), url("/front"));
        assertEquals(site.at("/script").toString(), url("/script"));
        assertEquals(site.at("/text").toString(), url("/text"));
        assertEquals(site.at("/plain").toString(), url("/moved"));
    }

    private String url(String path) {
        return article(readAt(path).getFirst()).metadata().url().orElseThrow();
    }

    @Test
    void aWrongCharsetLabelDoesNotSpoilThePage() {
        String text = page("Zoë’s café", "");
        site.page("/a", "text/html; charset=ISO-8859-1", text.getBytes(StandardCharsets.UTF_8))
                .page("/b", "text/html; charset=utf-8", text.getBytes(Charset.forName("windows-1252")))
                .page("/c", "text/html; charset=koi8-r", page("Город", "").getBytes(Charset.forName("KOI8-R")))
                .page("/d", "text/html; charset=no-such-thing", text.getBytes(StandardCharsets.UTF_8));
        assertTrue(article(readAt("/a").getFirst()).text().contains("Zoë’s café"));
        assertTrue(article(readAt("/b").getFirst()).text().contains("Zoë’s café"));
        assertTrue(article(readAt("/c").getFirst()).text().contains("Город"));
        assertTrue(article(readAt("/d").getFirst()).text().contains("Zoë’s café"));
    }

    @Test
    void whatIsNoArticleIsOneSentence() {
        site.page("/pdf", "application/pdf", "%PDF-1.7 x")
                .page("/shell", "text/html", "<html><body><div id=app></div></body></html>")
                .page("/empty", "text/html", "")
                .page("/picture", "text/html", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1});
        assertEquals(
                "is a PDF, not text: extract its text first",
                reason(readAt("/pdf").getFirst()));
        assertEquals("is empty", reason(readAt("/empty").getFirst()));
        assertEquals(
                "is a PNG picture, not text: extract its text first",
                reason(readAt("/picture").getFirst()));
        assertTrue(reason(readAt("/shell").getFirst()).startsWith("is not an article: only 0 characters"));
    }

    @Test
    void aFeedGivesItsArticlesInOrderAndWhatTheirPagesLack() {
        site.page("/feed", "text/html", rss(item("/b"), item("/a"), item("/gone"), item("/feed2")))
                .page("/a", "text/html", page("A", "<meta name=author content='Owen Strand'>"))
                .page("/b", "text/html", page("B", ""))
                .page("/feed2", "application/rss+xml", rss(item("/a")));
        List<Harvested> items = readAt("/feed");
        assertEquals(List.of("/b", "/a", "/gone", "/feed2"), paths(items));
        assertEquals(
                "2026-01-12T08:30:00Z",
                article(items.get(0)).metadata().published().orElseThrow().iso());
        assertEquals(List.of("Owen Strand"), article(items.get(1)).metadata().byline());
        assertEquals(Optional.of("A"), article(items.get(1)).metadata().title());
        assertEquals(
                "cannot be fetched: the server answers with status 404 (there is no such page)", reason(items.get(2)));
        assertEquals(
                "is a feed or sitemap where an article was expected: give its own address to read it",
                reason(items.get(3)));
    }

    @Test
    void aFeedThatCarriesTheWholeArticleStandsInForItsPage() {
        String content = "<content:encoded xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><![CDATA[<p>"
                + prose("the mayor") + "</p><p>" + prose("the council") + "</p>]]></content:encoded>";
        site.page(
                        "/feed",
                        "text/xml",
                        rss(
                                "<item><title>Carried</title><link>/gone</link>" + content + "</item>",
                                "<item><title>Shell</title><link>/shell</link>" + content + "</item>",
                                "<item><title>Teaser</title><link>/gone2</link><description>" + prose("x") + prose("y")
                                        + "</description></item>"))
                .page("/shell", "text/html", "<html><body><div id=app></div></body></html>");
        List<Harvested> items = readAt("/feed");
        assertTrue(article(items.get(0)).text().contains(prose("the council")));
        assertEquals(
                site.at("/gone").toString(),
                article(items.get(0)).metadata().url().orElseThrow());
        assertEquals(Optional.of("Carried"), article(items.get(0)).metadata().title());
        assertTrue(article(items.get(1)).text().contains(prose("the council")));
        assertInstanceOf(Harvested.Rejected.class, items.get(2));
    }

    @Test
    void aListOfFeedsGivesEachAddressOnceAndTurnsFromFeedToFeed() {
        site.page("*", "text/html", page("X", ""))
                .page(
                        "/opml",
                        "text/xml",
                        "<opml version=\"2.0\"><head/><body><outline text=\"1\" xmlUrl=\"/f1\"/><outline text=\"2\" xmlUrl=\"/f2\"/><outline text=\"3\" xmlUrl=\"/f3\"/></body></opml>")
                .page("/f1", "text/xml", rss(item("/a1"), item("/shared"), item("/a2")))
                .page("/f2", "text/xml", rss(item("/shared"), item("/b1")))
                .page("/f3", "text/html", "<html>no feed</html>");
        List<Harvested> items = readAt("/opml");
        assertEquals(List.of("/a1", "/b1", "/f3", "/shared", "/a2"), paths(items));
        assertEquals("is no feed and no sitemap, though it is listed as one", reason(items.get(2)));
        assertEquals(1, site.asked().stream().filter("/shared"::equals).count());
    }

    @Test
    void ofALongSitemapTheLimitIsTakenAndTheRestIsSaid() {
        limit = 3;
        site.page("*", "text/html", page("X", ""))
                .page(
                        "/sitemap.xml",
                        "text/xml",
                        urlset(Stream.of("/1", "/2", "/3", "/4", "/5")
                                .map(p -> site.at(p).toString())));
        assertEquals(List.of("/1", "/2", "/3"), paths(readAt("/sitemap.xml")));
        assertEquals(List.of(site.at("/sitemap.xml") + ": took 3 of 5 articles; --limit N takes more"), notices);
    }

    @Test
    void anIndexLeadsToItsSitemapsPackedOrNot() throws IOException {
        site.page("*", "text/html", page("X", ""))
                .page(
                        "/index",
                        "text/xml",
                        index(
                                site.at("/a.xml.gz").toString(),
                                site.at("/b.xml").toString(),
                                site.at("/index").toString()))
                .page(
                        "/a.xml.gz",
                        "application/x-gzip",
                        packed(urlset(Stream.of(site.at("/1").toString()))))
                .page(
                        "/b.xml",
                        "text/xml",
                        urlset(Stream.of(site.at("/2").toString(), site.at("/1").toString())));
        assertEquals(List.of("/1", "/2"), paths(readAt("/index")));
        assertEquals(1, site.asked().stream().filter("/index"::equals).count());
    }

    @Test
    void indexesInIndexesEndSomewhere() {
        AtomicInteger number = new AtomicInteger();
        site.on("*", exchange -> {
            String next = index(site.at("/index" + number.incrementAndGet()).toString());
            Site.send(
                    exchange,
                    exchange.getRequestURI().getPath().equals("/robots.txt") ? 404 : 200,
                    next.getBytes(StandardCharsets.UTF_8));
        });
        List<Harvested> items = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> readAt("/start"));
        assertEquals(1, items.size());
        assertEquals("is not followed: lists are nested in lists more than 4 deep", reason(items.getFirst()));
    }

    @Test
    void whatAListingNamesIsGuardedToo() {
        guard = AddressGuard.publicOnly();
        List<Harvested> items = readAt("/feed");
        assertTrue(reason(items.getFirst()).endsWith("give --allow-private to fetch from your own network"));
        assertEquals(List.of(), site.asked());
        String feed = rss(item(site.at("/a").toString()), item("http://10.0.0.1/b"), item("file:///etc/passwd"));
        List<Harvested> piped =
                read("-", new ByteArrayInputStream(feed.getBytes(StandardCharsets.UTF_8)), Reached.NOTHING);
        assertEquals(2, piped.size());
        piped.forEach(item -> assertTrue(reason(item).contains("--allow-private"), () -> reason(item)));
        assertEquals(List.of(), site.asked());
        assertEquals(List.of("<stdin>: 1 entries have no web address and were left out"), notices);
    }

    @Test
    void aFeedMayLieInAFileOrComeThroughAPipe() throws IOException {
        site.page("*", "text/html", page("X", ""));
        String feed = rss(item(site.at("/a").toString()));
        Path file = folder.resolve("feed.xml");
        Files.writeString(file, feed);
        Files.writeString(folder.resolve("other.xml"), "<note>not ours</note>");
        Files.write(
                folder.resolve("map.xml.gz"),
                packed(urlset(Stream.of(site.at("/b").toString()))));
        assertEquals(List.of("/a"), paths(read(file.toString())));
        assertEquals(List.of("/a", "/b"), paths(read(folder.toString())));
        assertEquals(List.of("/a"), paths(read("-", new ByteArrayInputStream(packed(feed)), Reached.NOTHING)));
    }

    @Test
    void anInterruptedListGoesOnWithWhatIsMissing() {
        site.page("*", "text/html", page("X", "")).page("/feed", "text/xml", rss(item("/new"), item("/a"), item("/b")));
        Reached reached = new Reached(1, Set.of(site.at("/a").toString()));
        List<Harvested> items = read(site.at("/feed").toString(), InputStream.nullInputStream(), reached);
        assertEquals(List.of("/new", "/b"), paths(items));
    }

    @Test
    void whatWasKeptIsNotSentAgain() {
        validators = Validators.of(folder.resolve("validators.ndjson"), "9.9");
        site.page("/feed", "text/xml", rss(item("/a"))).tagged("/a", "\"1\"", page("A", ""));
        assertInstanceOf(Harvested.Read.class, readAt("/feed").getFirst());
        validators.keep(site.at("/a").toString());
        assertEquals(List.of(new Harvested.Unchanged(site.at("/a").toString())), readAt("/feed"));
    }

    @Test
    void anArchiveGivesTheSameArticlesAgain() throws IOException {
        site.page("/feed", "text/xml", rss(item("/a"), item("/b"), item("/gone")))
                .page("/a", "text/html; charset=utf-8", page("Zoë’s café", ""))
                .on("/b", exchange -> {
                    exchange.getResponseHeaders().add("Content-Encoding", "gzip");
                    exchange.getResponseHeaders().add("Content-Type", "text/html");
                    exchange.sendResponseHeaders(200, 0); // chunked
                    exchange.getResponseBody()
                            .write(packed(page("B", "<meta property='article:published_time' content='2026-01-12'>")));
                });
        Path kept = folder.resolve("kept");
        List<Harvested> first;
        try (Archive open = Archive.in(kept, "onrecord/9.9")) {
            archive = Optional.of(open);
            first = readAt("/b");
            first = Stream.concat(first.stream(), readAt("/a").stream()).toList();
        }
        archive = Optional.empty();
        int asked = site.asked().size();
        List<Harvested> again = read(kept.toString());
        assertEquals(
                first.stream().map(WebSourceTest::article).toList(),
                again.stream().map(WebSourceTest::article).toList());
        assertEquals(asked, site.asked().size());
        assertTrue(again.getFirst().origin().endsWith(".warc.gz:" + site.at("/b")), again.getFirst()::origin);
        assertTrue(assertInstanceOf(Harvested.Read.class, again.getFirst())
                .fetched()
                .isPresent());
    }

    @Test
    void anAddressThatIsNoneIsSaidAtOnce() {
        SourceException e = assertThrows(SourceException.class, () -> read("http://two words.example/"));
        assertEquals("http://two words.example/: not a web address: check its spelling", e.getMessage());
        SourceException offline = assertThrows(
                SourceException.class,
                () -> Sources.load(InputStream.nullInputStream()).open("https://news.example/"));
        assertEquals("https://news.example/: nothing is fetched from the web here", offline.getMessage());
    }

    private static String post(String id, String time, String text) {
        return "{\"@type\":\"BlogPosting\",\"url\":\"/flood#" + id + "\",\"datePublished\":\"" + time
                + "\",\"headline\":\"About " + id + "\",\"articleBody\":\"" + text + "\"}";
    }

    private static String blog(String summary, String... posts) {
        return "<html><head><title>Flood at Tarnow: live</title><meta property='og:site_name' content='Tarnow Post'>"
                + "<meta property='article:published_time' content='2026-01-14T06:00:00+01:00'>"
                + "<script type='application/ld+json'>{\"@type\":\"LiveBlogPosting\",\"liveBlogUpdate\":["
                + String.join(",", posts) + "]}</script></head><body><article><h1>Flood at Tarnow: live</h1>" + summary
                + "</article></body></html>";
    }

    @Test
    void aLiveBlogIsSeveralArticlesAndOneItem() {
        String summary = "<p>" + prose("the flood office") + "</p><p>" + prose("engineers at the dam") + "</p>";
        site.page(
                "/flood",
                "text/html",
                blog(
                        summary,
                        post("p9", "2026-01-14T12:30:00+01:00", "The bridge is shut, said Mira Okafor."),
                        post("p7", "", "Water stands in the streets."),
                        post("", "2026-01-14T09:00:00Z", "It rains.")));
        List<Harvested> items = readAt("/flood");
        assertEquals(1, items.size());
        Harvested.Several several = assertInstanceOf(Harvested.Several.class, items.getFirst());
        String page = site.at("/flood").toString();
        assertEquals(page, several.origin());
        assertEquals(
                List.of(page, page + "#p9", page + "#p7", page + "#post-20260114T0900Z"),
                several.articles().stream().map(Harvested.Read::origin).toList());
        assertEquals(
                several.articles().stream().map(Harvested.Read::origin).toList(),
                several.articles().stream()
                        .map(read -> read.article().metadata().url().orElseThrow())
                        .toList());
        Article whole = several.articles().get(0).article();
        assertEquals(Optional.of("Flood at Tarnow: live"), whole.metadata().title());
        Article first = several.articles().get(1).article();
        assertEquals("About p9\n\nThe bridge is shut, said Mira Okafor.", first.text());
        assertEquals(Optional.of("Tarnow Post"), first.metadata().site());
        assertEquals(
                "2026-01-14T12:30:00+01:00",
                first.metadata().published().orElseThrow().iso());
        assertTrue(first.isEnglish());
        var inferred =
                several.articles().get(2).article().metadata().published().orElseThrow();
        assertEquals("2026-01-14 true", inferred.iso() + " " + inferred.inferred());
        assertTrue(several.articles().stream().allMatch(read -> read.fetched().isPresent()));
    }

    @Test
    void aPostThatLinksToAnotherArticleIsNotTakenForIt() {
        String posts = post("a", "2026-01-14T12:30:00Z", "One thing happened.").replace("/flood#a", "/other-story")
                + "," + post("b", "2026-01-14T12:40:00Z", "Another happened.").replace("/flood#b", "/flood/posts/b");
        site.page("/flood", "text/html", blog("", posts));
        Harvested.Several several =
                assertInstanceOf(Harvested.Several.class, readAt("/flood").getFirst());
        assertEquals(
                List.of(
                        site.at("/flood#post-20260114T1230Z").toString(),
                        site.at("/flood/posts/b").toString()),
                several.articles().stream()
                        .map(read -> read.article().metadata().url().orElseThrow())
                        .toList());
    }

    @Test
    void aFrontPageLeadsToItsFeed() {
        String links = "<link rel='alternate' type='application/rss+xml' title='Comments' href='/comments/feed'>"
                + "<link rel='alternate stylesheet' href='/night.css'><link rel='alternate' type='application/rss+xml' href='feed.xml'>"
                + "<link rel='alternate' type='application/atom+xml' href='/world/atom'>";
        String menu = "<nav><a href='/a'>Report</a></nav>";
        site.page("/", "text/html", "<html><head>" + links + "</head><body>" + menu + "</body></html>");
        site.page("/feed.xml", "application/rss+xml", rss(item("/a"), item("/b")));
        site.page("/a", "text/html", page("A", "")).page("/b", "text/html", page("B", ""));
        assertEquals(List.of("/a", "/b"), paths(readAt("/")));
        assertEquals(
                List.of(site.at("/") + ": is no article; its feed " + site.at("/feed.xml") + " is read instead"),
                notices);
        // A section has a feed below it, also where teasers look like text, if the page says that it is a collection.
        String teasers = "<p>" + prose("a teaser") + "</p><p>" + prose("another") + "</p>";
        site.page("/world/atom", "application/rss+xml", rss(item("/b")));
        site.page(
                "/world",
                "text/html",
                "<html><head>" + links
                        + "<script type='application/ld+json'>{\"@type\":\"CollectionPage\"}</script></head><body>"
                        + teasers + "</body></html>");
        assertEquals(List.of("/b"), paths(readAt("/world")));
        // An article names the feed of its site too.
        site.page("/c", "text/html", page("C", links));
        assertEquals("C", article(readAt("/c").getFirst()).metadata().title().orElseThrow());
    }

    @Test
    void aFrontPageThatIsAnArticleOrNamesNoFeedIsNotLeft() {
        site.page(
                "/",
                "text/html",
                page(
                        "A",
                        "<meta property='og:type' content='article'><link rel=alternate type=application/rss+xml href=/feed>"));
        assertEquals("A", article(readAt("/").getFirst()).metadata().title().orElseThrow());
        site.page("/empty", "text/html", "<html><body>nothing</body></html>");
        assertTrue(reason(readAt("/empty").getFirst()).startsWith("is not an article"));
        assertEquals(List.of(), notices);
    }

    @Test
    void aFeedThatIsNoneOrLeadsInACircleIsFollowedNoFurther() {
        String named = "<html><head><link rel=alternate type=application/rss+xml href=%s></head><body></body></html>";
        site.page("/", "text/html", named.formatted("/front2"));
        site.page("/front2", "text/html", named.formatted("/"));
        assertEquals(
                "is no feed, though a page names it as its feed",
                reason(readAt("/").getFirst()));
        site.page("/self", "text/html", named.formatted("/self"));
        assertTrue(reason(readAt("/self").getFirst()).startsWith("is not an article"));
        site.page("/lists", "text/html", named.formatted("/index.xml"));
        site.page("/index.xml", "text/xml", index(site.at("/map.xml").toString()));
        assertEquals(
                "is no feed, though a page names it as its feed",
                reason(readAt("/lists").getFirst()));
        site.page("/off", "text/html", named.formatted("/private/feed"));
        site.page("/robots.txt", "text/plain", "User-agent: *\nDisallow: /private/");
        assertTrue(reason(readAt("/off").getFirst()).contains("robots.txt"));
    }
}
