package org.onrecord.app.serve;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinBindException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.onrecord.search.LiveIndex;

/** The server while it runs. What every request has to pass stands here, the routes stand elsewhere. */
public final class Server implements AutoCloseable {
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final int LARGEST_BODY = 64 * 1024;

    /** Milliseconds for requests under way when the server is stopped. */
    private static final long STOPPING = 2_000;

    private final Javalin javalin;
    private final Services services;

    private Server(Javalin javalin, Services services) {
        this.javalin = javalin;
        this.services = services;
    }

    /** A server that cannot be started; the message is one sentence that says what to do. */
    public static final class StartException extends RuntimeException {
        private static final long serialVersionUID = 1;

        StartException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * Starts a server.
     *
     * @param more routes beside those of the API
     * @throws org.onrecord.search.IndexException if there is no index, or it cannot be read
     * @throws StartException if the port is taken, or the host is not of this machine
     */
    public static Server start(Settings settings, Ingester ingester, List<Routes> more) {
        LiveIndex index = LiveIndex.open(settings.index());
        Services services = new Services(
                settings,
                index,
                new Enquiries(index, settings.deadline()),
                new Jobs(ingester, InstantSource.system(), index::refresh),
                new SavedSearchFile(settings.index()),
                new Access(settings));
        Javalin javalin = Javalin.create(config -> {
            configure(config, settings);
            new Server.Gate(settings, services.access()).add(config);
            Problems.add(config.routes);
            new Api().add(config.routes, services);
            more.forEach(routes -> routes.add(config.routes, services));
        });
        Server server = new Server(javalin, services);
        try {
            javalin.start(settings.host(), settings.port());
            return server;
        } catch (JavalinBindException e) {
            server.close();
            throw new StartException(
                    settings.host() + " port " + settings.port()
                            + " cannot be listened to: another program does, or it is not of this machine; give another --port, or 0 for any",
                    e);
        }
    }

    private static void configure(JavalinConfig config, Settings settings) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = LARGEST_BODY;
        config.http.defaultContentType = "text/plain; charset=utf-8";
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setSendDateHeader(true);
        });
        config.jetty.modifyServer(server -> server.setStopTimeout(STOPPING));
        config.jetty.multipartConfig.maxFileSize(settings.largestUpload(), io.javalin.config.SizeUnit.BYTES);
        config.jetty.multipartConfig.maxTotalRequestSize(
                settings.largestUpload() + LARGEST_BODY, io.javalin.config.SizeUnit.BYTES);
        config.jetty.multipartConfig.maxInMemoryFileSize(1, io.javalin.config.SizeUnit.MB);
    }

    /** What stands before every route. */
    private static final class Gate {
        private final Hosts hosts;
        private final Allowance allowance;
        private final Access access;

        Gate(Settings settings, Access access) {
            this.hosts = new Hosts(settings);
            this.allowance = new Allowance(settings.mostRequests());
            this.access = access;
        }

        void add(JavalinConfig config) {
            config.routes.before(this::pass);
        }

        private void pass(Context context) {
            protect(context);
            if (!hosts.isOurs(Optional.ofNullable(context.host()).orElse(""))) {
                throw Problem.of(
                        421,
                        "this server does not go by the name '" + context.host()
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
                context.redirect(context.path(), HttpStatus.SEE_OTHER);
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

    /** Where it is, as a person on this machine would call it. */
    public URI address() {
        String host = services.settings().host();
        String name = host.equals("0.0.0.0") || host.equals("::")
                ? "127.0.0.1"
                : host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://" + name + ":" + javalin.port() + "/");
    }

    /** What its routes work with. */
    public Services services() {
        return services;
    }

    /** Waits for requests and the items of a job that are under way, for half a minute at most. */
    @Override
    public void close() {
        services.jobs().close();
        javalin.stop();
        services.enquiries().close();
        services.index().close();
    }
}
