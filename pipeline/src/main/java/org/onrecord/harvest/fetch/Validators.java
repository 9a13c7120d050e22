package org.onrecord.harvest.fetch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * By what to ask servers whether the pages that are in the index have changed. A page's validator counts only once its
 * article has been {@linkplain #keep kept}, and is on disk only once that is {@linkplain #save saved}: else a page that was
 * lost on the way would be taken for unchanged for ever. The oldest are dropped beyond a number.
 */
public final class Validators {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MOST = 200_000;

    private final Optional<Path> file;
    private final String version;
    private final Map<String, Validator> kept = new LinkedHashMap<>();
    private final Map<String, Validator> offered = new ConcurrentHashMap<>();
    private boolean changed;

    private Validators(Optional<Path> file, String version) {
        this.file = file;
        this.version = version;
    }

    /** Remembers nothing: every page is fetched in full. */
    public static Validators none() {
        return new Validators(Optional.empty(), "");
    }

    /**
     * Those of a file, which need not be there yet. A file that cannot be read, or is another version's, is as good as
     * none: then pages are fetched in full, and read again by this version.
     */
    public static Validators of(Path file, String version) {
        Validators validators = new Validators(Optional.of(file), version);
        if (Files.isRegularFile(file)) {
            try (var lines = Files.lines(file)) {
                validators.read(lines.iterator());
            } catch (IOException | UncheckedIOException e) {
                validators.kept.clear();
            }
        }
        return validators;
    }

    private void read(Iterator<String> lines) throws JsonProcessingException {
        if (!lines.hasNext()
                || !MAPPER.readTree(lines.next()).path("version").asText().equals(version)) {
            return;
        }
        while (lines.hasNext()) {
            JsonNode line = MAPPER.readTree(lines.next());
            Optional<String> etag = text(line, "etag");
            Optional<String> modified = text(line, "lastModified");
            if (etag.isPresent() || modified.isPresent()) {
                kept.put(line.path("url").asText(), new Validator(etag, modified));
            }
        }
    }

    private static Optional<String> text(JsonNode line, String key) {
        return Optional.of(line.path(key)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    synchronized Optional<Validator> find(URI address) {
        return Optional.ofNullable(kept.get(address.toString()));
    }

    /** Noted for when the article of the page is kept. */
    void offer(URI address, Answer answer) {
        if (file.isPresent()) {
            Validator.of(answer).ifPresent(validator -> offered.put(address.toString(), validator));
        }
    }

    /** The article from this address is in the index. */
    public synchronized void keep(String address) {
        Validator validator = offered.remove(address);
        if (validator != null) {
            kept.remove(address);
            kept.put(address, validator);
            changed = true;
        }
    }

    /** Writes what is kept, all or nothing; to be called after what it speaks of is itself on disk. */
    public synchronized void save() {
        if (file.isEmpty() || !changed) {
            return;
        }
        Path fresh = file.get().resolveSibling(file.get().getFileName() + ".tmp");
        try {
            try (BufferedWriter out = Files.newBufferedWriter(fresh)) {
                out.write(MAPPER.createObjectNode().put("version", version) + "\n");
                int surplus = kept.size() - MOST;
                for (Map.Entry<String, Validator> entry : kept.entrySet()) {
                    if (surplus-- <= 0) {
                        out.write(line(entry) + "\n");
                    }
                }
            }
            Files.move(fresh, file.get(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            changed = false;
        } catch (IOException e) {
            throw new UncheckedIOException(file.get() + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static ObjectNode line(Map.Entry<String, Validator> entry) {
        ObjectNode line = MAPPER.createObjectNode().put("url", entry.getKey());
        entry.getValue().etag().ifPresent(value -> line.put("etag", value));
        entry.getValue().lastModified().ifPresent(value -> line.put("lastModified", value));
        return line;
    }
}
