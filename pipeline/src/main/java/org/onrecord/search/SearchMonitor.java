package org.onrecord.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.onrecord.document.Document;

/**
 * Searches that wait for articles: an article becomes a small index in memory, and those searches are run on it of whose
 * {@link RequiredTerms} it has one. Searches of which no term is known are always run.
 */
public final class SearchMonitor {
    private final Analyzer analyzer = Fields.analyzer();
    private final Map<String, Query> queries = new HashMap<>();
    private final Map<Term, Set<String>> byTerm = new HashMap<>();
    private final Set<String> always = new HashSet<>();

    /**
     * Makes a monitor.
     *
     * @param searches queries by their names
     * @throws QueryException if one cannot be read
     */
    public SearchMonitor(Map<String, String> searches) {
        searches.forEach((name, words) -> queries.put(name, read(words, analyzer)));
        Map<Term, Long> frequency = new HashMap<>();
        queries.values().forEach(query -> {
            Set<Term> terms = new HashSet<>();
            query.visit(QueryVisitor.termCollector(terms));
            terms.forEach(term -> frequency.merge(term, 1L, Long::sum));
        });
        RequiredTerms required = new RequiredTerms(term -> frequency.getOrDefault(term, 0L));
        queries.forEach((name, query) -> required.of(query)
                .ifPresentOrElse(
                        terms -> terms.forEach(term -> byTerm.computeIfAbsent(term, unseen -> new HashSet<>())
                                .add(name)),
                        () -> always.add(name)));
    }

    /**
     * Does nothing with a query that can be read.
     *
     * @throws QueryException for one that cannot
     */
    public static void check(String query) {
        read(query, Fields.analyzer());
    }

    private static Query read(String query, Analyzer analyzer) {
        return new QueryReader(analyzer, Clusters.NONE, () -> SpeakerNames.NONE).read(Request.of(query));
    }

    /** Names of the searches that find something in the article. */
    public Set<String> match(Document document) {
        String id = document.article().id();
        FindingDocuments.Place place = new FindingDocuments.Place(id, id, "", Cluster.of(id, List.of()));
        try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
                writer.addDocuments(new FindingDocuments(document, place, Fingerprint.of(document.article())).block());
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                IndexSearcher searcher = new IndexSearcher(reader);
                Set<String> found = new HashSet<>();
                for (String name : likely(reader)) {
                    Query query = queries.get(name);
                    if (query != null && searcher.count(query) > 0) {
                        found.add(name);
                    }
                }
                return found;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("matching an article in memory failed", e);
        }
    }

    private Set<String> likely(DirectoryReader reader) throws IOException {
        Set<String> names = new HashSet<>(always);
        for (LeafReaderContext leaf : reader.leaves()) {
            for (FieldInfo field : leaf.reader().getFieldInfos()) {
                @Nullable
                Terms terms = field.getIndexOptions() == IndexOptions.NONE
                        ? null
                        : leaf.reader().terms(field.name);
                if (terms != null) {
                    TermsEnum each = terms.iterator();
                    for (@Nullable BytesRef term = each.next(); term != null; term = each.next()) {
                        names.addAll(byTerm.getOrDefault(new Term(field.name, BytesRef.deepCopyOf(term)), Set.of()));
                    }
                }
            }
        }
        return names;
    }
}
