package org.onrecord.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Stream;
import org.onrecord.harvest.Harvested;
import org.onrecord.harvest.Source;
import org.onrecord.harvest.fetch.WebAddress;

/**
 * What several sources hold, one source after another, item by item, and the articles of one item one after another. A
 * source is opened when its turn comes; web addresses that follow one another are read at the same time, ahead of their turn.
 */
final class Items implements Iterator<Harvested.Sole>, AutoCloseable {
    /** Addresses that are read ahead of their turn. */
    private static final int MOST_AHEAD = 16;

    private final Deque<Source> waiting;
    private final Function<Source, Stream<Harvested>> opener;
    private final Deque<Open> ahead = new ArrayDeque<>();
    private final Queue<Taken> handedOut = new ConcurrentLinkedQueue<>();
    private Optional<Open> current = Optional.empty();
    private Optional<Item> item = Optional.empty();

    /** @param opener what is still to be read of a source */
    Items(List<Source> sources, Function<Source, Stream<Harvested>> opener) {
        this.waiting = new ArrayDeque<>(sources);
        this.opener = opener;
    }

    /**
     * Where an article comes from.
     *
     * @param origin of the item that it is, or is part of
     * @param last whether it is the last of that item
     */
    record Taken(Source source, String origin, boolean last) {}

    /** A source that is being read. */
    private record Open(Source source, ReadAhead items) {}

    /** The rest of an item. */
    private record Item(Source source, String origin, Iterator<? extends Harvested.Sole> articles) {}

    @Override
    public boolean hasNext() {
        while (item.isEmpty() || !item.get().articles().hasNext()) {
            if (current.isPresent() && current.get().items().hasNext()) {
                item = Optional.of(
                        item(current.get().source(), current.get().items().next()));
            } else if (!open()) {
                return false;
            }
        }
        return true;
    }

    private static Item item(Source source, Harvested harvested) {
        List<? extends Harvested.Sole> articles = switch (harvested) {
            case Harvested.Several several -> several.articles();
            case Harvested.Sole sole -> List.of(sole);
        };
        return new Item(source, harvested.origin(), articles.iterator());
    }

    /** Goes on to the next source; whether there is one. */
    private boolean open() {
        current.ifPresent(open -> open.items().close());
        current = Optional.empty();
        if (ahead.isEmpty() && !waiting.isEmpty()) {
            ahead.add(opened(waiting.removeFirst()));
        }
        while (!ahead.isEmpty()
                && isWeb(ahead.getLast().source())
                && !waiting.isEmpty()
                && isWeb(waiting.getFirst())
                && ahead.size() <= MOST_AHEAD) {
            ahead.add(opened(waiting.removeFirst()));
        }
        current = Optional.ofNullable(ahead.pollFirst());
        return current.isPresent();
    }

    private Open opened(Source source) {
        Stream<Harvested> items = opener.apply(source);
        return new Open(source, isWeb(source) ? ReadAhead.begun(items) : ReadAhead.later(items));
    }

    private static boolean isWeb(Source source) {
        return WebAddress.looksLikeOne(source.name());
    }

    @Override
    public Harvested.Sole next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Item open = item.orElseThrow();
        Harvested.Sole next = open.articles().next();
        handedOut.add(new Taken(open.source(), open.origin(), !open.articles().hasNext()));
        return next;
    }

    /** Of the article whose result is next: results come in the order of the articles. May be asked by another thread. */
    Taken takenNext() {
        return handedOut.remove();
    }

    @Override
    public void close() {
        current.ifPresent(open -> open.items().close());
        ahead.forEach(open -> open.items().close());
    }
}
