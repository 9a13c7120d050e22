package org.onrecord.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Terms of which an article must have one to answer a query; nothing is known of prefixes and ranges. Of several such sets
 * the one that fewest articles have is wanted: words and names before kinds and stances, then what fewest searches ask for.
 */
final class RequiredTerms {
    private static final Set<String> COMMON =
            Set.of(Fields.KIND, Fields.LANGUAGE, Fields.VOICE, Fields.STANCE, Fields.OUTCOME);

    private final ToLongFunction<Term> searches;

    /** @param searches how many searches have a term */
    RequiredTerms(ToLongFunction<Term> searches) {
        this.searches = searches;
    }

    Optional<Set<Term>> of(Query query) {
        return switch (query) {
            case TermQuery term -> Optional.of(Set.of(term.getTerm()));
            case PhraseQuery phrase ->
                Arrays.stream(phrase.getTerms())
                        .min(Comparator.comparingLong(searches))
                        .map(Set::of);
            case BoostQuery boosted -> of(boosted.getQuery());
            case BooleanQuery bool -> of(bool);
            default -> Optional.empty();
        };
    }

    private Optional<Set<Term>> of(BooleanQuery query) {
        List<BooleanClause> required =
                query.clauses().stream().filter(BooleanClause::isRequired).toList();
        if (!required.isEmpty()) {
            return required.stream()
                    .flatMap(clause -> of(clause.query()).stream())
                    .min(Comparator.comparing(RequiredTerms::isCommon)
                            .thenComparingLong(
                                    terms -> terms.stream().mapToLong(searches).sum()));
        }
        Set<Term> any = new HashSet<>();
        for (BooleanClause clause : query.clauses()) {
            if (!clause.isProhibited()) {
                Optional<Set<Term>> terms = of(clause.query());
                if (terms.isEmpty()) {
                    return Optional.empty();
                }
                any.addAll(terms.get());
            }
        }
        return any.isEmpty() ? Optional.empty() : Optional.of(any);
    }

    private static boolean isCommon(Set<Term> terms) {
        return terms.stream().anyMatch(term -> COMMON.contains(term.field()));
    }
}
