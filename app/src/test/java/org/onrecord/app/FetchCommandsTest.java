package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that fetch, against a site on this machine, and runs that are interrupted. */
class FetchCommandsTest {
    private static final int ARTICLES = 6;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch stuck = new CountDownLatch(1);
    private final CountDownLatch together = new CountDownLatch(3);
    private volatile List<String> posts = List.of();
    private volatile String stuckAt = "";
    private HttpServer server;

    @TempDir
    private Path folder = Path.of("");

    FetchCommandsTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void serve() {
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private String at(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(path + (exchange.getRequestHeaders().containsKey("If-None-Match") ? " if changed" : ""));
        try (exchange) {
            if (path.equals(stuckAt)) {
                stuck.countDown();
                Thread.sleep(Duration.ofMinutes(1));
            }
            if (path.equals("/feed.xml")) {
                send(exchange, "application/rss+xml", feed());
            } else if (path.equals("/live")) {
                live(exchange);
            } else if (path.startsWith("/slow")) {
                together.countDown();
                boolean met = together.await(30, TimeUnit.SECONDS);
                send(exchange, "text/html", met ? page(path) : "");
            } else if (path.startsWith("/a") && exchange.getRequestHeaders().containsKey("If-None-Match")) {
                exchange.sendResponseHeaders(304, -1);
            } else if (path.startsWith("/a")) {
                exchange.getResponseHeaders().add("ETag", "\"1\"");
                send(exchange, "text/html", page(path));
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A live blog, which is not sent again while it has as many posts. */
    private void live(HttpExchange exchange) throws IOException {
        String tag = "\"" + posts.hashCode() + "\"";
        exchange.getResponseHeaders().add("ETag", tag);
        if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
        } else {
            send(
                    exchange,
                    "text/html",
                    "<html><head><title>Flood at Tarnow: live</title><script type='application/ld+json'>"
                            + "{\"@type\":\"LiveBlogPosting\",\"datePublished\":\"2026-01-14T06:00:00Z\",\"liveBlogUpdate\":["
                            + String.join(",", posts) + "]}</script></head><body></body></html>");
        }
    }

    private static String post(int number, String text) {
        return "{\"@type\":\"BlogPosting\",\"url\":\"/live#p" + number + "\",\"datePublished\":\"2026-01-14T1" + number
                + ":30:00+01:00\",\"headline\":\"Hour " + number + " of the flood\",\"articleBody\":\"" + text + "\"}";
    }

    private static void send(HttpExchange exchange, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String feed() {
        return "<rss version=\"2.0\"><channel><title>Courier</title><link>http://x.example/</link><description>d</description>"
                + String.join(
                        "",
                        IntStream.rangeClosed(1, ARTICLES)
                                .mapToObj(i -> "<item><title>Report</title><link>/a" + i + "</link></item>")
                                .toList())
                + "</channel></rss>";
    }

    private static String page(String name) {
        return "<html><head><title>Bridge closed, report " + name + "</title></head><body><article><p>"
                + "The bridge at Tarnow was closed on Monday after divers found cracks in two of its pillars, the council said in report "
                + name
                + ".</p><p>“The bridge is unsafe,” said Mira Okafor, the mayor of Tarnow, on Monday.</p></article></body></html>";
    }

    private static Run ingest(String source, Path index, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "ingest", source, "--index", index.toString(), "--allow-private", "--delay", "0", "--threads", "1"));
        arguments.addAll(List.of(more));
        return Run.of(arguments.toArray(new String[0]));
    }

    @Test
    void aFeedIsReadOnceAndWhatHasNotChangedIsNotSentAgain() {
        Path index = folder.resolve("index");
        Run first = ingest(at("/feed.xml"), index);
        assertEquals(0, first.exit(), first::err);
        assertTrue(first.out().startsWith("articles         6 (6 added, 0 replaced, 0 unchanged)"), first::out);
        assertTrue(Run.of("search", "speaker:Okafor", "--copies", "--index", index.toString())
                .out()
                .startsWith("6 findings"));
        asked.clear();
        Run again = ingest(at("/feed.xml"), index);
        assertEquals(0, again.exit(), again::err);
        assertTrue(again.out().startsWith("articles         6 (0 added, 0 replaced, 6 unchanged)"), again::out);
        assertEquals(
                6, asked.stream().filter(path -> path.endsWith(" if changed")).count(), asked::toString);
        assertFalse(Files.exists(index.resolve("resume.json")));
    }

    @Test
    void whatCannotBeFetchedIsOneSentenceAndKept() throws IOException {
        Path index = folder.resolve("index");
        Run gone = ingest(at("/gone"), index);
        assertEquals(3, gone.exit());
        assertEquals(
                "onrecord: " + at("/gone")
                        + " cannot be fetched: the server answers with status 404 (there is no such page)\n",
                gone.err());
        String kept = Files.readString(index.resolve("quarantine.ndjson"));
        assertTrue(
                kept.contains(
                        "\"origin\":\"" + at("/gone") + "\",\"stage\":\"harvest\",\"reason\":\"cannot be fetched"),
                kept);
        Run one = Run.of(
                "ingest", at("/gone"), at("/a1"), "--index", index.toString(), "--allow-private", "--delay", "0");
        assertEquals(1, one.exit(), one::err);
        Run guarded = Run.of("ingest", at("/a2"), "--index", index.toString());
        assertEquals(3, guarded.exit());
        assertTrue(guarded.err().contains("give --allow-private to fetch from your own network"), guarded::err);
        Run unknown = Run.of("ingest", "https://no-such-host.invalid/", "--index", index.toString());
        assertEquals(3, unknown.exit());
        assertEquals(
                "onrecord: https://no-such-host.invalid/ cannot be fetched: the name 'no-such-host.invalid' is not known: check its spelling and your connection\n",
                unknown.err());
    }

    @Test
    void wrongOptionsAreSaidBeforeAnythingIsFetched() {
        for (String wrong : List.of("--limit=0", "--delay=-1", "--per-host=0", "--timeout=0", "--contact=two words")) {
            Run run = Run.of("extract", at("/a1"), wrong);
            assertEquals(2, run.exit(), wrong);
            assertTrue(run.err().startsWith("onrecord: " + wrong.split("=", 2)[0] + " must be"), run::err);
        }
        assertEquals(List.of(), asked);
    }

    @Test
    void anArchiveIsIngestedLikeTheSiteItself() {
        Path kept = folder.resolve("kept");
        Run fetched = ingest(at("/feed.xml"), folder.resolve("one"), "--archive", kept.toString(), "--limit", "3");
        assertTrue(fetched.out().startsWith("articles         3 (3 added"), fetched::out);
        assertTrue(fetched.err().contains("took 3 of 6 articles; --limit N takes more"), fetched::err);
        server.stop(0);
        Run again = ingest(kept.toString(), folder.resolve("two"));
        assertTrue(again.out().startsWith("articles         3 (3 added"), again::out);
        Run same = ingest(kept.toString(), folder.resolve("one"));
        assertTrue(same.out().startsWith("articles         3 (0 added, 0 replaced, 3 unchanged)"), same::out);
    }

    @Test
    void anInterruptedFeedGoesOnWhereItWas() throws InterruptedException {
        Path index = folder.resolve("index");
        stuckAt = "/a5";
        // Two at a time: which address of a feed is asked for first is left to the threads, and one that stands still
        // must
        // not keep those before it in the feed from coming in.
        Thread run = Thread.ofPlatform()
                .start(() -> ingest(at("/feed.xml"), index, "--commit-every", "1", "--per-host", "2"));
        assertTrue(stuck.await(60, TimeUnit.SECONDS));
        awaitItems(index, 4);
        run.interrupt();
        run.join();
        stuckAt = "";
        asked.clear();
        Run on = ingest(at("/feed.xml"), index);
        assertEquals(0, on.exit(), on::err);
        assertEquals(
                "onrecord: " + at("/feed.xml")
                        + " goes on where a run was interrupted, after 4 items (--restart reads it from the start)\n",
                on.err());
        assertTrue(on.out().startsWith("articles         2 (2 added, 0 replaced, 0 unchanged)"), on::out);
        assertEquals(Set.of("/robots.txt", "/feed.xml", "/a5", "/a6"), Set.copyOf(asked));
        assertTrue(Run.of("search", "speaker:Okafor", "--copies", "--index", index.toString())
                .out()
                .startsWith("6 findings"));
        assertFalse(Files.exists(index.resolve("resume.json")));
    }

    private static void awaitItems(Path index, int items) throws InterruptedException {
        Path file = index.resolve("resume.json");
        for (int i = 0; i < 600; i++) {
            try {
                if (Files.readString(file).contains("\"items\":" + items)) {
                    return;
                }
            } catch (IOException e) {
                assertFalse(Files.isDirectory(file)); // not written yet
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no checkpoint after " + items + " items");
    }

    /** A file of lines stands still in its middle because an address after it never answers. */
    @Test
    void anInterruptedFileIsNotReadAgain() throws Exception {
        Path index = folder.resolve("index");
        Path lines = folder.resolve("news.jsonl");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            text.append("{\"text\":\"The bridge at Tarnow was closed on Monday, the council said in report ")
                    .append(i)
                    .append(".\"}\n");
        }
        Files.writeString(lines, text);
        stuckAt = "/a1";
        Thread run = Thread.ofPlatform().start(() -> ingest(lines.toString(), index, at("/a1"), "--commit-every", "1"));
        assertTrue(stuck.await(60, TimeUnit.SECONDS));
        awaitItems(index, 3);
        run.interrupt();
        run.join();
        Run on = ingest(lines.toString(), index);
        assertTrue(
                on.err().startsWith("onrecord: " + lines + " goes on where a run was interrupted, after 3 items"),
                on::err);
        assertTrue(on.out().startsWith("articles         0 (0 added"), on::out);
        Run restarted = ingest(lines.toString(), index, "--restart");
        assertTrue(restarted.out().startsWith("articles         3 (0 added, 0 replaced, 3 unchanged)"), restarted::out);
    }

    private static final String SAID = "“The wall will hold,” said Mira Okafor, the mayor of Tarnow, on Monday.";
    private static final String DEAD = "Police said four people had been killed in Karos, and twelve were missing.";

    @Test
    void aLiveBlogIsExtractedPostByPost() {
        posts = List.of(post(3, DEAD), post(2, SAID), post(1, "It rains."));
        Run run = Run.of("extract", at("/live"), "--allow-private", "--delay", "0", "--format", "ndjson");
        assertEquals(0, run.exit(), run::err);
        List<String> lines = run.out().lines().toList();
        assertEquals(3, lines.size());
        assertTrue(lines.get(0).contains("\"url\":\"" + at("/live#p3") + "\""), lines.get(0));
        assertTrue(lines.get(0).contains("\"published\":\"2026-01-14T13:30:00+01:00\""), lines.get(0));
        assertTrue(lines.get(0).contains("\"outcome\":\"killed\",\"min\":4"), lines.get(0));
        assertTrue(lines.get(1).contains("\"name\":\"Mira Okafor\""), lines.get(1));
        assertTrue(lines.get(2).contains("\"text\":\"Hour 1 of the flood\\n\\nIt rains.\""), lines.get(2));
    }

    @Test
    void aLiveBlogReadAgainHasItsNewPostsAddedAndEditedOnesReplaced() {
        Path index = folder.resolve("index");
        posts = List.of(post(2, SAID), post(1, "It rains."));
        Path kept = folder.resolve("kept");
        Run first = ingest(at("/live"), index, "--archive", kept.toString());
        assertTrue(first.out().startsWith("articles         2 (2 added, 0 replaced, 0 unchanged)"), first::out);
        Run archived = ingest(kept.toString(), index);
        assertTrue(archived.out().startsWith("articles         2 (0 added, 0 replaced, 2 unchanged)"), archived::out);
        Run same = ingest(at("/live"), index);
        assertTrue(same.out().startsWith("articles         1 (0 added, 0 replaced, 1 unchanged)"), same::out);
        posts = List.of(post(3, DEAD), post(2, SAID), post(1, "It has rained all night."));
        Run more = ingest(at("/live"), index);
        assertTrue(more.out().startsWith("articles         3 (1 added, 1 replaced, 1 unchanged)"), more::out);
        String found = Run.of("search", "killed:4", "--format", "json", "--index", index.toString())
                .out();
        assertTrue(found.contains(at("/live#p3")) && found.contains("Hour 3 of the flood"), found);
        assertTrue(found.matches("(?s).*\"fetched\":\"20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ\".*"), found);
        assertTrue(Run.of("search", "rained", "--type", "article", "--index", index.toString())
                .out()
                .startsWith("1 finding"));
    }

    @Test
    void severalAddressesAreFetchedAtTheSameTimeAndComeInTheirOrder() {
        List<String> arguments =
                new ArrayList<>(List.of("extract", "--allow-private", "--delay", "0", "--per-host", "3"));
        List<String> addresses = List.of(at("/slow1"), at("/a1"), at("/slow2"), at("/gone"), at("/slow3"), at("/a1"));
        arguments.addAll(addresses);
        arguments.addAll(List.of(
                "--format", "ndjson", "--quarantine", folder.resolve("q").toString()));
        Run run = Run.of(arguments.toArray(new String[0]));
        assertEquals(1, run.exit(), run::err);
        List<String> lines = run.out().lines().toList();
        assertEquals(4, lines.size(), run::err);
        for (int i = 0; i < 4; i++) {
            String address =
                    List.of(at("/slow1"), at("/a1"), at("/slow2"), at("/slow3")).get(i);
            assertTrue(lines.get(i).contains("\"url\":\"" + address + "\""), lines.get(i));
        }
        assertEquals(1, asked.stream().filter("/a1"::equals).count());
    }

    @Test
    void whatTwoFeedsListIsTheFirstOnesAndAnAddressGivenByItselfIsItsOwn() {
        for (int round = 0; round < 3; round++) {
            asked.clear();
            Run run = Run.of(
                    "extract",
                    at("/feed.xml"),
                    at("/feed.xml?again"),
                    at("/a2"),
                    "--allow-private",
                    "--delay",
                    "0",
                    "--per-host",
                    "4",
                    "--format",
                    "ndjson");
            assertEquals(0, run.exit(), run::err);
            List<String> urls = run.out()
                    .lines()
                    .map(line -> line.replaceAll(".*\"url\":\"http://[^/]*/(a\\d)\".*", "$1"))
                    .toList();
            assertEquals(List.of("a1", "a3", "a4", "a5", "a6", "a2"), urls);
            assertEquals(6, asked.stream().filter(path -> path.startsWith("/a")).count());
        }
    }

    @Test
    void anInterruptedRunOverSeveralAddressesGoesOnWhereItWas() throws InterruptedException {
        Path index = folder.resolve("index");
        stuckAt = "/a5";
        Thread run = Thread.ofPlatform()
                .start(() -> ingest(at("/b"), index, at("/feed.xml"), at("/a1"), at("/a9"), "--commit-every", "1"));
        assertTrue(stuck.await(60, TimeUnit.SECONDS));
        awaitItems(index, 3); // a1 was given by itself, so the feed has a2 to a4 before a5
        run.interrupt();
        run.join();
        stuckAt = "";
        asked.clear();
        Run on = ingest(at("/b"), index, at("/feed.xml"), at("/a1"), at("/a9"));
        assertTrue(on.err().contains("goes on where a run was interrupted, after 3 items"), on::err);
        assertTrue(on.out().startsWith("articles         4 (4 added, 0 replaced, 0 unchanged)"), on::out);
        assertEquals(
                Set.of("/a5", "/a6", "/a1", "/a9"),
                Set.copyOf(asked.stream().filter(path -> path.startsWith("/a")).toList()));
    }
}
