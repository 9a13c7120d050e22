package org.onrecord.search;

import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Finds words in a field: one, several in any order, a phrase, or what begins so. */
final class Words {
    /** Of one term of a query, which is many words where a script has no spaces. */
    private static final int MOST = 400;

    private final Analyzer analyzer;

    Words(Analyzer analyzer) {
        this.analyzer = analyzer;
    }

    Query query(String field, QueryNode.Leaf leaf) {
        String value = leaf.value();
        if (isPrefix(leaf)) {
            return prefix(field, value.substring(0, value.length() - 1));
        }
        List<String> terms = AnalysedText.terms(analyzer.tokenStream(field, value));
        if (terms.isEmpty()) {
            throw new QueryException("'" + value + "' has no letters or digits to search for", leaf.column());
        }
        if (terms.size() > MOST) {
            throw new QueryException("more than " + MOST + " words stand here without a space", leaf.column());
        }
        if (terms.size() == 1) {
            return new TermQuery(new Term(field, terms.getFirst()));
        }
        PhraseQuery exact = new PhraseQuery(leaf.slop(), field, terms.toArray(new String[0]));
        if (leaf.phrase()) {
            return exact;
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        terms.forEach(term -> all.add(new TermQuery(new Term(field, term)), Occur.MUST));
        all.add(exact, Occur.SHOULD);
        return all.build();
    }

    static boolean isPrefix(QueryNode.Leaf leaf) {
        return !leaf.phrase() && leaf.value().length() > 1 && leaf.value().endsWith("*");
    }

    /** Words are kept without their endings: what begins like the word, and what is the same word without its ending. */
    private Query prefix(String field, String beginning) {
        Query begins = new PrefixQuery(new Term(field, Fields.folded(beginning)));
        List<String> terms = AnalysedText.terms(analyzer.tokenStream(field, beginning));
        return terms.size() != 1
                ? begins
                : new BooleanQuery.Builder()
                        .add(begins, Occur.SHOULD)
                        .add(new TermQuery(new Term(field, terms.getFirst())), Occur.SHOULD)
                        .build();
    }
}
