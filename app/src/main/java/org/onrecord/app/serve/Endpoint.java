package org.onrecord.app.serve;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.Set;
import java.util.TreeSet;

/**
 * One thing that the API does.
 *
 * @param path below the root, with names of its parts in braces
 * @param parameters of the query that it knows; another is taken for a slip of the pen and refused
 */
record Endpoint(HandlerType method, String path, Set<String> parameters, Handler handler) {
    Endpoint {
        parameters = Set.copyOf(parameters);
    }

    static Endpoint get(String path, Set<String> parameters, Handler handler) {
        return new Endpoint(HandlerType.GET, path, parameters, handler);
    }

    void handle(Context context) throws Exception {
        for (String given : new TreeSet<>(context.queryParamMap().keySet())) {
            if (!parameters.contains(given)) {
                throw Problem.of(
                        400,
                        "there is no parameter '" + shortened(given) + "' here"
                                + (parameters.isEmpty()
                                        ? ""
                                        : ", but there are: " + String.join(", ", new TreeSet<>(parameters))));
            }
        }
        handler.handle(context);
    }

    private static String shortened(String given) {
        return given.length() <= 40 ? given : given.substring(0, 40) + "…";
    }
}
