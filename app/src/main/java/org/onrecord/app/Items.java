package org.onrecord.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Stream;
import org.onrecord.harvest.Harvested;
import org.onrecord.harvest.Source;

/** The items of several sources, one source after another, each opened when its turn comes. */
final class Items implements Iterator<Harvested>, AutoCloseable {
    private final Deque<Source> ahead;
    private final Function<Source, Stream<Harvested>> opener;
    private final Queue<Source> handedOut = new ConcurrentLinkedQueue<>();
    private Stream<Harvested> open = Stream.empty();
    private Iterator<Harvested> current = open.iterator();
    private Source source;

    /** @param opener what is still to be read of a source */
    Items(List<Source> sources, Function<Source, Stream<Harvested>> opener) {
        this.ahead = new ArrayDeque<>(sources);
        this.opener = opener;
        this.source = sources.getFirst();
    }

    @Override
    public boolean hasNext() {
        while (!current.hasNext() && !ahead.isEmpty()) {
            open.close();
            source = ahead.removeFirst();
            open = opener.apply(source);
            current = open.iterator();
        }
        return current.hasNext();
    }

    @Override
    public Harvested next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        handedOut.add(source);
        return current.next();
    }

    /** The source of the item whose result is next: results come in the order of the items. May be asked by another thread. */
    Source sourceOfResult() {
        return handedOut.remove();
    }

    @Override
    public void close() {
        open.close();
    }
}
