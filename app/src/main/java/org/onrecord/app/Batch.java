package org.onrecord.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
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

    /** Runs until the items are used up; {@code known} gives the result of articles that need no work. */
    void run(Iterator<Harvested> items, Function<Harvested.Read, Optional<Result>> known, Consumer<Result> sink) {
        Deque<Future<Result>> inFlight = new ArrayDeque<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            while (items.hasNext()) {
                Harvested item = items.next();
                if (inFlight.size() >= threads * IN_FLIGHT_PER_THREAD) {
                    sink.accept(await(inFlight.removeFirst()));
                }
                inFlight.add(workers.submit(() -> work(item, known)));
            }
            while (!inFlight.isEmpty()) {
                sink.accept(await(inFlight.removeFirst()));
            }
        }
    }

    private Result work(Harvested item, Function<Harvested.Read, Optional<Result>> known) {
        return switch (item) {
            case Harvested.Rejected rejected ->
                new Result.Failed(rejected.origin(), "harvest", rejected.reason(), Optional.empty());
            case Harvested.Read read -> work(read, known);
        };
    }

    private Result work(Harvested.Read read, Function<Harvested.Read, Optional<Result>> known) {
        return known.apply(read)
                .orElseGet(() -> read.article().isEnglish()
                        ? annotate(read)
                        : new Result.Done(read.origin(), Document.of(read.article())));
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
