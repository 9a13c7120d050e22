package org.onrecord.harvest.fetch;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What the robots.txt of each host allows, by RFC 9309: one that is not there (4xx) allows all; one that cannot be read
 * (5xx, no answer, too many redirects) forbids all; of a long one the first 500 KiB count; kept for a day at most.
 */
final class Robots {
    private static final int MOST_BYTES = 500 * 1024;
    private static final Duration KEPT = Duration.ofHours(24);

    private final Reader reader;
    private final Timepiece time;
    private final Duration longestDelay;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    /** Fetches a robots.txt, with its redirects. */
    interface Reader {
        Answer read(URI address) throws RefusedException, BrokenException, InterruptedException;
    }

    /** Whether an address may be fetched. */
    sealed interface Verdict {
        /**
         * It may.
         *
         * @param delay that the host wants between requests, cut to what we wait at most
         */
        record Allowed(Duration delay) implements Verdict {}

        /**
         * It may not.
         *
         * @param reason words that follow the address
         */
        record Denied(String reason) implements Verdict {}
    }

    /** The rules of one host. */
    private sealed interface Known {
        record Rules(SimpleRobotRules rules) implements Known {}

        record Unreadable(String reason) implements Known {}
    }

    /** One host's place: whoever comes second waits for the first to have read. */
    private static final class Entry {
        private final ReentrantLock lock = new ReentrantLock();
        private Instant until = Instant.MIN;
        private Known known = new Known.Unreadable("");
    }

    Robots(Reader reader, Duration longestDelay, Timepiece time) {
        this.reader = reader;
        this.longestDelay = longestDelay;
        this.time = time;
    }

    Verdict verdict(URI address) throws InterruptedException {
        String origin = address.getScheme() + "://" + address.getRawAuthority();
        return switch (known(origin)) {
            case Known.Unreadable unreadable -> new Verdict.Denied(unreadable.reason());
            case Known.Rules known -> verdict(known.rules(), address, origin);
        };
    }

    private Verdict verdict(SimpleRobotRules rules, URI address, String origin) {
        return rules.isAllowed(address.toString())
                ? new Verdict.Allowed(delay(rules))
                : new Verdict.Denied("is not fetched: " + origin
                        + "/robots.txt forbids it to robots; ask the site, or save the page and give the file");
    }

    private Duration delay(SimpleRobotRules rules) {
        Duration wanted = Duration.ofMillis(Math.max(0, rules.getCrawlDelay()));
        return wanted.compareTo(longestDelay) > 0 ? longestDelay : wanted;
    }

    private Known known(String origin) throws InterruptedException {
        Entry entry = entries.computeIfAbsent(origin, same -> new Entry());
        entry.lock.lockInterruptibly();
        try {
            if (!time.now().isBefore(entry.until)) {
                entry.known = read(URI.create(origin + "/robots.txt"));
                entry.until = time.now().plus(KEPT);
            }
            return entry.known;
        } finally {
            entry.lock.unlock();
        }
    }

    private Known read(URI address) throws InterruptedException {
        try {
            Answer answer = reader.read(address);
            if (answer.isGood()) {
                return new Known.Rules(parse(address, answer));
            }
            boolean absent = answer.status() >= 400 && answer.status() < 500 && answer.status() != 429;
            return absent
                    ? new Known.Rules(new SimpleRobotRules(SimpleRobotRules.RobotRulesMode.ALLOW_ALL))
                    : new Known.Unreadable("is not fetched: " + address + " answers with status " + answer.status()
                            + ", and without it nothing may be fetched from there: try again later");
        } catch (RefusedException e) {
            return new Known.Unreadable("is not fetched: its robots.txt " + e.reason());
        } catch (BrokenException e) {
            // A host that does not answer would not give the page either: that is said as of the page.
            return new Known.Unreadable(e.isPassing() ? e.reason() : "is not fetched: its robots.txt " + e.reason());
        }
    }

    private static SimpleRobotRules parse(URI address, Answer answer) {
        byte[] body = answer.body();
        byte[] head = body.length > MOST_BYTES ? Arrays.copyOf(body, MOST_BYTES) : body;
        // Without a bound of its own the parser would turn a long delay into a ban.
        return new SimpleRobotRulesParser(Long.MAX_VALUE, 0)
                .parseContent(address.toString(), head, "text/plain", List.of(Manners.ROBOT));
    }
}
