package org.onrecord.app;

import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.onrecord.harvest.Sources;
import org.onrecord.harvest.fetch.Validators;
import org.onrecord.search.ArticleIndex;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** source → extract → index. */
@Command(
        name = "ingest",
        description =
                "Reads articles, extracts what is in them, and adds it to an index. Articles that are there already are passed over, "
                        + "near-copies at other addresses are kept together with the first, pages that have not changed are "
                        + "not sent again, and a run that was interrupted goes on where it was.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  onrecord ingest corpus/samples",
            "  onrecord ingest ~/news --index /data/news --threads 2",
            "  onrecord ingest https://news.example/feed.xml --contact me@example.org",
            "  onrecord ingest https://news.example/sitemap.xml --limit 200 --archive kept/",
            "  onrecord ingest kept/*.warc.gz subscriptions.opml",
            "  cat articles.ndjson | onrecord ingest -",
        })
final class IngestCommand implements Callable<Integer> {
    /** So much work at most is lost when the run is interrupted, in items and in time. */
    private static final int ITEMS_PER_COMMIT = 500;

    private static final Duration LONGEST_WITHOUT_COMMIT = Duration.ofSeconds(60);

    @Mixin
    private BatchOptions batch = new BatchOptions();

    @Mixin
    private IndexOption index = new IndexOption();

    @Mixin
    private WebOptions web = new WebOptions();

    @Option(
            names = "--restart",
            description = "Read every source from its start, even if an earlier run was interrupted in it.")
    private boolean restart;

    @Option(names = "--commit-every", paramLabel = "N", hidden = true, description = "Items between two commits.")
    private int itemsPerCommit = ITEMS_PER_COMMIT;

    private final Terminal terminal;
    private final InputStream stdin;

    IngestCommand(Terminal terminal, InputStream stdin) {
        this.terminal = terminal;
        this.stdin = stdin;
    }

    @Override
    public Integer call() {
        Optional<String> problem = web.problem();
        if (problem.isPresent()) {
            terminal.error(problem.get());
            return Exit.WRONG_USE;
        }
        Validators validators = Validators.of(index.folder().resolve("validators.ndjson"), Assembly.version());
        try (WebOptions.Connection connection = web.connect(validators, terminal)) {
            Inputs inputs = Inputs.open(batch.sources(), Sources.load(stdin, connection.web()));
            inputs.problems().forEach(terminal::error);
            if (inputs.sources().isEmpty()) {
                return Exit.NOTHING_DONE;
            }
            try (ArticleIndex articles = ArticleIndex.open(index.folder(), Assembly.version())) {
                return ingest(inputs, articles, validators);
            }
        }
    }

    private int ingest(Inputs inputs, ArticleIndex articles, Validators validators) {
        Checkpoint checkpoint = Checkpoint.of(index.folder().resolve("resume.json"), Assembly.version());
        if (restart) {
            checkpoint.forget(inputs.sources());
        }
        boolean resumes = checkpoint.resumes(inputs.sources());
        inputs.sources().forEach(source -> checkpoint.notice(source).ifPresent(terminal::error));
        Quarantine quarantine = new Quarantine(index.folder().resolve("quarantine.ndjson"), resumes);
        Tally tally = new Tally();
        try (Terminal.Progress progress = terminal.progress("ingesting", inputs.size())) {
            new Ingestion(
                            articles,
                            validators,
                            checkpoint,
                            quarantine,
                            new Ingestion.Pace(itemsPerCommit, LONGEST_WITHOUT_COMMIT),
                            log(tally, progress))
                    .run(inputs, batch.threads(), () -> false);
        }
        tally.print(terminal, index.folder(), quarantine);
        return inputs.exit(tally.articles(), quarantine.count());
    }

    private Ingestion.Log log(Tally tally, Terminal.Progress progress) {
        return new Ingestion.Log() {
            @Override
            public void unchanged() {
                tally.unchanged();
                progress.step();
            }

            @Override
            public void put(Result.Done done, ArticleIndex.Placed placed) {
                tally.count(done.document(), placed);
                progress.step();
            }

            @Override
            public void failed(Result.Failed failed) {
                terminal.error(failed.sentence());
                progress.step();
            }

            @Override
            public void committed() {}
        };
    }
}
