package org.onrecord.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOUtils;

/**
 * Finds the words by which what a query finds differs from the rest of the index. Read are the newest findings, {@value
 * #MOST_READ} at most and one for each row; what the rest has is counted from the index.
 */
final class SignificantTerms {
    private static final int MOST_READ = 2_000;

    /** A word of one finding stands out by chance. */
    private static final int LEAST_FINDINGS = 2;

    private static final int LEAST_LETTERS = 3;

    /** So many times more frequent than outside. */
    private static final double LEAST_RATIO = 1.5;

    /** So many of the likeliest are counted exactly, for each that is wanted. */
    private static final int CANDIDATES = 4;

    private static final Sort NEWEST = new Sort(
            new SortField(Fields.DAY, SortField.Type.LONG, true),
            SortField.FIELD_DOC,
            new SortField(Fields.CLUSTER, SortField.Type.STRING),
            new SortField(Fields.ROW, SortField.Type.LONG));

    private static final Set<String> READ =
            Set.of(Fields.START, Fields.END, Fields.CONTEXT, Fields.CONTEXT_START, Fields.SPEAKER_NAME);

    private static final CharArraySet STOP = functionWords();

    private final IndexSearcher searcher;
    private final Clusters clusters;
    private final Analyzer analyzer;
    private final Map<String, Map<String, Integer>> spellings = new HashMap<>();
    private final Map<String, Integer> inside = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private int read;

    SignificantTerms(IndexSearcher searcher, Clusters clusters, Analyzer analyzer) {
        this.searcher = searcher;
        this.clusters = clusters;
        this.analyzer = analyzer;
    }

    /** Snowball's list: articles, pronouns, auxiliaries, prepositions, conjunctions. */
    private static CharArraySet functionWords() {
        try {
            return WordlistLoader.getSnowballWordSet(
                    IOUtils.requireResourceNonNull(
                            SnowballFilter.class.getResourceAsStream("english_stop.txt"), "english_stop.txt"),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read Snowball's list of function words", e);
        }
    }

    private record Finding(String cluster, long row) {}

    List<SignificantTerm> of(Query query, int most) throws IOException {
        Query said = said(query);
        Set<Finding> seen = new HashSet<>();
        for (ScoreDoc hit : searcher.search(said, MOST_READ, NEWEST).scoreDocs) {
            Object[] fields = ((org.apache.lucene.search.FieldDoc) hit).fields;
            String cluster = clusters.name(((BytesRef) fields[2]).utf8ToString());
            if (seen.add(new Finding(cluster, (Long) fields[3]))) {
                read(searcher.storedFields().document(hit.doc, READ));
                read++;
            }
        }
        IndexReader reader = searcher.getIndexReader();
        long all = searcher.count(said(org.apache.lucene.search.MatchAllDocsQuery.INSTANCE));
        List<SignificantTerm> likely = new ArrayList<>();
        for (Map.Entry<String, Integer> term : inside.entrySet()) {
            if (term.getValue() >= LEAST_FINDINGS && !names.contains(term.getKey())) {
                int everywhere = reader.docFreq(new Term(Fields.TEXT, term.getKey())); // of articles as well
                likely.add(term(term.getKey(), term.getValue(), everywhere / 2, all));
            }
        }
        likely.sort(Comparator.comparingDouble(SignificantTerm::score).reversed());
        List<SignificantTerm> exact = new ArrayList<>();
        for (SignificantTerm term : likely.subList(0, Math.min(likely.size(), CANDIDATES * most))) {
            long everywhere = searcher.count(said(new TermQuery(new Term(Fields.TEXT, term.words()))));
            exact.add(term(term.words(), term.inside(), everywhere, all));
        }
        return exact.stream()
                .filter(term -> term.score() > 0)
                .sorted(Comparator.comparingDouble(SignificantTerm::score)
                        .reversed()
                        .thenComparing(SignificantTerm::words))
                .limit(most)
                .map(term -> new SignificantTerm(spelled(term.words()), term.inside(), term.outside(), term.score()))
                .toList();
    }

    private static Query said(Query query) {
        return new BooleanQuery.Builder()
                .add(query, Occur.FILTER)
                .add(
                        new BooleanQuery.Builder()
                                .add(new TermQuery(new Term(Fields.KIND, "quote")), Occur.SHOULD)
                                .add(new TermQuery(new Term(Fields.KIND, "claim")), Occur.SHOULD)
                                .build(),
                        Occur.FILTER)
                .build();
    }

    /** Copies count once inside and each outside, which makes a word seem no more telling than it is. */
    private SignificantTerm term(String word, long found, long everywhere, long all) {
        long outside = Math.max(0, everywhere - found);
        double rate = (double) found / read;
        long rest = Math.max(1, all - read);
        boolean more = rate >= LEAST_RATIO * outside / rest;
        double score =
                more ? 2 * (part(found, read, outside, rest) + part(read - found, read, rest - outside, rest)) : 0;
        return new SignificantTerm(word, found, outside, score);
    }

    /** Observed times the logarithm of observed by expected, inside and outside, for those with or without a word. */
    private static double part(long in, long allIn, long out, long allOut) {
        double expected = (double) (in + out) / (allIn + allOut);
        return (in <= 0 ? 0 : in * Math.log(in / (expected * allIn)))
                + (out <= 0 ? 0 : out * Math.log(out / (expected * allOut)));
    }

    private void read(Document stored) throws IOException {
        int context = stored.getField(Fields.CONTEXT_START).numericValue().intValue();
        String around = stored.get(Fields.CONTEXT);
        int start = stored.getField(Fields.START).numericValue().intValue() - context;
        int end = Math.min(
                around.length(), stored.getField(Fields.END).numericValue().intValue() - context);
        Set<String> words = new HashSet<>();
        each(around.substring(start, Math.max(start, end)), (term, spelling) -> {
            words.add(term);
            spellings.computeIfAbsent(term, unseen -> new HashMap<>()).merge(spelling, 1, Integer::sum);
        });
        words.forEach(word -> inside.merge(word, 1, Integer::sum));
        @org.jspecify.annotations.Nullable String speaker = stored.get(Fields.SPEAKER_NAME);
        if (speaker != null) {
            each(speaker, (term, spelling) -> names.add(term));
        }
    }

    private interface Taker {
        void take(String term, String spelling);
    }

    private void each(String text, Taker taker) throws IOException {
        try (TokenStream stream = analyzer.tokenStream(Fields.TEXT, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                String spelling = text.substring(offset.startOffset(), offset.endOffset());
                boolean word = spelling.codePointCount(0, spelling.length()) >= LEAST_LETTERS
                        && spelling.codePoints().anyMatch(Character::isLetter);
                if (word && !STOP.contains(spelling.toLowerCase(Locale.ROOT).replace('’', '\''))) {
                    taker.take(term.toString(), spelling);
                }
            }
            stream.end();
        }
    }

    private String spelled(String word) {
        return spellings.getOrDefault(word, Map.of()).entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(word);
    }
}
