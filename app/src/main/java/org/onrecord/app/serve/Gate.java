package org.onrecord.app.serve;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import java.util.OptionalLong;

/** What every request has to pass, whatever it asks for. */
final class Gate {
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Hosts hosts;
    private final Allowance allowance;
    private final Access access;

    Gate(Settings settings, Access access) {
        this.hosts = new Hosts(settings);
        this.allowance = new Allowance(settings.mostRequests());
        this.access = access;
    }

    void pass(Context context) {
        protect(context);
        String host = Optional.ofNullable(context.host()).orElse("");
        if (!hosts.isOurs(host)) {
            throw Problem.of(
                    421,
                    "this server does not go by the name '" + host
                            + "': use localhost or an address, or start it with --name for a name that it has");
        }
        OptionalLong wait = allowance.take(context.ip());
        if (wait.isPresent()) {
            throw Problem.of(
                    429,
                    "too many requests came from your address: go on in " + wait.getAsLong() + " s",
                    "Retry-After",
                    String.valueOf(wait.getAsLong()));
        }
        if (!context.path().startsWith("/api/") && access.admit(context)) {
            // With two slashes in front it would be an address of another site.
            context.redirect(context.path().replaceFirst("^/+", "/"), HttpStatus.SEE_OTHER);
            context.skipRemainingHandlers();
            return;
        }
        if (!context.path().equals(Api.HEALTH)) {
            access.check(context);
        }
    }

    private static void protect(Context context) {
        context.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("X-Frame-Options", "DENY")
                .header("Vary", "Accept-Encoding");
    }
}
