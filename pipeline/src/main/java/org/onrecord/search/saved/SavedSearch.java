package org.onrecord.search.saved;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.onrecord.search.QueryException;
import org.onrecord.search.SearchMonitor;

/** A search with a name. */
public record SavedSearch(String name, String query) {
    /** More are a mistake, or another kind of file. */
    static final int MOST = 100_000;

    public SavedSearch {
        if (name.isBlank() || query.isBlank()) {
            throw new IllegalArgumentException("a saved search has a name and a query");
        }
    }

    /** One problem of a file of saved searches: a sentence, the line, and a caret under the place. */
    public static final class FileException extends RuntimeException {
        private static final long serialVersionUID = 1;

        FileException(int line, String text, int column, String what) {
            super("line " + line + ": " + what + "\n" + text + "\n" + " ".repeat(column) + "^");
        }
    }

    /**
     * Reads {@code name: query} lines; blank ones and those that begin with {@code #} are passed over.
     *
     * @throws FileException at the first line that cannot be read
     */
    public static List<SavedSearch> read(List<String> lines) {
        List<SavedSearch> searches = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank() && !line.strip().startsWith("#")) {
                SavedSearch search = read(line, i + 1);
                if (!names.add(search.name())) {
                    throw new FileException(i + 1, line, 0, "a second search is called '" + search.name() + "'");
                }
                if (searches.size() == MOST) {
                    throw new FileException(i + 1, line, 0, "more than " + MOST + " searches");
                }
                searches.add(search);
            }
        }
        return searches;
    }

    private static SavedSearch read(String line, int number) {
        int colon = line.indexOf(": ");
        if (colon < 1 || line.substring(0, colon).isBlank()) {
            throw new FileException(number, line, 0, "not of the form 'name: query'");
        }
        int start = colon + 2;
        String query = line.substring(start);
        if (query.isBlank()) {
            throw new FileException(number, line, start, "no query follows the name");
        }
        try {
            SearchMonitor.check(query);
        } catch (QueryException e) {
            throw new FileException(number, line, start + e.column(), String.valueOf(e.getMessage()));
        }
        return new SavedSearch(line.substring(0, colon).strip(), query.strip());
    }
}
