package org.onrecord.harvest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Works on a few tasks at once, and gives what they yield in the order of the tasks. */
final class Ahead<T> extends Lazily<T> implements AutoCloseable {
    private static final int MOST = 16;

    private final Iterator<? extends Callable<T>> tasks;
    private final Deque<Future<T>> underWay = new ArrayDeque<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Ahead(Iterator<? extends Callable<T>> tasks) {
        this.tasks = tasks;
    }

    @Override
    Optional<T> advance() {
        while (underWay.size() < MOST && tasks.hasNext()) {
            underWay.add(threads.submit(tasks.next()));
        }
        return underWay.isEmpty() ? Optional.empty() : Optional.of(await(underWay.removeFirst()));
    }

    private static <T> T await(Future<T> result) {
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("a fetching thread failed", e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
