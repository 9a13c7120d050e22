package org.onrecord.search;

import java.util.List;
import java.util.Locale;

/**
 * To which near-copies an article belongs, as it stood when the article was put. A cluster is named by the first 16
 * digits of the id of its first article.
 *
 * @param links all clusters that the article is near to, where these are several: whoever reads the index takes them for
 *     one. Empty for most
 */
record Cluster(String name, List<String> links) {
    private static final int DIGITS = 16;

    Cluster {
        links = List.copyOf(links);
        if (links.size() == 1) {
            throw new IllegalArgumentException("one cluster is no link: " + links);
        }
    }

    /**
     * The cluster of an article.
     *
     * @param near clusters of the articles that it is a copy of, the likeliest first
     */
    static Cluster of(String article, List<String> near) {
        List<String> distinct = near.stream().distinct().toList();
        return new Cluster(
                distinct.isEmpty() ? name(article) : distinct.getFirst(), distinct.size() > 1 ? distinct : List.of());
    }

    /** The cluster that begins with an article; of a cluster's name, itself. */
    static String name(String article) {
        return article.substring(0, Math.min(DIGITS, article.length())).toLowerCase(Locale.ROOT);
    }
}
