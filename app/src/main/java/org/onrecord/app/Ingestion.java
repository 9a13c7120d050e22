package org.onrecord.app;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.onrecord.harvest.Harvested;
import org.onrecord.harvest.fetch.Validators;
import org.onrecord.search.ArticleIndex;

/** Takes articles from sources into an index, and makes them last every now and then. */
final class Ingestion {
    private final ArticleIndex articles;
    private final Validators validators;
    private final Checkpoint checkpoint;
    private final Quarantine quarantine;
    private final Pace pace;
    private final Log log;
    private int sinceCommit;
    private boolean failedInItem;
    private long committed = System.nanoTime();

    /** So much work at most is lost when the run is interrupted, in items and in time. */
    record Pace(int items, Duration time) {}

    /** Is told what becomes of each item. */
    interface Log {
        void unchanged();

        void put(Result.Done done, ArticleIndex.Placed placed);

        void failed(Result.Failed failed);

        /** All items so far are in the index and can be found. */
        void committed();
    }

    Ingestion(
            ArticleIndex articles,
            Validators validators,
            Checkpoint checkpoint,
            Quarantine quarantine,
            Pace pace,
            Log log) {
        this.articles = articles;
        this.validators = validators;
        this.checkpoint = checkpoint;
        this.quarantine = quarantine;
        this.pace = pace;
        this.log = log;
    }

    /** Runs until the sources are at their end, or it is stopped; then too all that was taken is in the index. */
    void run(Inputs inputs, int threads, BooleanSupplier stopped) {
        try (Items items = inputs.items(checkpoint::rest)) {
            new Batch(Models.LAZY, threads)
                    .run(items, read -> known(read, articles), result -> take(items.takenNext(), result), stopped);
        }
        commit();
        if (!stopped.getAsBoolean()) {
            checkpoint.finish(inputs.sources());
        }
    }

    /** An article that is there, or one whose text is there under another address and was annotated then. */
    private static Optional<Result> known(Harvested.Read read, ArticleIndex articles) {
        return articles.contains(read.article(), read.origin())
                ? Optional.of(new Result.Unchanged(read.origin()))
                : articles.annotated(read.article()).map(document -> Result.Done.of(read, document));
    }

    private void take(Items.Taken taken, Result result) {
        switch (result) {
            case Result.Done done -> {
                // An article may be twice in one batch and be read both times before it is stored.
                if (articles.contains(done.document().article(), done.origin())) {
                    log.unchanged();
                } else {
                    log.put(done, articles.put(done.document(), done.origin(), done.fetched()));
                }
            }
            case Result.Unchanged unchanged -> log.unchanged();
            case Result.Failed failed -> {
                failedInItem = true;
                quarantine.add(failed);
                log.failed(failed);
            }
        }
        if (taken.last()) { // of a page with several articles all are in the index, or none counts
            if (!failedInItem) {
                validators.keep(taken.origin());
            }
            checkpoint.took(taken.source(), taken.origin(), !failedInItem);
            failedInItem = false;
        }
        sinceCommit++;
        if (sinceCommit >= pace.items()
                || System.nanoTime() - committed > pace.time().toNanos()) {
            commit();
            checkpoint.save();
        }
    }

    private void commit() {
        articles.commit();
        validators.save();
        sinceCommit = 0;
        committed = System.nanoTime();
        log.committed();
    }
}
