package org.onrecord.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.onrecord.app.serve.Routes;
import org.onrecord.app.serve.Server;
import org.onrecord.app.serve.Settings;
import org.onrecord.search.ArticleIndex;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** REST API and web pages. */
@Command(
        name = "serve",
        description =
                "Answers programs under /api/v1 and people with pages, from an index that others may write to meanwhile. "
                        + "Runs until Ctrl-C.",
        mixinStandardHelpOptions = true,
        footerHeading =
                "%nReading needs no token on this machine, writing always does: the address that is printed has it. "
                        + "The options on fetching are for addresses that are sent to be ingested.%n%nExamples:%n",
        footer = {
            "  onrecord serve --demo --open",
            "  onrecord serve --index /data/news",
            "  ONRECORD_TOKEN=$(openssl rand -hex 16) onrecord serve --host 0.0.0.0 --name news.example",
        })
final class ServeCommand implements Callable<Integer> {
    @Mixin
    private IndexOption index = new IndexOption();

    @Mixin
    private WebOptions web = new WebOptions();

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description =
                    "Name or address of this machine to listen on (default: ${DEFAULT-VALUE}, which only this machine reaches). Any other needs a token.")
    private String host = "127.0.0.1";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port to listen on; 0 for any that is free (default: ${DEFAULT-VALUE}).")
    private int port = Settings.PORT;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            split = ",",
            description =
                    "Name by which others reach the server, where a proxy stands before it; several with commas. Needs a token.")
    private List<String> names = List.of();

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            defaultValue = "${env:ONRECORD_TOKEN}",
            description =
                    "By which writers are known, 16 letters and digits or more (default: that of the environment variable ONRECORD_TOKEN, else a new one each time). Others on this machine can see the arguments of programs, not their environment.")
    private Optional<String> token = Optional.empty();

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "50",
            description = "Requests a second from one client, on average (default: ${DEFAULT-VALUE}).")
    private int rate = Settings.MOST_REQUESTS;

    @Option(
            names = "--max-upload",
            paramLabel = "MB",
            defaultValue = "100",
            description = "Largest file that can be sent (default: ${DEFAULT-VALUE}).")
    private int largestUpload = 100;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Articles worked on at once (default: one less than there are processors).")
    private int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

    @Option(
            names = "--demo",
            description = "Ingest the samples of the repository into a temporary index first, and serve that.")
    private boolean demo;

    @Option(names = "--open", description = "Open the address in a browser.")
    private boolean open;

    private final Terminal terminal;
    private final List<Routes> pages;

    ServeCommand(Terminal terminal, List<Routes> pages) {
        this.terminal = terminal;
        this.pages = pages;
    }

    @Override
    public Integer call() throws InterruptedException {
        Optional<Path> samples = demo ? Demo.samples() : Optional.empty();
        if (demo && !index.folder().equals(IndexOption.DEFAULT)) {
            terminal.error("--demo makes an index of its own: leave --index out");
            return Exit.WRONG_USE;
        }
        if (demo && samples.isEmpty()) {
            terminal.error("the samples (corpus/samples) are not here: run --demo in a clone of the repository, "
                    + "or serve an index of your own with --index");
            return Exit.NOTHING_DONE;
        }
        try {
            settings(index.folder());
        } catch (IllegalArgumentException e) {
            terminal.error(String.valueOf(e.getMessage()));
            return Exit.WRONG_USE;
        }
        if (samples.isEmpty()) {
            return serve(settings(index.folder()), () -> {});
        }
        Demo made = Demo.fresh();
        made.ingest(samples.get(), web, threads(), terminal);
        return serve(settings(made.index()), made::close);
    }

    private int threads() {
        return Math.max(1, threads);
    }

    private Settings settings(Path folder) {
        web.problem().ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
        if (largestUpload < 1 || rate < 1) {
            throw new IllegalArgumentException("--rate and --max-upload must be 1 or more");
        }
        Optional<String> given = token.filter(text -> !text.isEmpty());
        boolean exposed = !names.isEmpty() || !Settings.isLoopback(host);
        if (exposed && given.isEmpty()) {
            throw new IllegalArgumentException("others than the users of this machine could reach the server"
                    + (names.isEmpty() ? " on " + host : " by " + String.join(", ", names))
                    + ": give a token with --token or in ONRECORD_TOKEN, or leave --host and --name out");
        }
        return new Settings(
                folder,
                host,
                port,
                names,
                given.orElseGet(ServeCommand::fresh),
                rate,
                largestUpload * 1_000_000L,
                Settings.DEADLINE,
                Assembly.version());
    }

    private static String fresh() {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private int serve(Settings settings, Runnable afterwards) throws InterruptedException {
        if (ArticleIndex.create(settings.index(), Assembly.version())) {
            terminal.error(settings.index() + " held no index: an empty one was made there");
        }
        try (Server server = Server.start(settings, new ServedIngester(settings.index(), web, threads()), pages)) {
            CountDownLatch stopped = new CountDownLatch(1);
            Thread stopping = new Thread(() -> stop(server, afterwards, stopped), "stopping");
            Runtime.getRuntime().addShutdownHook(stopping);
            announce(server);
            stopped.await();
            return Exit.DONE;
        } catch (Server.StartException e) {
            afterwards.run();
            terminal.error(String.valueOf(e.getMessage()));
            return Exit.NOTHING_DONE;
        }
    }

    private void stop(Server server, Runnable afterwards, CountDownLatch stopped) {
        terminal.err().println("stopping, after what is under way");
        server.close();
        afterwards.run();
        stopped.countDown();
    }

    private void announce(Server server) {
        long articles = server.services()
                .enquiries()
                .ask(reading -> reading.search().size().articles());
        String address = server.address()
                + (token.isPresent()
                        ? ""
                        : "?token=" + server.services().settings().token());
        terminal.err()
                .println("onrecord serves " + (demo ? "the samples" : index.folder()) + " (" + articles
                        + (articles == 1 ? " article" : " articles") + ") at");
        terminal.err().println("  " + terminal.styled("bold", address));
        terminal.err().println("Ctrl-C stops it.");
        if (open) {
            open(URI.create(address));
        }
    }

    private void open(URI address) {
        try {
            new ProcessBuilder(Browser.command(System.getProperty("os.name", ""), address))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            terminal.error("no browser could be opened: open the address by hand");
        }
    }
}
