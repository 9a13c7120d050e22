package org.onrecord.app.watch;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Posts one JSON body, signed as <a href="https://www.standardwebhooks.com/">Standard Webhooks</a> have it: {@code
 * webhook-id}, {@code webhook-timestamp}, and {@code webhook-signature}, the HMAC-SHA256 of both and the body. The id stays
 * the same from attempt to attempt, so that a receiver can tell a repeat.
 */
public final class Webhook implements AutoCloseable {
    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration ANSWERING = Duration.ofSeconds(30);
    private static final String ENCODED = "whsec_";

    /** The receiver asks for patience. */
    private static final Set<Integer> LATER = Set.of(408, 425, 429);

    private final WatchConfig.Hook hook;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECTING)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public Webhook(WatchConfig.Hook hook) {
        this.hook = hook;
    }

    /** What became of one attempt. */
    public sealed interface Outcome {
        /** It arrived. */
        record Delivered() implements Outcome {}

        /** It may arrive later; {@code patience} is what the receiver asked for. */
        record Later(String reason, Optional<Duration> patience) implements Outcome {}

        /** The receiver will never take it. */
        record Refused(String reason) implements Outcome {}
    }

    Outcome post(String id, String body, Instant now) throws InterruptedException {
        String timestamp = String.valueOf(now.getEpochSecond());
        HttpRequest.Builder request = HttpRequest.newBuilder(hook.url())
                .timeout(ANSWERING)
                .header("Content-Type", "application/json")
                .header("User-Agent", "onrecord")
                .header("webhook-id", id)
                .header("webhook-timestamp", timestamp)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        hook.secret()
                .ifPresent(secret -> request.header(
                        "webhook-signature", "v1," + signature(secret, id + "." + timestamp + "." + body)));
        try {
            HttpResponse<Void> answer = client.send(request.build(), HttpResponse.BodyHandlers.discarding());
            int status = answer.statusCode();
            if (status / 100 == 2) {
                return new Outcome.Delivered();
            }
            return status / 100 == 5 || LATER.contains(status)
                    ? new Outcome.Later("answered " + status, wait(answer))
                    : new Outcome.Refused("answered " + status);
        } catch (IOException e) {
            return new Outcome.Later("could not be reached: " + e.getClass().getSimpleName(), Optional.empty());
        }
    }

    private static Optional<Duration> wait(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("[0-9]{1,5}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)));
    }

    /** Of what is signed, in Base64; a secret that begins with {@value #ENCODED} is Base64 itself. */
    static String signature(String secret, String signed) {
        byte[] key = secret.startsWith(ENCODED)
                ? Base64.getDecoder().decode(secret.substring(ENCODED.length()))
                : secret.getBytes(StandardCharsets.UTF_8);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
