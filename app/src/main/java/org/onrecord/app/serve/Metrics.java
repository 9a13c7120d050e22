package org.onrecord.app.serve;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.onrecord.search.FindingSearch;
import org.onrecord.search.LiveIndex;

/** How the server is doing, for Prometheus. */
final class Metrics {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    Metrics(Services services) {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        items("added", JobStatus.Counts::added, services.jobs());
        items("replaced", JobStatus.Counts::replaced, services.jobs());
        items("unchanged", JobStatus.Counts::unchanged, services.jobs());
        items("failed", JobStatus.Counts::failed, services.jobs());
        Gauge.builder("onrecord.jobs.waiting", services.jobs(), Jobs::waiting)
                .description("Jobs that wait for their turn")
                .register(registry);
        size("articles", FindingSearch.Size::articles, services.index());
        size("findings", FindingSearch.Size::findings, services.index());
        Gauge.builder("onrecord.index.size", services.settings().index(), Metrics::bytes)
                .baseUnit("bytes")
                .description("Files of the index")
                .register(registry);
    }

    private void items(String result, ToDoubleFunction<JobStatus.Counts> count, Jobs jobs) {
        FunctionCounter.builder("onrecord.ingest.items", jobs, all -> count.applyAsDouble(all.totals()))
                .tag("result", result)
                .description("Items ingested by this server, by what became of them")
                .register(registry);
    }

    private void size(String what, ToLongFunction<FindingSearch.Size> count, LiveIndex index) {
        Gauge.builder("onrecord.index." + what, index, open -> {
                    try (LiveIndex.Reading reading = open.read()) {
                        return count.applyAsLong(reading.search().size());
                    }
                })
                .description("What can be found in the index")
                .register(registry);
    }

    private static double bytes(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    /** Counts a request that was answered. */
    void took(Context context, float milliseconds) {
        Timer.builder("http.server.requests")
                .description("Requests answered")
                .tag("method", method(context))
                .tag("uri", route(context))
                .tag("status", String.valueOf(context.statusCode()))
                .publishPercentileHistogram(false)
                .register(registry)
                .record(Duration.ofNanos((long) (milliseconds * 1_000_000)));
    }

    /** Clients may make up methods without number. */
    private static String method(Context context) {
        return HandlerType.commonHttp().contains(context.method())
                ? context.method().name()
                : "other";
    }

    /** As it was registered: addresses themselves are without number. */
    private static String route(Context context) {
        return Optional.ofNullable(context.endpoints().lastHttpEndpoint())
                .map(endpoint -> endpoint.path)
                .orElse("none");
    }

    String text() {
        return registry.scrape();
    }
}
