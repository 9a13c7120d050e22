package org.onrecord.search;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;
import org.onrecord.standoff.DocumentJson;
import org.onrecord.standoff.MalformedException;

/**
 * Makes an index anew from the documents it keeps. Nothing counts before the one commit at the end: until then, and for
 * ever if it is interrupted, the folder holds the index as it was.
 */
final class Reindexing {
    private static final Set<String> KEPT = Set.of(Fields.JSON, Fields.ORIGIN, Fields.VERSION, Fields.FETCHED);

    private final Path folder;
    private final DirectoryReader old;
    private final ArticleIndex index;

    /**
     * @param old the index as it was, read while it is made anew
     * @param index the new one, still empty
     */
    Reindexing(Path folder, DirectoryReader old, ArticleIndex index) {
        this.folder = folder;
        this.old = old;
        this.index = index;
    }

    /** In the order of the old index, since an article joins the clusters of those before it. */
    long run(LongConsumer progress) throws IOException {
        long articles = 0;
        for (LeafReaderContext leaf : old.leaves()) {
            @Nullable PostingsEnum found = leaf.reader().postings(new Term(Fields.KIND, "article"), PostingsEnum.NONE);
            @Nullable Bits live = leaf.reader().getLiveDocs();
            if (found == null) {
                continue;
            }
            for (int doc = found.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = found.nextDoc()) {
                if (live == null || live.get(doc)) {
                    take(leaf.reader().storedFields().document(doc, KEPT));
                    progress.accept(++articles);
                }
            }
        }
        index.commit();
        return articles;
    }

    private void take(Document stored) {
        @Nullable String json = stored.get(Fields.JSON);
        @Nullable String origin = stored.get(Fields.ORIGIN);
        @Nullable String version = stored.get(Fields.VERSION);
        if (json == null || origin == null) {
            throw new IndexException(
                    folder + " keeps no documents to make an index of: ingest again into a new folder");
        }
        try {
            index.put(
                    DocumentJson.read(json),
                    origin,
                    version == null ? "" : version,
                    Optional.ofNullable(stored.get(Fields.FETCHED)).map(Instant::parse));
        } catch (MalformedException e) {
            throw new IndexException(
                    folder + " keeps a document that this version cannot read (" + origin + ", " + e.getMessage()
                            + "): the index is as it was; ingest again into a new folder",
                    e);
        }
    }
}
