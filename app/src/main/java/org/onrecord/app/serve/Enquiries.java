package org.onrecord.app.serve;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.onrecord.search.IndexException;
import org.onrecord.search.LiveIndex;
import org.onrecord.search.QueryException;

/**
 * Asks the index, a few questions at a time and each for a bounded time, so that costly ones keep neither the server nor
 * one another from their work. An answer that comes too late is dropped; its thread is taken until it comes.
 */
public final class Enquiries implements AutoCloseable {
    /** So many more questions may wait as are answered at a time. */
    private static final int WAITING = 50;

    private final LiveIndex index;
    private final Duration deadline;
    private final ThreadPoolExecutor threads;

    Enquiries(LiveIndex index, Duration deadline) {
        int most = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());
        this.index = index;
        this.deadline = deadline;
        this.threads = new ThreadPoolExecutor(
                most,
                most,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(WAITING * most),
                Thread.ofPlatform().daemon().name("enquiry-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Asks the newest state of the index.
     *
     * @throws Problem if the query cannot be read, or the answer takes too long
     */
    public <T> T ask(Function<LiveIndex.Reading, T> question) {
        return ask(index.read(), question);
    }

    /** Asks one state of the index, and closes it. */
    <T> T ask(LiveIndex.Reading reading, Function<LiveIndex.Reading, T> question) {
        Future<T> answer;
        try {
            answer = threads.submit(() -> {
                try (reading) {
                    return question.apply(reading);
                }
            });
        } catch (RejectedExecutionException e) {
            reading.close();
            throw Problem.of(503, "too many questions are waiting: ask again in a few seconds", "Retry-After", "5");
        }
        try {
            return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw Problem.of(
                    503,
                    "no answer was found in " + deadline.toSeconds() + " s: narrow the query down",
                    "Retry-After",
                    "30");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.of(503, "the server is being stopped");
        } catch (ExecutionException e) {
            throw problem(Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    private static RuntimeException problem(Throwable cause) {
        return switch (cause) {
            case QueryException query -> Problem.of(query);
            case IllegalArgumentException wrong -> Problem.of(400, String.valueOf(wrong.getMessage()));
            case IndexException index -> Problem.of(503, String.valueOf(index.getMessage()));
            case RuntimeException other -> other;
            default -> new IllegalStateException("asking the index failed", cause);
        };
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            threads.awaitTermination(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
