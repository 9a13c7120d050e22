package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Watching a feed that grows, and a receiver that is not always well. */
class WatchCommandTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String SECRET = "a secret of ours";

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Posted> posted = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile int articles = 1;

    /** Statuses that the receiver answers next; then 204. */
    private final List<Integer> answers = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder = Path.of("");

    private record Posted(String id, String timestamp, String signature, String body) {}

    WatchCommandTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void serve() throws IOException {
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
        Files.writeString(
                folder.resolve("searches.txt"), "okafor: speaker:Okafor said:bridge\nnothing: said:zeppelin\n");
    }

    @AfterEach
    void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        try (exchange) {
            if (path.equals("/feed.xml")) {
                send(exchange, "application/rss+xml", feed(articles));
            } else if (path.equals("/live")) {
                send(exchange, "text/html", live(articles));
            } else if (path.startsWith("/a")) {
                send(exchange, "text/html", page(path));
            } else if (path.equals("/hook")) {
                posted.add(new Posted(
                        exchange.getRequestHeaders().getFirst("webhook-id"),
                        exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                        String.valueOf(exchange.getRequestHeaders().getFirst("webhook-signature")),
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
                exchange.sendResponseHeaders(answers.isEmpty() ? 204 : answers.removeFirst(), -1);
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private static void send(HttpExchange exchange, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String feed(int articles) {
        return "<rss version=\"2.0\"><channel><title>Courier</title><link>http://x.example/</link><description>d</description>"
                + String.join(
                        "",
                        IntStream.rangeClosed(1, articles)
                                .mapToObj(i -> "<item><title>Report</title><link>/a" + i + "</link></item>")
                                .toList())
                + "</channel></rss>";
    }

    private static String page(String name) {
        String own =
                name.equals("/a1") ? "divers found cracks in two pillars" : "a lorry had struck the railing at dawn";
        return "<html><head><title>Report " + name + "</title></head><body><article><p>"
                + "The council of Tarnow met on Monday after " + own + ", it said in its report number " + name
                + ".</p><p>“The bridge is unsafe, and " + own
                + ",” said Mira Okafor, the mayor of Tarnow, on Monday.</p>"
                + "</article></body></html>";
    }

    private static final List<String> SAID = List.of(
            "will stay shut until the divers have looked at every pillar of it",
            "was never meant to carry lorries, and we told the ministry so twice",
            "cost nine million crowns, and nobody in this town has seen the bill",
            "is the only way to the hospital for those who live on the other bank",
            "may open to people on foot by the end of the week if the water falls");

    /** A live blog, its newest post first. */
    private static String live(int posts) {
        return "<html><head><title>Bridge: live</title></head><body><h1>Bridge: live</h1><div class='live-blog'>"
                + IntStream.rangeClosed(-1, posts)
                        .map(i -> posts - 1 - i)
                        .mapToObj(i ->
                                "<article id='b%dx'><time datetime='2026-01-14T1%d:30:00Z'>1%d.30</time><p>“The bridge %s,” said Mira Okafor, the mayor of Tarnow.</p></article>"
                                        .formatted(i, i + 1, i + 1, SAID.get(i + 1)))
                        .collect(java.util.stream.Collectors.joining())
                + "</div></body></html>";
    }

    @Test
    void eachPostOfALiveBlogIsToldOnceAsItComes() throws IOException {
        String feed = Files.readString(config(""));
        Path config = Files.writeString(folder.resolve("watch.yaml"), feed.replace("/feed.xml", "/live"));
        assertEquals(0, once(config).exit());
        assertEquals(3, lines("out.ndjson").size());
        assertEquals("", once(config).out());
        articles = 3;
        Run more = once(config);
        assertTrue(more.out().contains("/live#b2x") && more.out().contains("/live#b3x"), more::out);
        List<JsonNode> told = lines("out.ndjson");
        assertEquals(5, told.size());
        assertTrue(told.getLast().at("/hits/0/fetched").asText().startsWith("20"), told.getLast()::toString);
    }

    private Path config(String more) throws IOException {
        String at = "http://127.0.0.1:" + server.getAddress().getPort();
        return Files.writeString(
                folder.resolve("watch.yaml"),
                "sources: " + at
                        + "/feed.xml\nevery: 50ms\nsearches: searches.txt\nindex: index\nndjson: out.ndjson\nwebhook:\n  url: "
                        + at + "/hook\n  secret: " + SECRET + "\n  backoff: 1ms\n" + more);
    }

    private Run once(Path config) {
        return Run.of("watch", config.toString(), "--once", "--allow-private", "--delay", "0");
    }

    private List<JsonNode> lines(String file) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        Path path = folder.resolve(file);
        for (String line : Files.exists(path) ? Files.readAllLines(path) : List.<String>of()) {
            lines.add(MAPPER.readTree(line));
        }
        return lines;
    }

    @Test
    void eachMatchIsToldOnceHoweverOftenOneLooks() throws IOException, GeneralSecurityException {
        Path config = config("");
        Run first = once(config);
        assertEquals(0, first.exit(), first::err);
        assertTrue(first.out().startsWith("okafor  Report /a1\n    Mira Okafor: The bridge is unsafe"), first::out);
        assertEquals("", once(config).out());
        articles = 2;
        assertTrue(once(config).out().contains("/a2"));
        List<JsonNode> told = lines("out.ndjson");
        assertEquals(2, told.size());
        assertEquals("okafor", told.getFirst().path("search").asText());
        assertEquals("Mira Okafor", told.getFirst().at("/hits/0/speaker/name").asText());
        assertEquals(2, posted.size());
        Posted post = posted.getFirst();
        assertEquals(told.getFirst(), MAPPER.readTree(post.body()));
        assertEquals(told.getFirst().path("id").asText(), post.id());
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signed = post.id() + "." + post.timestamp() + "." + post.body();
        assertEquals(
                "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))),
                post.signature());
    }

    @Test
    void aReceiverThatIsUnwellGetsTheMatchLaterUnderTheSameId() throws IOException {
        answers.addAll(List.of(500, 503, 500, 429, 500));
        Path config = config("");
        Run first = once(config);
        assertEquals(4, posted.size());
        assertTrue(first.err().contains("answered 429: 1 matches wait for the next round"), first::err);
        once(config);
        assertEquals(6, posted.size());
        assertEquals(1, posted.stream().map(Posted::id).distinct().count());
        once(config);
        assertEquals(6, posted.size());
        assertEquals(1, lines("out.ndjson").size());
        assertFalse(Files.exists(folder.resolve("watch.yaml.state.dead")));
    }

    @Test
    void whatIsRefusedOrTriedTooOftenIsKeptAside() throws IOException {
        answers.add(400);
        once(config(""));
        assertEquals(
                "answered 400",
                lines("watch.yaml.state.dead").getFirst().path("reason").asText());
        articles = 2;
        answers.addAll(List.of(500, 500, 500, 500, 500));
        Run second = once(config("  attempts: 3\n"));
        assertTrue(second.err().contains("a match is kept in"), second::err);
        List<JsonNode> dead = lines("watch.yaml.state.dead");
        assertEquals(2, dead.size());
        assertEquals(3, dead.get(1).path("attempts").asInt());
        assertEquals("okafor", dead.get(1).at("/body/search").asText());
        assertEquals(4, posted.size());
    }

    @Test
    void aHalfWrittenJournalIsReadAsFarAsItGoes() throws IOException {
        Path config = config("");
        once(config);
        Path state = folder.resolve("watch.yaml.state");
        Files.writeString(state, Files.readString(state) + "{\"event\":\"mat");
        assertEquals("", once(config).out());
        assertEquals(1, posted.size());
    }

    @Test
    void aSignalStopsItCleanly() throws Exception {
        Path said = folder.resolve("said.txt");
        Process watching = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "watch",
                        config("").toString(),
                        "--allow-private",
                        "--delay",
                        "0")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            awaitPosted(1);
            articles = 2;
            awaitPosted(2);
            watching.destroy(); // as a service manager does it
            assertTrue(watching.waitFor(60, TimeUnit.SECONDS));
        } finally {
            watching.destroyForcibly();
        }
        assertEquals(128 + 15, watching.exitValue(), () -> text(said));
        assertFalse(text(said).contains("Exception"), () -> text(said));
        assertEquals(2, posted.size());
        assertEquals(
                0,
                Run.of("search", "Okafor", "--index", folder.resolve("index").toString())
                        .exit());
    }

    private void awaitPosted(int many) throws InterruptedException {
        for (int i = 0; i < 1_200 && posted.size() < many; i++) {
            Thread.sleep(50);
        }
        assertEquals(many, posted.size());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'searches: s.txt', sources names nothing to watch",
        "'sources: x', searches is missing",
        "'sources: x|searches: s.txt|evry: 5m', '''evry'' is no key'",
        "'sources: x|searches: s.txt|every: soon', every must be a time such as 30s",
        "'sources: x|searches: s.txt|webhook: ftp://x', webhook.url must be an address",
        "'sources: x|searches: s.txt|webhook: {url: http://x.example, retries: 3}', '''webhook.retries'' is no key'",
        "'sources: [-]|searches: s.txt', standard input cannot be watched",
        "'sources: [|', not YAML",
        "'', it must have the keys",
    })
    void aBadFileIsOneSentence(String yaml, String sentence) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.yaml"), yaml.replace('|', '\n'));
        Run run = Run.of("watch", file.toString(), "--once");
        assertEquals(2, run.exit(), run::err);
        assertTrue(run.err().contains(sentence), run::err);
    }
}
