package org.onrecord.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/** Counts rows by their values: within a segment by ordinals, of which only those that occur are looked up. */
final class FacetCount {
    /** Of spellings that are as frequent: not the one of a headline in capitals. */
    private static final Comparator<String> FEWEST_CAPITALS = Comparator.comparingLong((String name) ->
                    name.codePoints().filter(Character::isUpperCase).count())
            .reversed()
            .thenComparing(Comparator.naturalOrder());

    /** So many rows of a segment are counted by each thing on all processors. */
    private static final int WORTH_SHARING = 5_000;

    private static final byte BARE = 1;
    private static final byte FULL = 2;

    private final RowFilter rows;
    private final SpeakerNames speakers;
    private final Map<Facets.By, Map<String, Long>> values = new ConcurrentHashMap<>();
    private final TreeMap<Long, Long> days = new TreeMap<>();
    private long total;

    FacetCount(IndexSearcher searcher, Clusters clusters, SpeakerNames speakers) {
        this.rows = new RowFilter(searcher, clusters);
        this.speakers = speakers;
    }

    Facets count(Query query) throws IOException {
        rows.each(query, (leaf, documents, count) -> {
            total += count;
            days(leaf.reader(), documents, count);
            values(leaf.reader(), documents, count);
        });
        Map<Facets.By, List<Facets.Count>> most = new EnumMap<>(Facets.By.class);
        values.forEach((by, counts) -> most.put(by, most(counts, key(by))));
        TreeMap<LocalDate, Long> latest = new TreeMap<>();
        for (Map.Entry<Long, Long> day : days.descendingMap().entrySet()) {
            if (latest.size() == Facets.MOST_DAYS) {
                break;
            }
            latest.put(LocalDate.ofEpochDay(day.getKey()), day.getValue());
        }
        return new Facets(total, most, latest);
    }

    private void days(LeafReader leaf, int[] documents, int count) throws IOException {
        NumericDocValues published = DocValues.getNumeric(leaf, Fields.DAY);
        Map<Long, Long> here = new HashMap<>();
        long last = Long.MIN_VALUE;
        long rowsOfLast = 0;
        for (int i = 0; i < count; i++) { // findings of one article stand together
            if (published.advanceExact(documents[i])) {
                if (published.longValue() != last) {
                    here.merge(last, rowsOfLast, Long::sum);
                    last = published.longValue();
                    rowsOfLast = 0;
                }
                rowsOfLast++;
            }
        }
        here.merge(last, rowsOfLast, Long::sum);
        here.forEach((day, found) -> {
            if (found > 0) {
                days.merge(day, found, Long::sum);
            }
        });
    }

    private void values(LeafReader leaf, int[] documents, int count) throws IOException {
        Stream<Facets.By> each = Arrays.stream(Facets.By.values());
        try {
            (count < WORTH_SHARING ? each : each.parallel()).forEach(by -> {
                try {
                    add(leaf, by, documents, count);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void add(LeafReader leaf, Facets.By by, int[] documents, int count) throws IOException {
        SortedDocValues facet = DocValues.getSorted(leaf, Fields.facet(by));
        int[] counts = new int[facet.getValueCount()];
        Map<String, Long> into = values.computeIfAbsent(by, unseen -> new HashMap<>());
        if (by == Facets.By.SPEAKER && !speakers.isWithoutSurnames()) {
            countResolved(leaf, facet, documents, count, counts, into);
        } else {
            for (int i = 0; i < count; i++) {
                if (facet.advanceExact(documents[i])) {
                    counts[facet.ordValue()]++;
                }
            }
        }
        for (int ordinal = 0; ordinal < counts.length; ordinal++) {
            if (counts[ordinal] > 0) {
                into.merge(facet.lookupOrd(ordinal).utf8ToString(), (long) counts[ordinal], Long::sum);
            }
        }
    }

    /** A surname counts as the full name that near-copies of its article have. */
    private void countResolved(
            LeafReader leaf, SortedDocValues facet, int[] documents, int count, int[] counts, Map<String, Long> into)
            throws IOException {
        SortedDocValues clusters = DocValues.getSorted(leaf, Fields.CLUSTER);
        byte[] bare = new byte[counts.length];
        for (int i = 0; i < count; i++) {
            if (!facet.advanceExact(documents[i])) {
                continue;
            }
            int ordinal = facet.ordValue();
            if (bare[ordinal] == 0) {
                String key = NameKey.of(facet.lookupOrd(ordinal).utf8ToString());
                bare[ordinal] = NameKey.isBare(key) ? BARE : FULL;
            }
            if (bare[ordinal] == BARE && clusters.advanceExact(documents[i])) {
                String name = facet.lookupOrd(ordinal).utf8ToString();
                String cluster = clusters.lookupOrd(clusters.ordValue()).utf8ToString();
                into.merge(speakers.inCluster(name, cluster), 1L, Long::sum);
            } else {
                counts[ordinal]++;
            }
        }
    }

    /** How articles call the speakers of the hits. */
    List<Facets.Count> aliases(Query query) throws IOException {
        Map<String, Long> forms = new HashMap<>();
        rows.each(query, (leaf, documents, count) -> {
            SortedSetDocValues names = DocValues.getSortedSet(leaf.reader(), Fields.ALIAS);
            for (int i = 0; i < count; i++) {
                if (names.advanceExact(documents[i])) {
                    for (int each = 0; each < names.docValueCount(); each++) {
                        forms.merge(names.lookupOrd(names.nextOrd()).utf8ToString(), 1L, Long::sum);
                    }
                }
            }
        });
        return most(forms, Plain::words);
    }

    private Function<String, String> key(Facets.By by) {
        return switch (by) {
            case SPEAKER, TARGET, AFFILIATION -> speakers::canonical;
            default -> Plain::words;
        };
    }

    /** Spellings and names of one together, under the most frequent. */
    private static List<Facets.Count> most(Map<String, Long> counts, Function<String, String> key) {
        return counts.entrySet().stream()
                .collect(Collectors.groupingBy(entry -> key.apply(entry.getKey())))
                .values()
                .stream()
                .map(FacetCount::together)
                .sorted(Comparator.comparingLong(Facets.Count::rows).reversed().thenComparing(Facets.Count::value))
                .limit(Facets.MOST_VALUES)
                .toList();
    }

    private static Facets.Count together(List<Map.Entry<String, Long>> spellings) {
        String name = spellings.stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(FEWEST_CAPITALS)))
                .orElseThrow()
                .getKey();
        return new Facets.Count(
                name, spellings.stream().mapToLong(Map.Entry::getValue).sum());
    }
}
