package org.onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Searches so that a finding is one row, however many articles of a cluster have it. */
final class Collapsing {
    private static final int CLUSTER = 2;
    private static final int ROW = 5;
    private static final int MOST_COPIES = 1_000;

    /** Of hits of one score many are copies of each other, and to go on costs a search as long as the first. */
    private static final int SPARE = 50;

    private final IndexSearcher searcher;
    private final Clusters clusters;

    Collapsing(IndexSearcher searcher, Clusters clusters) {
        this.searcher = searcher;
        this.clusters = clusters;
    }

    /** A row: its best document and, in no order, those of its copies, {@value #MOST_COPIES} at most. */
    record Found(int doc, float score, List<Integer> copies) {
        Found {
            copies = List.copyOf(copies);
        }
    }

    /** What makes two findings one row. */
    private record Finding(String cluster, long row) {}

    /** The rows of a page; takes in more hits until it is full. */
    List<Found> page(Query query, Request request) throws IOException {
        int offset = request.offset();
        int limit = request.limit();
        Sort sort = sort(request.order());
        List<Best> page = new ArrayList<>();
        Set<Finding> seen = new HashSet<>();
        int wanted = offset + limit;
        int rows = 0;
        @Nullable ScoreDoc last = null;
        for (int size = wanted + SPARE; rows < wanted; size = Math.min(2 * size, 2 * Request.MOST)) {
            TopFieldDocs found = last == null
                    ? searcher.search(query, size, sort, true)
                    : searcher.searchAfter(last, query, size, sort, true);
            for (ScoreDoc doc : found.scoreDocs) {
                last = doc;
                FieldDoc fields = (FieldDoc) doc;
                String cluster = ((BytesRef) fields.fields[CLUSTER]).utf8ToString();
                Finding finding = new Finding(clusters.name(cluster), (Long) fields.fields[ROW]);
                boolean shared = clusters.isShared(cluster);
                if (rows < wanted && (!shared || seen.add(finding)) && rows++ >= offset) {
                    page.add(new Best(doc.doc, doc.score, finding, shared));
                }
            }
            if (found.scoreDocs.length < size) {
                break;
            }
        }
        return withCopies(query, page);
    }

    /** The best document of a row. */
    private record Best(int doc, float score, Finding finding, boolean shared) {}

    /** The copies of all rows of a page are looked for at once. */
    private List<Found> withCopies(Query query, List<Best> page) throws IOException {
        Map<Finding, List<Integer>> documents = new HashMap<>();
        page.stream().filter(Best::shared).forEach(best -> documents.put(best.finding(), new ArrayList<>()));
        if (!documents.isEmpty()) {
            collect(query, documents);
        }
        return page.stream()
                .map(best -> new Found(
                        best.doc(),
                        best.score(),
                        documents.getOrDefault(best.finding(), List.of()).stream()
                                .filter(doc -> doc != best.doc())
                                .toList()))
                .toList();
    }

    private void collect(Query query, Map<Finding, List<Integer>> documents) throws IOException {
        Query among = new BooleanQuery.Builder()
                .add(query, Occur.FILTER)
                .add(
                        clusters.query(documents.keySet().stream()
                                .map(Finding::cluster)
                                .collect(Collectors.toSet())),
                        Occur.FILTER)
                .build();
        Matches.each(searcher, among, (leaf, hits) -> collect(leaf, hits, documents));
    }

    private void collect(LeafReaderContext leaf, DocIdSetIterator hits, Map<Finding, List<Integer>> documents)
            throws IOException {
        SortedDocValues names = DocValues.getSorted(leaf.reader(), Fields.CLUSTER);
        NumericDocValues rows = DocValues.getNumeric(leaf.reader(), Fields.ROW);
        for (int doc = hits.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = hits.nextDoc()) {
            if (names.advanceExact(doc) && rows.advanceExact(doc)) {
                String cluster = clusters.name(names.lookupOrd(names.ordValue()).utf8ToString());
                @Nullable List<Integer> copies = documents.get(new Finding(cluster, rows.longValue()));
                if (copies != null && copies.size() <= MOST_COPIES) {
                    copies.add(leaf.docBase + doc);
                }
            }
        }
    }

    /**
     * Ties are broken by what articles are, not by where they stand in the index, so that rows keep their order while it
     * grows. The last two decide nothing: they are there to be read with each hit.
     */
    private static Sort sort(Request.Order order) {
        SortField newest = day(true);
        List<SortField> first = switch (order) {
            case RELEVANCE -> List.of(SortField.FIELD_SCORE, newest);
            case NEWEST -> List.of(newest, SortField.FIELD_SCORE);
            case OLDEST -> List.of(day(false), SortField.FIELD_SCORE);
            case HIGHEST -> List.of(count(true), newest);
            case LOWEST -> List.of(count(false), newest);
        };
        return new Sort(
                first.get(0),
                first.get(1),
                new SortField(Fields.CLUSTER, SortField.Type.STRING),
                new SortField(Fields.START, SortField.Type.LONG),
                SortField.FIELD_DOC,
                new SortField(Fields.ROW, SortField.Type.LONG));
    }

    /** What has no day comes last. */
    private static SortField day(boolean newest) {
        return new SortField(Fields.DAY, SortField.Type.LONG, newest, newest ? Long.MIN_VALUE : Long.MAX_VALUE);
    }

    private static SortField count(boolean highest) {
        return new SortField(Fields.COUNT, SortField.Type.LONG, highest, highest ? Long.MIN_VALUE : Long.MAX_VALUE);
    }

    /** All rows there are: one for each hit in a cluster of one article, one for each finding in the others. */
    long count(Query query) throws IOException {
        if (clusters == Clusters.NONE) {
            return searcher.count(query);
        }
        RowCount count = new RowCount(clusters);
        Matches.each(searcher, query, (leaf, hits) -> count.add(leaf.reader(), hits));
        return count.rows();
    }
}
