package org.onrecord.app.pages;

import java.util.ArrayList;
import java.util.List;
import org.onrecord.search.FindingSearch;
import org.onrecord.search.QueryException;
import org.onrecord.search.Request;
import org.onrecord.search.saved.SavedSearch;

/**
 * The saved searches, with how much each finds now.
 *
 * @param writable whether whoever looks may change them
 * @param query of a search to save
 * @param more searches that are not shown
 */
public record SavedPage(boolean writable, String query, List<Entry> entries, int more) {
    private static final int MOST = 200;

    /** One of them; {@code found} says how many findings, or why the query cannot be read. */
    public record Entry(String name, String query, String link, String found) {}

    public SavedPage {
        entries = List.copyOf(entries);
    }

    static SavedPage of(boolean writable, String query, List<SavedSearch> searches, FindingSearch search) {
        List<Entry> entries = new ArrayList<>();
        for (SavedSearch each : searches.subList(0, Math.min(MOST, searches.size()))) {
            entries.add(new Entry(each.name(), each.query(), Links.search(each.query()), found(search, each.query())));
        }
        return new SavedPage(writable, query, entries, searches.size() - entries.size());
    }

    private static String found(FindingSearch search, String query) {
        try {
            return Phrases.counted(search.search(Request.of(query).page(1, 0)).total(), "finding");
        } catch (QueryException e) {
            return "cannot be read: " + e.getMessage();
        }
    }
}
