package org.onrecord.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.onrecord.app.watch.Deliveries;
import org.onrecord.app.watch.Journal;
import org.onrecord.app.watch.WatchConfig;
import org.onrecord.harvest.Sources;
import org.onrecord.harvest.fetch.Validators;
import org.onrecord.search.SearchMonitor;
import org.onrecord.search.saved.SavedSearch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Polls sources and tells what new articles match. */
@Command(
        name = "watch",
        description =
                "Polls feeds, sites and folders, ingests what is new, and reports each saved search that a new article "
                        + "answers once: on the terminal, in a file, and to a webhook.",
        mixinStandardHelpOptions = true,
        footerHeading =
                "%nThe file is YAML: sources, every, searches, index, terminal, ndjson, webhook (url, secret or "
                        + "secret-env, attempts, backoff); docs/guide/search.md explains it. Ctrl-C stops after the article at "
                        + "hand.%n%nExamples:%n",
        footer = {
            "  onrecord watch watch.yaml --contact me@example.org",
            "  onrecord watch watch.yaml --once",
        })
final class WatchCommand implements Callable<Integer> {
    private static final long LONGEST_STOP_SECONDS = 30;

    @Parameters(paramLabel = "FILE", description = "What is watched and who is told, in YAML.")
    private Path file = Path.of("");

    @Mixin
    private IndexOption index = new IndexOption();

    @Mixin
    private WebOptions web = new WebOptions();

    @Option(names = "--once", description = "One round, then end: for cron.")
    private boolean once;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Articles worked on at once (default: one for each processor).")
    private int threads = Runtime.getRuntime().availableProcessors();

    private final Terminal terminal;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    WatchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Optional<String> problem = web.problem();
        if (problem.isPresent()) {
            terminal.error(problem.get());
            return Exit.WRONG_USE;
        }
        WatchConfig config;
        SearchMonitor monitor;
        try {
            config = WatchConfig.read(file);
            monitor = monitor(config.searches());
        } catch (WatchConfig.ConfigException e) {
            terminal.error(String.valueOf(e.getMessage()));
            return Exit.WRONG_USE;
        } catch (SavedSearch.FileException e) {
            terminal.error("the saved searches cannot be read: " + e.getMessage());
            return Exit.WRONG_USE;
        } catch (CharacterCodingException e) {
            terminal.error(file + " and its searches must be text in UTF-8");
            return Exit.WRONG_USE;
        }
        Thread hook = new Thread(this::end);
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return watch(config, monitor);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Exit.DONE;
        } finally {
            terminal.out().flush();
            stopped.countDown();
            if (stop.getCount() > 0) {
                Runtime.getRuntime().removeShutdownHook(hook);
            }
        }
    }

    private static SearchMonitor monitor(Path searches) throws IOException {
        Map<String, String> named = new LinkedHashMap<>();
        SavedSearch.read(Files.readAllLines(searches)).forEach(search -> named.put(search.name(), search.query()));
        return new SearchMonitor(named);
    }

    /** Runs when the process is asked to end: lets the round at hand come to its end. */
    private void end() {
        stop.countDown();
        try {
            boolean done = stopped.await(LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
            if (!done) {
                terminal.error("stopped in the middle of a round: the next one goes on where it was");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int watch(WatchConfig config, SearchMonitor monitor) throws IOException, InterruptedException {
        Path folder = index.folder().equals(IndexOption.DEFAULT)
                ? config.index().orElse(IndexOption.DEFAULT)
                : index.folder();
        Files.createDirectories(folder);
        try (Journal journal = Journal.open(config.state());
                Deliveries deliveries = new Deliveries(config, journal, terminal::error, stop)) {
            WatchRound round = new WatchRound(config, folder, monitor, journal, deliveries, threads, terminal, stop);
            deliveries.run(); // what an earlier run could not
            int exit = round(round, folder);
            while (!once && !stop.await(config.every().toMillis(), TimeUnit.MILLISECONDS)) {
                exit = round(round, folder);
            }
            return once ? exit : Exit.DONE;
        }
    }

    /** Each round asks the web anew: within one, nothing is fetched twice. */
    private int round(WatchRound round, Path folder) throws IOException, InterruptedException {
        Validators validators = Validators.of(folder.resolve("validators.ndjson"), Assembly.version());
        try (WebOptions.Connection connection = web.connect(validators, terminal)) {
            return round.run(Sources.load(InputStream.nullInputStream(), connection.web()), validators);
        }
    }
}
