package org.onrecord.app.serve;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.onrecord.search.QueryException;

/**
 * Why a request was not answered (RFC 9457): thrown by whoever finds out, written by {@link Problems}.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final int status;
    private final String detail;
    private final Map<String, String> headers;
    private final int position;
    private final List<String> choices;

    private Problem(int status, String detail, Map<String, String> headers, int position, List<String> choices) {
        super(detail, null, false, false);
        this.status = status;
        this.detail = detail;
        this.headers = Map.copyOf(headers);
        this.position = position;
        this.choices = List.copyOf(choices);
    }

    /** A problem with one sentence on what to do. */
    public static Problem of(int status, String detail) {
        return new Problem(status, detail, Map.of(), -1, List.of());
    }

    /** One that has something to say in a header too. */
    public static Problem of(int status, String detail, String header, String value) {
        return new Problem(status, detail, Map.of(header, value), -1, List.of());
    }

    /** A query that cannot be read. */
    public static Problem of(QueryException e) {
        return new Problem(400, "the query cannot be read: " + e.getMessage(), Map.of(), e.column(), List.of());
    }

    /** A name that means several. */
    static Problem several(String detail, List<String> choices) {
        return new Problem(300, detail, Map.of(), -1, choices);
    }

    public int status() {
        return status;
    }

    public String detail() {
        return detail;
    }

    Map<String, String> headers() {
        return headers;
    }

    /** Offset in the query, in UTF-16 units, where a query went wrong. */
    public OptionalInt position() {
        return position < 0 ? OptionalInt.empty() : OptionalInt.of(position);
    }

    String json() {
        ObjectNode json = MAPPER.createObjectNode()
                .put("type", "about:blank")
                .put("title", title(status))
                .put("status", status)
                .put("detail", detail);
        position().ifPresent(at -> json.put("position", at));
        if (!choices.isEmpty()) {
            ArrayNode names = json.putArray("choices");
            choices.forEach(names::add);
        }
        return json + "\n";
    }

    private static String title(int status) {
        return io.javalin.http.HttpStatus.forStatus(status).getMessage();
    }
}
