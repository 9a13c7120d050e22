package org.onrecord.app.serve;

import java.util.OptionalLong;
import org.onrecord.search.ArticleIndex;

/** Reads what is submitted into the index. */
public interface Ingester {
    /** Is told of a run as it goes, and says whether it is to go on. */
    interface Listener {
        void size(OptionalLong items);

        void took(ArticleIndex.Change change);

        void failed(String origin, String stage, String reason);

        /** Something that was left out, in a sentence. */
        void notice(String sentence);

        /** All that was taken so far can be found. */
        void committed();

        boolean isStopped();
    }

    /**
     * Runs to the end, or until it is stopped; what was taken is kept. Bad items never end it. Not asked twice at a time.
     *
     * @throws org.onrecord.search.IndexException if the index cannot be written to
     * @throws org.onrecord.harvest.SourceException if there is nothing to read
     */
    void ingest(Submission submission, Listener listener);
}
