package org.onrecord.app.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was matched and what of it was told, as lines of JSON that are only ever appended to and forced to the disk: a run
 * that is killed at any point goes on where it was. A last line that was half written is passed over.
 */
public final class Journal implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Older reports are forgotten, and would be made again. */
    private static final int REMEMBERED = 1_000_000;

    private final FileChannel channel;
    private final Set<String> reported = new LinkedHashSet<>();
    private final Map<String, Message> pending = new LinkedHashMap<>();

    /**
     * A match on its way to its receivers.
     *
     * @param attempts made so far to post it
     * @param waitsFor names of the outputs that have not had it
     */
    public record Message(String id, JsonNode body, int attempts, Set<String> waitsFor) {
        public Message {
            waitsFor = Set.copyOf(waitsFor);
        }

        private Message without(String output) {
            Set<String> left = new LinkedHashSet<>(waitsFor);
            left.remove(output);
            return new Message(id, body, attempts, left);
        }
    }

    private Journal(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Opens a journal, making one where there is none, and drops from it what is settled.
     *
     * @throws IOException if another process has it open, too
     */
    public static Journal open(Path file) throws IOException {
        Path lock = file.resolveSibling(file.getFileName() + ".lock");
        FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            @Nullable FileLock held = channel.tryLock();
            if (held == null) {
                throw new IOException(file + " is used by another watch");
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new IOException(file + " is used by another watch", e);
        }
        Journal old = new Journal(channel);
        if (Files.exists(file)) {
            try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
                lines.forEach(old::replay);
            }
        }
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, old.lines(), StandardCharsets.UTF_8);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        Journal journal = new Journal(FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND));
        journal.lock = channel;
        journal.reported.addAll(old.reported);
        journal.pending.putAll(old.pending);
        return journal;
    }

    private @Nullable FileChannel lock;

    private void replay(String line) {
        try {
            JsonNode event = MAPPER.readTree(line);
            String id = event.path("id").asText();
            @Nullable Message message = pending.get(id);
            switch (event.path("event").asText()) {
                case "reported" -> reported.add(id);
                case "match" -> {
                    reported.add(id);
                    Set<String> outputs = new LinkedHashSet<>();
                    event.path("outputs").forEach(output -> outputs.add(output.asText()));
                    pending.put(
                            id,
                            new Message(
                                    id,
                                    event.path("body"),
                                    event.path("attempts").asInt(),
                                    outputs));
                }
                case "sent" -> {
                    if (message != null) {
                        settle(message.without(event.path("to").asText()));
                    }
                }
                case "failed" -> {
                    if (message != null) {
                        pending.put(id, new Message(id, message.body(), message.attempts() + 1, message.waitsFor()));
                    }
                }
                default -> {}
            }
        } catch (JsonProcessingException e) { // half written when the process was killed
        }
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        int forgotten = Math.max(0, reported.size() - REMEMBERED);
        reported.stream()
                .skip(forgotten)
                .filter(id -> !pending.containsKey(id))
                .forEach(id -> lines.add(event("reported", id).toString()));
        pending.values().forEach(message -> lines.add(match(message).toString()));
        return lines;
    }

    private static ObjectNode event(String name, String id) {
        return MAPPER.createObjectNode().put("event", name).put("id", id);
    }

    private static ObjectNode match(Message message) {
        ObjectNode node = event("match", message.id()).put("attempts", message.attempts());
        message.waitsFor().stream().sorted().forEach(node.putArray("outputs")::add);
        node.set("body", message.body());
        return node;
    }

    /** Remembers a match that is to be told to some outputs, unless it was reported before. */
    public boolean report(String id, JsonNode body, Set<String> outputs) throws IOException {
        if (!reported.add(id)) {
            return false;
        }
        Message message = new Message(id, body, 0, outputs);
        append(match(message));
        settle(message);
        return true;
    }

    /** Whether a match was reported before. */
    public boolean isReported(String id) {
        return reported.contains(id);
    }

    /** An output has had a match, or never will. */
    public void sent(Message message, String output) throws IOException {
        append(event("sent", message.id()).put("to", output));
        @Nullable Message waiting = pending.get(message.id());
        if (waiting != null) {
            settle(waiting.without(output));
        }
    }

    /** An attempt to post a match failed; gives the match with one attempt more. */
    public Message failed(Message message) throws IOException {
        append(event("failed", message.id()));
        Message again = new Message(message.id(), message.body(), message.attempts() + 1, message.waitsFor());
        pending.put(message.id(), again);
        return again;
    }

    private void settle(Message message) {
        if (message.waitsFor().isEmpty()) {
            pending.remove(message.id());
        } else {
            pending.put(message.id(), message);
        }
    }

    /** Matches that an output has not had, the oldest first. */
    public List<Message> pending(String output) {
        return pending.values().stream()
                .filter(message -> message.waitsFor().contains(output))
                .toList();
    }

    private void append(ObjectNode event) throws IOException {
        ByteBuffer line = ByteBuffer.wrap((event + "\n").getBytes(StandardCharsets.UTF_8));
        while (line.hasRemaining()) {
            channel.write(line);
        }
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        @Nullable FileChannel held = lock;
        if (held != null) {
            held.close();
        }
    }
}
