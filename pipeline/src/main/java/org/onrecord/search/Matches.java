package org.onrecord.search;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FilteredDocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** Goes through all that a query finds, segment by segment, without scores and without what was deleted. */
final class Matches {
    private Matches() {}

    /** Takes the matches of one segment, in order. */
    interface Sink {
        void take(LeafReaderContext leaf, DocIdSetIterator matches) throws IOException;
    }

    static void each(IndexSearcher searcher, Query query, Sink sink) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            @Nullable Scorer scorer = weight.scorer(leaf);
            if (scorer != null) {
                sink.take(leaf, living(scorer.iterator(), leaf.reader().getLiveDocs()));
            }
        }
    }

    private static DocIdSetIterator living(DocIdSetIterator matches, @Nullable Bits live) {
        return live == null
                ? matches
                : new FilteredDocIdSetIterator(matches) {
                    @Override
                    protected boolean match(int doc) {
                        return live.get(doc);
                    }
                };
    }
}
