package org.onrecord.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.onrecord.app.view.HtmlView;
import org.onrecord.app.view.TextView;
import org.onrecord.document.Document;
import org.onrecord.harvest.Source;
import org.onrecord.harvest.Sources;
import org.onrecord.harvest.fetch.Validators;
import org.onrecord.standoff.Brat;
import org.onrecord.standoff.DocumentJson;
import org.onrecord.standoff.FindingCsv;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** source → extract, without an index. */
@Command(
        name = "extract",
        description =
                "Reads articles and prints what is in them: quotations with their speakers, casualty figures, claims.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  onrecord extract article.txt",
            "  onrecord extract https://news.example/2026/bridge.html",
            "  onrecord extract news/ --format ndjson > findings.ndjson",
            "  onrecord extract news/ --format brat --out annotated/",
        })
final class ExtractCommand implements Callable<Integer> {
    /** Formats of the contract. */
    enum Format {
        ndjson,
        text,
        brat,
        html,
        csv
    }

    @Mixin
    private BatchOptions batch = new BatchOptions();

    @Mixin
    private WebOptions web = new WebOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default: text on a terminal, ndjson when piped).")
    private Optional<Format> format = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write one file for each article into this folder; needed for brat.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--quarantine",
            paramLabel = "FILE",
            defaultValue = "onrecord-quarantine.ndjson",
            description = "Where failed items are kept (default: ${DEFAULT-VALUE}); made only when something fails.")
    private Path quarantine = Path.of("onrecord-quarantine.ndjson");

    private final Terminal terminal;
    private final InputStream stdin;
    private boolean first = true;
    private long read;

    ExtractCommand(Terminal terminal, InputStream stdin) {
        this.terminal = terminal;
        this.stdin = stdin;
    }

    @Override
    public Integer call() throws IOException {
        Format chosen = format.orElse(terminal.outIsTerminal() ? Format.text : Format.ndjson);
        if (chosen == Format.brat && out.isEmpty()) {
            terminal.error("brat is two files for each article: name a folder with --out DIR");
            return Exit.WRONG_USE;
        }
        Optional<String> problem = web.problem();
        if (problem.isPresent()) {
            terminal.error(problem.get());
            return Exit.WRONG_USE;
        }
        try (WebOptions.Connection connection = web.connect(Validators.none(), terminal)) {
            return extract(Inputs.open(batch.sources(), Sources.load(stdin, connection.web())), chosen);
        }
    }

    private int extract(Inputs inputs, Format chosen) throws IOException {
        inputs.problems().forEach(terminal::error);
        if (inputs.sources().isEmpty()) {
            return Exit.NOTHING_DONE;
        }
        if (out.isPresent()) {
            Files.createDirectories(out.get());
        }
        Quarantine kept = new Quarantine(quarantine);
        try (Terminal.Progress progress = terminal.progress("extracting", inputs.size());
                Items items = inputs.items(Source::items)) {
            new Batch(Models.LAZY, batch.threads()).run(items, read -> Optional.empty(), result -> {
                take(result, chosen, kept);
                progress.step();
            });
        }
        if (kept.count() > 0) {
            terminal.error(kept.count() + " failed, kept in " + kept.file());
        }
        return inputs.exit(read, kept.count());
    }

    private void take(Result result, Format chosen, Quarantine kept) {
        switch (result) {
            case Result.Done done -> {
                write(done, chosen);
                first = false;
                read++;
            }
            case Result.Failed failed -> {
                terminal.error(failed.sentence());
                kept.add(failed);
            }
            case Result.Unchanged unchanged -> throw new IllegalStateException("extraction passes nothing over");
        }
    }

    private void write(Result.Done done, Format chosen) {
        Document document = done.document();
        if (chosen == Format.brat) {
            Brat brat = Brat.of(document);
            file(done, ".txt", document.text());
            file(done, ".ann", brat.annotations());
            return;
        }
        boolean heading = first || out.isPresent();
        String rendered = switch (chosen) {
            case ndjson -> DocumentJson.write(document) + "\n";
            case text ->
                new TextView(out.isPresent() ? (style, words) -> words : terminal::styled)
                        .render(document, done.origin());
            case html -> HtmlView.render(document, done.origin());
            case csv -> (heading ? FindingCsv.heading() : "") + FindingCsv.rows(document);
            case brat -> throw new IllegalStateException("written above");
        };
        if (out.isPresent()) {
            file(
                    done,
                    "." + (chosen == Format.ndjson ? "ndjson" : chosen == Format.text ? "findings.txt" : chosen.name()),
                    rendered);
        } else {
            terminal.out().print(rendered);
            terminal.out().flush();
        }
    }

    private void file(Result.Done done, String extension, String content) {
        String name = done.origin().replaceFirst("^.*[/\\\\]", "").replaceAll("[^\\p{L}\\p{N}._-]", "_") + "-"
                + done.document().article().id().substring(0, 8);
        try {
            Files.writeString(out.orElseThrow().resolve(name + extension), content, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write into " + out.orElseThrow(), e);
        }
    }
}
