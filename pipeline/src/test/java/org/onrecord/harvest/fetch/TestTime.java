package org.onrecord.harvest.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A clock on which waiting takes no time, and is remembered. */
final class TestTime implements Timepiece {
    private Instant now = Instant.parse("2026-03-02T10:00:00Z");
    private final List<Duration> sleeps = new ArrayList<>();

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized void sleep(Duration time) {
        sleeps.add(time);
        now = now.plus(time);
    }

    synchronized List<Duration> sleeps() {
        return List.copyOf(sleeps);
    }
}
