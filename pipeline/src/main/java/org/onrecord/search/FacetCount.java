package org.onrecord.search;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** Counts rows by their values. Remembers each row in a cluster of several articles, and each different value. */
final class FacetCount {
    private final IndexSearcher searcher;
    private final Clusters clusters;
    private final Set<Row> seen = new HashSet<>();
    private final Map<Facets.By, Map<String, Long>> values = new EnumMap<>(Facets.By.class);
    private final TreeMap<LocalDate, Long> days = new TreeMap<>();
    private long total;

    private record Row(String cluster, long row) {}

    FacetCount(IndexSearcher searcher, Clusters clusters) {
        this.searcher = searcher;
        this.clusters = clusters;
    }

    Facets count(Query query) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            @Nullable Scorer scorer = weight.scorer(leaf);
            if (scorer != null) {
                count(leaf.reader(), scorer.iterator());
            }
        }
        Map<Facets.By, List<Facets.Count>> most = new EnumMap<>(Facets.By.class);
        values.forEach((by, counts) -> most.put(by, most(counts)));
        while (days.size() > Facets.MOST_DAYS) {
            days.pollFirstEntry();
        }
        return new Facets(total, most, days);
    }

    private void count(LeafReader leaf, DocIdSetIterator hits) throws IOException {
        SortedDocValues names = DocValues.getSorted(leaf, Fields.CLUSTER);
        NumericDocValues rows = DocValues.getNumeric(leaf, Fields.ROW);
        NumericDocValues published = DocValues.getNumeric(leaf, Fields.DAY);
        Map<Facets.By, SortedDocValues> facets = new EnumMap<>(Facets.By.class);
        for (Facets.By by : Facets.By.values()) {
            facets.put(by, DocValues.getSorted(leaf, Fields.facet(by)));
        }
        @Nullable Bits live = leaf.getLiveDocs();
        for (int doc = hits.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = hits.nextDoc()) {
            boolean isLive = live == null || live.get(doc);
            if (!isLive || !names.advanceExact(doc) || !rows.advanceExact(doc)) {
                continue;
            }
            String cluster = names.lookupOrd(names.ordValue()).utf8ToString();
            if (clusters.isShared(cluster) && !seen.add(new Row(clusters.name(cluster), rows.longValue()))) {
                continue;
            }
            total++;
            if (published.advanceExact(doc)) {
                days.merge(LocalDate.ofEpochDay(published.longValue()), 1L, Long::sum);
            }
            for (Map.Entry<Facets.By, SortedDocValues> facet : facets.entrySet()) {
                SortedDocValues value = facet.getValue();
                if (value.advanceExact(doc)) {
                    values.computeIfAbsent(facet.getKey(), by -> new HashMap<>())
                            .merge(value.lookupOrd(value.ordValue()).utf8ToString(), 1L, Long::sum);
                }
            }
        }
    }

    /** Spellings of one name together, under the most frequent. */
    private static List<Facets.Count> most(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .collect(Collectors.groupingBy(entry -> Plain.words(entry.getKey())))
                .values()
                .stream()
                .map(FacetCount::together)
                .sorted(Comparator.comparingLong(Facets.Count::rows).reversed().thenComparing(Facets.Count::value))
                .limit(Facets.MOST_VALUES)
                .toList();
    }

    private static Facets.Count together(List<Map.Entry<String, Long>> spellings) {
        String name = spellings.stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
        return new Facets.Count(
                name, spellings.stream().mapToLong(Map.Entry::getValue).sum());
    }
}
