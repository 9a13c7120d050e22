package org.onrecord.app.serve;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.onrecord.standoff.DocumentJson;

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
        for (Endpoint endpoint : endpoints(services)) {
            routes.addHttpHandler(endpoint.method(), ROOT + endpoint.path(), endpoint::handle);
            if (endpoint.method().equals(HandlerType.GET) && !endpoint.path().endsWith(JobEndpoints.EVENTS)) {
                routes.head(ROOT + endpoint.path(), endpoint::handle); // the server leaves the body out
            }
        }
    }

    List<Endpoint> endpoints(Services services) {
        List<Endpoint> endpoints = new ArrayList<>(new FindingEndpoints(new Paging(services)).all());
        endpoints.addAll(new JobEndpoints(services).all());
        endpoints.addAll(new SavedSearchEndpoints(services.saved()).all());
        endpoints.add(Endpoint.get("/health", Set.of(), context -> health(context, services)));
        endpoints.add(Endpoint.get("/metrics", Set.of(), this::metrics));
        endpoints.add(describing("/openapi.yaml", "application/yaml", Api.class, "openapi.yaml"));
        endpoints.add(describing(
                "/onrecord-1.schema.json", "application/schema+json", DocumentJson.class, "onrecord-1.schema.json"));
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

    /** Hands out a file of the program itself. */
    private static Endpoint describing(String path, String type, Class<?> beside, String name) {
        String text;
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(name))) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
        return Endpoint.get(path, Set.of(), context -> {
            if (!Validated.isKnown(context, text)) {
                context.contentType(type).result(text);
            }
        });
    }
}
