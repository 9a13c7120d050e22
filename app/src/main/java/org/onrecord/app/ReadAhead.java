package org.onrecord.app;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.onrecord.harvest.Harvested;

/** The items of a source in their order, read as they are asked for, or a few of them before that on a thread of its own. */
final class ReadAhead implements Iterator<Harvested>, AutoCloseable {
    private static final int MOST = 16;

    private final Supplier<Step> steps;
    private final Runnable closing;
    private Optional<Step> next = Optional.empty();

    private ReadAhead(Supplier<Step> steps, Runnable closing) {
        this.steps = steps;
        this.closing = closing;
    }

    /** What comes from the thread. */
    private sealed interface Step {
        record Item(Harvested item) implements Step {}

        record Ended() implements Step {}

        record Broken(RuntimeException cause) implements Step {}
    }

    /** Read only when asked for. */
    static ReadAhead later(Stream<Harvested> items) {
        Iterator<Harvested> iterator = items.iterator();
        return new ReadAhead(
                () -> iterator.hasNext() ? new Step.Item(iterator.next()) : new Step.Ended(), items::close);
    }

    /** Read from now on, by a thread that closes them when it ends. */
    static ReadAhead begun(Stream<Harvested> items) {
        BlockingQueue<Step> steps = new ArrayBlockingQueue<>(MOST);
        Thread thread = Thread.ofVirtual().start(() -> read(items, steps));
        return new ReadAhead(() -> taken(steps), thread::interrupt);
    }

    private static void read(Stream<Harvested> items, BlockingQueue<Step> steps) {
        try (items) {
            try {
                Iterator<Harvested> iterator = items.iterator();
                while (iterator.hasNext()) {
                    steps.put(new Step.Item(iterator.next()));
                }
                steps.put(new Step.Ended());
            } catch (RuntimeException e) {
                steps.put(new Step.Broken(e));
            } catch (Error e) { // whoever waits has to hear of it
                steps.put(new Step.Broken(new IllegalStateException("reading failed", e)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody waits for more
        }
    }

    private static Step taken(BlockingQueue<Step> steps) {
        try {
            return steps.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public boolean hasNext() {
        if (next.isEmpty()) {
            next = Optional.of(steps.get());
        }
        return switch (next.get()) {
            case Step.Item item -> true;
            case Step.Ended ended -> false;
            case Step.Broken broken -> throw broken.cause();
        };
    }

    @Override
    public Harvested next() {
        if (hasNext() && next.orElseThrow() instanceof Step.Item item) {
            next = Optional.empty();
            return item.item();
        }
        throw new NoSuchElementException();
    }

    @Override
    public void close() {
        closing.run();
    }
}
