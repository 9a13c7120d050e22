package org.onrecord.app.pages.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.onrecord.app.pages.Links;
import org.onrecord.app.pages.chart.Drawing;
import org.onrecord.search.FindingSearch;
import org.onrecord.search.Facets;
import org.onrecord.search.QueryException;
import org.onrecord.search.QueryTerms;
import org.onrecord.search.Request;

/**
 * What was asked, what was found, and where to go from there.
 *
 * @param problem why the query cannot be read, with a caret under the place
 * @param from number of the first row shown, from 1
 * @param terms of the query, each with the query without it
 * @param days how the findings are distributed in time
 * @param instead queries that do find something, where this one does not
 */
public record SearchPage(
        String query,
        Optional<Problem> problem,
        long total,
        int from,
        List<ResultRow> rows,
        List<Term> terms,
        List<FacetGroup> facets,
        Optional<Drawing> days,
        List<Example> instead,
        Optional<String> previous,
        Optional<String> next) {
    static final int ROWS = 20;

    /** What is wrong with a query. */
    public record Problem(String message, String pointer) {}

    /** A term, and the address of the search without it. */
    public record Term(String words, String without) {}

    public SearchPage {
        rows = List.copyOf(rows);
        terms = List.copyOf(terms);
        facets = List.copyOf(facets);
        instead = List.copyOf(instead);
    }

    /** Whether nothing was asked. */
    public boolean isFront() {
        return query.isBlank();
    }

    /** Number of the last row shown. */
    public int to() {
        return from + rows.size() - 1;
    }

    /**
     * Runs a search.
     *
     * @param page from 1
     */
    public static SearchPage of(FindingSearch search, String query, int page) {
        int last = (Request.MOST - ROWS) / ROWS + 1;
        int number = Math.max(1, Math.min(page, last));
        try {
            Request request = request(query, (number - 1) * ROWS);
            QueryTerms terms = QueryTerms.of(query);
            FindingSearch.Result result = search.search(request);
            Facets facets = search.facets(request);
            return new SearchPage(
                    query,
                    Optional.empty(),
                    result.total(),
                    request.offset() + 1,
                    result.rows().stream().map(ResultRow::of).toList(),
                    terms(terms),
                    FacetGroup.of(facets, terms),
                    DayChart.of(facets.days(), terms),
                    query.isBlank() || result.total() == 0 ? Examples.of(search, terms) : List.of(),
                    number > 1 ? Optional.of(address(query, number - 1)) : Optional.empty(),
                    number < last && (long) number * ROWS < result.total()
                            ? Optional.of(address(query, number + 1))
                            : Optional.empty());
        } catch (QueryException e) {
            return broken(query, e, Examples.of(search, new QueryTerms(List.of())));
        }
    }

    private static SearchPage broken(String query, QueryException problem, List<Example> examples) {
        return new SearchPage(
                query,
                Optional.of(new Problem(String.valueOf(problem.getMessage()), problem.pointer(query))),
                0,
                1,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                examples,
                Optional.empty(),
                Optional.empty());
    }

    static Request request(String query, int offset) {
        return new Request(
                query,
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                ROWS,
                offset);
    }

    private static String address(String query, int page) {
        return Links.search(query) + (page == 1 ? "" : "&page=" + page);
    }

    private static List<Term> terms(QueryTerms query) {
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < query.terms().size(); i++) {
            terms.add(new Term(
                    query.terms().get(i), Links.search(query.without(i).query())));
        }
        return terms;
    }
}
