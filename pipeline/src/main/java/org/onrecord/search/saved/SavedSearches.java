package org.onrecord.search.saved;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.onrecord.document.Document;
import org.onrecord.search.SearchMonitor;

/** Says which saved searches an article answers, each once for an article and its near-copies. */
public final class SavedSearches {
    /** Older reports are forgotten, and would be made again. */
    private static final int REMEMBERED = 1_000_000;

    private final SearchMonitor monitor;
    private final Map<Reported, Boolean> reported = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Reported, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Reported(String search, String cluster) {}

    public SavedSearches(List<SavedSearch> searches) {
        Map<String, String> queries = new LinkedHashMap<>();
        searches.forEach(search -> queries.put(search.name(), search.query()));
        monitor = new SearchMonitor(queries);
    }

    /**
     * Names of the searches that find something in the article and were not reported for its cluster yet, in alphabetical
     * order.
     *
     * @param cluster of near-copies that the article belongs to
     */
    public synchronized List<String> match(Document document, String cluster) {
        return monitor.match(document).stream()
                .sorted()
                .filter(name -> reported.put(new Reported(name, cluster), true) == null)
                .toList();
    }
}
