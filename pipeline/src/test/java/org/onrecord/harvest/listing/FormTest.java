package org.onrecord.harvest.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FormTest {
    private static final Optional<URI> BASE = Optional.of(URI.create("https://news.example/lists/x.xml"));

    private static final String RSS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel><title>Tarnow Courier</title><link>https://news.example/</link><description>News</description>
            <item><title>Bridge &amp;amp; river</title><link>/bridge.html</link><pubDate>Mon, 12 Jan 2026 08:30:00 GMT</pubDate>
              <dc:creator>Ada Brenn</dc:creator><content:encoded><![CDATA[<p>All of it.</p>]]></content:encoded></item>
            <item><title>Harbour</title><guid isPermaLink="true">https://news.example/harbour.html</guid><description>A teaser.</description></item>
            <item><title>Nowhere</title></item>
            </channel></rss>
            """;

    private static final String ATOM = """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Tarnow Courier</title><id>urn:x</id><updated>2026-01-12T09:00:00Z</updated>
            <entry><title>Bridge</title><id>urn:1</id><link rel="alternate" href="https://news.example/bridge.html"/>
              <published>2026-01-12T08:30:00+01:00</published><updated>2026-01-12T09:00:00Z</updated><author><name>Ada Brenn</name></author>
              <content type="html">&lt;p&gt;All of it.&lt;/p&gt;</content></entry>
            </feed>
            """;

    private static final String JSON = """
            {"version":"https://jsonfeed.org/version/1.1","title":"Tarnow Courier","home_page_url":"https://news.example/",
             "items":[{"id":"1","url":"/bridge.html","title":"Bridge","date_published":"2026-01-12T08:30:00+01:00",
                       "authors":[{"name":"Ada Brenn"}],"content_html":"<p>All of it.</p>"},
                      {"id":"https://news.example/harbour.html","author":{"name":"Owen Strand"},"date_published":"yesterday"},
                      {"title":"Nowhere"}]}
            """;

    private static final String SITEMAP = """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
            <url><loc>https://news.example/undated</loc></url>
            <url><loc>https://news.example/old</loc><lastmod>2024-05-01</lastmod></url>
            <url><loc>https://news.example/new</loc><news:news><news:publication><news:name>Courier</news:name><news:language>en</news:language></news:publication>
              <news:publication_date>2026-01-12T08:30:00Z</news:publication_date><news:title>Bridge closed</news:title></news:news></url>
            <url><loc>https://news.example/middle</loc><lastmod>2025-05-01T10:00:00+00:00</lastmod></url>
            </urlset>
            """;

    private static final String INDEX = """
            <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            <sitemap><loc>https://news.example/2024.xml</loc><lastmod>2024-05-01</lastmod></sitemap>
            <sitemap><loc>https://news.example/2026.xml.gz</loc><lastmod>2026-05-01</lastmod></sitemap>
            </sitemapindex>
            """;

    private static final String OPML = """
            <opml version="2.0"><head><title>Mine</title></head><body>
            <outline text="News"><outline type="rss" text="Courier" xmlUrl="https://news.example/feed.xml"/>
            <outline type="rss" text="Ledger" xmlUrl="/ledger.xml"/></outline>
            <outline type="rss" text="Courier again" xmlUrl="https://news.example/feed.xml"/>
            </body></opml>
            """;

    @TempDir
    private Path folder = Path.of("");

    private static Listing read(String text) throws MalformedException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Form.of(bytes).orElseThrow().read(bytes, BASE);
    }

    private static List<Link> links(String text) throws MalformedException {
        return assertInstanceOf(Listing.Articles.class, read(text)).links();
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void readsFeedsOfEveryKind(String text, Instant published) throws MalformedException {
        Link first = links(text).getFirst();
        assertEquals("https://news.example/bridge.html", first.address().toString());
        assertTrue(first.title().orElseThrow().startsWith("Bridge"), first::toString);
        assertEquals(published, first.published().orElseThrow());
        assertEquals(List.of("Ada Brenn"), first.authors());
        assertEquals("<p>All of it.</p>", first.content().orElseThrow());
    }

    static Stream<Arguments> feeds() {
        return Stream.of(
                Arguments.of(RSS, Instant.parse("2026-01-12T08:30:00Z")),
                Arguments.of(ATOM, Instant.parse("2026-01-12T07:30:00Z")),
                Arguments.of(JSON, Instant.parse("2026-01-12T07:30:00Z")));
    }

    @Test
    void entriesWithoutAnAddressAreCountedAndTeasersAreNoContent() throws MalformedException {
        for (String feed : List.of(RSS, JSON)) {
            Listing.Articles found = assertInstanceOf(Listing.Articles.class, read(feed));
            assertEquals(1, found.unusable());
            assertEquals(2, found.links().size());
            assertEquals(
                    "https://news.example/harbour.html",
                    found.links().getLast().address().toString());
            assertEquals(Optional.empty(), found.links().getLast().content());
        }
        assertEquals("Bridge & river", links(RSS).getFirst().title().orElseThrow());
    }

    @Test
    void sitemapsAreNewestFirst() throws MalformedException {
        List<Link> links = links(SITEMAP);
        assertEquals(
                List.of("/new", "/middle", "/old", "/undated"),
                links.stream().map(link -> link.address().getPath()).toList());
        assertEquals("Bridge closed", links.getFirst().title().orElseThrow());
        assertEquals(List.of("https://news.example/2026.xml.gz", "https://news.example/2024.xml"), addresses(INDEX));
    }

    @Test
    void aListOfFeedsNamesEachOnce() throws MalformedException {
        assertEquals(List.of("https://news.example/feed.xml", "https://news.example/ledger.xml"), addresses(OPML));
    }

    private static List<String> addresses(String text) throws MalformedException {
        return assertInstanceOf(Listing.Listings.class, read(text)).addresses().stream()
                .map(URI::toString)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <rss>                                              | FEED
                    <?xml version='1.0'?> <!-- a - b --> <feed xmlns='x'> | FEED
                    <rdf:RDF xmlns:rdf='x'>                            | FEED
                    <!DOCTYPE rss [ <!ENTITY a 'b'> ]><rss>            | FEED
                    <urlset>                                           | SITEMAP
                    <x:sitemapindex>                                   | SITEMAP
                    <opml>                                             | OPML
                    {"title":"x","version":"https://jsonfeed.org/version/1"} | JSON_FEED
                    {"url":"https://jsonfeed.org/version/1"}           | none
                    <html><body><rss>                                  | none
                    <!-- <rss> --><html>                               | none
                    rss                                                | none
                    """)
    void tellsListingsByHowTheyBegin(String text, String form) {
        assertEquals(
                form,
                Form.of(text.getBytes(StandardCharsets.UTF_8)).map(Form::name).orElse("none"));
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE", "UTF-16BE", "UTF-8", "ISO-8859-1"})
    void readsFeedsInEveryCharset(String charset) throws MalformedException {
        String text = RSS.replace("UTF-8", charset.startsWith("UTF-16") ? "UTF-16" : charset)
                .replace("Harbour", "Café");
        byte[] bytes = ((charset.startsWith("UTF") ? "\ufeff" : "") + text).getBytes(Charset.forName(charset));
        Listing.Articles found = assertInstanceOf(
                Listing.Articles.class, Form.of(bytes).orElseThrow().read(bytes, BASE));
        assertEquals("Café", found.links().getLast().title().orElseThrow());
    }

    static Stream<String> beginnings() {
        return Stream.of(
                "<rss version=\"2.0\"><channel><title>&x;</title><link>http://a.example/</link><description>d</description><item><title>&x;</title><link>http://a.example/&x;</link></item></channel></rss>",
                "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>&x;</title><entry><title>&x;</title><link href=\"http://a.example/1\"/></entry></feed>",
                "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>http://a.example/&x;</loc></url></urlset>",
                "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><sitemap><loc>http://a.example/&x;</loc></sitemap></sitemapindex>",
                "<opml version=\"2.0\"><head><title>&x;</title></head><body><outline text=\"&x;\" xmlUrl=\"http://a.example/1\"/></body></opml>");
    }

    @ParameterizedTest
    @MethodSource("beginnings")
    void entitiesReadNoFileAndAskNobody(String document) throws IOException {
        Path secret = folder.resolve("secret.txt");
        Files.writeString(secret, "the secret word");
        try (ServerSocket listener = new ServerSocket(0)) {
            listener.setSoTimeout(200);
            for (String doctype : List.of(
                    "<!DOCTYPE x [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>",
                    "<!DOCTYPE x [<!ENTITY x SYSTEM \"http://127.0.0.1:" + listener.getLocalPort() + "/x\">]>",
                    "<!DOCTYPE x SYSTEM \"http://127.0.0.1:" + listener.getLocalPort() + "/x.dtd\">",
                    "<!DOCTYPE x [<!ENTITY % p SYSTEM \"http://127.0.0.1:" + listener.getLocalPort() + "/p\">%p;]>")) {
                MalformedException refused = assertThrows(MalformedException.class, () -> read(doctype + document));
                assertTrue(refused.reason().contains("DOCTYPE"), refused::reason);
            }
            assertThrows(java.net.SocketTimeoutException.class, listener::accept, "somebody asked for an entity");
        }
    }

    @ParameterizedTest
    @MethodSource("beginnings")
    void entitiesDoNotMultiply(String document) {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 40; i++) {
            laughs.append("<!ENTITY l%d \"&l%d;&l%d;&l%d;\">".formatted(i, i - 1, i - 1, i - 1));
        }
        laughs.append("<!ENTITY x \"&l39;\">]>");
        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertThrows(MalformedException.class, () -> read(laughs + document)));
    }

    /** Random bytes, and documents with some of their bytes changed, cut out or doubled. */
    @Provide
    Arbitrary<byte[]> documents() {
        Arbitrary<byte[]> noise = Arbitraries.bytes().array(byte[].class).ofMaxSize(300);
        Arbitrary<byte[]> mutated = Arbitraries.of(RSS, ATOM, JSON, SITEMAP, INDEX, OPML)
                .flatMap(text -> Arbitraries.randomValue(random -> mutated(text, random)));
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(1, noise), net.jqwik.api.Tuple.of(9, mutated));
    }

    private static byte[] mutated(String text, Random random) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 1 + random.nextInt(8); i++) {
            int at = random.nextInt(bytes.length);
            int length = Math.min(random.nextInt(30), bytes.length - at);
            switch (random.nextInt(3)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> System.arraycopy(bytes, at, bytes, random.nextInt(bytes.length - length), length);
                default -> bytes = java.util.Arrays.copyOf(bytes, Math.max(1, bytes.length - length));
            }
        }
        return bytes;
    }

    @Property(tries = 2000)
    void anyBytesAreAListingOrMalformed(@ForAll("documents") byte[] bytes) {
        for (Form form : Form.values()) {
            try {
                switch (form.read(bytes, BASE)) {
                    case Listing.Articles found -> assertTrue(found.unusable() >= 0);
                    case Listing.Listings found -> found.addresses().forEach(URI::getHost);
                }
            } catch (MalformedException e) {
                assertTrue(e.reason().startsWith("is "), e::reason);
                assertEquals(1, e.reason().lines().count());
            }
        }
        Form.of(bytes);
    }

    @ParameterizedTest
    @CsvSource({"<!--", "<!-- -", "<?", "<!DOCTYPE ", "<!DOCTYPE x [", "' '", "<!DOCTYPE x \"", "<a:", "{"})
    void lookingAtHowItBeginsTakesNoTime(String unit) {
        byte[] bytes = unit.repeat(4096 / unit.length()).getBytes(StandardCharsets.UTF_8);
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertEquals(Optional.empty(), Form.of(bytes)));
    }

    @Test
    void deeplyNestedListsEndSomewhere() {
        String deep =
                "<opml version=\"2.0\"><body>" + "<outline text=\"a\" xmlUrl=\"http://a.example/1\">".repeat(20_000);
        assertThrows(MalformedException.class, () -> read(deep));
        String closed = "<opml version=\"2.0\"><head/><body>" + "<outline text=\"a\">".repeat(3_000)
                + "</outline>".repeat(3_000) + "</body></opml>";
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            try {
                assertInstanceOf(Listing.Listings.class, read(closed));
            } catch (MalformedException e) {
                assertTrue(e.reason().startsWith("is no readable list of feeds"), e::reason);
            }
        });
    }
}
