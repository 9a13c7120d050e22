package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.app.serve.Server;
import org.onrecord.standoff.DocumentJson;

/** What is read through the API, from the samples. */
class ServeApiTest {
    private static final String API = "/api/v1";
    private static Server server;
    private static Client client;

    @BeforeAll
    static void start() {
        server = Served.start(Served.settings(Served.samples()));
        client = Served.client(server).stranger();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static JsonNode json(String body) {
        try {
            return new ObjectMapper().readTree(body);
        } catch (IOException e) {
            throw new AssertionError(body, e);
        }
    }

    @Test
    void theDescriptionHasEveryRouteAndNoOther() {
        assertEquals(ApiDescription.SHIPPED.routes(), server.routes());
        assertTrue(server.routes().size() >= 20, server.routes()::toString);
    }

    static List<String> routes() {
        return List.copyOf(ApiDescription.SHIPPED.routes());
    }

    /** An unknown parameter is refused with the list of those that there are. */
    @ParameterizedTest
    @MethodSource("routes")
    void theDescriptionHasEveryParameterAndNoOther(String route) {
        String[] parts = route.split(" ", 2);
        Set<String> inPath = new TreeSet<>();
        Pattern.compile("\\{(\\w+)}").matcher(route).results().forEach(part -> inPath.add(part.group(1)));
        assertEquals(inPath, ApiDescription.SHIPPED.parameters(route, "path"));
        HttpResponse<String> answer = Served.client(server)
                .send(
                        parts[0],
                        parts[1].replaceAll("\\{\\w+}", "x") + "?unheardof=1",
                        HttpRequest.BodyPublishers.noBody());
        assertEquals(400, answer.statusCode(), answer.body());
        String detail = json(answer.body()).path("detail").asText();
        Set<String> known = new TreeSet<>();
        if (detail.contains("but there are: ")) {
            known.addAll(List.of(detail.replaceFirst(".*but there are: ", "").split(", ", -1)));
        }
        assertEquals(known, ApiDescription.SHIPPED.parameters(route, "query"));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
        /search?q=bridge                                | search bridge
        /search?q=bridge&explain=true                   | search bridge --explain
        /search?type=figure,quote&limit=50              | search --type figure,quote --limit 50
        /search?outcome=killed&min=20&sort=highest      | search --outcome killed --min 20 --sort highest
        /search?q=killed:*&format=csv                   | search killed:* --format csv
        /quotes?speaker=Lindqvist&sort=newest           | search --type quote --speaker Lindqvist --sort newest
        /figures?source=police                          | search --type figure --source police
        /articles?limit=100                             | search --type article --limit 100
        /claims                                         | claims
        /claims?q=stance:deny&limit=3                   | claims stance:deny --limit 3
        /claims?format=csv                              | claims --format csv
        /ledger                                         | ledger
        /ledger?q=Tarnow&limit=1                        | ledger Tarnow --limit 1
        /ledger?format=csv                              | ledger --format csv
        /facets?q=bridge                                | search bridge --facets
        /facets?type=quote&format=csv                   | search --type quote --facets --format csv
        /speakers/Viktor%20Lindqvist?limit=2            | speaker 'Viktor Lindqvist' --limit 2
        /speakers/Lindqvist?sort=oldest&format=csv      | speaker Lindqvist --sort oldest --format csv
        """)
    void theAnswersAreThoseOfTheCommandLine(String path, String command) {
        List<String> arguments =
                new ArrayList<>(List.of(command.replace("Viktor L", "Viktor_L").split(" ")));
        arguments.replaceAll(each -> each.replace('_', ' ').replace("'", ""));
        if (!command.contains("--format")) {
            arguments.addAll(List.of("--format", "json"));
        }
        arguments.addAll(List.of("--index", Served.samples().toString()));
        Run run = Run.of(arguments.toArray(new String[0]));
        HttpResponse<String> answer = client.get(API + path);
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(run.out(), answer.body());
        assertTrue(run.out().length() > 100, run.out());
    }

    @Test
    void anArticleIsTheDocumentThatWasExtracted() {
        JsonNode hit =
                json(client.get(API + "/articles?q=title:footbridge").body()).at("/hits/0");
        HttpResponse<String> answer =
                client.get(API + "/articles/" + hit.path("article").asText());
        String extracted = Run.of("extract", Served.SAMPLES + "/text/wire-bridge.txt", "--format", "ndjson")
                .out();
        assertEquals(extracted, answer.body());
        assertEquals(
                hit.path("article").asText(),
                DocumentJson.read(answer.body()).article().id());
        assertEquals(
                answer.body(),
                client.get(API + "/articles/" + hit.path("article").asText() + "?origin="
                                + hit.path("origin").asText())
                        .body());
    }

    @Test
    void speakersAreListedAndWhoMayBeMeantIsSaid() {
        JsonNode speakers = json(client.get(API + "/speakers?q=bridge").body()).path("speakers");
        assertEquals("François Keller", speakers.at("/0/name").asText());
        HttpResponse<String> several = client.get(API + "/speakers/director");
        assertEquals(404, client.get(API + "/speakers/Nobodysaid").statusCode());
        assertEquals(404, client.get(API + "/speakers/a%2Fb").statusCode());
        assertTrue(Set.of(200, 300).contains(several.statusCode()), several.body());
    }

    @Test
    void pagesFollowOneAnother() {
        String whole = client.get(API + "/search?limit=200&type=figure").body();
        List<String> ids = new ArrayList<>();
        Optional<String> next = Optional.of(API + "/search?limit=7&type=figure");
        int pages = 0;
        while (next.isPresent()) {
            HttpResponse<String> page = client.get(next.get());
            assertEquals(200, page.statusCode(), page.body());
            json(page.body()).path("hits").forEach(hit -> ids.add(key(hit)));
            next = next(page);
            pages++;
        }
        List<String> all = new ArrayList<>();
        json(whole).path("hits").forEach(hit -> all.add(key(hit)));
        assertEquals(all, ids);
        assertEquals((all.size() + 6) / 7, pages);
        assertTrue(pages > 2);
    }

    private static String key(JsonNode hit) {
        return hit.path("article").asText() + " " + hit.path("id").asText();
    }

    static Optional<String> next(HttpResponse<String> page) {
        return page.headers().firstValue("Link").map(link -> link.replaceFirst("^<(.*)>; rel=\"next\"$", "$1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/claims?limit=5", "/ledger?limit=2", "/speakers/Lindqvist?limit=2", "/articles?limit=10"})
    void everyListHasPages(String path) {
        HttpResponse<String> first = client.get(API + path);
        HttpResponse<String> second = client.get(next(first).orElseThrow());
        assertEquals(200, second.statusCode());
        assertNotEquals(first.body(), second.body());
    }

    @Test
    void aCursorIsOfOneRequest() {
        String next = next(client.get(API + "/search?limit=5&q=bridge%20OR%20police"))
                .orElse(next(client.get(API + "/search?limit=5")).orElseThrow());
        String cursor = next.replaceFirst(".*cursor=([^&]*).*", "$1");
        for (String other : List.of(
                "/search?limit=6&cursor=" + cursor,
                "/quotes?limit=5&cursor=" + cursor,
                "/search?limit=5&cursor=" + cursor.substring(1),
                "/search?limit=5&cursor=%00",
                "/search?limit=5&cursor=" + "A".repeat(3000))) {
            HttpResponse<String> answer = client.get(API + other);
            assertEquals(400, answer.statusCode(), answer.body());
            assertTrue(json(answer.body()).path("detail").asText().contains("cursor"), answer.body());
        }
    }

    @Test
    void whatTheClientHasIsNotSentAgain() throws Exception {
        String path = API + "/search?q=police";
        HttpResponse<String> first = client.get(path);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertTrue(tag.matches("\"[0-9a-f]{32}\""), tag);
        assertEquals(304, client.get(path, "If-None-Match", tag).statusCode());
        assertEquals(304, client.get(path, "If-None-Match", "\"x\", W/" + tag).statusCode());
        assertEquals(200, client.get(path, "If-None-Match", "\"x\"").statusCode());
        assertEquals(
                200, client.get(API + "/search?q=polic", "If-None-Match", tag).statusCode());
        assertEquals(
                304,
                client.get(
                                API + "/openapi.yaml",
                                "If-None-Match",
                                client.get(API + "/openapi.yaml")
                                        .headers()
                                        .firstValue("ETag")
                                        .orElseThrow())
                        .statusCode());
        // Other bytes, another tag.
        HttpResponse<byte[]> packed = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.address().resolve(path + "&limit=100"))
                                .header("Accept-Encoding", "gzip")
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertEquals("gzip", packed.headers().firstValue("Content-Encoding").orElse(""));
        HttpResponse<String> plain = client.get(path + "&limit=100");
        assertNotEquals(plain.headers().firstValue("ETag"), packed.headers().firstValue("ETag"));
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertEquals(plain.body(), new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
        /search?q=bridge%20killed:many     | 400 | 'many' is no number        | 7
        /search?q=%22open                  | 400 | the query cannot be read   | 0
        /search?limit=0                    | 400 | 1..1000                    | -1
        /search?limit=1001                 | 400 | 1..1000                    | -1
        /search?limit=x                    | 400 | no whole number            | -1
        /search?limit=1&limit=2            | 400 | give it once               | -1
        /search?since=yesterday            | 400 | no date                    | -1
        /search?type=rumour                | 400 | quote, claim, figure       | -1
        /search?sort=best                  | 400 | relevance, newest          | -1
        /search?copies=perhaps             | 400 | true or false              | -1
        /search?explain=true&format=csv    | 400 | not for CSV                | -1
        /search?format=xml                 | 400 | json, csv                  | -1
        /facets?limit=3                    | 400 | no parameter 'limit'       | -1
        /articles/12                       | 404 | 64 hexadecimal             | -1
        /articles/..%2F..%2Fetc%2Fpasswd   | 404 | 64 hexadecimal             | -1
        /articles/0000000000000000000000000000000000000000000000000000000000000000 | 404 | nothing at | -1
        /jobs/1                            | 404 | no job                     | -1
        /jobs/1/events                     | 404 | no job                     | -1
        /saved-searches/none               | 404 | no search                  | -1
        /none                              | 404 | nothing at                 | -1
        """)
    void whatIsWrongIsAProblemWithOneSentence(String path, int status, String words, int position) {
        HttpResponse<String> answer = client.get(API + path);
        assertEquals(status, answer.statusCode(), answer.body());
        JsonNode problem = json(answer.body());
        assertTrue(problem.path("detail").asText().contains(words), answer.body());
        assertEquals(status, problem.path("status").asInt());
        assertEquals(position, problem.path("position").asInt(-1), answer.body());
        assertTrue(answer.headers().firstValue("ETag").isEmpty());
    }

    @Test
    void hostileRequestsAreRefusedInOrder() {
        assertEquals(400, client.get(API + "/search?q=" + "a".repeat(2_001)).statusCode());
        assertEquals(400, client.get(API + "/search?q=" + "a%20".repeat(65)).statusCode());
        assertEquals(400, client.get(API + "/search?q=" + "(".repeat(1_000)).statusCode());
        assertEquals(
                400, client.get(API + "/search?q=" + "%E6%97%A5".repeat(2_000)).statusCode());
        assertEquals(
                200, client.get(API + "/search?q=" + "%E6%97%A5".repeat(200)).statusCode());
        for (String odd :
                List.of("%00", "%0D%0ASet-Cookie:%20a=b", "%F0%9F%98%80", "%1B%5B31m", "%EF%BF%BF", "*", "%22%22")) {
            HttpResponse<String> answer = client.get(API + "/search?q=" + odd);
            assertTrue(Set.of(200, 400).contains(answer.statusCode()), odd + answer.body());
            assertTrue(answer.headers().firstValue("Set-Cookie").isEmpty());
        }
        HttpResponse<String> name = client.get(API + "/search?%3Cscript%3E=1");
        assertEquals(400, name.statusCode());
        assertEquals(
                405,
                Served.client(server).post(API + "/search", "text/plain", "x").statusCode());
        assertEquals(
                405,
                Served.client(server)
                        .send("TRACE", API + "/search", HttpRequest.BodyPublishers.noBody())
                        .statusCode());
    }

    @Test
    void theServerTellsHowItIs() {
        assertEquals("{\"status\":\"up\"}\n", client.get(API + "/health").body());
        String metrics = client.get(API + "/metrics").body();
        assertTrue(metrics.contains("onrecord_index_articles 15.0"), metrics);
        assertTrue(metrics.contains("uri=\"/api/v1/health\""), metrics);
        assertTrue(client.get(API + "/openapi.yaml").body().startsWith("openapi: 3.1.0"));
        assertTrue(client.get(API + "/onrecord-1.schema.json").body().startsWith("{"));
        assertEquals("", HttpHead.of(server.address().resolve(API + "/search?q=police")));
    }

    /** HEAD answers as GET does, without the body. */
    private static final class HttpHead {
        static String of(URI address) {
            try {
                HttpResponse<String> head = HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(address).HEAD().build(), HttpResponse.BodyHandlers.ofString());
                assertEquals(200, head.statusCode());
                assertTrue(head.headers().firstValue("ETag").isPresent());
                return head.body();
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
