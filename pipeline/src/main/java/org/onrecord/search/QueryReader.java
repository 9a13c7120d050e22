package org.onrecord.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.join.QueryBitSetProducer;
import org.apache.lucene.search.join.ToChildBlockJoinQuery;

/** Makes of a query what an index is asked. A bare word matches what was said or who said it. */
final class QueryReader {
    private static final float SPEAKER_WEIGHT = 3;

    /** Above all that words score. */
    private static final float NAME_WEIGHT = 1_000;

    private static final float ALIAS_WEIGHT = 200;

    private static final String READ = "en";

    private static final Query ARTICLE = new TermQuery(new Term(Fields.KIND, "article"));

    private final Words words;
    private final Clusters clusters;
    private final Supplier<SpeakerNames> names;

    QueryReader(Analyzer analyzer, Clusters clusters, Supplier<SpeakerNames> names) {
        this.words = new Words(analyzer);
        this.clusters = clusters;
        this.names = names;
    }

    /** What a bare word is looked for in. */
    private enum Bare {
        SAID,
        ABOUT
    }

    Query read(Request request) {
        return Clauses.few(read(request, Bare.SAID));
    }

    /** Figures alone; a bare word may stand anywhere in their article. */
    Query readFigures(Request request) {
        return Clauses.few(new BooleanQuery.Builder()
                .add(read(request, Bare.ABOUT), Occur.MUST)
                .add(new TermQuery(new Term(Fields.KIND, "figure")), Occur.FILTER)
                .build());
    }

    private Query read(Request request, Bare bare) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
        QueryNode query = QueryParser.parse(request.query());
        add(query, bare, Occur.MUST, all);
        request.also().forEach(other -> add(QueryParser.parse(other), bare, Occur.FILTER, all));
        options(request).forEach(leaf -> all.add(query(leaf, bare), Occur.MUST));
        request.outcome().ifPresent(outcome -> all.add(QueryValues.outcome(outcome, 0), Occur.FILTER));
        if (request.min().isPresent() || request.max().isPresent()) {
            all.add(
                    LongPoint.newRangeQuery(
                            Fields.COUNT, request.min().orElse(0), request.max().orElse(Long.MAX_VALUE)),
                    Occur.FILTER);
        }
        if (request.since().isPresent() || request.until().isPresent()) {
            all.add(
                    QueryValues.days(
                            request.since().map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE),
                            request.until().map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE)),
                    Occur.FILTER);
        }
        Set<Hit.Type> types = request.types().isEmpty() ? usual(query) : request.types();
        BooleanQuery.Builder kinds = new BooleanQuery.Builder();
        types.stream()
                .sorted()
                .forEach(type -> kinds.add(
                        new TermQuery(new Term(Fields.KIND, type.name().toLowerCase(Locale.ROOT))), Occur.SHOULD));
        all.add(kinds.build(), Occur.FILTER);
        return all.build();
    }

    /** What options ask for, as if it stood in the query. */
    private static List<QueryNode.Leaf> options(Request request) {
        List<QueryNode.Leaf> leaves = new ArrayList<>();
        request.speaker().ifPresent(name -> leaves.add(option("speaker", name)));
        request.source().ifPresent(name -> leaves.add(option("source", name)));
        request.site().ifPresent(name -> leaves.add(option("site", name)));
        return leaves;
    }

    private static QueryNode.Leaf option(String field, String value) {
        return new QueryNode.Leaf(Optional.of(field), value, false, 0, 0);
    }

    /** Findings; in a language that is not read there are none, only articles. */
    private static Set<Hit.Type> usual(QueryNode query) {
        boolean unread = query.wanted()
                .anyMatch(leaf -> leaf.field().filter("language"::equals).isPresent()
                        && !leaf.value().equalsIgnoreCase(READ));
        boolean named = query.wanted()
                .anyMatch(leaf -> leaf.field().filter("type"::equals).isPresent()
                        && leaf.value().equalsIgnoreCase("article"));
        return unread || named ? Set.of(Hit.Type.ARTICLE) : Set.of(Hit.Type.QUOTE, Hit.Type.CLAIM, Hit.Type.FIGURE);
    }

    private void add(QueryNode node, Bare bare, Occur occur, BooleanQuery.Builder all) {
        switch (node) {
            case QueryNode.All each -> each.nodes().forEach(inner -> add(inner, bare, occur, all));
            case QueryNode.Not not -> all.add(query(not.node(), bare), Occur.MUST_NOT);
            default -> all.add(query(node, bare), occur);
        }
    }

    private Query query(QueryNode node, Bare bare) {
        return switch (node) {
            case QueryNode.Leaf leaf -> query(leaf, bare);
            case QueryNode.Any any -> {
                BooleanQuery.Builder some = new BooleanQuery.Builder();
                any.nodes().forEach(inner -> some.add(query(inner, bare), Occur.SHOULD));
                yield some.build();
            }
            default -> {
                BooleanQuery.Builder all = new BooleanQuery.Builder().add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
                add(node, bare, Occur.MUST, all);
                yield all.build();
            }
        };
    }

    private Query query(QueryNode.Leaf leaf, Bare bare) {
        if (leaf.field().isEmpty()) {
            return bare == Bare.SAID ? said(leaf) : about(leaf);
        }
        return switch (leaf.field().get()) {
            case "speaker" -> speaker(leaf);
            case "by" -> names.get().by(named(leaf), clusters);
            case "called" -> new TermQuery(new Term(Fields.ALIAS_KEY, NameKey.of(named(leaf))));
            case "against" -> names.get().against(named(leaf));
            case "said", "text" -> words.query(Fields.TEXT, leaf);
            case "exact" -> words.query(Fields.EXACT, leaf);
            case "source" -> words.query(Fields.SOURCE, leaf);
            case "target" -> words.query(Fields.TARGET, leaf);
            case "title" -> words.query(Fields.TITLE, leaf);
            case "site" -> words.query(Fields.SITE, leaf);
            case "place" -> words.query(Fields.PLACE, leaf);
            case "cause" -> words.query(Fields.CAUSE, leaf);
            case "language" ->
                new TermQuery(new Term(Fields.LANGUAGE, leaf.value().toLowerCase(Locale.ROOT)));
            case "cluster" -> clusters.query(leaf.value());
            case "voice" -> QueryValues.voice(leaf);
            case "stance" -> QueryValues.stance(leaf);
            case "type" -> QueryValues.type(leaf);
            case "since" -> QueryValues.since(leaf);
            case "until" -> QueryValues.until(leaf);
            case "date" -> QueryValues.date(leaf);
            case "fetched" -> QueryValues.fetched(leaf);
            default ->
                new BooleanQuery.Builder()
                        .add(QueryValues.outcome(leaf.field().get(), leaf.column()), Occur.FILTER)
                        .add(QueryValues.counts(leaf), Occur.FILTER)
                        .build();
        };
    }

    private Query said(QueryNode.Leaf leaf) {
        return new BooleanQuery.Builder()
                .add(words.query(Fields.TEXT, leaf), Occur.SHOULD)
                .add(new BoostQuery(words.query(Fields.SPEAKER, leaf), SPEAKER_WEIGHT), Occur.SHOULD)
                .build();
    }

    private Query about(QueryNode.Leaf leaf) {
        Query article = new BooleanQuery.Builder()
                .add(words.query(Fields.TEXT, leaf), Occur.MUST)
                .add(ARTICLE, Occur.FILTER)
                .build();
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        any.add(new ToChildBlockJoinQuery(article, new QueryBitSetProducer(ARTICLE)), Occur.SHOULD);
        for (String field : List.of(Fields.TEXT, Fields.TITLE, Fields.PLACE, Fields.CAUSE, Fields.SOURCE)) {
            any.add(words.query(field, leaf), Occur.SHOULD);
        }
        return any.build();
    }

    /**
     * First those whose name it is, then those who are called so, then those whose names have the words. How often and
     * among how many others the words stand in a name tells nothing.
     */
    private Query speaker(QueryNode.Leaf leaf) {
        Query found = new ConstantScoreQuery(words.query(Fields.SPEAKER, leaf));
        String key = NameKey.of(leaf.value());
        return Words.isPrefix(leaf) || key.isEmpty()
                ? found
                : new BooleanQuery.Builder()
                        .add(found, Occur.MUST)
                        .add(tier(Fields.SPEAKER_KEY, key, NAME_WEIGHT), Occur.SHOULD)
                        .add(tier(Fields.ALIAS_KEY, key, ALIAS_WEIGHT), Occur.SHOULD)
                        .build();
    }

    private static Query tier(String field, String key, float weight) {
        return new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(field, key))), weight);
    }

    private static String named(QueryNode.Leaf leaf) {
        if (NameKey.of(leaf.value()).isEmpty()) {
            throw new QueryException("'" + leaf.value() + "' has no letters or digits to search for", leaf.column());
        }
        return leaf.value();
    }

    /** For each term that may have been matched, by where it may stand, the query that finds out. */
    Map<QueryNode.Leaf, Map<String, Query>> reasons(Request request) {
        Map<QueryNode.Leaf, Map<String, Query>> reasons = new LinkedHashMap<>();
        List<QueryNode.Leaf> leaves =
                new ArrayList<>(QueryParser.parse(request.query()).wanted().toList());
        leaves.addAll(options(request));
        for (QueryNode.Leaf leaf : leaves) {
            Map<String, Query> places = new LinkedHashMap<>();
            if (leaf.field().isEmpty()) {
                places.put("in the words said", words.query(Fields.TEXT, leaf));
                places.put(
                        "in the names of the speaker, which weigh " + Math.round(SPEAKER_WEIGHT) + " times as much",
                        new BoostQuery(words.query(Fields.SPEAKER, leaf), SPEAKER_WEIGHT));
            } else if (leaf.field().get().equals("speaker")) {
                String key = NameKey.of(leaf.value());
                places.put("is the speaker's name", tier(Fields.SPEAKER_KEY, key, NAME_WEIGHT));
                places.put("is what the article calls the speaker", tier(Fields.ALIAS_KEY, key, ALIAS_WEIGHT));
                places.put(
                        "in names, role or body of the speaker",
                        new ConstantScoreQuery(words.query(Fields.SPEAKER, leaf)));
            } else {
                places.put(where(leaf.field().get()), query(leaf, Bare.SAID));
            }
            reasons.put(leaf, places);
        }
        return reasons;
    }

    private static String where(String field) {
        return switch (field) {
            case "said", "text" -> "in the words said or counted";
            case "exact" -> "in the words said or counted, as they are spelled";
            case "by" -> "said by this speaker under a name known to be theirs";
            case "against" -> "aimed at this person or body";
            case "since", "until", "date" -> "published then";
            case "fetched" -> "fetched then";
            case "site", "title", "language" -> field + " of the article";
            case "source", "target", "place", "cause", "stance", "voice", "type", "cluster" -> "its " + field;
            default -> "the figure fits";
        };
    }
}
