package org.onrecord.harvest.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against servers on this machine that behave, and servers that do not. */
class FetcherTest {
    private static final Limits SMALL =
            new Limits(Duration.ofMillis(700), 100_000, 10_000, 3, 3, Duration.ofSeconds(30));
    private static final Manners MANNERS =
            Manners.of("9.9", Optional.of("desk@news.example"), Duration.ofSeconds(1), 1);

    private final Site site = new Site();
    private final TestTime time = new TestTime();

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void close() {
        site.close();
    }

    private Fetcher fetcher(AddressGuard guard, Validators validators) {
        return new Fetcher(MANNERS, SMALL, guard, validators, Optional.empty(), time, () -> 0);
    }

    private Fetched fetch(URI address) throws InterruptedException {
        return fetch(address, AddressGuard.publicOr(address.getHost() + ":" + address.getPort()));
    }

    private Fetched fetch(URI address, AddressGuard guard) throws InterruptedException {
        try (Fetcher fetcher = fetcher(guard, Validators.none())) {
            return fetcher.fetch(address);
        }
    }

    private String reason(String path) throws InterruptedException {
        return reason(fetch(site.at(path))).replace(site.place(), "SITE");
    }

    private static String reason(Fetched fetched) {
        return assertInstanceOf(Fetched.Failed.class, fetched).reason();
    }

    private static Fetched.Page page(Fetched fetched) {
        return assertInstanceOf(Fetched.Page.class, fetched, fetched::toString);
    }

    @Test
    void fetchesAPageAndSaysWhoItIs() throws InterruptedException {
        site.page("/a", "Text/HTML; charset=\"ISO-8859-2\"", "hello");
        Fetched.Page page = page(fetch(site.at("/a")));
        assertEquals("hello", new String(page.body(), StandardCharsets.UTF_8));
        assertEquals(Optional.of("text/html"), page.type().mediaType());
        assertEquals("ISO-8859-2", page.type().charset().orElseThrow().name());
        assertEquals(List.of("/robots.txt", "/a"), site.asked());
        assertEquals(
                List.of("onrecord/9.9 (+desk@news.example)"), site.headers(1).get("User-agent"));
        assertEquals(List.of("gzip"), site.headers(1).get("Accept-encoding"));
        assertEquals(
                "onrecord/9.9",
                Manners.of("9.9", Optional.empty(), Duration.ZERO, 1).agent());
    }

    @Test
    void unpacksWhatIsPacked() throws InterruptedException, IOException {
        byte[] packed = packed("hello".getBytes(StandardCharsets.UTF_8));
        site.on("/a", exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            Site.send(exchange, 200, packed);
        });
        assertArrayEquals(
                "hello".getBytes(StandardCharsets.UTF_8),
                page(fetch(site.at("/a"))).body());
    }

    static Stream<Arguments> damaged() throws IOException {
        byte[] whole = packed("hello, hello, hello".getBytes(StandardCharsets.UTF_8));
        return Stream.of(
                Arguments.of(
                        "gzip", Arrays.copyOf(whole, whole.length - 9), "cannot be read: its gzip data is damaged"),
                Arguments.of("gzip", new byte[] {1, 2, 3}, "cannot be read: its gzip data is damaged"),
                Arguments.of("br", whole, "cannot be read: the server packed it as 'br', which was not asked for"),
                Arguments.of("gzip", packed(new byte[5_000_000]), "is larger than"));
    }

    @ParameterizedTest
    @MethodSource("damaged")
    void refusesWhatUnpacksToNothingOrToTooMuch(String encoding, byte[] body, String reason)
            throws InterruptedException {
        site.on("/a", exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", encoding);
            Site.send(exchange, 200, body);
        });
        String found = reason("/a");
        assertTrue(found.startsWith(reason), found);
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    static Stream<Arguments> rude() {
        String ok = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
        RudeServer.Rudeness drip = (connection, out) -> {
            out.write((ok + "Content-Length: 100000\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write('x');
                out.flush();
                Thread.sleep(50);
            }
        };
        RudeServer.Rudeness endless = (connection, out) -> {
            out.write((ok + "\r\n").getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write(new byte[1000]);
            }
        };
        RudeServer.Rudeness silence = (connection, out) -> Thread.sleep(5000);
        RudeServer.Rudeness reset = (connection, out) -> connection.setSoLinger(true, 0);
        RudeServer.Rudeness noise = (connection, out) ->
                out.write("\u0000\u0001hello\r\n\r\n".repeat(20).getBytes(StandardCharsets.ISO_8859_1));
        RudeServer.Rudeness endlessHeaders = (connection, out) -> {
            out.write(ok.getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; ; i++) {
                out.write(("X-" + i + ": " + "y".repeat(1000) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            }
        };
        // Where not a byte comes back, Java's client asks each time once more by itself.
        return Stream.of(
                Arguments.of(
                        "a slow drip",
                        drip,
                        "cannot be fetched: no whole answer came within 700 ms; a longer --timeout may help",
                        3),
                Arguments.of("silence", silence, "cannot be fetched: no whole answer came within 700 ms", 3),
                Arguments.of("an endless body", endless, "is larger than", 1),
                Arguments.of(
                        "endless headers", endlessHeaders, "cannot be fetched: the connection broke or is not HTTP", 3),
                Arguments.of(
                        "huge headers",
                        sending(ok + "X-Huge: " + "y".repeat(20_000) + "\r\nContent-Length: 0\r\n\r\n"),
                        "is not fetched: its headers have 200",
                        1),
                Arguments.of(
                        "less than it promised",
                        sending(ok + "Content-Length: 500\r\n\r\nhello"),
                        "cannot be fetched: the connection broke or is not HTTP",
                        3),
                Arguments.of(
                        "half a chunk",
                        sending(ok + "Transfer-Encoding: chunked\r\n\r\n10\r\nhello"),
                        "cannot be fetched: the connection broke or is not HTTP",
                        3),
                Arguments.of("no HTTP", noise, "cannot be fetched: the connection broke or is not HTTP", 3),
                Arguments.of("nothing", sending(""), "cannot be fetched: the connection broke or is not HTTP", 6),
                Arguments.of("a reset", reset, "cannot be fetched: the connection broke or is not HTTP", 6));
    }

    private static RudeServer.Rudeness sending(String bytes) {
        return (connection, out) -> out.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rude")
    void isNotHeldUpByRudeServers(String what, RudeServer.Rudeness rudeness, String reason, int tries) {
        try (RudeServer server = new RudeServer(rudeness)) {
            String found = assertTimeoutPreemptively(Duration.ofSeconds(15), () -> reason(fetch(server.address())));
            assertTrue(found.startsWith(reason), what + ": " + found);
            assertEquals(tries, server.requests(), what);
        }
    }

    @Test
    void anEmptyBodyIsAPageWithNothingOnIt() throws InterruptedException {
        site.page("/a", "text/html", "");
        assertEquals(0, page(fetch(site.at("/a"))).body().length);
    }

    @Test
    void saysWhenNothingAnswers() throws InterruptedException {
        URI gone = site.at("/a");
        site.close();
        assertEquals("cannot be fetched: nothing answers at " + gone.getAuthority(), reason(fetch(gone)));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 410, 451, 500})
    void doesNotAskAgainWhenTheAnswerIsFinal(int status) throws InterruptedException {
        site.on("/a", exchange -> exchange.sendResponseHeaders(status, -1));
        assertTrue(reason("/a").startsWith("cannot be fetched: the server answers with status " + status + " ("));
        assertEquals(List.of("/robots.txt", "/a"), site.asked());
    }

    @Test
    void triesAgainLaterAndLonger() throws InterruptedException {
        AtomicInteger asked = new AtomicInteger();
        site.on("/a", exchange -> {
            boolean well = asked.incrementAndGet() == 3;
            Site.send(exchange, well ? 200 : 503, "hello".getBytes(StandardCharsets.UTF_8));
        });
        page(fetch(site.at("/a")));
        assertEquals(3, asked.get());
        assertEquals(
                List.of(1L, 1L, 2L),
                time.sleeps().stream().map(Duration::toSeconds).toList());
    }

    @Test
    void comesBackWhenItIsTold() throws InterruptedException {
        AtomicInteger asked = new AtomicInteger();
        site.on("/a", exchange -> {
            int turn = asked.incrementAndGet();
            if (turn < 3) {
                exchange.getResponseHeaders().add("Retry-After", turn == 1 ? "7" : "Mon, 02 Mar 2026 10:00:20 GMT");
            }
            Site.send(exchange, turn < 3 ? 429 : 200, "hello".getBytes(StandardCharsets.UTF_8));
        });
        page(fetch(site.at("/a")));
        assertEquals(
                List.of(1L, 7L, 12L),
                time.sleeps().stream().map(Duration::toSeconds).toList());
    }

    @Test
    void doesNotWaitForHours() throws InterruptedException {
        site.on("/a", exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "7200");
            exchange.sendResponseHeaders(429, -1);
        });
        assertEquals(
                "cannot be fetched: the server answers with status 429 (too many requests) and wants us back in 7200 s: run it again then",
                reason("/a"));
    }

    @Test
    void keepsItsDistanceToOneHost() throws InterruptedException {
        site.page("*", "text/html", "hello");
        try (Fetcher fetcher = fetcher(AddressGuard.anywhere(), Validators.none())) {
            page(fetcher.fetch(site.at("/a")));
            page(fetcher.fetch(site.at("/b")));
            page(fetcher.fetch(site.at("/c")));
        }
        assertEquals(List.of("/robots.txt", "/a", "/b", "/c"), site.asked());
        assertEquals(List.of(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1)), time.sleeps());
    }

    @Test
    void oneRequestAtATimeForAHost() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        site.on("*", exchange -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            now.decrementAndGet();
            Site.send(exchange, 200, "hello".getBytes(StandardCharsets.UTF_8));
        });
        try (Fetcher fetcher = fetcher(AddressGuard.anywhere(), Validators.none());
                var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            var all = java.util.stream.IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() -> fetcher.fetch(site.at("/" + i))))
                    .toList();
            for (var one : all) {
                page(one.get());
            }
        }
        assertEquals(1, most.get());
        assertEquals(9, site.asked().size());
    }

    @Test
    void followsRedirects() throws InterruptedException {
        site.redirect("/a", "b?x=ü").redirect("/b?x=%C3%BC", "/c").page("/c", "text/html", "hello");
        assertEquals(site.at("/c"), page(fetch(site.at("/a"))).address());
    }

    @Test
    void redirectsDoNotLeadInCirclesOrForEver() throws InterruptedException {
        site.redirect("/a", "/b").redirect("/b", "/a");
        assertEquals("cannot be fetched: it is redirected in a circle, to http://SITE/a again", reason("/a"));
        for (int i = 0; i < 10; i++) {
            site.redirect("/" + i, "/" + (i + 1));
        }
        assertEquals("cannot be fetched: it is redirected more than 3 times", reason("/0"));
        site.on("/blind", exchange -> exchange.sendResponseHeaders(301, -1));
        assertEquals("cannot be fetched: it is redirected (status 301) without saying where", reason("/blind"));
        site.redirect("/mail", "mailto:ada@news.example");
        assertEquals(
                "cannot be fetched: it is redirected to 'mailto:ada@news.example', which is no web address",
                reason("/mail"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.2:9/x",
                "http://10.0.0.1/",
                "http://[::1]/",
                "http://localhost:1/",
                "http://169.254.169.254/latest"
            })
    void redirectsDoNotLeadIntoOnesOwnNetwork(String target) throws InterruptedException {
        site.redirect("/a", target);
        String reason = reason("/a");
        assertTrue(reason.startsWith("is redirected to " + target + ", which is not fetched: its host is "), reason);
        assertTrue(reason.endsWith("; give --allow-private to fetch from your own network"), reason);
        assertEquals(List.of("/robots.txt", "/a"), site.asked());
    }

    @Test
    void robotsTxtDoesNotLeadIntoOnesOwnNetworkEither() throws InterruptedException {
        site.redirect("/robots.txt", "http://10.0.0.1/robots.txt").page("/a", "text/html", "hello");
        assertTrue(
                reason("/a")
                        .startsWith(
                                "is not fetched: its robots.txt is redirected to http://10.0.0.1/robots.txt, which is not fetched"),
                () -> "");
        assertEquals(List.of("/robots.txt"), site.asked());
    }

    @Test
    void doesWhatRobotsTxtSays() throws InterruptedException {
        site.page("*", "text/html", "hello").page("/robots.txt", "text/plain", """
                        User-agent: *
                        Disallow: /

                        User-agent: OnRecord
                        Disallow: /private
                        Allow: /private/open
                        Crawl-delay: 5
                        """);
        try (Fetcher fetcher = fetcher(AddressGuard.anywhere(), Validators.none())) {
            page(fetcher.fetch(site.at("/a")));
            page(fetcher.fetch(site.at("/private/open")));
            String denied = reason(fetcher.fetch(site.at("/private/a"))).replace(site.place(), "SITE");
            assertEquals(
                    "is not fetched: http://SITE/robots.txt forbids it to robots; ask the site, or save the page and give the file",
                    denied);
        }
        assertEquals(List.of("/robots.txt", "/a", "/private/open"), site.asked());
        assertEquals(Duration.ofSeconds(5), time.sleeps().getLast());
    }

    @Test
    void aLongCrawlDelayIsCutAndNoBan() throws InterruptedException {
        site.page("*", "text/html", "hello").page("/robots.txt", "text/plain", "User-agent: *\nCrawl-delay: 86400\n");
        try (Fetcher fetcher = fetcher(AddressGuard.anywhere(), Validators.none())) {
            page(fetcher.fetch(site.at("/a")));
            page(fetcher.fetch(site.at("/b")));
        }
        assertEquals(SMALL.patience(), time.sleeps().getLast());
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 429})
    void withoutAReadableRobotsTxtNothingIsFetched(int status) throws InterruptedException {
        site.on("/robots.txt", exchange -> exchange.sendResponseHeaders(status, -1))
                .page("/a", "text/html", "hello");
        assertEquals(
                "is not fetched: http://SITE/robots.txt answers with status " + status
                        + ", and without it nothing may be fetched from there: try again later",
                reason("/a"));
        assertTrue(site.asked().stream().allMatch("/robots.txt"::equals), site.asked()::toString);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404})
    void anAbsentRobotsTxtAllowsAll(int status) throws InterruptedException {
        site.on("/robots.txt", exchange -> exchange.sendResponseHeaders(status, -1))
                .page("/a", "text/html", "hello");
        page(fetch(site.at("/a")));
    }

    @Test
    void ofALongRobotsTxtTheFirstPartCounts() throws InterruptedException {
        String filler = "# filler\n".repeat(70_000);
        Limits large = new Limits(Duration.ofSeconds(5), 2_000_000, 10_000, 3, 1, Duration.ofSeconds(1));
        site.page("*", "text/html", "hello")
                .page("/robots.txt", "text/plain", "User-agent: *\nDisallow: /a\n" + filler + "Disallow: /b\n");
        try (Fetcher fetcher = new Fetcher(
                MANNERS, large, AddressGuard.anywhere(), Validators.none(), Optional.empty(), time, () -> 0)) {
            assertTrue(reason(fetcher.fetch(site.at("/a"))).contains("forbids it"));
            page(fetcher.fetch(site.at("/b")));
        }
    }

    @Test
    void asksForAKeptPageOnlyIfItHasChanged() throws InterruptedException {
        Path file = folder.resolve("validators.ndjson");
        site.tagged("/a", "\"v1\"", "hello").tagged("/b", "\"w1\"", "hello");
        Validators first = Validators.of(file, "9.9");
        try (Fetcher fetcher = fetcher(AddressGuard.anywhere(), first)) {
            page(fetcher.fetchIfModified(site.at("/a")));
            page(fetcher.fetchIfModified(site.at("/b")));
            first.keep(site.at("/a").toString());
            first.save();
        }
        try (Fetcher fetcher = fetcher(AddressGuard.anywhere(), Validators.of(file, "9.9"))) {
            assertInstanceOf(Fetched.NotModified.class, fetcher.fetchIfModified(site.at("/a")));
            page(fetcher.fetchIfModified(site.at("/b"))); // its article was never kept
            page(fetcher.fetch(site.at("/a")));
            site.tagged("/a", "\"v2\"", "hello again");
            page(fetcher.fetchIfModified(site.at("/a")));
        }
        try (Fetcher fetcher = fetcher(AddressGuard.anywhere(), Validators.of(file, "9.10"))) {
            page(fetcher.fetchIfModified(site.at("/a"))); // another version reads it anew
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "{\"version\":\"9.9\"}\n{broken", "{\"version\":\"9.9\"}\n{}\n[]\nnull\n"})
    void aDamagedStoreIsAsGoodAsNone(String content) throws IOException {
        Path file = folder.resolve("validators.ndjson");
        Files.writeString(file, content);
        assertEquals(Optional.empty(), Validators.of(file, "9.9").find(site.at("/a")));
    }

    @Test
    void a304ThatNobodyAskedForIsNoPage() throws InterruptedException {
        site.on("/a", exchange -> exchange.sendResponseHeaders(304, -1));
        assertEquals("cannot be fetched: the server answers with status 304", reason("/a"));
    }

    @Test
    void retryAfterIsSecondsOrADate() {
        Map<String, Optional<Duration>> examples = Map.of(
                "120", Optional.of(Duration.ofMinutes(2)),
                "Mon, 02 Mar 2026 10:01:00 GMT", Optional.of(Duration.ofMinutes(1)),
                "Mon, 02 Mar 2020 10:01:00 GMT", Optional.of(Duration.ZERO),
                "soon", Optional.empty(),
                "-5", Optional.empty());
        examples.forEach(
                (header, wanted) -> assertEquals(wanted, RetryAfter.of(Optional.of(header), time.now()), header));
    }
}
