package org.onrecord.harvest;

import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.onrecord.harvest.fetch.Fetcher;

/** The web for one run: what to fetch with, how much of a listing to take, and what was met already. */
public final class Web {
    private final Fetcher fetcher;
    private final int limit;
    private final Consumer<String> notices;
    private final Set<URI> met = ConcurrentHashMap.newKeySet();
    private Turn turn = Turn.first();

    /**
     * The web by way of one fetcher.
     *
     * @param limit articles taken of one feed or sitemap
     * @param notices is told, in whole sentences, what was left out
     */
    public Web(Fetcher fetcher, int limit, Consumer<String> notices) {
        if (limit < 1) {
            throw new IllegalArgumentException("a limit of " + limit + " articles");
        }
        this.fetcher = fetcher;
        this.limit = limit;
        this.notices = notices;
    }

    Fetcher fetcher() {
        return fetcher;
    }

    int limit() {
        return limit;
    }

    void notice(String sentence) {
        notices.accept(sentence);
    }

    /** For a source that is opened now. */
    synchronized Turn turn() {
        Turn given = turn;
        turn = given.next();
        return given;
    }

    /** Whether an address is met for the first time in this run. */
    boolean isNew(URI address) {
        return met.add(address);
    }
}
