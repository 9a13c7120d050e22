package org.onrecord.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.onrecord.document.Article;
import org.onrecord.document.Document;
import org.onrecord.harvest.Harvested;
import org.onrecord.pipeline.Outcome;
import org.onrecord.pipeline.Pipeline;

/** Annotates items on several threads and hands the results on in the order of the input; few are in memory at a time. */
final class Batch {
    private static final int IN_FLIGHT_PER_THREAD = 4;

    private final Supplier<Pipeline> pipeline;
    private final int threads;

    /** The pipeline is only asked for when the first article needs it. */
    Batch(Supplier<Pipeline> pipeline, int threads) {
        this.pipeline = pipeline;
        this.threads = threads;
    }

    /** Runs until the items are used up; {@code unchanged} says which articles need no work. */
    void run(Iterator<Harvested> items, BiPredicate<Article, String> unchanged, Consumer<Result> sink) {
        Deque<Future<Result>> inFlight = new ArrayDeque<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            while (items.hasNext()) {
                Harvested item = items.next();
                // What is done is handed on at once: the next item may be long in coming from the web.
                while (inFlight.size() >= threads * IN_FLIGHT_PER_THREAD
                        || (!inFlight.isEmpty() && inFlight.getFirst().isDone())) {
                    sink.accept(await(inFlight.removeFirst()));
                }
                inFlight.add(workers.submit(() -> work(item, unchanged)));
            }
            while (!inFlight.isEmpty()) {
                sink.accept(await(inFlight.removeFirst()));
            }
        }
    }

    private Result work(Harvested item, BiPredicate<Article, String> unchanged) {
        return switch (item) {
            case Harvested.Rejected rejected ->
                new Result.Failed(rejected.origin(), "harvest", rejected.reason(), Optional.empty());
            case Harvested.Unchanged same -> new Result.Unchanged(same.origin());
            case Harvested.Read read -> work(read, unchanged);
        };
    }

    private Result work(Harvested.Read read, BiPredicate<Article, String> unchanged) {
        if (unchanged.test(read.article(), read.origin())) {
            return new Result.Unchanged(read.origin());
        }
        boolean english = read.article().language().equals("en");
        return english ? annotate(read) : new Result.Done(read.origin(), Document.of(read.article()));
    }

    private Result annotate(Harvested.Read read) {
        return switch (pipeline.get().run(read.article())) {
            case Outcome.Annotated annotated -> new Result.Done(read.origin(), annotated.document());
            case Outcome.Failed failed ->
                new Result.Failed(
                        read.origin(),
                        failed.stage(),
                        "could not be annotated: " + failed.cause(),
                        Optional.of(read.article()));
        };
    }

    private static Result await(Future<Result> result) {
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a worker failed", e.getCause());
        }
    }
}
