package org.onrecord.app.pages.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.onrecord.search.Facets;
import org.onrecord.search.FindingSearch;
import org.onrecord.search.QueryTerms;
import org.onrecord.search.Request;

/** Queries to try, made of what the index holds; each finds something. */
final class Examples {
    private static final int MOST = 6;

    private Examples() {}

    /**
     * Where a query found nothing, the same with a term less; else one of each kind.
     *
     * @param query the query that was tried; empty for none
     */
    static List<Example> of(FindingSearch search, QueryTerms query) {
        Set<String> candidates = new LinkedHashSet<>();
        for (int i = 0; i < query.terms().size() && query.terms().size() > 1; i++) {
            candidates.add(query.without(i).query());
        }
        candidates.addAll(general(search.facets(Request.of(""))));
        List<Example> examples = new ArrayList<>();
        for (String candidate : candidates) {
            long total = search.search(Request.of(candidate)).total();
            if (total > 0 && examples.size() < MOST) {
                examples.add(new Example(candidate, total));
            }
        }
        return examples;
    }

    private static List<String> general(Facets facets) {
        List<String> queries = new ArrayList<>();
        facets.values().getOrDefault(Facets.By.SPEAKER, List.of()).stream()
                .map(Facets.Count::value)
                .filter(name -> name.contains(" ") && Character.isUpperCase(name.codePointAt(0)))
                .limit(2)
                .forEach(name -> queries.add(FacetGroup.term(Facets.By.SPEAKER, name)));
        queries.addAll(
                List.of("killed:>=10", "stance:deny", "stance:accuse", "source:police", "voice:publisher type:figure"));
        facets.values().getOrDefault(Facets.By.OUTCOME, List.of()).stream()
                .skip(1)
                .limit(1)
                .forEach(outcome -> queries.add(FacetGroup.term(Facets.By.OUTCOME, outcome.value())));
        return queries;
    }
}
