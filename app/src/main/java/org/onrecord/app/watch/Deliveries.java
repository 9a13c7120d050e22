package org.onrecord.app.watch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Tells the outputs what the journal says that they have not had. */
public final class Deliveries implements AutoCloseable {
    /** What is appended to the file of matches. */
    static final String FILE = "ndjson";

    static final String HOOK = "webhook";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** So often in one round; then the receiver is left alone until the next. */
    private static final int TRIES = 4;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final WatchConfig config;
    private final Journal journal;
    private final Consumer<String> warn;
    private final CountDownLatch stop;
    private final Optional<Webhook> webhook;

    /**
     * Makes them.
     *
     * @param warn takes a sentence about what could not be delivered
     * @param stop ends the waiting between attempts when it is counted down
     */
    public Deliveries(WatchConfig config, Journal journal, Consumer<String> warn, CountDownLatch stop) {
        this.config = config;
        this.journal = journal;
        this.warn = warn;
        this.stop = stop;
        this.webhook = config.webhook().map(Webhook::new);
    }

    /** Names of the outputs that a match must reach. */
    public Set<String> outputs() {
        Set<String> outputs = new LinkedHashSet<>();
        config.ndjson().ifPresent(file -> outputs.add(FILE));
        config.webhook().ifPresent(hook -> outputs.add(HOOK));
        return outputs;
    }

    /** Delivers what waits, in the order it was matched. */
    public void run() throws IOException, InterruptedException {
        if (config.ndjson().isPresent()) {
            for (Journal.Message message : journal.pending(FILE)) {
                append(config.ndjson().get(), message.body().toString());
                journal.sent(message, FILE);
            }
        }
        if (webhook.isPresent() && config.webhook().isPresent()) {
            for (Journal.Message message : journal.pending(HOOK)) {
                if (stop.getCount() == 0
                        || !deliver(webhook.get(), config.webhook().get(), message)) {
                    break;
                }
            }
        }
    }

    /** Whether the next should be tried. */
    private boolean deliver(Webhook hook, WatchConfig.Hook settings, Journal.Message first)
            throws IOException, InterruptedException {
        Journal.Message message = first;
        Duration wait = settings.backoff();
        for (int tries = 0; tries < TRIES; tries++) {
            switch (hook.post(message.id(), message.body().toString(), Instant.now())) {
                case Webhook.Outcome.Delivered delivered -> {
                    journal.sent(message, HOOK);
                    return true;
                }
                case Webhook.Outcome.Refused refused -> {
                    bury(message, refused.reason());
                    return true;
                }
                case Webhook.Outcome.Later later -> {
                    message = journal.failed(message);
                    if (message.attempts() >= settings.attempts()) {
                        bury(message, later.reason());
                        return true;
                    }
                    if (tries + 1 == TRIES || waited(later.patience().orElse(wait))) {
                        warn.accept("the webhook " + later.reason() + ": "
                                + journal.pending(HOOK).size() + " matches wait for the next round");
                        return false;
                    }
                    wait = wait.multipliedBy(2);
                }
            }
        }
        return false;
    }

    /** Waits, or says that there is to be no more waiting. */
    private boolean waited(Duration wait) throws InterruptedException {
        return wait.compareTo(LONGEST_WAIT) > 0 || stop.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void bury(Journal.Message message, String reason) throws IOException {
        ObjectNode line = MAPPER.createObjectNode()
                .put("id", message.id())
                .put("reason", reason)
                .put("attempts", message.attempts());
        line.set("body", message.body());
        append(config.dead(), line.toString());
        journal.sent(message, HOOK);
        warn.accept("the webhook " + reason + ": a match is kept in " + config.dead());
    }

    private static void append(Path file, String line) throws IOException {
        Files.writeString(
                file, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Override
    public void close() {
        webhook.ifPresent(Webhook::close);
    }
}
