package org.onrecord.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.eval.Annotator;
import org.onrecord.eval.Recorded;
import org.onrecord.eval.Run;
import org.onrecord.eval.RunFile;
import org.onrecord.eval.Runner;
import org.onrecord.eval.gold.Corpus;
import org.onrecord.eval.gold.CorpusException;
import org.onrecord.eval.gold.Form;
import org.onrecord.eval.gold.Gold;
import org.onrecord.eval.gold.Pages;
import org.onrecord.eval.report.ErrorCsv;
import org.onrecord.eval.report.ErrorPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Scores a run against an annotated corpus. */
@Command(
        name = "eval",
        description = "Scores what is extracted against an annotated corpus: precision, recall and F1, with the half "
                + "width of their 95%% intervals.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  onrecord eval news --corpus corpus/news --split dev --out report",
            "  onrecord eval brat --corpus my-annotations --system corenlp",
            "  onrecord eval news --corpus corpus/news --predictions other.ndjson",
            "  onrecord eval compare before/run.json after/run.json",
            "  onrecord eval cost --corpus corpus/news --split dev",
            "  onrecord eval pages --corpus webpages/n4k --folds 5 --also webpages/fundustest",
            "  onrecord eval expected",
        })
final class EvalCommand implements Callable<Integer> {
    /** Forms of corpus that can be read. */
    enum Name {
        news,
        cases,
        casualty,
        standoff,
        brat,
        polnear,
        muc,
        gva,
        pages
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "Form of the corpus: ${COMPLETION-CANDIDATES}.")
    private @Nullable Name form;

    @Option(names = "--corpus", paramLabel = "DIR", description = "Folder of the corpus.")
    private @Nullable Path corpus;

    @Option(names = "--split", paramLabel = "NAME", description = "Only this part of it: train, dev, test.")
    private Optional<String> split = Optional.empty();

    @Option(names = "--annotator", paramLabel = "NAME", description = "Whose annotations, where there are several.")
    private Optional<String> annotator = Optional.empty();

    @Option(
            names = "--system",
            converter = Candidates.Reader.class,
            paramLabel = "NAME",
            description = "What to score: ${COMPLETION-CANDIDATES} (default: ours).")
    private Candidates.Name system = Candidates.Name.ours;

    @Option(
            names = "--predictions",
            paramLabel = "PATH",
            description = "Score these annotations instead: NDJSON of the contract, a folder of brat files, or one of "
                    + "the corpus's own form.")
    private Optional<Path> predictions = Optional.empty();

    @Option(names = "--out", paramLabel = "DIR", description = "Write run.json, report.html and errors.csv there.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--against", paramLabel = "RUN.json", description = "Compare with a run kept before.")
    private Optional<Path> against = Optional.empty();

    @Option(
            names = "--folds",
            paramLabel = "N",
            description = "For pages: score each part of the hosts with a model trained on the others.")
    private Optional<Integer> folds = Optional.empty();

    @Option(
            names = "--also",
            paramLabel = "DIR",
            description = "With --folds: more pages to train on; those of the hosts scored are left out.")
    private List<Path> also = List.of();

    @Option(names = "--sections", description = "Scores of each section of the corpus too.")
    private boolean sections;

    private final Terminal terminal;

    EvalCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (form == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Give the form of the corpus: one of "
                            + String.join(
                                    ", ",
                                    java.util.Arrays.stream(Name.values())
                                            .map(Enum::name)
                                            .toList()));
        }
        if (corpus == null) {
            throw new ParameterException(spec.commandLine(), "Give the folder of the corpus with --corpus DIR");
        }
        if (split.isPresent() && (form == Name.standoff || form == Name.pages)) {
            throw new ParameterException(
                    spec.commandLine(), "A corpus of the form " + form + " has no splits; leave out --split");
        }
        if (folds.isPresent() && (form != Name.pages || folds.get() < 2)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--folds N, from 2 on, is for the form pages; the other models are not trained in parts");
        }
        if (out.filter(Files::exists).isPresent() && !Files.isDirectory(out.get())) {
            throw new ParameterException(
                    spec.commandLine(), out.get() + " is a file; give a folder to write into with --out DIR");
        }
        Optional<Run> before = Optional.empty();
        if (against.isPresent()) {
            try {
                before = Optional.of(CompareCommand.read(against.get()));
            } catch (IllegalArgumentException e) {
                terminal.error(String.valueOf(e.getMessage()));
                return Exit.NOTHING_DONE;
            }
        }
        Run run;
        try {
            run = form == Name.pages
                    ? pages(corpus)
                    : articles(Form.valueOf(form.name().toUpperCase(Locale.ROOT)), corpus);
        } catch (CorpusException e) {
            terminal.error(String.valueOf(e.getMessage()));
            return Exit.NOTHING_DONE;
        }
        run.problems().stream().limit(20).forEach(terminal::error);
        if (run.problems().size() > 20) {
            terminal.error("… and " + (run.problems().size() - 20) + " more like these");
        }
        new Scores(terminal).print(run, sections);
        if (out.isPresent()) {
            write(run, out.get());
        }
        if (before.isPresent()) {
            try {
                new Scores(terminal).compare(before.get(), run);
            } catch (IllegalArgumentException e) {
                terminal.error(String.valueOf(e.getMessage()));
                return Exit.SOME_FAILED;
            }
        }
        return run.problems().isEmpty() ? Exit.DONE : Exit.SOME_FAILED;
    }

    private Run articles(Form read, Path folder) throws IOException {
        Corpus gold = read.read(folder, split, annotator);
        gold.notes().forEach(terminal::error);
        if (predictions.isPresent()) {
            Recorded recorded = recorded(read, predictions.get());
            List<Gold> known = gold.articles().stream()
                    .filter(article -> recorded.knows(article.input()))
                    .toList();
            if (known.isEmpty()) {
                throw new CorpusException(predictions.get() + ": holds no annotations of the texts in " + folder);
            }
            int unknown = gold.articles().size() - known.size();
            if (unknown > 0) {
                terminal.error(unknown + " articles have no annotations in " + predictions.get() + " and are left out");
            }
            gold = new Corpus(gold.name(), gold.digest(), gold.aspects(), known, gold.problems(), gold.notes());
            return run(gold, recorded);
        }
        return run(gold, Candidates.annotator(system));
    }

    private Run run(Corpus gold, Annotator candidate) {
        try (Terminal.Progress progress =
                terminal.progress("scoring", OptionalLong.of(gold.articles().size()))) {
            return new Runner(progress::step).run(gold, split, candidate);
        }
    }

    private Run pages(Path folder) {
        Pages pages = Pages.read(folder);
        if (folds.isPresent()) {
            List<Pages> all = new ArrayList<>(List.of(pages));
            also.forEach(more -> all.add(Pages.read(more)));
            return new CrossValidation(folds.get(), terminal).run(pages, all);
        }
        try (Terminal.Progress progress =
                terminal.progress("scoring", OptionalLong.of(pages.pages().size()))) {
            return new Runner(progress::step).run(pages, Candidates.extractor(system));
        }
    }

    /** A file of NDJSON, a folder of brat files, or a folder in the form of the corpus. */
    private Recorded recorded(Form form, Path path) throws IOException {
        String name = String.valueOf(path.getFileName());
        if (!Files.exists(path)) {
            throw new CorpusException(path + ": no such file or folder");
        }
        List<Form> forms = new ArrayList<>();
        if (!Files.isDirectory(path)) {
            forms.add(Form.STANDOFF);
        } else {
            try (java.util.stream.Stream<Path> files = Files.walk(path)) {
                List<Path> all = files.toList();
                if (all.stream().anyMatch(file -> file.toString().endsWith(".ann"))) {
                    forms.add(Form.BRAT);
                } else if (all.stream().anyMatch(file -> file.toString().endsWith("json"))) {
                    forms.add(Form.STANDOFF);
                }
            }
        }
        Form chosen = forms.isEmpty() ? form : forms.getFirst();
        if (chosen == Form.NEWS) {
            return new Recorded(
                    name,
                    chosen.read(
                            Optional.ofNullable(path.getParent()).orElse(path), Optional.empty(), Optional.of(name)));
        }
        Corpus read = chosen.read(path, Optional.empty(), Optional.empty());
        read.notes().forEach(note -> terminal.error(path + ": " + note));
        return new Recorded(name, read);
    }

    private void write(Run run, Path folder) throws IOException {
        Files.createDirectories(folder);
        RunFile.write(run, folder.resolve("run.json"));
        Files.writeString(folder.resolve("report.html"), ErrorPage.of(run));
        Files.writeString(folder.resolve("errors.csv"), ErrorCsv.of(run));
        terminal.err().println("errors, one by one: " + folder.resolve("report.html"));
    }
}
