package org.onrecord.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.onrecord.attribution.tagger.AttributionModel;
import org.onrecord.attribution.tagger.WordClusters;
import org.onrecord.document.Article;
import org.onrecord.document.Document;
import org.onrecord.eval.gold.Corpus;
import org.onrecord.eval.gold.CorpusException;
import org.onrecord.eval.gold.Form;
import org.onrecord.eval.gold.Gold;
import org.onrecord.eval.gold.Pages;
import org.onrecord.eval.train.AttributionTrainer;
import org.onrecord.eval.train.BlockTrainer;
import org.onrecord.eval.train.ClusterTrainer;
import org.onrecord.harvest.page.BlockModel;
import org.onrecord.pipeline.Outcome;
import org.onrecord.pipeline.Pipeline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains one of the shipped models again. */
@Command(
        name = "train",
        description =
                "Trains one of the shipped models again, from a named corpus: the same corpus gives the same bytes.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  onrecord train attribution --corpus ../corpora/polnear",
            "  onrecord train attribution --corpus ../corpora/polnear --out /tmp/tagger.bin.gz",
            "  onrecord train clusters",
            "  onrecord train page --corpus ../corpora/webpages/n4k --corpus ../corpora/webpages/fundustest",
        })
final class TrainCommand implements Callable<Integer> {
    /** Our own articles count so many times: they are few, of styles and subjects that the large corpus lacks. */
    private static final int OWN_WEIGHT = 2;

    /** Models that can be trained. */
    enum Name {
        attribution,
        clusters,
        page
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "Which model: ${COMPLETION-CANDIDATES}.")
    private Name name = Name.attribution;

    @Option(
            names = "--corpus",
            paramLabel = "DIR",
            description =
                    "For attribution: the folder of PolNeAR, whose part 'train' is used. For page: a folder of web "
                            + "pages with their text; may be given several times.")
    private List<Path> corpora = List.of();

    @Option(
            names = "--own",
            paramLabel = "DIR",
            description = "Folder of marked articles, whose split 'train' is used too (default: ${DEFAULT-VALUE}).")
    private Path own = Path.of("corpus/news");

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where the model goes (default: its place among the models of the project).")
    private Optional<Path> out = Optional.empty();

    private final Terminal terminal;

    TrainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        checkCorpora();
        try {
            return switch (name) {
                case attribution -> attribution(corpora.getFirst());
                case clusters -> write(ClusterTrainer.train()::write, WordClusters.RESOURCE);
                case page -> page();
            };
        } catch (CorpusException e) {
            terminal.error(String.valueOf(e.getMessage()));
            return Exit.NOTHING_DONE;
        }
    }

    private void checkCorpora() {
        if (name == Name.clusters && !corpora.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "Leave --corpus out: clusters are made from CoreNLP's word vectors");
        }
        if (name != Name.clusters && corpora.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Give the folder of the corpus with --corpus DIR");
        }
        if (name == Name.attribution && corpora.size() > 1) {
            throw new ParameterException(
                    spec.commandLine(), "Give one corpus only: attribution is trained from PolNeAR");
        }
    }

    private int attribution(Path corpus) throws IOException {
        List<Corpus> both = List.of(
                Form.POLNEAR.read(corpus, Optional.of("train"), Optional.empty()),
                Form.NEWS.read(own, Optional.of("train"), Optional.empty()));
        AttributionTrainer trainer = new AttributionTrainer();
        Pipeline pipeline = Assembly.untaggedPipeline();
        for (Corpus each : both) {
            terminal.out().println(each.name() + " train: " + each.articles().size() + " articles, " + each.digest());
            add(each, pipeline, trainer, each.equals(both.getLast()) ? OWN_WEIGHT : 1);
        }
        AttributionModel model = trainer.train(phase -> terminal.err().println(phase));
        return write(model::write, AttributionModel.RESOURCE);
    }

    private int page() throws IOException {
        List<Pages> sets = new ArrayList<>();
        for (Path corpus : corpora) {
            Pages pages = Pages.read(corpus);
            pages.problems().forEach(terminal::error);
            terminal.out().println(corpus + ": " + pages.pages().size() + " pages, " + pages.digest());
            sets.add(pages);
        }
        BlockTrainer trainer = BlockTraining.of(sets, terminal);
        BlockModel model = trainer.train(phase -> terminal.err().println(phase));
        return write(model::write, BlockModel.RESOURCE);
    }

    /** Writes a model. */
    private interface Writing {
        void to(OutputStream file) throws IOException;
    }

    private int write(Writing model, String resource) throws IOException {
        Path file = out.orElse(Path.of("models/src/main/resources" + resource));
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (OutputStream stream = Files.newOutputStream(file)) {
            model.to(stream);
        }
        terminal.out().println(file + ": " + Files.size(file) + " bytes");
        return Exit.DONE;
    }

    private void add(Corpus gold, Pipeline pipeline, AttributionTrainer trainer, int weight) {
        try (Terminal.Progress progress =
                terminal.progress("parsing", OptionalLong.of(gold.articles().size()))) {
            List<Document> ruled = gold.articles().parallelStream()
                    .map(article -> {
                        Document document = annotated(pipeline, article.input());
                        progress.step();
                        return document;
                    })
                    .toList();
            for (int i = 0; i < ruled.size(); i++) {
                Gold article = gold.articles().get(i);
                trainer.add(ruled.get(i), article.document(), weight);
            }
        }
    }

    private static Document annotated(Pipeline pipeline, Article article) {
        return switch (pipeline.run(article)) {
            case Outcome.Annotated done -> done.document();
            case Outcome.Failed failed ->
                throw new IllegalStateException(failed.stage() + " failed: " + failed.cause(), failed.cause());
        };
    }
}
