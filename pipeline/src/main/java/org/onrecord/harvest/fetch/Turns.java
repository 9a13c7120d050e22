package org.onrecord.harvest.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Lets requests to one host wait for one another; different hosts know nothing of each other. */
final class Turns {
    private final Manners manners;
    private final Timepiece time;
    private final Map<String, Host> hosts = new ConcurrentHashMap<>();

    Turns(Manners manners, Timepiece time) {
        this.manners = manners;
        this.time = time;
    }

    /** A request may be made until this is closed. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /** When a host may be asked next. */
    private static final class Host {
        private final Semaphore places;
        private Instant free = Instant.MIN;

        Host(int places) {
            this.places = new Semaphore(places, true);
        }

        /** Books the next moment and says how long it is until then. */
        synchronized Duration book(Instant now, Duration delay) {
            Instant start = now.isAfter(free) ? now : free;
            free = start.plus(delay);
            return Duration.between(now, start);
        }

        synchronized void hold(Instant until) {
            free = until.isAfter(free) ? until : free;
        }
    }

    /**
     * Waits until a host may be asked.
     *
     * @param delay that the host itself wants, where it is longer than ours
     */
    Turn take(String name, Duration delay) throws InterruptedException {
        Host host = host(name);
        host.places.acquire();
        try {
            Duration longer = delay.compareTo(manners.delay()) > 0 ? delay : manners.delay();
            Duration wait = host.book(time.now(), longer);
            if (wait.isPositive()) {
                time.sleep(wait);
            }
        } catch (InterruptedException e) {
            host.places.release();
            throw e;
        }
        return host.places::release;
    }

    /** Nobody asks this host for a while. */
    void hold(String name, Duration pause) {
        host(name).hold(time.now().plus(pause));
    }

    private Host host(String name) {
        return hosts.computeIfAbsent(name, same -> new Host(manners.atOnce()));
    }
}
