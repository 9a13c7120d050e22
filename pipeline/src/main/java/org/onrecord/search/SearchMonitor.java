package org.onrecord.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.onrecord.document.Document;

/**
 * Searches that wait for articles: an article becomes a small index in memory, and those searches are run on it of which
 * one finding has all {@link RequiredTerms}. A search is looked at only where its rarest set of them occurs; searches of
 * which no term is known are always run.
 */
public final class SearchMonitor {
    /** Terms that nearly every article has. */
    private static final Set<String> COMMON =
            Set.of(Fields.KIND, Fields.LANGUAGE, Fields.VOICE, Fields.STANCE, Fields.OUTCOME);

    private final Analyzer analyzer = Fields.analyzer();
    private final List<Waiting> searches = new ArrayList<>();
    private final Map<Term, List<Waiting>> byTerm = new HashMap<>();
    private final List<Waiting> always = new ArrayList<>();
    private final Set<Term> asked = new HashSet<>();

    private record Waiting(String name, String words, Query query, List<Set<Term>> required) {
        Waiting {
            required = List.copyOf(required);
        }
    }

    /**
     * What a search finds in an article.
     *
     * @param rows there are
     * @param hits the best of them
     */
    public record Match(String name, String query, long rows, List<Hit> hits) {
        public Match {
            hits = List.copyOf(hits);
        }
    }

    /**
     * Makes a monitor.
     *
     * @param named queries by their names
     * @throws QueryException if one cannot be read
     */
    public SearchMonitor(Map<String, String> named) {
        named.forEach((name, words) -> {
            Query query = read(words, analyzer);
            searches.add(new Waiting(name, words, query, RequiredTerms.of(query)));
        });
        Map<Term, Long> frequency = searches.stream()
                .flatMap(search ->
                        search.required().stream().flatMap(Set::stream).distinct())
                .collect(Collectors.groupingBy(term -> term, Collectors.counting()));
        asked.addAll(frequency.keySet());
        for (Waiting search : searches) {
            Optional<Set<Term>> rarest = search.required().stream()
                    .min(Comparator.comparing(SearchMonitor::isCommon)
                            .thenComparingLong(set -> set.stream()
                                    .mapToLong(term -> frequency.getOrDefault(term, 0L))
                                    .sum()));
            rarest.ifPresentOrElse(
                    set -> set.forEach(term -> byTerm.computeIfAbsent(term, unseen -> new ArrayList<>())
                            .add(search)),
                    () -> always.add(search));
        }
    }

    private static boolean isCommon(Set<Term> terms) {
        return terms.stream().anyMatch(term -> COMMON.contains(term.field()));
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
        return match(document, "", Optional.empty(), 0).stream()
                .map(Match::name)
                .collect(Collectors.toSet());
    }

    /**
     * The searches that find something in the article, in no order.
     *
     * @param origin from where it was read
     * @param fetched when it was on the web, where that is known
     * @param most hits wanted of each
     */
    public List<Match> match(Document document, String origin, Optional<Instant> fetched, int most) {
        String id = document.article().id();
        FindingDocuments.Place place = new FindingDocuments.Place(id, origin, "", Cluster.of(id, List.of()), fetched);
        try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
                writer.addDocuments(new FindingDocuments(document, place, Fingerprint.of(document.article())).block());
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                return match(reader, most);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("matching an article in memory failed", e);
        }
    }

    private List<Match> match(DirectoryReader reader, int most) throws IOException {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null); // no query is run twice on one article
        TermDocuments terms = new TermDocuments(reader, asked);
        Set<Waiting> likely = Collections.newSetFromMap(new IdentityHashMap<>());
        likely.addAll(always);
        terms.terms().forEach(term -> likely.addAll(byTerm.getOrDefault(term, List.of())));
        List<Match> found = new ArrayList<>();
        for (Waiting search : likely) {
            if (terms.have(search.required())) {
                int rows = searcher.count(search.query());
                if (rows > 0) {
                    List<Hit> hits = most == 0
                            ? List.of()
                            : FindingSearch.of(reader)
                                    .search(Request.of(search.words()).page(most, 0))
                                    .hits();
                    found.add(new Match(search.name(), search.words(), rows, hits));
                }
            }
        }
        return found;
    }
}
