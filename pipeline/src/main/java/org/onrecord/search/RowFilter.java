package org.onrecord.search;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.ArrayUtil;

/**
 * Goes through the hits of a query once, one hit for each row: of copies the first in the index. Remembers each row in a
 * cluster of several articles, no others.
 */
final class RowFilter {
    /** Odd, without a pattern: 2^64 by the golden ratio. */
    private static final long MIXING = 0x9E3779B97F4A7C15L;

    private final IndexSearcher searcher;
    private final Clusters clusters;
    private final LongSet seen = new LongSet();
    private int[] documents = new int[1024];

    RowFilter(IndexSearcher searcher, Clusters clusters) {
        this.searcher = searcher;
        this.clusters = clusters;
    }

    /** Takes the rows of one segment: its first {@code count} documents are their hits, in order. */
    interface Sink {
        void take(LeafReaderContext leaf, int[] documents, int count) throws IOException;
    }

    void each(Query query, Sink sink) throws IOException {
        Matches.each(searcher, query, (leaf, hits) -> {
            int count = 0;
            Segment segment = new Segment(leaf.reader());
            for (int doc = hits.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = hits.nextDoc()) {
                if (segment.isNew(doc)) {
                    documents = ArrayUtil.grow(documents, count + 1);
                    documents[count++] = doc;
                }
            }
            sink.take(leaf, documents, count);
        });
    }

    private final class Segment {
        private final SortedDocValues names;
        private final NumericDocValues rows;
        private final SharedOrdinals ordinals;

        Segment(LeafReader leaf) throws IOException {
            names = DocValues.getSorted(leaf, Fields.CLUSTER);
            rows = DocValues.getNumeric(leaf, Fields.ROW);
            ordinals = new SharedOrdinals(leaf, clusters);
        }

        private boolean isNew(int doc) throws IOException {
            if (clusters.isEmpty() || !names.advanceExact(doc) || !ordinals.isShared(names.ordValue())) {
                return true;
            }
            return rows.advanceExact(doc) && seen.add(ordinals.hash(names.ordValue()) * MIXING + rows.longValue());
        }
    }
}
