package org.onrecord.app.pages.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.onrecord.app.pages.Links;
import org.onrecord.app.pages.chart.Drawing;
import org.onrecord.search.Facets;
import org.onrecord.search.FindingSearch;
import org.onrecord.search.Hit;
import org.onrecord.search.QueryException;
import org.onrecord.search.QueryTerms;
import org.onrecord.search.Request;

/**
 * What was asked, what was found, and where to go from there.
 *
 * @param problem why the query cannot be read, with a caret under the place
 * @param from number of the first row shown, from 1
 * @param terms of the query, each with the query without it
 * @param orders in which the rows may come
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
        List<Choice> orders,
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

    /** An order of the rows, and the address of the search in it. */
    public record Choice(String name, String link, boolean chosen) {}

    public SearchPage {
        orders = List.copyOf(orders);
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
    public static SearchPage of(FindingSearch search, String query, Request.Order order, int page) {
        int last = (Request.MOST - ROWS) / ROWS + 1;
        int number = Math.max(1, Math.min(page, last));
        try {
            boolean front = query.isBlank();
            Request request =
                    Request.of(query).page(ROWS, (number - 1) * ROWS).in(front ? Request.Order.NEWEST : order);
            if (front) {
                return front(search, request);
            }
            QueryTerms terms = QueryTerms.of(query);
            FindingSearch.Counted counted = search.counted(request);
            FindingSearch.Result result = counted.result();
            Facets facets = counted.facets();
            return new SearchPage(
                    query,
                    Optional.empty(),
                    result.total(),
                    request.offset() + 1,
                    result.rows().stream().map(ResultRow::of).toList(),
                    terms(terms, order),
                    orders(query, order),
                    FacetGroup.of(facets, terms, order),
                    DayChart.of(facets.days(), terms, DayChart.NARROW),
                    result.total() == 0 ? Examples.of(search, terms) : List.of(),
                    number > 1 ? Optional.of(address(query, order, number - 1)) : Optional.empty(),
                    number < last && (long) number * ROWS < result.total()
                            ? Optional.of(address(query, order, number + 1))
                            : Optional.empty());
        } catch (QueryException e) {
            return broken(query, e, Examples.of(search, new QueryTerms(List.of())));
        }
    }

    /** What is shown before anything is asked: the latest quotations, and all facets. */
    private static SearchPage front(FindingSearch search, Request request) {
        QueryTerms terms = new QueryTerms(List.of());
        Facets facets = search.facets(request);
        List<ResultRow> rows = search.search(request.of(Hit.Type.QUOTE).page(ROWS, 0)).rows().stream()
                .map(ResultRow::of)
                .toList();
        return new SearchPage(
                "",
                Optional.empty(),
                facets.total(),
                1,
                rows,
                List.of(),
                List.of(),
                FacetGroup.of(facets, terms, Request.Order.RELEVANCE),
                DayChart.of(facets.days(), terms, DayChart.NARROW),
                Examples.of(search, terms),
                Optional.empty(),
                rows.isEmpty() ? Optional.empty() : Optional.of(address("type:quote", Request.Order.NEWEST, 1)));
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
                List.of(),
                Optional.empty(),
                examples,
                Optional.empty(),
                Optional.empty());
    }

    private static String address(String query, Request.Order order, int page) {
        return Links.search(query, order) + (page == 1 ? "" : "&page=" + page);
    }

    private static List<Choice> orders(String query, Request.Order chosen) {
        return Stream.of(Request.Order.RELEVANCE, Request.Order.NEWEST, Request.Order.OLDEST, Request.Order.HIGHEST)
                .map(order -> new Choice(name(order), Links.search(query, order), order == chosen))
                .toList();
    }

    private static String name(Request.Order order) {
        return switch (order) {
            case RELEVANCE -> "best first";
            case NEWEST -> "newest";
            case OLDEST -> "oldest";
            case HIGHEST -> "highest figures";
            case LOWEST -> "lowest figures";
        };
    }

    private static List<Term> terms(QueryTerms query, Request.Order order) {
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < query.terms().size(); i++) {
            terms.add(
                    new Term(query.terms().get(i), Links.search(query.without(i).query(), order)));
        }
        return terms;
    }
}
