package org.onrecord.search;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;

/** Counts the rows that hits make. Remembers eight bytes for each hit in a cluster of several articles, no others. */
final class RowCount {
    /** Odd, without a pattern: 2^64 by the golden ratio. */
    private static final long MIXING = 0x9E3779B97F4A7C15L;

    private final Clusters clusters;
    private long alone;
    private long[] shared = new long[64];
    private int sharedCount;

    RowCount(Clusters clusters) {
        this.clusters = clusters;
    }

    void add(LeafReader leaf, DocIdSetIterator hits) throws IOException {
        SortedDocValues names = DocValues.getSorted(leaf, Fields.CLUSTER);
        NumericDocValues rows = DocValues.getNumeric(leaf, Fields.ROW);
        SharedOrdinals ordinals = new SharedOrdinals(leaf, clusters);
        for (int doc = hits.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = hits.nextDoc()) {
            if (names.advanceExact(doc) && rows.advanceExact(doc)) {
                add(ordinals.hash(names.ordValue()), rows.longValue());
            }
        }
    }

    private void add(long cluster, long row) {
        if (cluster == SharedOrdinals.ALONE) {
            alone++;
            return;
        }
        shared = ArrayUtil.grow(shared, sharedCount + 1);
        shared[sharedCount++] = cluster * MIXING + row;
    }

    long rows() {
        Arrays.sort(shared, 0, sharedCount);
        long different = 0;
        for (int i = 0; i < sharedCount; i++) {
            different += i == 0 || shared[i] != shared[i - 1] ? 1 : 0;
        }
        return alone + different;
    }
}
