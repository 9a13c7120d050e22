package org.onrecord.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.onrecord.eval.Annotator;
import org.onrecord.eval.Run;
import org.onrecord.eval.Runner;
import org.onrecord.eval.Score;
import org.onrecord.eval.gold.Corpus;
import org.onrecord.eval.gold.CorpusException;
import org.onrecord.eval.gold.Form;
import org.onrecord.eval.report.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says what a rightly attributed quotation costs, ours and another system's, over the same articles in one run. */
@Command(
        name = "cost",
        description =
                "Counts direct and mixed quotations given to the right speaker, and the processor time that took, "
                        + "for this program and another over the same articles. Both see all articles once before the clock "
                        + "starts.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExample:%n",
        footer = "  onrecord eval cost --corpus corpus/news --split dev --than corenlp")
final class CostCommand implements Callable<Integer> {
    @Option(
            names = "--corpus",
            paramLabel = "DIR",
            required = true,
            description = "Folder of a corpus of the form news.")
    private Path corpus = Path.of("");

    @Option(names = "--split", paramLabel = "NAME", description = "Only this part of it: train, dev, test.")
    private Optional<String> split = Optional.empty();

    @Option(
            names = "--than",
            converter = Candidates.Reader.class,
            paramLabel = "NAME",
            description = "The other system: corenlp, corenlp-strict (default: corenlp).")
    private Candidates.Name than = Candidates.Name.corenlp;

    private final Terminal terminal;

    CostCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Corpus gold;
        try {
            gold = Form.NEWS.read(corpus, split, Optional.empty());
        } catch (CorpusException e) {
            terminal.error(String.valueOf(e.getMessage()));
            return Exit.NOTHING_DONE;
        }
        Cost ours = cost(gold, Candidates.Name.ours);
        Cost other = cost(gold, than);
        terminal.out()
                .println(terminal.styled(
                        "bold", gold.name() + ", " + gold.articles().size() + " articles"));
        Table.aligned(List.of(
                        List.of("system", "quotations", "CPU seconds", "seconds per 100 quotations"),
                        row("ours", ours),
                        row(than.toString(), other),
                        List.of(
                                "ratio",
                                ratio(ours.right(), other.right()),
                                ratio(ours.seconds(), other.seconds()),
                                ratio(ours.seconds() / ours.right(), other.seconds() / other.right()))))
                .forEach(terminal.out()::println);
        return Exit.DONE;
    }

    /**
     * What a run took.
     *
     * @param right quotations given to the right speaker
     * @param seconds of processor time
     */
    private record Cost(double right, double seconds) {}

    private Cost cost(Corpus gold, Candidates.Name name) {
        Annotator system = Candidates.annotator(name);
        try (Terminal.Progress progress = terminal.progress(
                name.toString(), OptionalLong.of(2L * gold.articles().size()))) {
            new Runner(progress::step).run(gold, split, system);
            Run run = new Runner(progress::step).run(gold, split, system);
            double right = run.scores().entrySet().stream()
                    .filter(entry -> List.of("speaker, direct", "speaker, mixed")
                            .contains(entry.getKey().name()))
                    .flatMap(entry -> entry.getValue().stream())
                    .mapToDouble(Score::hits)
                    .sum();
            return new Cost(right, run.cpuSeconds());
        }
    }

    private static List<String> row(String name, Cost cost) {
        return List.of(
                name,
                String.format(Locale.ROOT, "%.0f", cost.right()),
                String.format(Locale.ROOT, "%.1f", cost.seconds()),
                cost.right() == 0 ? "—" : String.format(Locale.ROOT, "%.1f", 100 * cost.seconds() / cost.right()));
    }

    private static String ratio(double ours, double other) {
        return Double.isFinite(ours / other) ? String.format(Locale.ROOT, "%.2f", ours / other) : "—";
    }
}
