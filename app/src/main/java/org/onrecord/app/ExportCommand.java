package org.onrecord.app;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.onrecord.search.FindingSearch;
import org.onrecord.search.FoundDocument;
import org.onrecord.search.Hit;
import org.onrecord.search.Request;
import org.onrecord.standoff.Brat;
import org.onrecord.standoff.DocumentJson;
import org.onrecord.standoff.FindingCsv;
import org.onrecord.standoff.WebAnnotations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes everything that a query finds. */
@Command(
        name = "export",
        description =
                "Writes everything that a query finds: whole documents as NDJSON or brat, or the findings alone as "
                        + "CSV or Web Annotations (JSON-LD, one a line).",
        mixinStandardHelpOptions = true,
        footerHeading = "%nThe query is that of search. Near-copies are all written.%n%nExamples:%n",
        footer = {
            "  onrecord export 'speaker:Okafor' > okafor.ndjson",
            "  onrecord export 'killed:>=10' --format csv --out tolls.csv",
            "  onrecord export bridge --format brat --out bridge-brat",
            "  onrecord export bridge --format webannotation --out bridge.jsonld",
        })
final class ExportCommand implements Callable<Integer> {
    /** What can be written. */
    enum Format {
        ndjson,
        csv,
        brat,
        webannotation
    }

    @Parameters(paramLabel = "QUERY", arity = "0..*", description = "What to find; everything where it is left out.")
    private List<String> query = List.of();

    @Mixin
    private IndexOption index = new IndexOption();

    @Mixin
    private Narrowing narrowing = new Narrowing();

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            split = ",",
            description = "${COMPLETION-CANDIDATES}; several with commas.")
    private Set<Hit.Type> types = Set.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "ndjson",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.ndjson;

    @Option(
            names = "--out",
            paramLabel = "PATH",
            description = "File to write; for brat a folder. Else standard output.")
    private Optional<Path> out = Optional.empty();

    private final Terminal terminal;

    ExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (format == Format.brat && out.isEmpty()) {
            terminal.error("--format brat writes two files for each article: give a folder with --out");
            return Exit.WRONG_USE;
        }
        return Answers.with(terminal, index.folder(), this::request, this::write);
    }

    private void write(FindingSearch search, Request request) throws IOException {
        search.search(request); // a query that cannot be read must not empty the file
        long articles = format == Format.brat ? folder(search, request) : stream(search, request);
        terminal.err().println(articles + (articles == 1 ? " article" : " articles") + " with something found");
    }

    private Request request() {
        return narrowing.request(query, types, true, 1);
    }

    private long stream(FindingSearch search, Request request) throws IOException {
        if (out.isEmpty()) {
            return print(search, request, terminal.out());
        }
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(out.get()));
                PrintStream print = new PrintStream(file, false, StandardCharsets.UTF_8)) {
            long articles = print(search, request, print);
            if (print.checkError()) {
                throw new IOException(out.get() + " cannot be written to the end");
            }
            return articles;
        }
    }

    private long print(FindingSearch search, Request request, PrintStream print) {
        if (format == Format.csv) {
            print.print(FindingCsv.heading());
        }
        return search.eachDocument(request, found -> print.print(text(found)));
    }

    private String text(FoundDocument found) {
        return switch (format) {
            case ndjson, brat -> DocumentJson.write(found.document()) + "\n";
            case csv -> FindingCsv.rows(found.document(), found::isFound);
            case webannotation -> WebAnnotations.of(found.document(), found::isFound);
        };
    }

    private long folder(FindingSearch search, Request request) throws IOException {
        Path folder = Files.createDirectories(out.orElseThrow());
        return search.eachDocument(request, found -> {
            String name = found.document().article().id();
            try {
                Files.writeString(
                        folder.resolve(name + ".txt"), found.document().text());
                Files.writeString(
                        folder.resolve(name + ".ann"), Brat.of(found.document()).annotations());
            } catch (IOException e) {
                throw new UncheckedIOException(folder + " cannot be written to: " + e.getMessage(), e);
            }
        });
    }
}
