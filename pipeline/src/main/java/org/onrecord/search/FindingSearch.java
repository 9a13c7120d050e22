package org.onrecord.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOSupplier;
import org.jspecify.annotations.Nullable;
import org.onrecord.document.Span;

/** Searches an index; sees what was committed when it was opened. */
public final class FindingSearch implements AutoCloseable {
    /**
     * Rows in order of the score of their best hit, then newest first, then as they stand in the index.
     *
     * @param total rows there are, shown or not
     */
    public record Result(long total, List<Row> rows) {
        public Result {
            rows = List.copyOf(rows);
        }

        /** The best hit of each row. */
        public List<Hit> hits() {
            return rows.stream().map(Row::hit).toList();
        }
    }

    /** What an index holds. */
    public record Size(long articles, long findings) {}

    private static final Query ARTICLES = new TermQuery(new Term(Fields.KIND, "article"));
    private static final List<String> SAID = List.of(Fields.TEXT, Fields.EXACT);
    private static final Set<String> STORED = Set.of(Fields.JSON, Fields.ORIGIN, Fields.CLUSTER, Fields.FETCHED);

    private final Optional<DirectoryReader> own;
    private final IndexSearcher searcher;
    private final Clusters clusters;
    private final Analyzer analyzer = Fields.analyzer();
    private final AtomicReference<@Nullable SpeakerNames> names = new AtomicReference<>();

    private FindingSearch(DirectoryReader reader, Optional<DirectoryReader> own) throws IOException {
        this.own = own;
        this.searcher = new IndexSearcher(reader);
        this.clusters = Clusters.of(reader);
    }

    /**
     * Opens an index for reading, beside a writer if need be.
     *
     * @throws IndexException if there is none, or it is of another schema, or damaged
     */
    public static FindingSearch open(Path folder) {
        return reading(folder, directory -> {
            ArticleIndex.requireSchema(directory, folder);
            DirectoryReader reader = DirectoryReader.open(directory);
            return new FindingSearch(reader, Optional.of(reader));
        });
    }

    /** What is made of the folder of an index. */
    interface Opening<T> {
        T of(FSDirectory directory) throws IOException;
    }

    /** Opens the folder; what keeps it from being read becomes one sentence. */
    static <T> T reading(Path folder, Opening<T> opening) {
        try {
            if (!Files.isDirectory(folder)) {
                throw none(folder);
            }
            return opening.of(FSDirectory.open(folder));
        } catch (IndexNotFoundException e) {
            throw none(folder);
        } catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException e) {
            throw ArticleIndex.damaged(folder, e);
        } catch (IOException e) {
            throw new IndexException(folder + " cannot be opened as an index: " + e, e);
        }
    }

    /** Over a reader that whoever opened it closes. */
    static FindingSearch of(DirectoryReader reader) throws IOException {
        return new FindingSearch(reader, Optional.empty());
    }

    private QueryReader queries() {
        return new QueryReader(analyzer, clusters, this::names);
    }

    /** Made when first asked for: it reads all names of the index. */
    private SpeakerNames names() {
        @Nullable SpeakerNames known = names.get();
        if (known != null) {
            return known;
        }
        return fromIndex(() -> {
            SpeakerNames read = SpeakerNames.of(searcher.getIndexReader(), clusters);
            names.set(read);
            return read;
        });
    }

    private static IndexException none(Path folder) {
        return new IndexException(
                folder + " holds no index: make one with 'onrecord ingest SOURCE --index " + folder + "'");
    }

    /**
     * Runs a search.
     *
     * @throws QueryException if the query cannot be read
     */
    public Result search(Request request) {
        return search(request, queries().read(request));
    }

    /**
     * The same with why each row was found.
     *
     * @param raw for each row what Lucene says of its score
     */
    public record Explained(Result result, List<List<Reason>> reasons, List<String> raw) {
        public Explained {
            reasons = List.copyOf(reasons);
            raw = List.copyOf(raw);
        }
    }

    /**
     * Runs a search and says for each row which terms of the query stand where in it, and what they add to its score.
     *
     * @throws QueryException if the query cannot be read
     */
    public Explained explain(Request request) {
        Query query = queries().read(request);
        Map<QueryNode.Leaf, Map<String, Query>> places = queries().reasons(request);
        return fromIndex(() -> {
            List<Collapsing.Found> found = collapsing(request).page(query, request);
            List<List<Reason>> reasons = new ArrayList<>();
            List<String> raw = new ArrayList<>();
            for (Collapsing.Found row : found) {
                List<Reason> why = new ArrayList<>();
                for (Map.Entry<QueryNode.Leaf, Map<String, Query>> leaf : places.entrySet()) {
                    for (Map.Entry<String, Query> place : leaf.getValue().entrySet()) {
                        Explanation explained = searcher.explain(place.getValue(), row.doc());
                        if (explained.isMatch()) {
                            why.add(new Reason(
                                    leaf.getKey().written(),
                                    place.getKey(),
                                    explained.getValue().floatValue()));
                        }
                    }
                }
                reasons.add(why);
                raw.add(searcher.explain(query, row.doc()).toString());
            }
            return new Explained(search(request, query), reasons, raw);
        });
    }

    /**
     * Finds casualty figures alone. Bare words are looked for in the whole article, its title, and what the figure says of
     * place, cause and source, since the sentence of a figure seldom names its event.
     *
     * @throws QueryException if the query cannot be read
     */
    public Result figures(Request request) {
        return search(request, queries().readFigures(request));
    }

    /** The article of a hit with all that was found in it. */
    public org.onrecord.document.Document document(Hit hit) {
        return article(hit.article(), Optional.of(hit.origin()))
                .orElseThrow(() -> new IndexException("the index has no article " + hit.article()))
                .document();
    }

    /**
     * The article with an id, which is that of its text.
     *
     * @param origin of the copy that is meant where the same text was printed in several places; else the first is taken
     */
    public Optional<IndexedArticle> article(String id, Optional<String> origin) {
        Query query = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Fields.ARTICLE, id)), Occur.FILTER)
                .add(ARTICLES, Occur.FILTER)
                .build();
        return fromIndex(() -> {
            @Nullable Document found = null;
            for (ScoreDoc each : searcher.search(query, Request.MOST).scoreDocs) {
                Document stored = searcher.storedFields().document(each.doc, STORED);
                if (found == null
                        || origin.filter(required(stored, Fields.ORIGIN)::equals)
                                .isPresent()) {
                    found = stored;
                }
            }
            return Optional.ofNullable(found)
                    .map(stored -> new IndexedArticle(
                            required(stored, Fields.JSON),
                            required(stored, Fields.ORIGIN),
                            fetched(stored),
                            clusters.name(required(stored, Fields.CLUSTER))));
        });
    }

    /** How much there is to find. */
    public Size size() {
        return fromIndex(() -> {
            long articles = searcher.count(ARTICLES);
            return new Size(articles, searcher.count(MatchAllDocsQuery.INSTANCE) - articles);
        });
    }

    /**
     * Hands over every article in which something is found, once, in the order of the index, whatever limit and offset
     * say. Copies are articles of their own. Holds one article in memory at a time.
     *
     * @return how many there are
     * @throws QueryException if the query cannot be read
     */
    public long eachDocument(Request request, Consumer<FoundDocument> consumer) {
        Query query = queries().read(request);
        return fromIndex(() -> new Blocks(searcher).each(query, consumer));
    }

    /**
     * Counts the rows of a search, all of them, whatever limit and offset say.
     *
     * @throws QueryException if the query cannot be read
     */
    public Facets facets(Request request) {
        return facets(request, queries().read(request));
    }

    private Facets facets(Request request, Query query) {
        return fromIndex(() -> new FacetCount(searcher, collapsed(request), names()).count(query));
    }

    /** A page of rows, and how all of them are distributed. */
    public record Counted(Result result, Facets facets) {}

    /**
     * Runs a search and counts its rows, the two at once: faster than one after the other.
     *
     * @throws QueryException if the query cannot be read
     */
    public Counted counted(Request request) {
        Query query = queries().read(request);
        return atOnce(
                () -> facets(request, query),
                () -> rows(request, query),
                (facets, rows) -> new Counted(new Result(facets.total(), rows), facets));
    }

    /** Does the first on another processor while this one does the second. */
    private static <A, B, C> C atOnce(Supplier<A> first, Supplier<B> second, BiFunction<A, B, C> together) {
        ForkJoinTask<A> elsewhere = ForkJoinPool.commonPool().submit(first::get);
        try {
            B here = second.get();
            return together.apply(elsewhere.join(), here);
        } finally {
            elsewhere.quietlyJoin(); // whoever asked may close the reader next
        }
    }

    /**
     * Words that a search finds more often than the rest of the index has them, the most telling first, by the
     * log-likelihood ratio of Dunning (1993) over findings.
     *
     * @throws QueryException if the query cannot be read
     */
    public List<SignificantTerm> significant(Request request, int most) {
        Query query = queries().read(request);
        return fromIndex(() -> new SignificantTerms(searcher, clusters, analyzer).of(query, most));
    }

    /**
     * By which other names articles call the speakers that a search finds, the most frequent first.
     *
     * @throws QueryException if the query cannot be read
     */
    public List<Facets.Count> aliases(Request request) {
        Query query = queries().read(request);
        return fromIndex(() -> new FacetCount(searcher, clusters, names()).aliases(query));
    }

    /** Asks the index; what keeps it from answering becomes one sentence. */
    private static <T> T fromIndex(IOSupplier<T> question) {
        try {
            return question.get();
        } catch (IOException e) {
            throw new IndexException("the index cannot be read: " + e, e);
        }
    }

    private Result search(Request request, Query query) {
        return atOnce(() -> count(request, query), () -> rows(request, query), Result::new);
    }

    private long count(Request request, Query query) {
        return fromIndex(() -> collapsing(request).count(query));
    }

    private Collapsing collapsing(Request request) {
        return new Collapsing(searcher, collapsed(request));
    }

    /** The clusters whose copies make one row. */
    private Clusters collapsed(Request request) {
        return request.copies() ? Clusters.NONE : clusters;
    }

    private List<Row> rows(Request request, Query query) {
        return fromIndex(() -> {
            Set<Term> terms = terms(query);
            List<Row> rows = new ArrayList<>();
            for (Collapsing.Found found : collapsing(request).page(query, request)) {
                List<Hit> copies = new ArrayList<>();
                for (int doc : found.copies()) {
                    copies.add(hit(doc, found.score(), terms));
                }
                copies.sort(Hit.EARLIEST_FIRST);
                rows.add(new Row(hit(found.doc(), found.score(), terms), copies));
            }
            return rows;
        });
    }

    private static Set<Term> terms(Query query) {
        Set<Term> terms = new HashSet<>();
        query.visit(new QueryVisitor() {
            @Override
            public void consumeTerms(Query inner, Term... found) {
                for (Term term : found) {
                    if (SAID.contains(term.field())) {
                        terms.add(term);
                    }
                }
            }
        });
        return terms;
    }

    private Hit hit(int doc, float score, Set<Term> terms) throws IOException {
        Document stored = searcher.storedFields().document(doc);
        int contextStart = number(stored, Fields.CONTEXT_START);
        Span span = new Span(
                number(stored, Fields.START), Math.max(number(stored, Fields.END), number(stored, Fields.START) + 1));
        String context = required(stored, Fields.CONTEXT);
        Span found = new Span(span.start() - contextStart, Math.min(span.end() - contextStart, context.length()));
        return new Hit(
                Hit.Type.valueOf(required(stored, Fields.KIND).toUpperCase(Locale.ROOT)),
                required(stored, Fields.ID),
                said(stored),
                figure(stored),
                required(stored, Fields.ARTICLE),
                optional(stored, Fields.TITLE),
                optional(stored, Fields.URL),
                optional(stored, Fields.SITE),
                optional(stored, Fields.PUBLISHED),
                required(stored, Fields.LANGUAGE),
                clusters.name(required(stored, Fields.CLUSTER)),
                required(stored, Fields.ORIGIN),
                fetched(stored),
                span,
                context,
                found,
                matches(context, found, terms),
                score);
    }

    private static Optional<Instant> fetched(Document stored) {
        return optional(stored, Fields.FETCHED).map(Instant::parse);
    }

    private static Optional<Hit.Said> said(Document stored) {
        return optional(stored, Fields.SPEAKER_NAME)
                .map(name -> new Hit.Said(
                        name,
                        required(stored, Fields.SPEAKER_TYPE),
                        optional(stored, Fields.ROLE),
                        optional(stored, Fields.AFFILIATION),
                        optional(stored, Fields.STANCE)));
    }

    private static Optional<Hit.Figure> figure(Document stored) {
        return optional(stored, Fields.OUTCOME)
                .map(outcome -> new Hit.Figure(
                        outcome,
                        bound(stored, Fields.MIN),
                        bound(stored, Fields.MAX),
                        required(stored, Fields.EXACTNESS),
                        optional(stored, Fields.SOURCE)));
    }

    /** Where the words of the query stand in the finding, in text order. */
    private List<Span> matches(String context, Span found, Set<Term> terms) {
        Set<Span> matches = new TreeSet<>();
        for (String field : SAID) {
            if (terms.stream().anyMatch(term -> term.field().equals(field))) {
                matches(context, field, terms).filter(found::contains).forEach(matches::add);
            }
        }
        return List.copyOf(matches);
    }

    private Stream<Span> matches(String context, String field, Set<Term> terms) {
        Stream.Builder<Span> matches = Stream.builder();
        try (TokenStream stream = analyzer.tokenStream(field, new StringReader(context))) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                if (terms.contains(new Term(field, term.toString()))) {
                    matches.add(new Span(offset.startOffset(), offset.endOffset()));
                }
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("analysing a hit failed", e);
        }
        return matches.build();
    }

    private static OptionalLong bound(Document stored, String field) {
        @Nullable IndexableField value = stored.getField(field);
        return value == null
                ? OptionalLong.empty()
                : OptionalLong.of(value.numericValue().longValue());
    }

    private static int number(Document stored, String field) {
        return stored.getField(field).numericValue().intValue();
    }

    private static String required(Document stored, String field) {
        return optional(stored, field)
                .orElseThrow(() -> new IndexException(
                        "a finding in the index has no " + field + ": ingest again into a new folder"));
    }

    private static Optional<String> optional(Document stored, String field) {
        return Optional.ofNullable(stored.get(field));
    }

    @Override
    public void close() {
        if (own.isPresent()) {
            try {
                own.get().close();
                own.get().directory().close();
            } catch (IOException e) {
                throw new UncheckedIOException("closing the index failed", e);
            }
        }
    }
}
