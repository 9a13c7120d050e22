package org.onrecord.search;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** What is known of the clusters of one segment by their ordinals, looked up once each. */
final class SharedOrdinals {
    private static final byte ALONE = 1;
    private static final byte SHARED = 2;

    private final SortedDocValues names;
    private final Clusters clusters;
    private final byte[] known;

    SharedOrdinals(LeafReader leaf, Clusters clusters) throws IOException {
        this.names = DocValues.getSorted(leaf, Fields.CLUSTER);
        this.clusters = clusters;
        this.known = new byte[names.getValueCount()];
    }

    /** Whether a cluster may have more articles than one. */
    boolean isShared(int ordinal) throws IOException {
        if (known[ordinal] == 0) {
            known[ordinal] = clusters.isShared(names.lookupOrd(ordinal).utf8ToString()) ? SHARED : ALONE;
        }
        return known[ordinal] == SHARED;
    }

    /** The cluster of which it is part. */
    String name(int ordinal) throws IOException {
        return clusters.name(names.lookupOrd(ordinal).utf8ToString());
    }

    /** The same as a hash of 64 bits. */
    long hash(int ordinal) throws IOException {
        return StringHelper.murmurhash3_x64_128(new BytesRef(name(ordinal)))[0];
    }
}
