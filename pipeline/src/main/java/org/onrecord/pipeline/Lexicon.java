package org.onrecord.pipeline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A word list from the models module: one entry a line, white space trimmed, {@code #} starts a comment, and what
 * follows a tab is the value of the entry.
 */
public final class Lexicon {
    private static final String ROOT = "/org/onrecord/models/";

    private final Map<String, String> entries;

    private Lexicon(Map<String, String> entries) {
        this.entries = entries;
    }

    /**
     * Reads a list.
     *
     * @param name path below the models' root, such as {@code attribution/cues.txt}
     * @throws IllegalArgumentException if there is no such list or it names an entry twice
     */
    public static Lexicon load(String name) {
        try (InputStream in = Lexicon.class.getResourceAsStream(ROOT + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no word list " + name + " among the models");
            }
            return new Lexicon(read(name, new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read word list " + name, e);
        }
    }

    private static Map<String, String> read(String name, BufferedReader reader) {
        Map<String, String> entries = new LinkedHashMap<>();
        reader.lines()
                .map(line -> line.replaceFirst("#.*", ""))
                .filter(line -> !line.isBlank())
                .forEach(line -> {
                    String[] parts = line.split("\t", 2);
                    if (entries.put(parts[0].trim(), parts.length == 2 ? parts[1].trim() : "") != null) {
                        throw new IllegalArgumentException(name + " names '" + parts[0].trim() + "' twice");
                    }
                });
        return entries;
    }

    public boolean contains(String entry) {
        return entries.containsKey(entry);
    }

    /** The value of an entry: empty where there is no such entry. */
    public Optional<String> find(String entry) {
        return Optional.ofNullable(entries.get(entry));
    }

    public Set<String> entries() {
        return entries.keySet();
    }
}
