package org.onrecord.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.onrecord.document.Document;
import org.onrecord.eval.samples.SampleScores;
import org.onrecord.harvest.Sources;
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
            "  onrecord eval samples --corpus corpus/samples --errors"
        })
final class EvalCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "Form of the corpus: samples.")
    private String name = "";

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
        if (!name.equals("samples")) {
            terminal.error("no corpus form is called '" + name + "': there is samples");
            return Exit.WRONG_USE;
        }
        if (!Files.isDirectory(corpus.resolve("gold"))) {
            terminal.error(corpus + " has no folder gold: give the folder of an annotated corpus with --corpus");
            return Exit.NOTHING_DONE;
        }
        Sources sources = Sources.load(InputStream.nullInputStream());
        Batch batch = new Batch(Models.LAZY, 1);
        SampleScores scores = SampleScores.of(corpus, file -> annotated(file, sources, batch));
        if (errors) {
            scores.errors().forEach(terminal.out()::println);
        }
        scores.scores().forEach((score, counts) -> terminal.out().println(counts.line(score)));
        return Exit.DONE;
    }

    private static Document annotated(Path file, Sources sources, Batch batch) {
        AtomicReference<Result> result = new AtomicReference<>(new Result.Unchanged(file.toString()));
        batch.run(sources.open(file.toString()).items().iterator(), (article, origin) -> false, result::set);
        if (result.get() instanceof Result.Done done) {
            return done.document();
        }
        throw new IllegalStateException(file + " could not be annotated: " + result.get());
    }
}
