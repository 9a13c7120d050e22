package org.onrecord.harvest.fetch;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/**
 * Collects an answer up to a size and hangs up on the rest.
 *
 * @see Kept
 */
final class CappedBody implements BodySubscriber<CappedBody.Kept> {
    private final int most;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<Kept> kept = new CompletableFuture<>();
    private Optional<Subscription> subscribed = Optional.empty();

    CappedBody(int most) {
        this.most = most;
    }

    /** @param whole false where there was more than allowed */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never written to
    record Kept(byte[] bytes, boolean whole) {}

    @Override
    public CompletionStage<Kept> getBody() {
        return kept;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        subscribed = Optional.of(subscription);
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            int room = most - bytes.size();
            byte[] part = new byte[Math.min(room, buffer.remaining())];
            buffer.get(part);
            bytes.writeBytes(part);
            if (buffer.hasRemaining()) {
                subscribed.ifPresent(Subscription::cancel);
                kept.complete(new Kept(bytes.toByteArray(), false));
                return;
            }
        }
    }

    @Override
    public void onError(Throwable cause) {
        kept.completeExceptionally(cause);
    }

    @Override
    public void onComplete() {
        kept.complete(new Kept(bytes.toByteArray(), true));
    }
}
