package org.onrecord.search;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.onrecord.document.CasualtyFigure.Outcome;
import org.onrecord.document.Claim.Stance;

/** Numbers, days and words of a fixed list in a query. */
final class QueryValues {
    private QueryValues() {}

    static Query voice(QueryNode.Leaf leaf) {
        return oneOf(Fields.VOICE, List.of("publisher", "source"), "voice", leaf);
    }

    static Query stance(QueryNode.Leaf leaf) {
        return oneOf(Fields.STANCE, names(Stance.values()), "stance", leaf);
    }

    static Query type(QueryNode.Leaf leaf) {
        return oneOf(Fields.KIND, names(Hit.Type.values()), "type", leaf);
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static Query oneOf(String field, List<String> values, String what, QueryNode.Leaf leaf) {
        String value = leaf.value().toLowerCase(Locale.ROOT);
        if (!values.contains(value)) {
            throw new QueryException(
                    "'" + leaf.value() + "' is no " + what + ": "
                            + String.join(values.size() == 2 ? " or " : ", ", values),
                    leaf.column());
        }
        return new TermQuery(new Term(field, value));
    }

    static Query outcome(String name, int column) {
        for (Outcome outcome : Outcome.values()) {
            if (outcome.name().equalsIgnoreCase(name)) {
                return new TermQuery(new Term(Fields.OUTCOME, name.toLowerCase(Locale.ROOT)));
            }
        }
        throw new QueryException(
                "'" + name + "' is neither a field nor an outcome such as killed, injured or missing", column);
    }

    static Query counts(QueryNode.Leaf leaf) {
        String value = leaf.value();
        OptionalLong low = OptionalLong.empty();
        OptionalLong high = OptionalLong.empty();
        int dots = value.indexOf("..");
        if (value.equals("*")) {
            return MatchAllDocsQuery.INSTANCE;
        } else if (value.startsWith(">=")) {
            low = OptionalLong.of(number(value.substring(2), leaf));
        } else if (value.startsWith("<=")) {
            high = OptionalLong.of(number(value.substring(2), leaf));
        } else if (value.startsWith(">")) {
            low = OptionalLong.of(number(value.substring(1), leaf) + 1);
        } else if (value.startsWith("<")) {
            high = OptionalLong.of(number(value.substring(1), leaf) - 1);
        } else if (dots >= 0) {
            low = OptionalLong.of(number(value.substring(0, dots), leaf));
            high = OptionalLong.of(number(value.substring(dots + 2), leaf));
            requireOrder(low.getAsLong(), high.getAsLong(), leaf);
        } else {
            low = OptionalLong.of(number(value, leaf));
            high = low;
        }
        return LongPoint.newRangeQuery(Fields.COUNT, low.orElse(0), high.orElse(Long.MAX_VALUE));
    }

    private static long number(String digits, QueryNode.Leaf leaf) {
        String plain = digits.replace(",", "");
        if (!plain.matches("[0-9]{1,12}")) {
            throw new QueryException("'" + digits + "' is no number", leaf.column());
        }
        return Long.parseLong(plain);
    }

    static Query since(QueryNode.Leaf leaf) {
        return days(first(leaf.value(), leaf), Long.MAX_VALUE);
    }

    static Query until(QueryNode.Leaf leaf) {
        return days(Long.MIN_VALUE, last(leaf.value(), leaf));
    }

    /** A day, month or year, or from one to another. */
    static Query date(QueryNode.Leaf leaf) {
        return within(Fields.DAY, leaf);
    }

    /** The same for the day on which an article was fetched, in UTC. */
    static Query fetched(QueryNode.Leaf leaf) {
        return within(Fields.FETCHED_DAY, leaf);
    }

    private static Query within(String field, QueryNode.Leaf leaf) {
        int dots = leaf.value().indexOf("..");
        String from = dots < 0 ? leaf.value() : leaf.value().substring(0, dots);
        String to = dots < 0 ? leaf.value() : leaf.value().substring(dots + 2);
        requireOrder(first(from, leaf), last(to, leaf), leaf);
        return LongPoint.newRangeQuery(field, first(from, leaf), last(to, leaf));
    }

    private static void requireOrder(long low, long high, QueryNode.Leaf leaf) {
        if (low > high) {
            throw new QueryException("'" + leaf.value() + "' is empty: the lower end comes first", leaf.column());
        }
    }

    static Query days(long first, long last) {
        return LongPoint.newRangeQuery(Fields.DAY, first, last);
    }

    private static long first(String value, QueryNode.Leaf leaf) {
        return day(value.matches("\\d{4}") ? value + "-01" : value, false, leaf);
    }

    private static long last(String value, QueryNode.Leaf leaf) {
        return day(value.matches("\\d{4}") ? value + "-12" : value, true, leaf);
    }

    private static long day(String value, boolean last, QueryNode.Leaf leaf) {
        try {
            if (value.matches("\\d{4}-\\d{2}")) {
                YearMonth month = YearMonth.parse(value);
                return (last ? month.atEndOfMonth() : month.atDay(1)).toEpochDay();
            }
            return LocalDate.parse(value).toEpochDay();
        } catch (DateTimeParseException e) {
            throw new QueryException("'" + value + "' is no date such as 2018-06-05, 2018-06 or 2018", leaf.column());
        }
    }
}
