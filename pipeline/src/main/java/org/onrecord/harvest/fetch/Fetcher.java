package org.onrecord.harvest.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;

/**
 * Fetches pages with manners: asks robots.txt, waits its turn, follows redirects, tries again what may pass. Safe to use
 * from many threads; different hosts are asked at the same time.
 */
public final class Fetcher implements AutoCloseable {
    private static final int MOST_ROBOTS_REDIRECTS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private final Limits limits;
    private final AddressGuard guard;
    private final Validators validators;
    private final Exchange exchange;
    private final Turns turns;
    private final Robots robots;
    private final Timepiece time;
    private final DoubleSupplier chance;

    public Fetcher(
            Manners manners, Limits limits, AddressGuard guard, Validators validators, Optional<Archive> archive) {
        this(manners, limits, guard, validators, archive, Timepiece.system(), Math::random);
    }

    /** @param chance numbers from 0 to 1 */
    Fetcher(
            Manners manners,
            Limits limits,
            AddressGuard guard,
            Validators validators,
            Optional<Archive> archive,
            Timepiece time,
            DoubleSupplier chance) {
        this.limits = limits;
        this.guard = guard;
        this.validators = validators;
        this.exchange = new Exchange(manners, limits, guard, archive, time);
        this.turns = new Turns(manners, time);
        this.time = time;
        this.chance = chance;
        this.robots = new Robots(
                address -> follow(address, MOST_ROBOTS_REDIRECTS, Map.of(), next -> Duration.ZERO),
                limits.patience(),
                time);
    }

    /** What is at an address, unless it is the same as when its article was kept. */
    public Fetched fetchIfModified(URI address) throws InterruptedException {
        return fetch(
                address, validators.find(address).map(Validator::conditions).orElse(Map.of()));
    }

    /** What is at an address. */
    public Fetched fetch(URI address) throws InterruptedException {
        return fetch(address, Map.of());
    }

    private Fetched fetch(URI address, Map<String, String> conditions) throws InterruptedException {
        try {
            Answer answer = follow(address, limits.redirects(), conditions, this::permitted);
            if (answer.status() == 304 && !conditions.isEmpty()) {
                return new Fetched.NotModified();
            }
            if (!answer.isGood()) {
                return new Fetched.Failed(
                        "cannot be fetched: the server answers with " + Status.words(answer.status()));
            }
            validators.offer(address, answer);
            return new Fetched.Page(answer.address(), answer.contentType(), answer.body(), answer.at());
        } catch (RefusedException e) {
            return new Fetched.Failed(e.reason());
        } catch (BrokenException e) {
            return new Fetched.Failed(e.reason());
        }
    }

    /** Asks before each step whether it may be taken, and how long the host wants us to wait between requests. */
    private interface Permission {
        Duration delay(URI address) throws RefusedException, InterruptedException;
    }

    private Duration permitted(URI address) throws RefusedException, InterruptedException {
        guard.check(address);
        return switch (robots.verdict(address)) {
            case Robots.Verdict.Allowed allowed -> allowed.delay();
            case Robots.Verdict.Denied denied -> throw new RefusedException(denied.reason());
        };
    }

    private Answer follow(URI start, int most, Map<String, String> conditions, Permission permission)
            throws RefusedException, BrokenException, InterruptedException {
        Set<URI> seen = new HashSet<>();
        URI address = start;
        while (seen.add(address)) {
            if (seen.size() > most + 1) {
                throw new BrokenException("cannot be fetched: it is redirected more than " + most + " times", false);
            }
            try {
                Answer answer = ask(address, conditions, permission.delay(address));
                if (!answer.isRedirect()) {
                    return answer;
                }
                address = target(answer);
            } catch (RefusedException e) {
                throw address.equals(start)
                        ? e
                        : new RefusedException("is redirected to " + address + ", which " + e.reason());
            }
        }
        throw new BrokenException("cannot be fetched: it is redirected in a circle, to " + address + " again", false);
    }

    private static URI target(Answer answer) throws RefusedException {
        String location = answer.header("location")
                .orElseThrow(() -> new RefusedException(
                        "cannot be fetched: it is redirected (status " + answer.status() + ") without saying where"));
        URI target = WebAddress.resolve(answer.address(), location)
                .orElseThrow(() -> new RefusedException(
                        "cannot be fetched: it is redirected to '" + location + "', which is no web address"));
        if ("https".equals(answer.address().getScheme()) && "http".equals(target.getScheme())) {
            throw new RefusedException("is not fetched: it is redirected from https to " + target
                    + ", which anyone on the way could change; give that address if you trust it");
        }
        return target;
    }

    private Answer ask(URI address, Map<String, String> conditions, Duration delay)
            throws RefusedException, BrokenException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            boolean last = attempt >= limits.tries();
            Duration pause;
            try {
                Answer answer = inTurn(address, conditions, delay);
                if (!answer.isPassing() || last) {
                    return answer;
                }
                pause = wanted(answer).orElse(pause(attempt));
            } catch (BrokenException e) {
                if (!e.isPassing() || last) {
                    throw e;
                }
                pause = pause(attempt);
            }
            turns.hold(address.getHost(), pause);
        }
    }

    private Answer inTurn(URI address, Map<String, String> conditions, Duration delay)
            throws RefusedException, BrokenException, InterruptedException {
        Turns.Turn turn = turns.take(address.getHost(), delay);
        try {
            return exchange.get(address, conditions);
        } finally {
            turn.close();
        }
    }

    /**
     * How long the server wants us to stay away, if it says so.
     *
     * @throws BrokenException if that is longer than we wait
     */
    private Optional<Duration> wanted(Answer answer) throws BrokenException {
        Optional<Duration> wanted = RetryAfter.of(answer.header("retry-after"), time.now());
        if (wanted.isPresent() && wanted.get().compareTo(limits.patience()) > 0) {
            throw new BrokenException(
                    "cannot be fetched: the server answers with " + Status.words(answer.status())
                            + " and wants us back in " + wanted.get().toSeconds() + " s: run it again then",
                    false);
        }
        return wanted;
    }

    /** Twice as long each time, less up to a half so that not all come back at once. */
    private Duration pause(int attempt) {
        Duration whole = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, 10));
        Duration capped = whole.compareTo(limits.patience()) > 0 ? limits.patience() : whole;
        return Duration.ofMillis((long) (capped.toMillis() * (1 - chance.getAsDouble() / 2)));
    }

    @Override
    public void close() {
        exchange.close();
    }
}
