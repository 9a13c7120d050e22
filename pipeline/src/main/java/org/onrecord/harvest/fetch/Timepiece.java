package org.onrecord.harvest.fetch;

import java.time.Duration;
import java.time.Instant;

/** What time it is, and waiting. */
interface Timepiece {
    Instant now();

    void sleep(Duration time) throws InterruptedException;

    static Timepiece system() {
        return new Timepiece() {
            @Override
            public Instant now() {
                return Instant.now();
            }

            @Override
            public void sleep(Duration time) throws InterruptedException {
                Thread.sleep(time);
            }
        };
    }
}
