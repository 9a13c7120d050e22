package org.onrecord.app.serve;

import io.javalin.config.RoutesConfig;

/** A part of what the server answers. Everything is behind the checks of {@link Server}, whoever adds it. */
public interface Routes {
    /** Adds its routes; asked once, before the server starts. */
    void add(RoutesConfig routes, Services services);
}
