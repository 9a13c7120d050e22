package org.onrecord.harvest;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * The order in which sources that are read at the same time say which addresses are theirs, which is the order in which they
 * were opened: an address that two of them list is always the first one's, however fast they are.
 */
final class Turn {
    private final CompletableFuture<Void> earlier;
    private final CompletableFuture<Void> own = new CompletableFuture<>();

    private Turn(CompletableFuture<Void> earlier) {
        this.earlier = earlier;
    }

    static Turn first() {
        return new Turn(CompletableFuture.completedFuture(null));
    }

    Turn next() {
        return new Turn(CompletableFuture.allOf(earlier, own));
    }

    /** Returns when all that were opened before have passed. */
    void await() throws InterruptedException {
        try {
            earlier.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("nothing completes it so", e);
        }
    }

    /** All addresses of this source are known, or no more are asked for. */
    void pass() {
        own.complete(null);
    }
}
