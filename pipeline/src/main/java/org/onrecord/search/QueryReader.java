package org.onrecord.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.join.QueryBitSetProducer;
import org.apache.lucene.search.join.ToChildBlockJoinQuery;
import org.onrecord.document.CasualtyFigure.Outcome;

/**
 * Reads the query language. A query is terms separated by spaces, all of which must match:
 *
 * <pre>
 * term   = ["-"] [field ":"] value
 * value  = word | word "*" | '"' words '"' | number | "&gt;=" number | "&lt;=" number | number ".." number
 * field  = "speaker" | "said" | "source" | "voice" | "stance" | "target" | "title" | "site" | "language" | "cluster"
 *        | "place" | "cause" | "type" | "since" | "until" | an outcome such as "killed"
 * </pre>
 *
 * A bare word matches what was said or who said it.
 */
final class QueryReader {
    private static final int LONGEST = 2_000;
    private static final int MOST_TERMS = 64;
    private static final float SPEAKER_WEIGHT = 3;

    /** Above all that words score. */
    private static final float NAME_WEIGHT = 1_000;

    private static final float ALIAS_WEIGHT = 200;

    private static final String READ = "en";

    private static final Query ARTICLE = new TermQuery(new Term(Fields.KIND, "article"));

    private final Analyzer analyzer;
    private final Clusters clusters;
    private final Supplier<SpeakerNames> names;

    QueryReader(Analyzer analyzer, Clusters clusters, Supplier<SpeakerNames> names) {
        this.analyzer = analyzer;
        this.clusters = clusters;
        this.names = names;
    }

    /** A piece of the query with its place. */
    private record Part(boolean not, Optional<String> field, String value, boolean phrase, int column, int end) {}

    Query read(Request request) {
        return read(request, this::said);
    }

    /** Figures alone; a bare word may stand anywhere in their article. */
    Query readFigures(Request request) {
        return new BooleanQuery.Builder()
                .add(read(request, this::about), Occur.MUST)
                .add(new TermQuery(new Term(Fields.KIND, "figure")), Occur.FILTER)
                .build();
    }

    private Query read(Request request, Function<Part, Query> bare) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
        List<Part> parts = parts(request.query());
        for (Part part : parts) {
            all.add(query(part, bare), part.not() ? Occur.MUST_NOT : Occur.MUST);
        }
        request.also().forEach(query -> parts(query).forEach(part -> all.add(query(part, bare), Occur.FILTER)));
        request.speaker().ifPresent(name -> all.add(speaker(name, 0, false), Occur.MUST));
        request.source().ifPresent(name -> all.add(words(Fields.SOURCE, name, 0, false), Occur.MUST));
        request.site().ifPresent(name -> all.add(words(Fields.SITE, name, 0, false), Occur.FILTER));
        request.outcome().ifPresent(outcome -> all.add(outcome(outcome, 0), Occur.FILTER));
        if (request.min().isPresent() || request.max().isPresent()) {
            all.add(
                    LongPoint.newRangeQuery(
                            Fields.COUNT, request.min().orElse(0), request.max().orElse(Long.MAX_VALUE)),
                    Occur.FILTER);
        }
        if (request.since().isPresent() || request.until().isPresent()) {
            all.add(
                    days(
                            request.since().map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE),
                            request.until().map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE)),
                    Occur.FILTER);
        }
        Set<Hit.Type> types = request.types().isEmpty() ? usual(parts) : request.types();
        BooleanQuery.Builder kinds = new BooleanQuery.Builder();
        types.stream()
                .sorted()
                .forEach(type -> kinds.add(
                        new TermQuery(new Term(Fields.KIND, type.name().toLowerCase(Locale.ROOT))), Occur.SHOULD));
        all.add(kinds.build(), Occur.FILTER);
        return all.build();
    }

    /** Findings; in a language that is not read there are none, only articles. */
    private static Set<Hit.Type> usual(List<Part> parts) {
        boolean unread = parts.stream()
                .anyMatch(part -> !part.not()
                        && part.field().filter("language"::equals).isPresent()
                        && !part.value().equalsIgnoreCase(READ));
        return unread ? Set.of(Hit.Type.ARTICLE) : Set.of(Hit.Type.QUOTE, Hit.Type.CLAIM, Hit.Type.FIGURE);
    }

    /** The terms of a query as they are written. */
    static List<String> terms(String query) {
        return parts(query).stream()
                .map(part -> query.substring(part.column(), part.end()))
                .toList();
    }

    private static List<Part> parts(String query) {
        if (query.length() > LONGEST) {
            throw new QueryException(
                    "the query has " + query.length() + " characters; " + LONGEST + " are allowed", LONGEST);
        }
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < query.length()) {
            if (Character.isWhitespace(query.charAt(at))) {
                at++;
                continue;
            }
            int start = at;
            boolean not = query.charAt(at) == '-' && at + 1 < query.length();
            at += not ? 1 : 0;
            int colon = colon(query, at);
            Optional<String> field =
                    colon > at ? Optional.of(query.substring(at, colon).toLowerCase(Locale.ROOT)) : Optional.empty();
            at = colon > at ? colon + 1 : at;
            boolean phrase = at < query.length() && query.charAt(at) == '"';
            int end;
            if (phrase) {
                end = query.indexOf('"', at + 1);
                if (end < 0) {
                    throw new QueryException("the quotation mark is never closed", at);
                }
                parts.add(new Part(not, field, query.substring(at + 1, end), true, start, end + 1));
                at = end + 1;
            } else {
                end = at;
                while (end < query.length() && !Character.isWhitespace(query.charAt(end))) {
                    end++;
                }
                if (end == at) {
                    throw new QueryException("nothing follows '" + query.substring(start, at) + "'", start);
                }
                parts.add(new Part(not, field, query.substring(at, end), false, start, end));
                at = end;
            }
        }
        if (parts.size() > MOST_TERMS) {
            throw new QueryException("the query has " + parts.size() + " terms; " + MOST_TERMS + " are allowed", 0);
        }
        return parts;
    }

    /** The colon that ends a field name starting here; -1 when no field is named. */
    private static int colon(String query, int from) {
        int at = from;
        while (at < query.length() && Character.isLetter(query.charAt(at))) {
            at++;
        }
        return at < query.length() && query.charAt(at) == ':' && at > from ? at : -1;
    }

    private Query said(Part part) {
        Query said = words(Fields.TEXT, part);
        return new BooleanQuery.Builder()
                .add(said, Occur.SHOULD)
                .add(new BoostQuery(words(Fields.SPEAKER, part), SPEAKER_WEIGHT), Occur.SHOULD)
                .build();
    }

    private Query about(Part part) {
        Query article = new BooleanQuery.Builder()
                .add(words(Fields.TEXT, part), Occur.MUST)
                .add(ARTICLE, Occur.FILTER)
                .build();
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        any.add(new ToChildBlockJoinQuery(article, new QueryBitSetProducer(ARTICLE)), Occur.SHOULD);
        for (String field : List.of(Fields.TEXT, Fields.TITLE, Fields.PLACE, Fields.CAUSE, Fields.SOURCE)) {
            any.add(words(field, part), Occur.SHOULD);
        }
        return any.build();
    }

    private Query words(String field, Part part) {
        return words(field, part.value(), part.column(), part.phrase());
    }

    private Query query(Part part, Function<Part, Query> bare) {
        if (part.field().isEmpty()) {
            return bare.apply(part);
        }
        return switch (part.field().get()) {
            case "speaker" -> speaker(part.value(), part.column(), part.phrase());
            case "by" -> names.get().by(named(part), clusters);
            case "called" -> new TermQuery(new Term(Fields.ALIAS_KEY, NameKey.of(named(part))));
            case "against" -> names.get().against(named(part));
            case "said", "text" -> words(Fields.TEXT, part);
            case "source" -> words(Fields.SOURCE, part);
            case "target" -> words(Fields.TARGET, part);
            case "title" -> words(Fields.TITLE, part);
            case "site" -> words(Fields.SITE, part);
            case "place" -> words(Fields.PLACE, part);
            case "cause" -> words(Fields.CAUSE, part);
            case "language" ->
                new TermQuery(new Term(Fields.LANGUAGE, part.value().toLowerCase(Locale.ROOT)));
            case "cluster" -> clusters.query(part.value());
            case "voice" -> voice(part);
            case "stance" -> new TermQuery(new Term(Fields.STANCE, part.value().toLowerCase(Locale.ROOT)));
            case "type" -> new TermQuery(new Term(Fields.KIND, part.value().toLowerCase(Locale.ROOT)));
            case "since" -> days(day(part), Long.MAX_VALUE);
            case "until" -> days(Long.MIN_VALUE, day(part));
            default ->
                new BooleanQuery.Builder()
                        .add(outcome(part.field().get(), part.column()), Occur.FILTER)
                        .add(range(part), Occur.FILTER)
                        .build();
        };
    }

    /** First those whose name it is, then those who are called so, then those whose names have the words. */
    private Query speaker(String value, int column, boolean phrase) {
        Query words = words(Fields.SPEAKER, value, column, phrase);
        String key = NameKey.of(value);
        return words instanceof PrefixQuery || key.isEmpty()
                ? words
                : new BooleanQuery.Builder()
                        .add(words, Occur.MUST)
                        .add(tier(Fields.SPEAKER_KEY, key, NAME_WEIGHT), Occur.SHOULD)
                        .add(tier(Fields.ALIAS_KEY, key, ALIAS_WEIGHT), Occur.SHOULD)
                        .build();
    }

    private static Query tier(String field, String key, float weight) {
        return new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(field, key))), weight);
    }

    private static String named(Part part) {
        if (NameKey.of(part.value()).isEmpty()) {
            throw new QueryException("'" + part.value() + "' has no letters or digits to search for", part.column());
        }
        return part.value();
    }

    private static Query voice(Part part) {
        String name = part.value().toLowerCase(Locale.ROOT);
        if (!name.equals("publisher") && !name.equals("source")) {
            throw new QueryException("'" + part.value() + "' is no voice: publisher or source", part.column());
        }
        return new TermQuery(new Term(Fields.VOICE, name));
    }

    private static Query outcome(String name, int column) {
        for (Outcome outcome : Outcome.values()) {
            if (outcome.name().equalsIgnoreCase(name)) {
                return new TermQuery(new Term(Fields.OUTCOME, name.toLowerCase(Locale.ROOT)));
            }
        }
        throw new QueryException(
                "'" + name + "' is neither a field nor an outcome such as killed, injured or missing", column);
    }

    private static Query range(Part part) {
        String value = part.value();
        OptionalLong low = OptionalLong.empty();
        OptionalLong high = OptionalLong.empty();
        if (value.equals("*")) {
            return MatchAllDocsQuery.INSTANCE;
        } else if (value.startsWith(">=")) {
            low = number(value.substring(2), part);
        } else if (value.startsWith("<=")) {
            high = number(value.substring(2), part);
        } else if (value.startsWith(">")) {
            low = OptionalLong.of(number(value.substring(1), part).orElse(0) + 1);
        } else if (value.startsWith("<")) {
            high = OptionalLong.of(number(value.substring(1), part).orElse(0) - 1);
        } else if (value.contains("..")) {
            low = number(value.substring(0, value.indexOf("..")), part);
            high = number(value.substring(value.indexOf("..") + 2), part);
        } else {
            low = number(value, part);
            high = low;
        }
        return LongPoint.newRangeQuery(Fields.COUNT, low.orElse(0), high.orElse(Long.MAX_VALUE));
    }

    private static OptionalLong number(String digits, Part part) {
        String plain = digits.replace(",", "");
        if (!plain.matches("\\d{1,12}")) {
            throw new QueryException("'" + digits + "' is no number", part.column());
        }
        return OptionalLong.of(Long.parseLong(plain));
    }

    /** A day, a month or a year: its first day. */
    private static long day(Part part) {
        String value = part.value();
        try {
            String whole =
                    value.matches("\\d{4}") ? value + "-01-01" : value.matches("\\d{4}-\\d{2}") ? value + "-01" : value;
            return LocalDate.parse(whole).toEpochDay();
        } catch (DateTimeParseException e) {
            throw new QueryException("'" + value + "' is no date such as 2018-06-05, 2018-06 or 2018", part.column());
        }
    }

    private static Query days(long first, long last) {
        return LongPoint.newRangeQuery(Fields.DAY, first, last);
    }

    private Query words(String field, String value, int column, boolean phrase) {
        if (!phrase && value.length() > 1 && value.endsWith("*")) {
            return new PrefixQuery(
                    new Term(field, value.substring(0, value.length() - 1).toLowerCase(Locale.ROOT)));
        }
        List<String> terms = analyse(field, value);
        if (terms.isEmpty()) {
            throw new QueryException("'" + value + "' has no letters or digits to search for", column);
        }
        if (terms.size() == 1) {
            return new TermQuery(new Term(field, terms.getFirst()));
        }
        PhraseQuery exact = new PhraseQuery(0, field, terms.toArray(new String[0]));
        if (phrase) {
            return exact;
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        terms.forEach(term -> all.add(new TermQuery(new Term(field, term)), Occur.MUST));
        all.add(exact, Occur.SHOULD);
        return all.build();
    }

    private List<String> analyse(String field, String value) {
        List<String> terms = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream(field, value)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("analysing a query failed", e);
        }
        return terms;
    }
}
