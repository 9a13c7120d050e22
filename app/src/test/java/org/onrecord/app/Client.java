package org.onrecord.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks a server; every answer of the API is compared with its description. */
record Client(URI root, Optional<String> token) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String API = "/api/v1";

    /** The same without a token. */
    Client stranger() {
        return new Client(root, Optional.empty());
    }

    HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    HttpResponse<String> post(String path, String type, String body, String... headers) {
        return send("POST", path, BodyPublishers.ofString(body), with("Content-Type", type, headers));
    }

    HttpResponse<String> put(String path, String body, String... headers) {
        return send("PUT", path, BodyPublishers.ofString(body), with("Content-Type", "application/json", headers));
    }

    HttpResponse<String> delete(String path, String... headers) {
        return send("DELETE", path, BodyPublishers.noBody(), headers);
    }

    /** A form with one file. */
    HttpResponse<String> upload(String name, String content, String... headers) {
        String boundary = "-----onrecord";
        String body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n--" + boundary + "--\r\n";
        return post(API + "/ingest", "multipart/form-data; boundary=" + boundary, body, headers);
    }

    private static String[] with(String name, String value, String... headers) {
        List<String> all = new ArrayList<>(List.of(name, value));
        all.addAll(List.of(headers));
        return all.toArray(new String[0]);
    }

    HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(root.resolve(path)).method(method, body).timeout(Duration.ofSeconds(60));
        token.ifPresent(text -> request.header("Authorization", "Bearer " + text));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (path.startsWith(API)) {
                ApiDescription.SHIPPED.check(method, path.substring(API.length()), response);
            }
            return response;
        } catch (IOException e) {
            throw new AssertionError(method + " " + path + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
