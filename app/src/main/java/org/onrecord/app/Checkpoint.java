package org.onrecord.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.onrecord.harvest.Harvested;
import org.onrecord.harvest.Reached;
import org.onrecord.harvest.Source;

/**
 * How far an interrupted run came in each of its sources. The file is written after every commit of the index, never
 * before, so that it speaks of nothing that the index does not hold; a run that comes to its end removes its sources. Asked
 * by the thread that takes items while results come in on another.
 */
final class Checkpoint {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Optional<Path> file;
    private final String version;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Set<String> resumed = new HashSet<>();
    private Optional<Source> current = Optional.empty();

    private Checkpoint(Optional<Path> file, String version) {
        this.file = file;
        this.version = version;
    }

    /** One source. */
    private static final class Entry {
        private long items;
        private boolean finished;
        private final Set<String> origins = new LinkedHashSet<>();
    }

    /**
     * What the file says; nothing if there is none, if it is another version's, which would read the articles anew, or if
     * it is damaged.
     */
    static Checkpoint of(Path file, String version) {
        Checkpoint checkpoint = new Checkpoint(Optional.of(file), version);
        if (Files.isRegularFile(file)) {
            try {
                checkpoint.read(MAPPER.readTree(file.toFile()));
            } catch (IOException e) {
                checkpoint.entries.clear();
            }
        }
        return checkpoint;
    }

    /** Remembers nothing: every source is read from its start. */
    static Checkpoint none() {
        return new Checkpoint(Optional.empty(), "");
    }

    /** As if these sources had never been begun. */
    synchronized void forget(List<Source> sources) {
        sources.forEach(source -> source.key().ifPresent(entries::remove));
    }

    private void read(JsonNode json) {
        if (json == null || !json.path("version").asText().equals(version)) {
            return;
        }
        for (JsonNode source : json.path("sources")) {
            Entry entry = new Entry();
            entry.items = Math.max(0, source.path("items").asLong());
            entry.finished = source.path("finished").asBoolean();
            source.path("origins").forEach(origin -> entry.origins.add(origin.asText()));
            entries.put(source.path("key").asText(), entry);
            resumed.add(source.path("key").asText());
        }
    }

    private Optional<Entry> find(Source source) {
        return source.key().flatMap(key -> Optional.ofNullable(entries.get(key)));
    }

    /** What is still to be read of a source. */
    synchronized Stream<Harvested> rest(Source source) {
        return find(source)
                .map(entry -> entry.finished
                        ? Stream.<Harvested>empty()
                        : source.items(new Reached(source.isFixed() ? entry.items : 0, entry.origins)))
                .orElseGet(source::items);
    }

    /** One sentence for a source that an earlier run had begun; empty for others. */
    synchronized Optional<String> notice(Source source) {
        return source.key()
                .filter(resumed::contains)
                .flatMap(key -> find(source))
                .map(entry -> {
                    String state = entry.finished
                            ? " was read to its end by a run that was interrupted; it is passed over"
                            : " goes on where a run was interrupted, after "
                                    + (entry.items == 1 ? "1 item" : entry.items + " items");
                    return source.name() + state + " (--restart reads it from the start)";
                });
    }

    /** Whether there is anything to go on with. */
    boolean resumes(List<Source> sources) {
        return sources.stream().anyMatch(source -> notice(source).isPresent());
    }

    /**
     * An item of a source was dealt with, with all articles in it. Those before it in the command line are at their end then.
     *
     * @param done whether nothing of it failed
     */
    synchronized void took(Source source, String origin, boolean done) {
        if (current.isPresent() && !current.get().equals(source)) {
            find(current.get()).ifPresent(entry -> entry.finished = true);
        }
        if (file.isEmpty()) {
            return;
        }
        current = Optional.of(source);
        source.key().ifPresent(key -> {
            Entry entry = entries.computeIfAbsent(key, fresh -> new Entry());
            entry.items++;
            // What could not be fetched may be there the next time.
            if (!source.isFixed() && done) {
                entry.origins.add(origin);
            }
        });
    }

    /** The run is over: nothing of its sources is to be taken up again. */
    synchronized void finish(List<Source> sources) {
        forget(sources);
        save();
    }

    /** Writes the file, all or nothing; to be called after the commit that it speaks of. */
    synchronized void save() {
        file.ifPresent(this::save);
    }

    private void save(Path file) {
        try {
            if (entries.isEmpty()) {
                Files.deleteIfExists(file);
                return;
            }
            Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
            Files.writeString(fresh, json().toString());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private ObjectNode json() {
        ObjectNode json = MAPPER.createObjectNode().put("version", version);
        ArrayNode sources = json.putArray("sources");
        entries.forEach((key, entry) -> {
            ObjectNode source = sources.addObject().put("key", key).put("items", entry.items);
            source.put("finished", entry.finished);
            ArrayNode origins = source.putArray("origins");
            entry.origins.forEach(origins::add);
        });
        return json;
    }
}
