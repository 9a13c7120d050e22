package org.onrecord.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Sets of terms of each of which a finding must have one to answer a query; nothing is known of prefixes and ranges. */
final class RequiredTerms {
    /** A clause of more terms is hardly worth looking at. */
    private static final int MOST = 64;

    private RequiredTerms() {}

    static List<Set<Term>> of(Query query) {
        return switch (query) {
            case TermQuery term -> List.of(Set.of(term.getTerm()));
            case PhraseQuery phrase ->
                Arrays.stream(phrase.getTerms()).map(Set::of).toList();
            case BoostQuery boosted -> of(boosted.getQuery());
            case ConstantScoreQuery constant -> of(constant.getQuery());
            case BooleanQuery bool -> of(bool);
            default -> List.of();
        };
    }

    private static List<Set<Term>> of(BooleanQuery query) {
        List<Set<Term>> sets = new ArrayList<>();
        for (BooleanClause clause : query.clauses()) {
            if (clause.isRequired()) {
                sets.addAll(of(clause.query()));
            }
        }
        boolean needsOne = query.clauses().stream().noneMatch(BooleanClause::isRequired);
        return needsOne ? any(query) : sets;
    }

    /** One of several must hold: of each the smallest set, together. */
    private static List<Set<Term>> any(BooleanQuery query) {
        Set<Term> any = new HashSet<>();
        for (BooleanClause clause : query.clauses()) {
            if (!clause.isProhibited()) {
                List<Set<Term>> sets = of(clause.query());
                if (sets.isEmpty()) {
                    return List.of();
                }
                sets.stream()
                        .min((one, other) -> Integer.compare(one.size(), other.size()))
                        .ifPresent(any::addAll);
            }
        }
        return any.isEmpty() || any.size() > MOST ? List.of() : List.of(any);
    }
}
