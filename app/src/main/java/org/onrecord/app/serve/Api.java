package org.onrecord.app.serve;

import io.javalin.config.RoutesConfig;

/** The REST API. Its description is {@code openapi.yaml} beside this class. */
final class Api implements Routes {
    static final String ROOT = "/api/v1";
    static final String HEALTH = ROOT + "/health";

    @Override
    public void add(RoutesConfig routes, Services services) {
        routes.get(HEALTH, context -> context.contentType("application/json").result("{\"status\":\"up\"}\n"));
    }
}
