package org.onrecord.app.serve;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import io.javalin.util.JavalinBindException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.UriCompliance;
import org.onrecord.search.LiveIndex;

/** The server while it runs. What every request has to pass stands here, the routes stand elsewhere. */
public final class Server implements AutoCloseable {
    private static final int LARGEST_BODY = 64 * 1024;

    /** Queries of 2,000 characters beyond ASCII fit into an address. */
    private static final int LARGEST_HEADER = 32 * 1024;

    /** Milliseconds for requests under way when the server is stopped. */
    private static final long STOPPING = 2_000;

    private final Javalin javalin;
    private final Services services;
    private final AtomicBoolean closed = new AtomicBoolean();

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
                new Uploads(settings.largestUpload()),
                new SavedSearchFile(settings.index()),
                new Access(settings));
        Javalin javalin = Javalin.create(config -> {
            configure(config, settings);
            Gate gate = new Gate(settings, services.access());
            config.routes.before(gate::pass);
            Problems.add(config.routes);
            Metrics metrics = new Metrics(services);
            config.requestLogger.http(metrics::took);
            new Api(metrics).add(config.routes, services);
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
            http.setRequestHeaderSize(LARGEST_HEADER);
            // A name in a path may have a slash in it; nothing here is a path of files.
            http.setUriCompliance(UriCompliance.DEFAULT.with(
                    "names",
                    UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
                    UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING));
        });
        config.jetty.modifyServer(server -> {
            server.setStopTimeout(STOPPING);
            server.setErrorHandler(new Malformed());
        });
        config.jetty.modifyServletContextHandler(servlets -> {
            servlets.getServletHandler().setDecodeAmbiguousURIs(true);
            servlets.setErrorHandler(new Malformed());
        });
        config.jetty.multipartConfig.maxFileSize(settings.largestUpload(), io.javalin.config.SizeUnit.BYTES);
        config.jetty.multipartConfig.maxTotalRequestSize(
                settings.largestUpload() + Uploads.FORM, io.javalin.config.SizeUnit.BYTES);
        config.jetty.multipartConfig.maxInMemoryFileSize(1, io.javalin.config.SizeUnit.MB);
    }

    /** Where it is, as a person on this machine would call it. */
    public URI address() {
        String host = services.settings().host();
        String name = host.equals("0.0.0.0") || host.equals("::")
                ? "127.0.0.1"
                : host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://" + name + ":" + javalin.port() + "/");
    }

    /** All that it answers but HEAD, as a method and a path with its parts in braces: {@code GET /api/v1/jobs/{id}}. */
    public Set<String> routes() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(handler -> handler.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod() && !endpoint.method.equals(HandlerType.HEAD))
                .map(endpoint -> endpoint.method.name() + " " + endpoint.path)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What its routes work with. */
    public Services services() {
        return services;
    }

    /** Waits for requests and the items of a job that are under way, for half a minute at most. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        services.jobs().close();
        javalin.stop();
        services.enquiries().close();
        services.index().close();
    }
}
