package org.onrecord.search;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** What is known of the clusters of one segment by their ordinals, looked up once each for all searches of a reader. */
final class SharedOrdinals {
    /** Stands for a cluster of one article, whose hits are rows of their own. */
    static final long ALONE = 1;

    private static final long UNKNOWN = 0;

    private final SortedDocValues names;
    private final Clusters clusters;

    /** By ordinal; shared by threads, which may each find out the same. */
    private final long[] hashes;

    SharedOrdinals(LeafReader leaf, Clusters clusters) throws IOException {
        this.names = DocValues.getSorted(leaf, Fields.CLUSTER);
        this.clusters = clusters;
        this.hashes = clusters.hashes(leaf, names.getValueCount());
    }

    /** Whether a cluster may have more articles than one. */
    boolean isShared(int ordinal) throws IOException {
        return hash(ordinal) != ALONE;
    }

    /** The cluster of which it is part. */
    String name(int ordinal) throws IOException {
        return clusters.name(names.lookupOrd(ordinal).utf8ToString());
    }

    /** The same as a hash of 64 bits; {@link #ALONE} where it has one article. */
    long hash(int ordinal) throws IOException {
        if (clusters.isEmpty()) {
            return ALONE;
        }
        long hash = hashes[ordinal];
        if (hash == UNKNOWN) {
            String cluster = names.lookupOrd(ordinal).utf8ToString();
            hash = clusters.isShared(cluster)
                    ? StringHelper.murmurhash3_x64_128(new BytesRef(clusters.name(cluster)))[0] | 2
                    : ALONE;
            hashes[ordinal] = hash;
        }
        return hash;
    }
}
