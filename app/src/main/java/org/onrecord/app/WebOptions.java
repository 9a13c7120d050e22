package org.onrecord.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.onrecord.harvest.Web;
import org.onrecord.harvest.fetch.AddressGuard;
import org.onrecord.harvest.fetch.Archive;
import org.onrecord.harvest.fetch.Fetcher;
import org.onrecord.harvest.fetch.Limits;
import org.onrecord.harvest.fetch.Manners;
import org.onrecord.harvest.fetch.Validators;
import picocli.CommandLine.Option;

/** How the web is fetched from. robots.txt is always honoured. */
final class WebOptions {
    private static final double LONGEST_SECONDS = 3600;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "1000",
            description =
                    "Most articles taken of one feed or sitemap, the newest of a sitemap first (default: ${DEFAULT-VALUE}).")
    private int limit = 1000;

    @Option(
            names = "--contact",
            paramLabel = "TEXT",
            description =
                    "Your mail address or web page: sent to every site, so that its owner can reach you. Give it when you fetch much.")
    private Optional<String> contact = Optional.empty();

    @Option(
            names = "--delay",
            paramLabel = "SECONDS",
            defaultValue = "1",
            description =
                    "Least time between two requests to one host (default: ${DEFAULT-VALUE}); longer where its robots.txt says so.")
    private double delay = 1;

    @Option(
            names = "--per-host",
            paramLabel = "N",
            defaultValue = "1",
            description = "Requests under way to one host (default: ${DEFAULT-VALUE}).")
    private int perHost = 1;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "Most time for one request, to its last byte (default: ${DEFAULT-VALUE}).")
    private double timeout = 60;

    @Option(
            names = "--archive",
            paramLabel = "DIR",
            description = "Keep all that is fetched in this folder, as WARC files that can be ingested again.")
    private Optional<Path> archive = Optional.empty();

    @Option(
            names = "--allow-private",
            description =
                    "Fetch from addresses of your own machine and network too, which are refused otherwise: a page or feed could lead there.")
    private boolean allowPrivate;

    /** An open way to the web. */
    record Connection(Web web, Fetcher fetcher, Optional<Archive> archive) implements AutoCloseable {
        @Override
        public void close() {
            fetcher.close();
            archive.ifPresent(Archive::close);
        }
    }

    /** What is wrong with the options, in one sentence. */
    Optional<String> problem() {
        return Stream.of(
                        sentence(limit >= 1, "--limit must be 1 or more, not " + limit),
                        sentence(perHost >= 1, "--per-host must be 1 or more, not " + perHost),
                        sentence(
                                delay >= 0 && delay <= LONGEST_SECONDS,
                                "--delay must be from 0 to 3600 seconds, not " + delay),
                        sentence(
                                timeout >= 0.1 && timeout <= LONGEST_SECONDS,
                                "--timeout must be from 0.1 to 3600 seconds, not " + timeout),
                        sentence(
                                contact.filter(text -> !text.matches("[\\x21-\\x7e&&[^()]]{3,200}"))
                                        .isEmpty(),
                                "--contact must be a mail address or a web address, without spaces or parentheses"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> sentence(boolean holds, String otherwise) {
        return holds ? Optional.empty() : Optional.of(otherwise);
    }

    Connection connect(Validators validators, Terminal terminal) {
        return connect(validators, terminal::error);
    }

    /** @param notices is told, in whole sentences, what was left out */
    Connection connect(Validators validators, Consumer<String> notices) {
        Optional<Archive> kept = archive.map(folder -> Archive.in(folder, "onrecord/" + Assembly.version()));
        Fetcher fetcher = new Fetcher(
                Manners.of(Assembly.version(), contact, seconds(delay), perHost),
                Limits.DEFAULT.withRequest(seconds(timeout)),
                allowPrivate ? AddressGuard.anywhere() : AddressGuard.publicOnly(),
                validators,
                kept);
        return new Connection(new Web(fetcher, limit, notices), fetcher, kept);
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
