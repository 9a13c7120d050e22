package org.onrecord.search;

import java.util.ArrayList;
import java.util.List;

/**
 * The terms of a query as they are written, for programs that add one or take one away.
 *
 * @param terms such as {@code speaker:"Mira Okafor"}
 */
public record QueryTerms(List<String> terms) {
    public QueryTerms {
        terms = List.copyOf(terms);
    }

    /**
     * Reads a query.
     *
     * @throws QueryException if its terms cannot be told apart
     */
    public static QueryTerms of(String query) {
        return new QueryTerms(QueryParser.items(query));
    }

    /** A term of a field and a value; what the language cannot put in quotation marks is left out. */
    public static String term(String field, String value) {
        return field + ":\"" + value.replaceAll("[\"\\s]+", " ").strip() + "\"";
    }

    /** With one more, unless it is there. */
    public QueryTerms with(String term) {
        if (terms.stream().anyMatch(term::equalsIgnoreCase)) {
            return this;
        }
        List<String> more = new ArrayList<>(terms);
        more.add(term);
        return new QueryTerms(more);
    }

    /** Without the one at a place. */
    public QueryTerms without(int index) {
        List<String> fewer = new ArrayList<>(terms);
        fewer.remove(index);
        return new QueryTerms(fewer);
    }

    /** Whether it has a term, whatever its case. */
    public boolean has(String term) {
        return terms.stream().anyMatch(term::equalsIgnoreCase);
    }

    /** The query. */
    public String query() {
        return String.join(" ", terms);
    }
}
