package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.onrecord.app.serve.Server;
import org.onrecord.standoff.DocumentJson;
import org.yaml.snakeyaml.Yaml;

/** The description of the API, read strictly: here an object has no names that are not in it. */
final class ApiDescription {
    static final ApiDescription SHIPPED = new ApiDescription(text(Server.class, "openapi.yaml"));

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final String DOCUMENT = "onrecord-1.schema.json";

    private final JsonNode root;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private ApiDescription(String yaml) {
        Map<String, Object> read = new Yaml().load(yaml);
        root = new ObjectMapper().valueToTree(read);
        close(root.path("components").path("schemas"));
        close(root.path("paths"));
    }

    static String text(Class<?> beside, String name) {
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(JsonNode node) {
        if (node.isObject()
                && node.has("properties")
                && node.path("type").asText().equals("object")) {
            ((ObjectNode) node).put("additionalProperties", false);
        }
        node.forEach(ApiDescription::close);
    }

    /** As {@link Server#routes()} has them. */
    Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        String server = root.at("/servers/0/url").asText();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (!method.equals("parameters")) {
                        routes.add(method.toUpperCase(Locale.ROOT) + " " + server + path.getKey());
                    }
                }));
        return routes;
    }

    JsonNode operation(String route) {
        String[] parts = route.split(" ", 2);
        return root.path("paths")
                .path(parts[1].replace(root.at("/servers/0/url").asText(), ""))
                .path(parts[0].toLowerCase(Locale.ROOT));
    }

    /** Names of the parameters of one kind. */
    Set<String> parameters(String route, String in) {
        Set<String> names = new TreeSet<>();
        String path = route.split(" ", 2)[1].replace(root.at("/servers/0/url").asText(), "");
        List<JsonNode> all = new ArrayList<>();
        operation(route).path("parameters").forEach(all::add);
        root.path("paths").path(path).path("parameters").forEach(all::add);
        all.stream()
                .map(this::resolved)
                .filter(parameter -> parameter.path("in").asText().equals(in))
                .forEach(parameter -> names.add(parameter.path("name").asText()));
        return names;
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? root.at(node.path("$ref").asText().substring(1)) : node;
    }

    /** Compares an answer with what is said of it. */
    void check(String method, String path, HttpResponse<String> response) {
        String at = method + " " + path + ": " + response.statusCode() + " " + response.body();
        assertEquals(
                "nosniff",
                response.headers().firstValue("X-Content-Type-Options").orElse(""),
                at);
        JsonNode operation = find(method, path.replaceFirst("\\?.*", ""));
        if (operation.isMissingNode()) {
            assertTrue(response.statusCode() >= 300, at);
            checkBody(resolved(root.at("/components/responses/Problem")), response, at);
            return;
        }
        String status = String.valueOf(response.statusCode());
        JsonNode responses = operation.path("responses");
        assertTrue(responses.has(status) || response.statusCode() >= 400, at);
        JsonNode described = resolved(responses.has(status) ? responses.path(status) : responses.path("default"));
        described.path("headers").fieldNames().forEachRemaining(name -> {
            if (name.equals("ETag") || name.equals("Location")) {
                assertTrue(response.headers().firstValue(name).isPresent(), name + " " + at);
            }
        });
        checkBody(described, response, at);
    }

    private JsonNode find(String method, String path) {
        List<String> asked = List.of(path.split("/", -1));
        return root.path("paths").properties().stream()
                .filter(each -> matches(List.of(each.getKey().split("/", -1)), asked))
                .map(each -> each.getValue().path(method.toLowerCase(Locale.ROOT)))
                .filter(operation -> !operation.isMissingNode())
                .findFirst()
                .orElse(root.path("none"));
    }

    private static boolean matches(List<String> template, List<String> path) {
        if (template.size() != path.size()) {
            return false;
        }
        for (int i = 0; i < path.size(); i++) {
            if (!template.get(i).startsWith("{") && !template.get(i).equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    private void checkBody(JsonNode described, HttpResponse<String> response, String at) {
        JsonNode content = described.path("content");
        if (content.isMissingNode()) {
            assertEquals("", response.body(), at);
            return;
        }
        String type = response.headers()
                .firstValue("Content-Type")
                .orElse("none")
                .replaceFirst(";.*", "")
                .strip();
        assertTrue(content.has(type), type + " is not described: " + at);
        if (type.endsWith("json")) {
            assertEquals(
                    List.of(),
                    schema(content.path(type).path("schema")).validate(response.body(), InputFormat.JSON),
                    at);
        }
    }

    private Schema schema(JsonNode described) {
        return schemas.computeIfAbsent(described.toString(), key -> {
            if (described.path("$ref").asText().equals(DOCUMENT)) {
                return REGISTRY.getSchema(text(DocumentJson.class, DOCUMENT), InputFormat.JSON);
            }
            ObjectNode schema = described.deepCopy();
            schema.set("components", root.path("components"));
            return REGISTRY.getSchema(schema.toString(), InputFormat.JSON);
        });
    }
}
