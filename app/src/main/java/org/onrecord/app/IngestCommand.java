package org.onrecord.app;

import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.onrecord.harvest.Harvested;
import org.onrecord.search.ArticleIndex;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** source → extract → index. */
@Command(
        name = "ingest",
        description =
                "Reads articles, extracts what is in them, and adds it to an index. Articles that are there already are passed over; "
                        + "near-copies at other addresses are kept together with the first.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  onrecord ingest corpus/samples",
            "  onrecord ingest ~/news --index /data/news --threads 2",
            "  cat articles.ndjson | onrecord ingest -",
        })
final class IngestCommand implements Callable<Integer> {
    /** So much work at most is lost when the machine stops. */
    private static final int ARTICLES_PER_COMMIT = 500;

    @Mixin
    private BatchOptions batch = new BatchOptions();

    @Mixin
    private IndexOption index = new IndexOption();

    private final Terminal terminal;
    private final InputStream stdin;

    IngestCommand(Terminal terminal, InputStream stdin) {
        this.terminal = terminal;
        this.stdin = stdin;
    }

    @Override
    public Integer call() {
        Inputs inputs = Inputs.open(batch.sources(), stdin);
        inputs.problems().forEach(terminal::error);
        if (inputs.sources().isEmpty()) {
            return Exit.NOTHING_DONE;
        }
        Tally tally = new Tally();
        try (ArticleIndex articles = ArticleIndex.open(index.folder(), Assembly.version())) {
            Quarantine quarantine = new Quarantine(index.folder().resolve("quarantine.ndjson"));
            try (Terminal.Progress progress = terminal.progress("ingesting", inputs.size());
                    var items = inputs.items()) {
                new Batch(Models.LAZY, batch.threads()).run(items.iterator(), read -> known(read, articles), result -> {
                    take(result, articles, quarantine, tally);
                    progress.step();
                });
            }
            articles.commit();
            tally.print(terminal, index.folder(), quarantine);
            return quarantine.count() > 0 || !inputs.problems().isEmpty() ? Exit.SOME_FAILED : Exit.DONE;
        }
    }

    /** An article that is there, or one whose text is there under another address and was annotated then. */
    private static Optional<Result> known(Harvested.Read read, ArticleIndex articles) {
        return articles.contains(read.article(), read.origin())
                ? Optional.of(new Result.Unchanged(read.origin()))
                : articles.annotated(read.article()).map(document -> new Result.Done(read.origin(), document));
    }

    private void take(Result result, ArticleIndex articles, Quarantine quarantine, Tally tally) {
        switch (result) {
            case Result.Done done -> {
                // An article may be twice in one batch and be read both times before it is stored.
                if (articles.contains(done.document().article(), done.origin())) {
                    tally.unchanged();
                } else {
                    tally.count(done.document(), articles.put(done.document(), done.origin()));
                }
                if (tally.articles() % ARTICLES_PER_COMMIT == 0) {
                    articles.commit();
                }
            }
            case Result.Unchanged unchanged -> tally.unchanged();
            case Result.Failed failed -> {
                terminal.error(failed.sentence());
                quarantine.add(failed);
            }
        }
    }
}
