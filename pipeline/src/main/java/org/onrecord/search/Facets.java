package org.onrecord.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the rows of a search are distributed. A row is counted once; of a row with copies, the copy that comes first in the
 * index says which site and day.
 *
 * @param values the most frequent of each, {@value #MOST_VALUES} at most, the most frequent first
 * @param days of publication, {@value #MOST_DAYS} at most: the latest
 */
public record Facets(long total, Map<By, List<Count>> values, SortedMap<LocalDate, Long> days) {
    public static final int MOST_VALUES = 20;
    public static final int MOST_DAYS = 1_000;

    /** By what rows are counted. A name is one whatever its case and first article. */
    public enum By {
        SPEAKER,
        AFFILIATION,
        SITE,
        KIND,
        OUTCOME,
        STANCE,
        LANGUAGE,
        ROLE,
        TARGET
    }

    /** So many rows have a value. */
    public record Count(String value, long rows) {}

    public Facets {
        values = Map.copyOf(values);
        days = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(days));
    }
}
