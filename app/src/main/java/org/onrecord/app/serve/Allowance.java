package org.onrecord.app.serve;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.OptionalLong;

/** How much each client may ask for: so many requests a second, and for a short while four times as many. */
final class Allowance {
    private static final int BURST = 4;
    private static final int MOST_CLIENTS = 10_000;

    private final LoadingCache<String, Bucket> buckets;

    Allowance(int aSecond) {
        this(aSecond, TimeMeter.SYSTEM_NANOTIME);
    }

    Allowance(int aSecond, TimeMeter clock) {
        buckets = Caffeine.newBuilder()
                .maximumSize(MOST_CLIENTS)
                .expireAfterAccess(Duration.ofMinutes(10))
                .build(client -> Bucket.builder()
                        .withCustomTimePrecision(clock)
                        .addLimit(limit ->
                                limit.capacity((long) BURST * aSecond).refillGreedy(aSecond, Duration.ofSeconds(1)))
                        .build());
    }

    /** Empty where a client may go on; else after how many seconds it may. */
    OptionalLong take(String client) {
        ConsumptionProbe probe = buckets.get(client).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? OptionalLong.empty()
                : OptionalLong.of(
                        1 + Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds());
    }
}
