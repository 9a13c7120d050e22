package org.onrecord.search;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;

/**
 * Counts of how many parts a query consists. Few terms may be many: text without spaces is one term and a word a character
 * in some scripts. More than Lucene takes would fail in the middle of a search.
 */
final class Clauses extends QueryVisitor {
    /** What filters and the joins to articles add is left room for. */
    private static final int MOST = IndexSearcher.getMaxClauseCount() - 64;

    private int count;

    private Clauses() {}

    /**
     * The query itself.
     *
     * @throws QueryException if it has too many parts
     */
    static Query few(Query query) {
        Clauses clauses = new Clauses();
        query.visit(clauses);
        if (clauses.count > MOST) {
            throw new QueryException("the query has too many words: leave some out", 0);
        }
        return query;
    }

    @Override
    public QueryVisitor getSubVisitor(Occur occur, Query parent) {
        return this;
    }

    @Override
    public void consumeTerms(Query query, Term... terms) {
        count += terms.length;
    }

    @Override
    public void visitLeaf(Query query) {
        count++;
    }
}
