package org.onrecord.harvest.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A polite web site on this machine: what it serves is set path by path, what it was asked is remembered. */
public final class Site implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Handler> pages = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<Map<String, List<String>>> headers = new CopyOnWriteArrayList<>();

    /** Answers one request. */
    public interface Handler {
        void handle(HttpExchange exchange) throws IOException;
    }

    /** Begins to serve at a free port. */
    public Site() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        asked.add(path);
        headers.add(exchange.getRequestHeaders());
        try (exchange) {
            Handler page = Optional.ofNullable(pages.get(path))
                    .or(() -> Optional.ofNullable(pages.get("*")))
                    .orElse(answer -> answer.sendResponseHeaders(404, -1));
            page.handle(exchange);
        }
    }

    public URI at(String path) {
        return URI.create("http://" + place() + path);
    }

    /** Host and port. */
    public String place() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Paths in the order in which they were asked for. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** Headers of a request, counted from 0. */
    public Map<String, List<String>> headers(int request) {
        return headers.get(request);
    }

    /** What a path does; {@code *} is any that has nothing of its own. */
    public Site on(String path, Handler handler) {
        pages.put(path, handler);
        return this;
    }

    public Site page(String path, String type, String body) {
        return page(path, type, body.getBytes(StandardCharsets.UTF_8));
    }

    public Site page(String path, String type, byte[] body) {
        return on(path, exchange -> {
            exchange.getResponseHeaders().add("Content-Type", type);
            send(exchange, 200, body);
        });
    }

    /** A page that is only sent again when it has changed. */
    public Site tagged(String path, String etag, String body) {
        return on(path, exchange -> {
            boolean same = etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.getResponseHeaders().add("ETag", etag);
            if (same) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                send(exchange, 200, body.getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    public Site redirect(String path, String target) {
        return on(path, exchange -> {
            exchange.getResponseHeaders().add("Location", target);
            exchange.sendResponseHeaders(302, -1);
        });
    }

    /** Sends a whole answer. */
    public static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
