package org.onrecord.app.serve;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The REST API. Its description is {@code openapi.yaml} beside this class. */
final class Api implements Routes {
    static final String ROOT = "/api/v1";
    static final String HEALTH = ROOT + "/health";

    private final Metrics metrics;

    Api(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void add(RoutesConfig routes, Services services) {
        endpoints(services)
                .forEach(
                        endpoint -> routes.addHttpHandler(endpoint.method(), ROOT + endpoint.path(), endpoint::handle));
    }

    List<Endpoint> endpoints(Services services) {
        List<Endpoint> endpoints = new ArrayList<>(new FindingEndpoints(new Paging(services)).all());
        endpoints.addAll(new JobEndpoints(services).all());
        endpoints.addAll(new SavedSearchEndpoints(services.saved()).all());
        endpoints.add(Endpoint.get("/health", Set.of(), context -> health(context, services)));
        endpoints.add(Endpoint.get("/metrics", Set.of(), this::metrics));
        String description = description();
        endpoints.add(Endpoint.get("/openapi.yaml", Set.of(), context -> describe(context, description)));
        return endpoints;
    }

    /** Up means that the index can be read. It tells nothing that is not for everyone. */
    private static void health(Context context, Services services) {
        services.index().read().close();
        context.header("Cache-Control", "no-store")
                .contentType("application/json")
                .result("{\"status\":\"up\"}\n");
    }

    private void metrics(Context context) {
        context.header("Cache-Control", "no-store")
                .contentType("text/plain; version=0.0.4; charset=utf-8")
                .result(metrics.text());
    }

    private static void describe(Context context, String description) {
        if (!Validated.isKnown(context, description)) {
            context.contentType("application/yaml").result(description);
        }
    }

    static String description() {
        try (InputStream in = Objects.requireNonNull(Api.class.getResourceAsStream("openapi.yaml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("openapi.yaml cannot be read", e);
        }
    }
}
