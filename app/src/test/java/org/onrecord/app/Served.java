package org.onrecord.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.onrecord.app.serve.Ingester;
import org.onrecord.app.serve.Server;
import org.onrecord.app.serve.Settings;
import picocli.CommandLine;

/** Servers for tests, on any free port of this machine. */
final class Served {
    static final String TOKEN = "0123456789abcdef";
    static final Path SAMPLES = Path.of("../corpus/samples");

    private Served() {}

    /** An index of the samples, made once; not to be written to. */
    static Path samples() {
        return Samples.INDEX;
    }

    private static final class Samples {
        static final Path INDEX = ingested();

        private static Path ingested() {
            try {
                Path folder = Files.createTempDirectory("onrecord-test");
                Path index = folder.resolve("index");
                Run run = Run.of("ingest", SAMPLES.toString(), "--index", index.toString());
                if (run.exit() != 0) {
                    throw new AssertionError(run.err());
                }
                Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
                return index;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void delete(Path folder) {
            try (var files = Files.walk(folder)) {
                files.sorted(java.util.Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static Settings settings(Path index) {
        return new Settings(index, "127.0.0.1", 0, List.of(), TOKEN, 10_000, 1_000_000, Duration.ofSeconds(30), "test");
    }

    static Server start(Settings settings) {
        return start(settings, ingester(settings.index(), "--allow-private", "--delay", "0"));
    }

    static Server start(Settings settings, Ingester ingester) {
        return Server.start(settings, ingester, List.of());
    }

    /** That of the command, with options on fetching. */
    static Ingester ingester(Path index, String... web) {
        WebOptions options = new WebOptions();
        CommandLine.populateCommand(options, web);
        return new ServedIngester(index, options, 1);
    }

    static Client client(Server server) {
        return new Client(server.address(), Optional.of(TOKEN));
    }
}
