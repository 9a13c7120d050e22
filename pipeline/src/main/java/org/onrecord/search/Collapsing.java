package org.onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Searches so that a finding is one row, however many articles of a cluster have it. */
final class Collapsing {
    /** The last two decide nothing: they are there to be read with each hit. */
    private static final Sort ORDER = new Sort(
            SortField.FIELD_SCORE,
            new SortField(Fields.DAY, SortField.Type.LONG, true),
            SortField.FIELD_DOC,
            new SortField(Fields.CLUSTER, SortField.Type.STRING),
            new SortField(Fields.ROW, SortField.Type.LONG));

    private static final int CLUSTER = 3;
    private static final int ROW = 4;
    private static final int MOST_COPIES = 1_000;

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

    /** The rows of a page; looks at no more hits than it takes to fill it. */
    List<Found> page(Query query, int offset, int limit) throws IOException {
        List<Found> page = new ArrayList<>();
        Set<Finding> seen = new HashSet<>();
        int wanted = offset + limit;
        int rows = 0;
        @Nullable ScoreDoc last = null;
        for (int size = wanted; rows < wanted; size = Math.min(2 * size, 2 * Request.MOST)) {
            TopFieldDocs found = last == null
                    ? searcher.search(query, size, ORDER, true)
                    : searcher.searchAfter(last, query, size, ORDER, true);
            for (ScoreDoc doc : found.scoreDocs) {
                last = doc;
                FieldDoc fields = (FieldDoc) doc;
                String cluster = ((BytesRef) fields.fields[CLUSTER]).utf8ToString();
                Finding finding = new Finding(clusters.name(cluster), (Long) fields.fields[ROW]);
                boolean shared = clusters.isShared(cluster);
                if (rows < wanted && (!shared || seen.add(finding)) && rows++ >= offset) {
                    page.add(new Found(doc.doc, doc.score, shared ? copies(query, finding, doc.doc) : List.of()));
                }
            }
            if (found.scoreDocs.length < size) {
                break;
            }
        }
        return page;
    }

    private List<Integer> copies(Query query, Finding finding, int best) throws IOException {
        Query same = new BooleanQuery.Builder()
                .add(query, Occur.FILTER)
                .add(clusters.query(finding.cluster()), Occur.FILTER)
                .add(NumericDocValuesField.newSlowExactQuery(Fields.ROW, finding.row()), Occur.FILTER)
                .build();
        List<Integer> copies = new ArrayList<>();
        for (ScoreDoc doc : searcher.search(same, MOST_COPIES).scoreDocs) {
            if (doc.doc != best) {
                copies.add(doc.doc);
            }
        }
        return copies;
    }

    /** All rows there are: one for each hit in a cluster of one article, one for each finding in the others. */
    long count(Query query) throws IOException {
        if (clusters == Clusters.NONE) {
            return searcher.count(query);
        }
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        RowCount count = new RowCount(clusters);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            @Nullable Scorer scorer = weight.scorer(leaf);
            if (scorer != null) {
                count.add(leaf.reader(), scorer.iterator());
            }
        }
        return count.rows();
    }
}
