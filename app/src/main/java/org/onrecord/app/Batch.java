package org.onrecord.app;

import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.onrecord.document.Document;
import org.onrecord.harvest.Harvested;
import org.onrecord.pipeline.Outcome;
import org.onrecord.pipeline.Pipeline;

/** Annotates items on several threads and hands the results on in the order of the input; few are in memory at a time. */
final class Batch {
    private static final int IN_FLIGHT_PER_THREAD = 4;
    private static final int LOOKING_MILLIS = 200;
    private static final int LONGEST_JOIN_MILLIS = 2_000;

    private final Supplier<Pipeline> pipeline;
    private final int threads;

    /** The pipeline is only asked for when the first article needs it. */
    Batch(Supplier<Pipeline> pipeline, int threads) {
        this.pipeline = pipeline;
        this.threads = threads;
    }

    /** What comes from the thread that takes the items. */
    private sealed interface Step {
        record Working(Future<Result> result) implements Step {}

        record Ended() implements Step {}

        record Broken(RuntimeException cause) implements Step {}
    }

    /**
     * Runs until the items are used up. They are taken on a thread of their own, for the next may be long in coming while
     * results are ready; results are handed to {@code sink} on the calling thread.
     *
     * @param known gives the result of articles that need no work
     */
    void run(Iterator<Harvested.Sole> items, Function<Harvested.Read, Optional<Result>> known, Consumer<Result> sink) {
        run(items, known, sink, () -> false);
    }

    /** The same, until it is stopped: results that are not there by then are dropped. */
    void run(
            Iterator<Harvested.Sole> items,
            Function<Harvested.Read, Optional<Result>> known,
            Consumer<Result> sink,
            BooleanSupplier stopped) {
        BlockingQueue<Step> steps = new ArrayBlockingQueue<>(threads * IN_FLIGHT_PER_THREAD);
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            Thread taking = Thread.ofPlatform()
                    .daemon()
                    .start(() -> take(
                            items,
                            read -> stopped.getAsBoolean() ? Optional.of(dropped(read)) : known.apply(read),
                            workers,
                            steps));
            try {
                for (Step step = next(steps, stopped); !(step instanceof Step.Ended); step = next(steps, stopped)) {
                    sink.accept(result(step));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            } finally {
                taking.interrupt();
                await(taking);
            }
        }
    }

    /** The next step in the order of the items; the end as soon as it is stopped. */
    private static Step next(BlockingQueue<Step> steps, BooleanSupplier stopped) throws InterruptedException {
        while (!stopped.getAsBoolean()) {
            @Nullable Step step = steps.poll(LOOKING_MILLIS, TimeUnit.MILLISECONDS);
            if (step != null) {
                return step;
            }
        }
        return new Step.Ended();
    }

    /** Of an article that nobody waits for any more. */
    private static Result dropped(Harvested.Read read) {
        return new Result.Unchanged(read.origin());
    }

    /** It may be in the middle of an item, which is closed next. */
    private static void await(Thread taking) {
        try {
            taking.join(LONGEST_JOIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(
            Iterator<Harvested.Sole> items,
            Function<Harvested.Read, Optional<Result>> known,
            ExecutorService workers,
            BlockingQueue<Step> steps) {
        try {
            try {
                while (items.hasNext()) {
                    Harvested.Sole item = items.next();
                    steps.put(new Step.Working(workers.submit(() -> work(item, known))));
                }
                steps.put(new Step.Ended());
            } catch (RuntimeException e) {
                steps.put(new Step.Broken(e));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody waits for more
        }
    }

    private static Result result(Step step) throws InterruptedException {
        return switch (step) {
            case Step.Working working -> await(working.result());
            case Step.Broken broken -> throw broken.cause();
            case Step.Ended ended -> throw new IllegalStateException("no result after the end");
        };
    }

    private Result work(Harvested.Sole item, Function<Harvested.Read, Optional<Result>> known) {
        return switch (item) {
            case Harvested.Rejected rejected ->
                new Result.Failed(rejected.origin(), "harvest", rejected.reason(), Optional.empty());
            case Harvested.Unchanged same -> new Result.Unchanged(same.origin());
            case Harvested.Read read -> work(read, known);
        };
    }

    private Result work(Harvested.Read read, Function<Harvested.Read, Optional<Result>> known) {
        return known.apply(read)
                .orElseGet(() -> read.article().isEnglish()
                        ? annotate(read)
                        : Result.Done.of(read, Document.of(read.article())));
    }

    private Result annotate(Harvested.Read read) {
        return switch (pipeline.get().run(read.article())) {
            case Outcome.Annotated annotated -> Result.Done.of(read, annotated.document());
            case Outcome.Failed failed ->
                new Result.Failed(
                        read.origin(),
                        failed.stage(),
                        "could not be annotated: " + failed.cause(),
                        Optional.of(read.article()));
        };
    }

    private static Result await(Future<Result> result) throws InterruptedException {
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a worker failed", e.getCause());
        }
    }
}
