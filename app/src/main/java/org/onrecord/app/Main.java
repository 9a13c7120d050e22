package org.onrecord.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Optional;
import java.util.logging.LogManager;
import org.onrecord.app.pages.WebPages;
import org.onrecord.search.IndexException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The program: one command line, its commands, and its exit code. */
@Command(
        name = "onrecord",
        description = "Reads news and answers who said what, how many, according to whom.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  onrecord ingest corpus/samples",
            "  onrecord search 'speaker:\"Mira Okafor\"'",
            "  onrecord extract article.html --format text",
            "",
            "Exit codes: 0 done; 1 some articles failed, the rest are done; 2 wrong use; 3 nothing could be done.",
        })
public final class Main {
    private Main() {}

    /** When output is coloured. */
    enum Color {
        auto,
        always,
        never
    }

    /** Only checked here: whether to colour is settled before the first message, in {@link #main}. */
    @Option(
            names = "--color",
            paramLabel = "WHEN",
            scope = ScopeType.INHERIT,
            description = "Colour output: ${COMPLETION-CANDIDATES} (default: auto).")
    void color(Color when) {}

    /** Reads the version from the build. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"onrecord " + Assembly.version()};
        }
    }

    /** Runs the program and ends it with its exit code. */
    public static void main(String[] arguments) {
        LogManager.getLogManager().reset(); // Lucene advises on JVM modules; standard error is for the user
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        // Only the launcher can tell: a JVM sees one console for all three streams, or always one.
        boolean outIsTerminal = Boolean.getBoolean("onrecord.stdout.terminal");
        boolean errIsTerminal = Boolean.getBoolean("onrecord.stderr.terminal");
        List<String> given = List.of(arguments);
        boolean never = System.getenv("NO_COLOR") != null || asks(given, "never");
        boolean colour = asks(given, "always") || (outIsTerminal && !never);
        Terminal terminal = new Terminal(out, err, outIsTerminal, errIsTerminal, colour ? Ansi.ON : Ansi.OFF);
        int code = run(terminal, System.in, List.of(arguments));
        out.flush();
        System.exit(code);
    }

    private static boolean asks(List<String> arguments, String colour) {
        int option = arguments.indexOf("--color");
        return arguments.contains("--color=" + colour)
                || (option >= 0
                        && option + 1 < arguments.size()
                        && arguments.get(option + 1).equals(colour));
    }

    static int run(Terminal terminal, InputStream stdin, List<String> arguments) {
        CommandLine line = new CommandLine(new Main())
                .addSubcommand(new IngestCommand(terminal, stdin))
                .addSubcommand(new ExtractCommand(terminal, stdin))
                .addSubcommand(new SearchCommand(terminal))
                .addSubcommand(new ClaimsCommand(terminal))
                .addSubcommand(new SpeakerCommand(terminal))
                .addSubcommand(new LedgerCommand(terminal))
                .addSubcommand(new ExportCommand(terminal))
                .addSubcommand(new WatchCommand(terminal))
                .addSubcommand(new ReindexCommand(terminal))
                .addSubcommand(new CommandLine(new EvalCommand(terminal))
                        .addSubcommand(new CompareCommand(terminal))
                        .addSubcommand(new CostCommand(terminal))
                        .addSubcommand(new ExpectedCommand(terminal)))
                .addSubcommand(new ServeCommand(terminal, List.of(new WebPages())))
                .addSubcommand(new TrainCommand(terminal))
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.ansi()))
                .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, args) -> wrongUse(e, terminal))
                .setExecutionExceptionHandler((e, command, parsed) -> failure(e, terminal));
        if (arguments.isEmpty()) {
            line.usage(terminal.err(), terminal.ansi());
            return Exit.WRONG_USE;
        }
        return line.execute(arguments.toArray(new String[0]));
    }

    private static int wrongUse(ParameterException e, Terminal terminal) {
        terminal.error(String.valueOf(e.getMessage()));
        CommandLine.UnmatchedArgumentException.printSuggestions(e, terminal.err());
        terminal.err()
                .println("Try 'onrecord "
                        + e.getCommandLine()
                                .getCommandSpec()
                                .qualifiedName()
                                .replace("onrecord", "")
                                .strip() + " --help'.");
        return Exit.WRONG_USE;
    }

    private static int failure(Exception e, Terminal terminal) throws Exception {
        if (e instanceof IndexException || e instanceof java.io.UncheckedIOException) {
            terminal.error(String.valueOf(e.getMessage()));
            return Exit.NOTHING_DONE;
        }
        if (e instanceof FileSystemException file) {
            terminal.error(file.getFile() + " cannot be read or written: "
                    + Optional.ofNullable(file.getReason())
                            .orElse(file.getClass().getSimpleName()));
            return Exit.NOTHING_DONE;
        }
        throw e;
    }
}
