package org.onrecord.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.onrecord.document.Article;
import org.onrecord.document.Document;
import org.onrecord.eval.inventory.InventoryScores;
import org.onrecord.eval.samples.SampleScores;
import org.onrecord.harvest.Harvested;
import org.onrecord.harvest.Sources;
import org.onrecord.pipeline.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Scores a run against an annotated corpus. */
@Command(
        name = "eval",
        description = "Scores what is extracted against an annotated corpus: precision, recall and F1.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  onrecord eval samples --corpus corpus/samples",
            "  onrecord eval inventory --corpus corpus/inventory/casualty --errors",
        })
final class EvalCommand implements Callable<Integer> {
    /** Forms of corpus that can be read. */
    enum Form {
        samples,
        inventory
    }

    @Parameters(paramLabel = "NAME", description = "Form of the corpus: ${COMPLETION-CANDIDATES}.")
    private Form form = Form.samples;

    @Option(names = "--corpus", paramLabel = "DIR", required = true, description = "Folder of the corpus.")
    private Path corpus = Path.of("");

    @Option(names = "--errors", description = "List what was missed and what was found wrongly.")
    private boolean errors;

    private final Terminal terminal;

    EvalCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Path gold = corpus.resolve(form == Form.samples ? "gold" : "cases.jsonl");
        if (!Files.exists(gold)) {
            terminal.error(gold + ": no such file or folder; give the folder of an annotated corpus with --corpus");
            return Exit.NOTHING_DONE;
        }
        switch (form) {
            case samples -> {
                Sources sources = Sources.load(InputStream.nullInputStream());
                SampleScores scores = SampleScores.of(corpus, file -> annotated(read(file, sources)));
                list(scores.errors());
                scores.scores().forEach((score, counts) -> terminal.out().println(counts.line(score)));
            }
            case inventory -> {
                InventoryScores scores = InventoryScores.of(gold, text -> annotated(Article.ofBody(text)));
                list(scores.errors());
                terminal.out().println(scores.figures().line("figures (outcome, bounds)"));
                terminal.out().println("false figures where there are none: " + scores.falseInTraps());
            }
        }
        return Exit.DONE;
    }

    private void list(List<String> lines) {
        if (errors) {
            lines.forEach(terminal.out()::println);
        }
    }

    private static Article read(Path file, Sources sources) {
        return switch (sources.open(file.toString()).items().findFirst().orElseThrow()) {
            case Harvested.Read read -> read.article();
            case Harvested.Rejected rejected ->
                throw new IllegalStateException(rejected.origin() + " " + rejected.reason());
        };
    }

    private static Document annotated(Article article) {
        return switch (Models.LAZY.get().run(article)) {
            case Outcome.Annotated annotated -> annotated.document();
            case Outcome.Failed failed -> throw new IllegalStateException(failed.stage() + " failed", failed.cause());
        };
    }
}
