package org.onrecord.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.onrecord.eval.Run;
import org.onrecord.eval.Runner;
import org.onrecord.eval.expected.Check;
import org.onrecord.eval.expected.Expectation;
import org.onrecord.eval.expected.ModelDigest;
import org.onrecord.eval.expected.ScoreTable;
import org.onrecord.eval.gold.Corpus;
import org.onrecord.eval.gold.Form;
import org.onrecord.eval.gold.Pages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs again all that has expected scores. */
@Command(
        name = "expected",
        description = "Runs every corpus with expected scores again, and fails where one has fallen.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  onrecord eval expected",
            "  onrecord eval expected --corpora ../corpora --only polnear",
            "  onrecord eval expected --update",
        })
final class ExpectedCommand implements Callable<Integer> {
    @Option(
            names = "--expected",
            paramLabel = "DIR",
            description = "Folder of expectations (default: ${DEFAULT-VALUE}).")
    private Path folder = Path.of("eval/expected");

    @Option(
            names = "--corpora",
            paramLabel = "DIR",
            description = "Folder with corpora of others; without it they are not run.")
    private Optional<Path> corpora = Optional.empty();

    @Option(names = "--only", paramLabel = "NAME", description = "Only expectations whose name begins so.")
    private String only = "";

    @Option(
            names = "--system",
            paramLabel = "NAME",
            converter = Candidates.Reader.class,
            description = "Only this system.")
    private Optional<Candidates.Name> system = Optional.empty();

    @Option(names = "--update", description = "Keep the scores found, and write docs/scores.md again.")
    private boolean update;

    private final Terminal terminal;

    ExpectedCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(folder)) {
            terminal.error(folder + ": no such folder; run this in the folder of the project");
            return Exit.NOTHING_DONE;
        }
        List<Expectation> chosen = Expectation.in(folder).stream()
                .filter(one -> one.name().startsWith(only))
                .toList();
        if (chosen.isEmpty()) {
            terminal.error(folder + ": no expectation whose name begins with '" + only + "'");
            return Exit.NOTHING_DONE;
        }
        boolean fallen = false;
        for (Expectation one : chosen) {
            fallen |= check(one);
        }
        if (update) {
            Files.writeString(Path.of("docs/scores.md"), ScoreTable.of(Expectation.in(folder)));
        }
        return fallen ? Exit.SOME_FAILED : Exit.DONE;
    }

    /** Whether a score has fallen. */
    private boolean check(Expectation one) throws IOException {
        Optional<Path> place =
                one.outside() ? corpora.map(path -> path.resolve(one.corpus())) : Optional.of(Path.of(one.corpus()));
        if (place.filter(Files::exists).isEmpty()) {
            say(
                    one.name(),
                    "",
                    "not run",
                    "faint",
                    one.outside()
                            ? "give the folder with " + one.corpus() + " with --corpora"
                            : place + " is not there");
            return false;
        }
        boolean fallen = false;
        Expectation now = one;
        for (String name : one.systems().keySet()) {
            Candidates.Name candidate = new Candidates.Reader().convert(name);
            if (system.isPresent() && system.get() != candidate) {
                continue;
            }
            Run run = run(one, place.get(), candidate);
            Check check = Check.of(one, name, run);
            now = now.with(run.digest(), ModelDigest.compute(), name, Check.values(run));
            fallen |= !check.fallen().isEmpty();
            String notes = one.digest().equals(run.digest()) ? "" : "the corpus has changed";
            if (one.systems().getOrDefault(name, Map.of()).isEmpty()) {
                say(one.name(), name, update ? "recorded" : "without expected scores", "faint", "");
            } else if (check.fallen().isEmpty() && check.risen().isEmpty()) {
                say(one.name(), name, "as expected", "fg(green)", notes);
            } else if (check.fallen().isEmpty()) {
                say(one.name(), name, "better", "fg(green)", notes);
            } else {
                say(one.name(), name, "fallen", "fg(red)", notes);
            }
            check.fallen().forEach(line -> terminal.out().println("    fell  " + line));
            check.risen().forEach(line -> terminal.out().println("    rose  " + line));
            run.problems().forEach(terminal::error);
        }
        if (update) {
            now.write(folder);
        }
        return fallen && !update;
    }

    private Run run(Expectation one, Path place, Candidates.Name candidate) {
        if (one.form().equals("pages")) {
            Pages pages = Pages.read(place);
            if (candidate == Candidates.Name.ours && one.also().isPresent() && corpora.isPresent()) {
                Pages other = Pages.read(corpora.get().resolve(one.also().get()));
                return new CrossValidation(Expectation.FOLDS, terminal).run(pages, List.of(pages, other));
            }
            try (Terminal.Progress progress =
                    terminal.progress(one.name(), OptionalLong.of(pages.pages().size()))) {
                return new Runner(progress::step).run(pages, Candidates.extractor(candidate));
            }
        }
        Corpus corpus = Form.valueOf(one.form().toUpperCase(Locale.ROOT)).read(place, one.split(), Optional.empty());
        try (Terminal.Progress progress =
                terminal.progress(one.name(), OptionalLong.of(corpus.articles().size()))) {
            return new Runner(progress::step).run(corpus, one.split(), Candidates.annotator(candidate));
        }
    }

    private void say(String name, String candidate, String verdict, String style, String notes) {
        List<String> words = new ArrayList<>();
        words.add(String.format(Locale.ROOT, "%-24s %-14s", name, candidate));
        words.add(terminal.styled(style, verdict));
        if (!notes.isEmpty()) {
            words.add("(" + notes + ")");
        }
        terminal.out().println(String.join(" ", words));
        terminal.out().flush();
    }
}
