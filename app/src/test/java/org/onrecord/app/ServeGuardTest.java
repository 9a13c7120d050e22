package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onrecord.app.serve.Server;
import org.onrecord.app.serve.Settings;
import org.onrecord.search.ArticleIndex;

/** Who may read and write, and what nobody may. */
class ServeGuardTest {
    private static final String API = "/api/v1";
    private static final String SAVED = API + "/saved-searches/tolls";
    private static final String QUERY = "{\"query\":\"killed:>=10\"}";

    @TempDir
    private Path folder = Path.of("");

    private Settings settings(List<String> names, int rate) {
        Path index = folder.resolve("index");
        ArticleIndex.create(index, "test");
        return new Settings(
                index, "127.0.0.1", 0, names, Served.TOKEN, rate, 1_000_000, Duration.ofSeconds(30), "test");
    }

    private Server start() {
        return Served.start(settings(List.of(), 10_000));
    }

    /** What a browser cannot be made to say by a library: the bytes as they are. Answers with status line and headers. */
    private static String raw(Server server, String request) {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            StringBuilder answer = new StringBuilder();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                answer.append(line).append('\n');
            }
            return answer.toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String get(String path, String host) {
        return "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
    }

    @Test
    void writingNeedsTheTokenAndReadingDoesNot() {
        try (Server server = start()) {
            Client owner = Served.client(server);
            Client stranger = owner.stranger();
            Client liar = new Client(server.address(), Optional.of("fedcba9876543210"));
            for (Client each : List.of(stranger, liar)) {
                for (HttpResponse<String> answer : List.of(
                        each.put(SAVED, QUERY),
                        each.delete(SAVED),
                        each.post(API + "/ingest", "application/json", "{\"url\":\"http://127.0.0.1/\"}"),
                        each.upload("a.txt", "text"),
                        each.delete(API + "/jobs/1"))) {
                    assertEquals(401, answer.statusCode(), answer.body());
                    assertTrue(answer.headers()
                            .firstValue("WWW-Authenticate")
                            .orElse("")
                            .startsWith("Bearer"));
                }
                assertEquals(200, each.get(API + "/saved-searches").statusCode());
            }
            assertEquals(201, owner.put(SAVED, QUERY).statusCode());
        }
    }

    @Test
    void aPersonIsLetInByTheAddressOnceAndWritesFromOwnPagesOnly() {
        try (Server server = start()) {
            Client browser = Served.client(server).stranger();
            assertEquals(401, browser.get("/?token=fedcba9876543210").statusCode());
            HttpResponse<String> admitted = browser.get("/?token=" + Served.TOKEN);
            assertEquals(303, admitted.statusCode());
            assertTrue(admitted.headers().firstValue("Location").orElse("").endsWith("/"));
            String cookie = admitted.headers().firstValue("Set-Cookie").orElse("");
            assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);
            assertTrue(cookie.startsWith("onrecord-" + server.address().getPort() + "="), cookie);
            assertTrue(!cookie.contains(Served.TOKEN), cookie);
            String own = cookie.replaceFirst(";.*", "");
            String origin = server.address().toString().replaceFirst("/$", "");
            assertEquals(
                    201,
                    browser.put(SAVED, QUERY, "Cookie", own, "Origin", origin).statusCode());
            assertEquals(
                    200,
                    browser.put(SAVED, QUERY, "Cookie", own, "Sec-Fetch-Site", "same-origin")
                            .statusCode());
            for (List<String> foreign : List.of(
                    List.of("Origin", "https://evil.example"),
                    List.of("Origin", "null"),
                    List.of("Origin", "http://127.0.0.1:1"),
                    List.of("Origin", "::"),
                    List.of("Sec-Fetch-Site", "cross-site", "Origin", origin),
                    List.of("Sec-Fetch-Site", "same-site"),
                    List.of("Sec-Fetch-Site", "none"),
                    List.<String>of())) {
                List<String> headers = new java.util.ArrayList<>(List.of("Cookie", own));
                headers.addAll(foreign);
                HttpResponse<String> answer = browser.put(SAVED, QUERY, headers.toArray(new String[0]));
                assertEquals(403, answer.statusCode(), foreign + answer.body());
            }
            assertEquals(
                    401,
                    browser.put(SAVED, QUERY, "Cookie", own + "0", "Origin", origin)
                            .statusCode());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, 200",
        "LOCALHOST:8080, 200",
        "127.0.0.1, 200",
        "[::1]:80, 200",
        "evil.example, 421",
        "evil.example:8080, 421",
        "localhost.evil.example, 421",
        "127.0.0.1.evil.example, 421",
    })
    void onlyItsOwnNamesAreAnsweredTo(String host, int status) {
        try (Server server = start()) {
            String answer = raw(server, get(API + "/health", host));
            assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
            assertTrue(answer.contains("Content-Security-Policy: default-src 'none'"), answer);
        }
    }

    @Test
    void nothingIsToldToWhoeverSpeaksNoHttp() {
        try (Server server = start()) {
            for (String broken : List.of(
                    "GET " + API + "/health HTTP/1.1\r\nConnection: close\r\n\r\n",
                    "GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                    "GET " + API + "/search?q=%ff%fe HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                    "GET /a HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(40_000) + "\r\nConnection: close\r\n\r\n",
                    "nonsense <script>alert(1)</script>\r\n\r\n",
                    "GET http://evil.example/api/v1/health HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
                    "POST " + API
                            + "/ingest HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\nConnection: close\r\n\r\n")) {
                String answer = raw(server, broken);
                assertTrue(answer.matches("(?s)HTTP/1.1 (?:4\\d\\d|505) .*"), broken + "\n" + answer);
                assertTrue(!answer.contains("<") && !answer.contains("Jetty") && !answer.contains("Exception"), answer);
            }
        }
    }

    @Test
    void everyAnswerHasTheHeadersThatProtect() {
        try (Server server = start()) {
            Client client = Served.client(server).stranger();
            for (HttpResponse<String> answer : List.of(
                    client.get(API + "/health"),
                    client.get(API + "/none"),
                    client.get("/none"),
                    client.delete(SAVED))) {
                assertEquals(
                        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
                        answer.headers().firstValue("Content-Security-Policy").orElse(""));
                assertEquals(
                        "no-referrer",
                        answer.headers().firstValue("Referrer-Policy").orElse(""));
                assertEquals(
                        "same-origin",
                        answer.headers()
                                .firstValue("Cross-Origin-Opener-Policy")
                                .orElse(""));
                assertEquals(
                        "same-origin",
                        answer.headers()
                                .firstValue("Cross-Origin-Resource-Policy")
                                .orElse(""));
                assertTrue(answer.headers()
                        .firstValue("Access-Control-Allow-Origin")
                        .isEmpty());
                assertTrue(answer.headers().firstValue("Server").isEmpty());
            }
        }
    }

    @Test
    void whoAsksTooOftenWaits() {
        try (Server server = Served.start(settings(List.of(), 1))) {
            Client client = Served.client(server).stranger();
            List<Integer> statuses = java.util.stream.IntStream.range(0, 12)
                    .mapToObj(i -> client.get(API + "/health"))
                    .map(answer -> {
                        if (answer.statusCode() == 429) {
                            assertTrue(Integer.parseInt(answer.headers()
                                            .firstValue("Retry-After")
                                            .orElse(""))
                                    >= 1);
                        }
                        return answer.statusCode();
                    })
                    .toList();
            assertEquals(List.of(200, 200, 200, 200), statuses.subList(0, 4));
            assertTrue(statuses.contains(429), statuses::toString);
        }
    }

    @Test
    void behindANameOfItsOwnReadingNeedsTheTokenToo() {
        try (Server server = Served.start(settings(List.of("news.example"), 10_000))) {
            Client owner = Served.client(server);
            assertEquals(401, owner.stranger().get(API + "/search").statusCode());
            assertEquals(401, owner.stranger().get(API + "/metrics").statusCode());
            assertEquals(401, owner.stranger().get("/").statusCode());
            assertEquals(200, owner.stranger().get(API + "/health").statusCode());
            assertEquals(200, owner.get(API + "/search").statusCode());
            assertTrue(raw(server, get(API + "/health", "news.example")).startsWith("HTTP/1.1 200"));
            HttpResponse<String> admitted = owner.stranger().get("/?token=" + Served.TOKEN);
            String cookie =
                    admitted.headers().firstValue("Set-Cookie").orElse("").replaceFirst(";.*", "");
            assertEquals(
                    200, owner.stranger().get(API + "/search", "Cookie", cookie).statusCode());
        }
    }

    @Test
    void whatCouldBeReachedFromElsewhereIsNotStartedWithoutAToken() {
        for (List<String> options : List.of(List.of("--host", "0.0.0.0"), List.of("--name", "news.example"))) {
            List<String> arguments = new java.util.ArrayList<>(List.of("serve", "--port", "0", "--token", ""));
            arguments.addAll(options);
            arguments.addAll(List.of("--index", folder.resolve("new").toString()));
            Run run = Run.of(arguments.toArray(new String[0]));
            assertEquals(2, run.exit(), run.err());
            assertTrue(run.err().contains("give a token with --token or in ONRECORD_TOKEN"), run.err());
        }
        assertTrue(!folder.resolve("new").toFile().exists());
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
        --token short          | a token has 16 to 200
        --host no.such.invalid | is no name or address
        --rate 0               | must be 1 or more
        --port 70000           | port 70000
        --limit 0              | --limit must be 1 or more
        --demo                 | leave --index out
        """)
    void wrongOptionsAreSaid(String options, String words) {
        List<String> arguments = new java.util.ArrayList<>(
                List.of("serve", "--index", folder.resolve("new").toString()));
        arguments.addAll(List.of(options.split(" ")));
        Run run = Run.of(arguments.toArray(new String[0]));
        assertEquals(2, run.exit(), run.err());
        assertTrue(run.err().contains(words), run.err());
        assertTrue(!folder.resolve("new").toFile().exists());
    }

    @Test
    void aPortThatIsTakenIsSaid() {
        try (Server server = start()) {
            Run run = Run.of(
                    "serve",
                    "--port",
                    String.valueOf(server.address().getPort()),
                    "--index",
                    folder.resolve("index").toString());
            assertEquals(3, run.exit());
            assertTrue(run.err().contains("cannot be listened to"), run.err());
            assertEquals(URI.create("http://127.0.0.1:" + server.address().getPort() + "/"), server.address());
        }
    }
}
