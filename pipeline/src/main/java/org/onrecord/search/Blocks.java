package org.onrecord.search;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.join.QueryBitSetProducer;
import org.apache.lucene.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.onrecord.standoff.DocumentJson;

/** Goes through hits block by block: the findings of an article stand together, the article behind them. */
final class Blocks {
    private static final QueryBitSetProducer ARTICLES =
            new QueryBitSetProducer(new TermQuery(new Term(Fields.KIND, "article")));

    private final IndexSearcher searcher;
    private long articles;

    Blocks(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    long each(Query query, Consumer<FoundDocument> consumer) throws IOException {
        Matches.each(searcher, query, (leaf, hits) -> {
            @Nullable BitSet parents = ARTICLES.getBitSet(leaf);
            if (parents != null) {
                each(leaf, hits, parents, consumer);
            }
        });
        return articles;
    }

    private void each(LeafReaderContext leaf, DocIdSetIterator hits, BitSet parents, Consumer<FoundDocument> consumer)
            throws IOException {
        Set<String> found = new HashSet<>();
        int article = -1;
        for (int doc = hits.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = hits.nextDoc()) {
            int parent = parents.nextSetBit(doc);
            if (parent != article && !found.isEmpty()) {
                consumer.accept(read(leaf, article, found));
                articles++;
                found.clear();
            }
            article = parent;
            Document stored = searcher.storedFields().document(leaf.docBase + doc, Set.of(Fields.KIND, Fields.ID));
            found.add(stored.get(Fields.KIND) + " " + stored.get(Fields.ID));
        }
        if (!found.isEmpty()) {
            consumer.accept(read(leaf, article, found));
            articles++;
        }
    }

    private FoundDocument read(LeafReaderContext leaf, int article, Set<String> found) throws IOException {
        @Nullable
        String json = searcher.storedFields()
                .document(leaf.docBase + article, Set.of(Fields.JSON))
                .get(Fields.JSON);
        if (json == null) {
            throw new IndexException("an article in the index has no text: ingest again into a new folder");
        }
        return new FoundDocument(DocumentJson.read(json), found);
    }
}
