package org.onrecord.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Articles put that {@link StoredArticles} does not see yet, in the order they were put. Safe to ask from any thread. */
final class RecentArticles {
    /** What is known of one; {@code id} is that of its text. */
    record Recent(String id, Fingerprint print, String cluster) {}

    private final Map<String, Recent> byKey = new LinkedHashMap<>();

    /** Keys of what has a band, or had it until it was put again. */
    private final Map<String, Set<String>> byBand = new HashMap<>();

    synchronized void put(String key, Recent article) {
        byKey.remove(key);
        byKey.put(key, article);
        article.print()
                .bands()
                .forEach(band ->
                        byBand.computeIfAbsent(band, unseen -> new HashSet<>()).add(key));
    }

    synchronized Optional<Recent> underKey(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** Clusters of the articles that are copies of one, itself apart. */
    synchronized List<String> clusters(String key, String id, Fingerprint print) {
        Set<String> likely = new HashSet<>();
        print.bands().forEach(band -> likely.addAll(byBand.getOrDefault(band, Set.of())));
        List<String> clusters = new ArrayList<>();
        byKey.forEach((other, article) -> {
            boolean copy = article.id().equals(id)
                    || (likely.contains(other) && article.print().isNear(print));
            if (copy && !other.equals(key)) {
                clusters.add(article.cluster());
            }
        });
        return clusters;
    }

    synchronized int size() {
        return byKey.size();
    }

    synchronized void clear() {
        byKey.clear();
        byBand.clear();
    }
}
