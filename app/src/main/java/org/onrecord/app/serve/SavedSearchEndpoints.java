package org.onrecord.app.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onrecord.search.saved.SavedSearch;

/** Saved searches, under their names. */
final class SavedSearchEndpoints {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String ONE = "/saved-searches/{name}";

    private final SavedSearchFile file;

    SavedSearchEndpoints(SavedSearchFile file) {
        this.file = file;
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.get("/saved-searches", Set.of(), this::list),
                Endpoint.get(ONE, Set.of(), this::show),
                new Endpoint(HandlerType.PUT, ONE, Set.of(), this::put),
                new Endpoint(HandlerType.DELETE, ONE, Set.of(), this::remove));
    }

    private void list(Context context) {
        ObjectNode json = MAPPER.createObjectNode();
        ArrayNode all = json.putArray("searches");
        file.all().forEach(search -> all.add(json(search)));
        write(context, json);
    }

    private void show(Context context) {
        write(context, json(file.find(name(context)).orElseThrow(SavedSearchEndpoints::missing)));
    }

    private void put(Context context) {
        SavedSearch search;
        try {
            JsonNode json = MAPPER.readTree(context.body());
            String query = Optional.of(json.path("query"))
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::asText)
                    .filter(text -> !text.isBlank())
                    .orElseThrow(() -> Problem.of(400, "the body must be an object with a 'query' that is not blank"));
            search = new SavedSearch(name(context), query.strip());
        } catch (JsonProcessingException e) {
            throw Problem.of(
                    400,
                    "the body is not JSON: "
                            + e.getOriginalMessage().lines().findFirst().orElse(""));
        }
        context.status(file.put(search) ? 201 : 200);
        write(context, json(search));
    }

    private void remove(Context context) {
        if (!file.remove(name(context))) {
            throw missing();
        }
        context.status(204);
    }

    private static String name(Context context) {
        String name = context.pathParam("name");
        if (name.isBlank()) {
            throw Problem.of(400, "a saved search has a name that is not blank");
        }
        return name;
    }

    private static Problem missing() {
        return Problem.of(404, "no search is saved under this name");
    }

    private static ObjectNode json(SavedSearch search) {
        return MAPPER.createObjectNode().put("name", search.name()).put("query", search.query());
    }

    private static void write(Context context, ObjectNode json) {
        String body = json + "\n";
        if (!context.method().equals(HandlerType.GET) || !Validated.isKnown(context, body)) {
            context.contentType("application/json").result(body);
        }
    }
}
