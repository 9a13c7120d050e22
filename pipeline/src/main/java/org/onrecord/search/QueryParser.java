package org.onrecord.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the query language:
 *
 * <pre>
 * query = all { "OR" all }
 * all   = item { ["AND"] item }
 * item  = ["-" | "NOT"] [field ":"] ( "(" query ")" | value )
 * value = word | word "*" | '"' words '"' ["~" number] | range
 * </pre>
 */
final class QueryParser {
    private static final int LONGEST = 2_000;
    private static final int MOST_TERMS = 64;
    private static final int DEEPEST = 16;
    private static final int WIDEST_SLOP = 100;

    private final String query;
    private int at;
    private int terms;

    /** The items outside all parentheses, as they are written. */
    private final List<String> items = new ArrayList<>();

    private QueryParser(String query) {
        this.query = query;
    }

    /** The parts of a query that must all match, as they are written; alternatives are one part. */
    static List<String> items(String query) {
        QueryParser parser = new QueryParser(query);
        return parser.read() instanceof QueryNode.Any ? List.of("(" + query.strip() + ")") : List.copyOf(parser.items);
    }

    /** An empty query is one that all answers. */
    static QueryNode parse(String query) {
        return new QueryParser(query).read();
    }

    private QueryNode read() {
        if (query.length() > LONGEST) {
            throw new QueryException(
                    "the query has " + query.length() + " characters; " + LONGEST + " are allowed", LONGEST);
        }
        space();
        if (ended()) {
            return new QueryNode.All(List.of());
        }
        QueryNode node = any(Optional.empty(), 0);
        if (!ended()) {
            throw new QueryException("a parenthesis is closed that was never opened", at);
        }
        return node;
    }

    private QueryNode any(Optional<String> field, int depth) {
        List<QueryNode> nodes = new ArrayList<>(List.of(all(field, depth)));
        while (isWord("OR")) {
            word("OR");
            nodes.add(all(field, depth));
        }
        return nodes.size() == 1 ? nodes.getFirst() : new QueryNode.Any(nodes);
    }

    private QueryNode all(Optional<String> field, int depth) {
        List<QueryNode> nodes = new ArrayList<>(List.of(written(field, depth)));
        while (!ended() && query.charAt(at) != ')' && !isWord("OR")) {
            if (isWord("AND")) {
                word("AND");
            }
            nodes.add(written(field, depth));
        }
        return nodes.size() == 1 ? nodes.getFirst() : new QueryNode.All(nodes);
    }

    private QueryNode written(Optional<String> outer, int depth) {
        int start = at;
        QueryNode node = item(outer, depth);
        if (depth == 0) {
            items.add(query.substring(start, at).strip());
        }
        return node;
    }

    private QueryNode item(Optional<String> outer, int depth) {
        if (ended() || query.charAt(at) == ')' || isWord("OR") || isWord("AND")) {
            throw new QueryException("a word or a field is missing here", at);
        }
        if (isWord("NOT")) {
            word("NOT");
            return new QueryNode.Not(item(outer, depth));
        }
        int start = at;
        if (query.charAt(at) == '-' && at + 1 < query.length() && !Character.isWhitespace(query.charAt(at + 1))) {
            at++;
            return new QueryNode.Not(named(outer, start, depth));
        }
        return named(outer, start, depth);
    }

    private QueryNode named(Optional<String> outer, int start, int depth) {
        int colon = colon();
        Optional<String> field =
                colon < 0 ? outer : Optional.of(query.substring(at, colon).toLowerCase(Locale.ROOT));
        at = colon < 0 ? at : colon + 1;
        if (at < query.length() && query.charAt(at) == '(') {
            return group(field, depth);
        }
        QueryNode.Leaf leaf = leaf(field, start);
        terms++;
        if (terms > MOST_TERMS) {
            throw new QueryException("the query has more than " + MOST_TERMS + " terms", start);
        }
        space();
        return leaf;
    }

    private QueryNode group(Optional<String> field, int depth) {
        int open = at;
        if (depth == DEEPEST) {
            throw new QueryException("parentheses are more than " + DEEPEST + " deep", open);
        }
        at++;
        space();
        QueryNode node = any(field, depth + 1);
        if (ended()) {
            throw new QueryException("the parenthesis is never closed", open);
        }
        at++;
        space();
        return node;
    }

    private QueryNode.Leaf leaf(Optional<String> field, int start) {
        if (at < query.length() && query.charAt(at) == '"') {
            int end = query.indexOf('"', at + 1);
            if (end < 0) {
                throw new QueryException("the quotation mark is never closed", at);
            }
            String words = query.substring(at + 1, end);
            at = end + 1;
            return new QueryNode.Leaf(field, words, true, slop(), start);
        }
        int from = at;
        while (at < query.length() && !Character.isWhitespace(query.charAt(at)) && "()".indexOf(query.charAt(at)) < 0) {
            at++;
        }
        if (from == at) {
            throw new QueryException("nothing follows '" + query.substring(start, at) + "'", start);
        }
        return new QueryNode.Leaf(field, query.substring(from, at), false, 0, start);
    }

    /** How far apart the words of a phrase may stand. */
    private int slop() {
        if (at >= query.length() || query.charAt(at) != '~') {
            return 0;
        }
        int tilde = at++;
        int from = at;
        while (at < query.length() && Character.isDigit(query.charAt(at))) {
            at++;
        }
        String digits = query.substring(from, at);
        if (!digits.matches("[0-9]{1,3}") || Integer.parseInt(digits) > WIDEST_SLOP) {
            throw new QueryException(
                    "after ~ stands how many words may be between, up to " + WIDEST_SLOP + ": \"two words\"~5", tilde);
        }
        return Integer.parseInt(digits);
    }

    /** The colon that ends a field name starting here; -1 when no field is named. */
    private int colon() {
        int end = at;
        while (end < query.length() && Character.isLetter(query.charAt(end))) {
            end++;
        }
        return end < query.length() && query.charAt(end) == ':' && end > at ? end : -1;
    }

    private boolean isWord(String word) {
        int end = at + word.length();
        return query.startsWith(word, at)
                && (end == query.length() || Character.isWhitespace(query.charAt(end)) || query.charAt(end) == '(');
    }

    private void word(String word) {
        at += word.length();
        space();
    }

    private void space() {
        while (at < query.length() && Character.isWhitespace(query.charAt(at))) {
            at++;
        }
    }

    private boolean ended() {
        return at >= query.length();
    }
}
