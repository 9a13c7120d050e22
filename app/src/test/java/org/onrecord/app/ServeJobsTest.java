package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onrecord.app.serve.Ingester;
import org.onrecord.app.serve.Server;
import org.onrecord.app.serve.Submission;
import org.onrecord.search.ArticleIndex;

/** What is written through the API. */
class ServeJobsTest {
    private static final String API = "/api/v1";
    private static final String TEXT =
            "Bridge closed in Tarnow\n\n“The bridge is unsafe,” said Mira Okafor, the mayor of Tarnow. At least 12 people were killed on Monday, police said.\n";

    @TempDir
    private Path folder = Path.of("");

    private Path index = Path.of("");
    private @Nullable Server running;
    private Client client = new Client(URI.create("http://127.0.0.1/"), Optional.empty());

    @BeforeEach
    void start() {
        index = folder.resolve("index");
        ArticleIndex.create(index, "test");
        serve(Served.ingester(index, "--allow-private", "--delay", "0"));
    }

    private void serve(Ingester ingester) {
        running = Served.start(Served.settings(index), ingester);
        client = Served.client(running);
    }

    @AfterEach
    void stop() {
        Objects.requireNonNull(running).close();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    /** The job once it is over, as its last event has it. */
    private JsonNode over(HttpResponse<String> submitted) {
        assertEquals(202, submitted.statusCode(), submitted.body());
        String job = submitted.headers().firstValue("Location").orElseThrow();
        String events = client.get(job + "/events").body();
        String last = events.substring(events.lastIndexOf("event: "));
        assertTrue(last.startsWith("event: end\ndata: {"), events);
        JsonNode shown = json(client.get(job));
        assertEquals(shown.toString() + "\n\n", last.substring("event: end\ndata: ".length()));
        return shown;
    }

    private long total(String query) {
        return json(client.get(API + "/search?q=" + query)).path("total").asLong();
    }

    @Test
    void aFileIsFoundAsSoonAsItsJobIsOver() {
        assertEquals(0, total("unsafe"));
        JsonNode job = over(client.upload("report.txt", TEXT));
        assertEquals("done", job.path("state").asText(), job::toString);
        assertEquals(1, job.at("/items/added").asInt(), job::toString);
        assertEquals(1, job.at("/items/total").asInt(), job::toString);
        assertEquals(1, total("unsafe"));
        JsonNode hit = json(client.get(API + "/search?q=unsafe")).at("/hits/0");
        assertTrue(hit.path("origin").asText().matches("upload:[0-9a-f]{12}/report.txt"), hit::toString);
        JsonNode again = over(client.upload("../../report.txt", TEXT));
        assertEquals(1, again.at("/items/unchanged").asInt(), again::toString);
        JsonNode other = over(client.upload("report.txt", TEXT.replace("Tarnow", "Ellery")));
        assertEquals(1, other.at("/items/added").asInt(), "another file of that name takes the place of none");
        String metrics = client.get(API + "/metrics").body();
        assertTrue(metrics.contains("onrecord_ingest_items_total{result=\"added\"} 2.0"), metrics);
    }

    @Test
    void linesAreReadOneByOneAndBadOnesNamed() throws IOException {
        String lines = """
                {"url":"https://north.example/a","published":"2026-01-01","text":"At least 12 people were killed in Tarnow on Monday, police said."}
                not JSON
                {"title":"no text"}
                """;
        JsonNode job = over(client.post(API + "/ingest?name=wire", "application/x-ndjson", lines));
        assertEquals("done", job.path("state").asText(), job::toString);
        assertEquals(1, job.at("/items/added").asInt(), job::toString);
        assertEquals(2, job.at("/items/failed").asInt(), job::toString);
        assertTrue(job.at("/failures/0/origin").asText().matches("upload:[0-9a-f]{12}/wire.ndjson:2"), job::toString);
        assertTrue(job.at("/failures/0/reason").asText().startsWith("is not JSON"), job::toString);
        assertEquals(2, Files.readAllLines(index.resolve("quarantine.ndjson")).size());
        assertEquals(1, total("killed:12"));
    }

    @Test
    void anAddressIsFetchedAndPrivateOnesAreRefusedUnlessAllowed() throws IOException {
        HttpServer site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", exchange -> {
            boolean found = exchange.getRequestURI().getPath().equals("/a");
            byte[] page = ("<html><head><title>Bridge closed</title></head><body><article><p>" + TEXT
                            + "</p><p>The bridge was closed on Monday after divers found cracks, the council said.</p></article></body></html>")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(found ? 200 : 404, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        site.start();
        try {
            String address = "http://127.0.0.1:" + site.getAddress().getPort() + "/a";
            String body = "{\"url\":\"" + address + "\"}";
            JsonNode job = over(client.post(API + "/ingest", "application/json", body));
            assertEquals(1, job.at("/items/added").asInt(), job::toString);
            assertEquals(address, job.path("source").asText());
            assertEquals(1, total("unsafe"));
            JsonNode form = over(client.post(
                    API + "/ingest", "application/x-www-form-urlencoded", "url=" + address.replace(":", "%3A")));
            assertEquals(1, form.at("/items/done").asInt(), form::toString);
            JsonNode missing = over(client.post(API + "/ingest", "application/json", body.replace("/a\"", "/b\"")));
            assertEquals(1, missing.at("/items/failed").asInt(), missing::toString);
            stop();
            serve(Served.ingester(index));
            JsonNode refused = over(client.post(API + "/ingest", "application/json", body));
            assertEquals(0, refused.at("/items/added").asInt(), refused::toString);
            assertEquals(1, refused.at("/items/failed").asInt(), refused::toString);
            assertTrue(refused.at("/failures/0/reason").asText().contains("--allow-private"), refused::toString);
        } finally {
            site.stop(0);
        }
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
        application/json            | {"url":"file:///etc/passwd"}     | 400 | must begin with http
        application/json            | {"url":"/etc/passwd"}            | 400 | must begin with http
        application/json            | {"url":"-"}                      | 400 | must begin with http
        application/json            | {"url":"http://"}                | 400 | no web address
        application/json            | {"url":7}                        | 400 | no 'url'
        application/json            | {}                               | 400 | no 'url'
        application/json            | {"url"                           | 400 | not JSON
        application/json            | []                               | 400 | no 'url'
        image/png                   | x                                | 415 | 'image/png' is not taken
        multipart/form-data         | x                                | 400 | form cannot be read
        application/pdf; charset=x  | x                                | 415 | charset
        """)
    void whatCannotBeIngestedIsSaidAtOnce(String type, String body, int status, String words) {
        HttpResponse<String> answer = client.post(API + "/ingest", type, body);
        assertEquals(status, answer.statusCode(), answer.body());
        assertTrue(json(answer).path("detail").asText().contains(words), answer.body());
    }

    @Test
    void filesOfOtherKindsAndSizesAreRefused() {
        assertEquals(415, client.upload("report.pdf", "x").statusCode());
        assertEquals(415, client.upload("feed.xml", "<rss/>").statusCode());
        assertEquals(400, client.upload("empty.txt", "").statusCode());
        assertEquals(413, client.upload("big.txt", "x".repeat(1_000_001)).statusCode());
        assertEquals(413, client.upload("huge.txt", "x".repeat(3_000_000)).statusCode());
        assertEquals(
                413,
                client.post(API + "/ingest", "text/plain", "x".repeat(1_000_001))
                        .statusCode());
        assertEquals(
                413,
                client.post(API + "/ingest", "application/json", "{\"url\":\"" + "x".repeat(70_000) + "\"}")
                        .statusCode());
        assertEquals(
                415,
                client.post(API + "/ingest", "text/plain", "x", "Content-Encoding", "gzip")
                        .statusCode());
        assertEquals(0, json(client.get(API + "/jobs")).path("jobs").size());
    }

    @Test
    void aLockedIndexFailsTheJobInOneSentence() {
        try (ArticleIndex other = ArticleIndex.open(index, "test")) {
            JsonNode job = over(client.upload("report.txt", TEXT));
            assertEquals("failed", job.path("state").asText(), job::toString);
            assertTrue(job.path("message").asText().contains("is being written to by another process"), job::toString);
            other.commit();
        }
        assertEquals(
                "done", over(client.upload("report.txt", TEXT)).path("state").asText());
    }

    @Test
    void othersMayWriteToTheIndexBetweenJobs() throws IOException {
        over(client.upload("report.txt", TEXT));
        Path file = Files.writeString(folder.resolve("other.txt"), TEXT.replace("Mira Okafor", "Tomas Lind"));
        assertEquals(
                0,
                Run.of("ingest", file.toString(), "--index", index.toString()).exit());
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (total("speaker:Lind") == 0 && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertEquals(1, total("speaker:Lind"));
    }

    @Test
    void jobsWaitInLineAndCanBeStopped() throws InterruptedException {
        stop();
        CountDownLatch begun = new CountDownLatch(1);
        serve((submission, listener) -> {
            listener.size(OptionalLong.of(1_000));
            begun.countDown();
            while (!listener.isStopped()) {
                listener.took(ArticleIndex.Change.UNCHANGED);
                LockSupport.parkNanos(1_000_000);
            }
        });
        String first =
                client.upload("a.txt", TEXT).headers().firstValue("Location").orElseThrow();
        begun.await();
        HttpResponse<String> waiting = client.upload("b.txt", TEXT);
        String second = waiting.headers().firstValue("Location").orElseThrow();
        assertEquals("queued", json(waiting).path("state").asText());
        assertEquals("running", json(client.get(first)).path("state").asText());
        List<String> refused = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            HttpResponse<String> more = client.upload("c.txt", TEXT);
            if (more.statusCode() != 202) {
                assertEquals(503, more.statusCode());
                refused.add(more.headers().firstValue("Retry-After").orElseThrow());
            }
        }
        assertEquals(List.of("60"), refused);
        assertEquals("cancelled", json(client.delete(second)).path("state").asText());
        assertEquals(200, client.delete(first).statusCode());
        String events = client.get(first + "/events").body();
        assertTrue(events.contains("event: end"), events);
        JsonNode job = json(client.get(first));
        assertEquals("cancelled", job.path("state").asText());
        assertTrue(job.at("/items/unchanged").asLong() > 0, job::toString);
        assertEquals(102 - 1, json(client.get(API + "/jobs")).path("jobs").size());
    }

    @Test
    void aJobThatBreaksOffIsSaidAndTheNextIsDone() {
        stop();
        serve((submission, listener) -> {
            if (submission.name().endsWith("bad.txt")) {
                throw new IllegalStateException("broken");
            }
            assertTrue(Files.exists(((Submission.Upload) submission).file()));
        });
        JsonNode bad = over(client.upload("bad.txt", TEXT));
        assertEquals("failed", bad.path("state").asText());
        assertTrue(bad.path("message").asText().contains("broken"));
        assertEquals("done", over(client.upload("good.txt", TEXT)).path("state").asText());
    }

    @Test
    void aStoppedIngestKeepsWhatItTook() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            lines.add("{\"url\":\"https://north.example/" + i + "\",\"text\":\"At least " + (i + 2)
                    + " people were killed in Tarnow on Monday, police said.\"}");
        }
        String job = client.post(API + "/ingest", "application/x-ndjson", String.join("\n", lines))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        while (json(client.get(job)).at("/items/done").asLong() < 5) {
            Thread.onSpinWait();
        }
        client.delete(job);
        assertTrue(client.get(job + "/events").body().contains("event: end"));
        JsonNode status = json(client.get(job));
        assertEquals("cancelled", status.path("state").asText(), status::toString);
        long added = status.at("/items/added").asLong();
        assertTrue(added >= 5 && added < 400, status::toString);
        assertEquals(
                added,
                json(client.get(API + "/articles?copies=true")).path("total").asLong());
    }

    @Test
    void pagesStayTheSameWhileArticlesComeIn() throws Exception {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            lines.add("{\"url\":\"https://north.example/" + i + "\",\"text\":\"At least " + (i + 2)
                    + " people were killed in Tarnow on Monday, police said.\"}");
        }
        over(client.post(API + "/ingest", "application/x-ndjson", String.join("\n", lines.subList(0, 20))));
        String first = API + "/search?type=figure&copies=true&limit=5&sort=highest";
        HttpResponse<String> page = client.get(first);
        String second = ServeApiTest.next(page).orElseThrow();
        String before = client.get(second).body();
        try (ExecutorService readers = Executors.newFixedThreadPool(3)) {
            HttpResponse<String> job =
                    client.post(API + "/ingest", "application/x-ndjson", String.join("\n", lines.subList(20, 40)));
            List<Future<Integer>> reads = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                reads.add(readers.submit(() -> {
                    int read = 0;
                    while (!json(client.get(API + "/jobs"))
                            .at("/jobs/0/state")
                            .asText()
                            .equals("done")) {
                        assertEquals(before, client.get(second).body());
                        assertEquals(200, client.get(first).statusCode());
                        read++;
                    }
                    return read;
                }));
            }
            over(job);
            for (Future<Integer> read : reads) {
                assertTrue(read.get() >= 0);
            }
        }
        assertEquals(before, client.get(second).body());
        JsonNode now = json(client.get(first));
        assertEquals(40, now.path("total").asLong());
        assertEquals(20, json(page).path("total").asLong());
        assertTrue(!page.headers()
                .firstValue("ETag")
                .equals(client.get(first).headers().firstValue("ETag")));
        stop();
        serve(Served.ingester(index));
        assertEquals(410, client.get(second).statusCode());
    }

    @Test
    void savedSearchesLastBesideTheIndex() throws IOException {
        Path file = Files.writeString(index.resolve("saved.searches"), "# by hand\ndenials: stance:deny\n");
        assertEquals(
                201,
                client.put(API + "/saved-searches/high%20tolls", "{\"query\":\" killed:>=10 \"}")
                        .statusCode());
        assertEquals("# by hand\ndenials: stance:deny\nhigh tolls: killed:>=10\n", Files.readString(file));
        assertEquals(
                200,
                client.put(API + "/saved-searches/denials", "{\"query\":\"stance:deny bridge\"}")
                        .statusCode());
        assertEquals(
                201,
                client.put(API + "/saved-searches/a%2Fb", "{\"query\":\"bridge\"}")
                        .statusCode());
        assertEquals(
                "bridge",
                json(client.get(API + "/saved-searches/a%2Fb")).path("query").asText());
        JsonNode all = json(client.get(API + "/saved-searches")).path("searches");
        assertEquals(3, all.size());
        assertEquals("stance:deny bridge", all.at("/0/query").asText());
        stop();
        serve(Served.ingester(index));
        assertEquals(204, client.delete(API + "/saved-searches/denials").statusCode());
        assertEquals(404, client.delete(API + "/saved-searches/denials").statusCode());
        assertEquals("# by hand\nhigh tolls: killed:>=10\na/b: bridge\n", Files.readString(file));
        assertEquals(
                "high tolls\t0\na/b\t0\n",
                Run.of("search", "--saved", file.toString(), "--index", index.toString())
                        .out());
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
        tolls       | {"query":"killed:many"}         | 'many' is no number
        tolls       | {"query":"a\\nb: c"}            | one line
        tolls       | {"query":" "}                   | not blank
        tolls       | {"query":7}                     | not blank
        tolls       | nonsense                        | not JSON
        tolls       | []                              | not blank
        a%0Ab       | {"query":"bridge"}              | malformed
        %23a        | {"query":"bridge"}              | begin with '#'
        a:%20b      | {"query":"bridge"}              | no colon
        a:          | {"query":"bridge"}              | no colon
        %20a        | {"query":"bridge"}              | name of a saved search
        """)
    void searchesThatCouldNotBeReadAgainAreNotSaved(String name, String body, String words) {
        HttpResponse<String> answer = client.put(API + "/saved-searches/" + name, body);
        assertEquals(400, answer.statusCode(), answer.body());
        assertTrue(json(answer).path("detail").asText().contains(words), answer.body());
        assertTrue(!Files.exists(index.resolve("saved.searches")));
    }
}
