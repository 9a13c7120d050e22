package org.onrecord.harvest;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** An iterator that works out its next element when it is asked for; the end is an absent one. */
abstract class Lazily<T> implements Iterator<T> {
    private Optional<T> ahead = Optional.empty();
    private boolean ended;

    /** The next element; not asked again after the first absent one. */
    abstract Optional<T> advance();

    @Override
    public final boolean hasNext() {
        if (ahead.isEmpty() && !ended) {
            ahead = advance();
            ended = ahead.isEmpty();
        }
        return ahead.isPresent();
    }

    @Override
    public final T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        T next = ahead.orElseThrow();
        ahead = Optional.empty();
        return next;
    }

    final Stream<T> stream() {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }
}
