package org.onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;

/** The articles of an index as its writer sees them, up to the last {@link #refresh()}. Safe to ask from any thread. */
final class StoredArticles implements AutoCloseable {
    /** So many of the likeliest copies are compared: a put costs the same however many there are. */
    private static final int MOST_COMPARED = 64;

    private static final Query ARTICLES = new TermQuery(new Term(Fields.KIND, "article"));
    private static final Set<String> NAMES = Set.of(Fields.KEY, Fields.ARTICLE, Fields.VERSION, Fields.CLUSTER);

    private final SearcherManager searchers;

    StoredArticles(IndexWriter writer) throws IOException {
        searchers = new SearcherManager(writer, new SearcherFactory());
    }

    /** What is known of a stored article without reading it. */
    record Known(String key, String id, String version, String cluster) {}

    /** The article kept under a key. */
    Optional<Known> underKey(String key) throws IOException {
        return first(query(Occur.MUST, new TermQuery(new Term(Fields.KEY, key))), NAMES)
                .map(StoredArticles::known);
    }

    /** What a version of the program found in a text, as JSON: some article's that has it. */
    Optional<String> json(String id, String version) throws IOException {
        Query query = query(
                Occur.MUST,
                new TermQuery(new Term(Fields.ARTICLE, id)),
                new TermQuery(new Term(Fields.VERSION, version)));
        return first(query, Set.of(Fields.JSON)).map(stored -> stored.get(Fields.JSON));
    }

    /** Articles of the same text or nearly the same body, the likeliest first. */
    List<Known> copies(String id, Fingerprint print) throws IOException {
        Query same = new BoostQuery(
                new ConstantScoreQuery(new TermQuery(new Term(Fields.ARTICLE, id))),
                print.bands().size() + 1);
        Query query = query(
                Occur.SHOULD,
                Stream.concat(
                                Stream.of(same),
                                print.bands().stream()
                                        .map(band ->
                                                new ConstantScoreQuery(new TermQuery(new Term(Fields.BAND, band)))))
                        .toArray(Query[]::new));
        IndexSearcher searcher = searchers.acquire();
        try {
            List<Known> copies = new ArrayList<>();
            for (ScoreDoc found : searcher.search(query, MOST_COMPARED).scoreDocs) {
                Known known = known(searcher.storedFields().document(found.doc, NAMES));
                if (known.id().equals(id) || Fingerprint.isNear(print.shingles(), shingles(searcher, found.doc))) {
                    copies.add(known);
                }
            }
            return copies;
        } finally {
            searchers.release(searcher);
        }
    }

    private static Query query(Occur occur, Query... parts) {
        BooleanQuery.Builder query =
                new BooleanQuery.Builder().setMinimumNumberShouldMatch(occur == Occur.SHOULD ? 1 : 0);
        for (Query part : parts) {
            query.add(part, occur);
        }
        return query.add(ARTICLES, Occur.FILTER).build();
    }

    private Optional<Document> first(Query query, Set<String> fields) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            ScoreDoc[] found = searcher.search(query, 1).scoreDocs;
            return found.length == 0
                    ? Optional.empty()
                    : Optional.of(searcher.storedFields().document(found[0].doc, fields));
        } finally {
            searchers.release(searcher);
        }
    }

    private static Known known(Document stored) {
        return new Known(
                stored.get(Fields.KEY),
                stored.get(Fields.ARTICLE),
                stored.get(Fields.VERSION),
                stored.get(Fields.CLUSTER));
    }

    private static Shingles shingles(IndexSearcher searcher, int doc) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        BinaryDocValues values = leaf.reader().getBinaryDocValues(Fields.SHINGLES);
        if (!values.advanceExact(doc - leaf.docBase)) {
            throw new IOException("article " + doc + " has no " + Fields.SHINGLES);
        }
        return Shingles.of(values.binaryValue());
    }

    /** From here on sees all that was put. */
    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    @Override
    public void close() throws IOException {
        searchers.close();
    }
}
