package org.onrecord.app.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onrecord.search.SearchMonitor;
import org.onrecord.search.saved.SavedSearch;

/**
 * The saved searches of an index, in a file beside it that may be edited by hand as well: it is read anew each time, and
 * lines that do not change stay as they are, comments included.
 */
public final class SavedSearchFile {
    private static final int LONGEST_NAME = 200;

    private final Path file;

    SavedSearchFile(Path index) {
        this.file = index.resolve("saved.searches");
    }

    /** In the order of the file. */
    public synchronized List<SavedSearch> all() {
        try {
            return SavedSearch.read(lines());
        } catch (SavedSearch.FileException e) {
            throw Problem.of(500, file + ", " + e.getMessage() + "\nCorrect that line of the file by hand.");
        }
    }

    public Optional<SavedSearch> find(String name) {
        return all().stream().filter(search -> search.name().equals(name)).findFirst();
    }

    /**
     * Saves a search under its name, in place of one that is there.
     *
     * @return whether it is a new one
     * @throws Problem if it cannot be written so that it would be read again
     * @throws org.onrecord.search.QueryException if the query cannot be read
     */
    public synchronized boolean put(SavedSearch search) {
        check(search);
        String line = search.name() + ": " + search.query();
        List<String> lines = new ArrayList<>(lines());
        int at = place(search.name(), lines);
        if (at < 0) {
            lines.add(line);
        } else {
            lines.set(at, line);
        }
        write(lines);
        return at < 0;
    }

    private static void check(SavedSearch search) {
        String name = search.name();
        if (name.length() > LONGEST_NAME
                || !name.equals(name.strip())
                || name.startsWith("#")
                || name.endsWith(":")
                || name.contains(": ")
                || isControlled(name)) {
            throw Problem.of(
                    400,
                    "the name of a saved search has 1 to " + LONGEST_NAME
                            + " characters on one line, does not begin with '#' and has no colon before a space or at its end");
        }
        if (isControlled(search.query())) {
            throw Problem.of(400, "the query of a saved search stands on one line");
        }
        SearchMonitor.check(search.query());
    }

    private static boolean isControlled(String text) {
        return text.codePoints().anyMatch(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029');
    }

    /** Whether there was one of this name. */
    public synchronized boolean remove(String name) {
        List<String> lines = new ArrayList<>(lines());
        int at = place(name, lines);
        if (at >= 0) {
            lines.remove(at);
            write(lines);
        }
        return at >= 0;
    }

    private static int place(String name, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int colon = line.indexOf(": ");
            if (colon > 0
                    && !line.strip().startsWith("#")
                    && line.substring(0, colon).strip().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private List<String> lines() {
        try {
            return Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read as text in UTF-8", e);
        }
    }

    private void write(List<String> lines) {
        Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.write(fresh, lines);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }
}
