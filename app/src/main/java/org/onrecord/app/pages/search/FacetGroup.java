package org.onrecord.app.pages.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.onrecord.app.pages.Links;
import org.onrecord.app.pages.Phrases;
import org.onrecord.app.view.Words;
import org.onrecord.document.Claim;
import org.onrecord.search.Facets;
import org.onrecord.search.QueryTerms;
import org.onrecord.search.Request;

/**
 * The values of one facet, each with the query that it leads to.
 *
 * @param first those shown, and {@code more} those behind them
 */
public record FacetGroup(String name, List<Value> first, List<Value> more) {
    private static final int SHOWN = 6;

    /** A value, how many rows have it, and the query narrowed down to it. */
    public record Value(String name, long rows, String link) {}

    public FacetGroup {
        first = List.copyOf(first);
        more = List.copyOf(more);
    }

    /** Those that leave a choice. */
    static List<FacetGroup> of(Facets facets, QueryTerms query, Request.Order order) {
        List<FacetGroup> groups = new ArrayList<>();
        for (Facets.By by : Facets.By.values()) {
            List<Value> values = facets.values().getOrDefault(by, List.of()).stream()
                    .flatMap(count -> value(by, count, facets.total(), query, order).stream())
                    .toList();
            if (!values.isEmpty()) {
                int shown = Math.min(SHOWN, values.size());
                groups.add(new FacetGroup(name(by), values.subList(0, shown), values.subList(shown, values.size())));
            }
        }
        return groups;
    }

    /** A value that all rows have narrows nothing down. */
    private static Optional<Value> value(
            Facets.By by, Facets.Count count, long total, QueryTerms query, Request.Order order) {
        String term = term(by, count.value());
        if (query.has(term) || count.rows() == total) {
            return Optional.empty();
        }
        return Optional.of(new Value(
                label(by, count.value()),
                count.rows(),
                Links.search(query.with(term).query(), order)));
    }

    static String term(Facets.By by, String value) {
        return switch (by) {
            case SPEAKER -> QueryTerms.term("by", value);
            case TARGET -> QueryTerms.term("against", value);
            case AFFILIATION, ROLE -> QueryTerms.term("speaker", value);
            case SITE -> QueryTerms.term("site", value);
            case KIND -> "type:" + value;
            case OUTCOME -> value + ":*";
            case STANCE -> "stance:" + value;
            case LANGUAGE -> "language:" + value;
        };
    }

    private static String name(Facets.By by) {
        return switch (by) {
            case SPEAKER -> "Speaker";
            case AFFILIATION -> "Speaking for";
            case SITE -> "Site";
            case KIND -> "Kind";
            case OUTCOME -> "Outcome";
            case STANCE -> "What the speaker does";
            case LANGUAGE -> "Language";
            case ROLE -> "Speaking as";
            case TARGET -> "Aimed at";
        };
    }

    private static String label(Facets.By by, String value) {
        return switch (by) {
            case KIND -> value.equals("quote") ? "quotations" : value + "s";
            case STANCE ->
                java.util.Arrays.stream(Claim.Stance.values())
                        .filter(stance -> stance.name().toLowerCase(Locale.ROOT).equals(value))
                        .map(Phrases::stance)
                        .findFirst()
                        .orElse(value);
            case SPEAKER, AFFILIATION, SITE, OUTCOME, LANGUAGE, ROLE, TARGET -> Words.oneLine(value);
        };
    }
}
