package org.onrecord.search;

/** A query that cannot be read. */
public final class QueryException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int column;

    /**
     * An error in a query.
     *
     * @param column offset in the query where it is, from 0
     */
    public QueryException(String message, int column) {
        super(message);
        this.column = column;
    }

    /** Offset in the query, from 0. */
    public int column() {
        return column;
    }

    /** The query with a caret under the place. */
    public String pointer(String query) {
        return query + "\n" + " ".repeat(column) + "^";
    }
}
