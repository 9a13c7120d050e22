package org.onrecord.app.view;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.onrecord.document.Span;
import org.onrecord.search.FindingSearch;
import org.onrecord.search.Hit;
import org.onrecord.search.Reason;
import org.onrecord.search.Row;
import org.onrecord.standoff.Csv;

/** What a search found. */
public final class HitView {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> COLUMNS = List.of(
            "type",
            "speaker",
            "role",
            "affiliation",
            "text",
            "outcome",
            "min",
            "max",
            "exactness",
            "source",
            "stance",
            "title",
            "published",
            "url",
            "origin",
            "article",
            "start",
            "end",
            "site",
            "language",
            "cluster",
            "copies",
            "fetched");

    /** Sites of copies that are named. */
    private static final int SITES = 5;

    private final Styling styling;

    public HitView(Styling styling) {
        this.styling = styling;
    }

    /** For a reader: the finding in its sentence, the words of the query marked. */
    public String text(FindingSearch.Result result, int offset) {
        StringBuilder page = new StringBuilder();
        page.append(
                styling.apply("bold", Words.number(result.total()) + (result.total() == 1 ? " finding" : " findings")));
        page.append(
                result.hits().isEmpty() || result.total() == result.hits().size()
                        ? ""
                        : ", " + (offset + 1) + " to " + (offset + result.hits().size()));
        page.append('\n');
        for (Row row : result.rows()) {
            Hit hit = row.hit();
            page.append('\n').append(heading(hit)).append('\n');
            page.append(Words.wrapped(highlighted(hit), "    ")).append('\n');
            page.append("    ").append(styling.apply("faint", place(hit))).append('\n');
            if (!row.copies().isEmpty()) {
                page.append("    ")
                        .append(styling.apply("faint", copies(row.copies())))
                        .append('\n');
            }
        }
        return page.toString();
    }

    /** The same with why each row is there. */
    public String text(FindingSearch.Explained explained, int offset) {
        List<String> blocks =
                new ArrayList<>(List.of(text(explained.result(), offset).split("\n\n", -1)));
        StringBuilder page = new StringBuilder(blocks.getFirst().stripTrailing()).append('\n');
        for (int i = 0; i < explained.reasons().size(); i++) {
            page.append('\n').append(blocks.get(i + 1).stripTrailing()).append('\n');
            explained
                    .reasons()
                    .get(i)
                    .forEach(reason -> page.append("    ").append(why(reason)).append('\n'));
            page.append(styling.apply(
                    "faint",
                    String.format(
                            Locale.ROOT,
                            "    score %.2f%n",
                            explained.result().hits().get(i).score())));
        }
        return page.toString();
    }

    private String why(Reason reason) {
        return styling.apply("bold", reason.term()) + " " + reason.where()
                + (reason.score() > 0 ? String.format(Locale.ROOT, ", +%.2f", reason.score()) : "");
    }

    /** As {@link #json(FindingSearch.Result)}, each hit with {@code why} and what Lucene says as {@code raw}. */
    public static String json(FindingSearch.Explained explained) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("total", explained.result().total());
        ArrayNode hits = hits(explained.result());
        for (int i = 0; i < explained.reasons().size(); i++) {
            ObjectNode hit = (ObjectNode) hits.get(i);
            hit.put("score", explained.result().hits().get(i).score());
            ArrayNode why = hit.putArray("why");
            explained
                    .reasons()
                    .get(i)
                    .forEach(reason -> why.addObject()
                            .put("term", reason.term())
                            .put("where", reason.where())
                            .put("score", reason.score()));
            hit.put("raw", explained.raw().get(i));
        }
        root.set("hits", hits);
        return root + "\n";
    }

    private String heading(Hit hit) {
        if (hit.figure().isPresent()) {
            Hit.Figure figure = hit.figure().get();
            return styling.apply("bold,fg(red)", figure.outcome() + " " + count(figure)) + "  according to "
                    + figure.source().orElse("the publisher");
        }
        return hit.said()
                .map(this::speaker)
                .orElseGet(() -> hit.type() == Hit.Type.ARTICLE
                        ? styling.apply("bold", "article") + language(hit)
                        : styling.apply("bold", "no speaker found"));
    }

    private static String language(Hit hit) {
        return hit.isEnglish() ? "" : "  " + hit.language() + ", not read for findings";
    }

    /** "also in 3 articles: north.example, south.example", each site once. */
    private static String copies(List<Hit> copies) {
        List<String> sites = copies.stream().map(Hit::publisher).distinct().toList();
        int more = Math.max(0, sites.size() - SITES);
        return "also in " + Words.number(copies.size()) + (copies.size() == 1 ? " article: " : " articles: ")
                + String.join(", ", sites.subList(0, sites.size() - more))
                + (more == 0 ? "" : " and " + Words.number(more) + " more");
    }

    /** Who said it, as what, and what they did where it is more than to assert. */
    String speaker(Hit.Said said) {
        return styling.apply("bold,fg(cyan)", said.speaker())
                + described(said)
                + said.stance()
                        .filter(stance -> !stance.equals("assert"))
                        .map(stance -> "  " + styling.apply("fg(yellow)", stance))
                        .orElse("");
    }

    private static String described(Hit.Said said) {
        String words = Words.described(said.role(), said.affiliation());
        return words.isEmpty() || said.speaker().startsWith(words) ? "" : " (" + words + ")";
    }

    /** "26 or more" */
    public static String count(Hit.Figure figure) {
        String min = figure.min().isPresent() ? Words.number(figure.min().getAsLong()) : "";
        String max = figure.max().isPresent() ? Words.number(figure.max().getAsLong()) : "";
        return switch (figure.exactness()) {
            case "at_least", "more_than" -> min + " or more";
            case "at_most", "fewer_than" -> "up to " + max;
            case "about" -> "about " + min;
            default -> min.equals(max) ? min : min.isEmpty() ? "(a number)" : min + " to " + max;
        };
    }

    /**
     * The finding with the words of the query marked: a quotation in quotation marks, anything else in square brackets
     * within its sentence, since a figure says little alone.
     */
    private String highlighted(Hit hit) {
        String context = hit.context();
        StringBuilder found = new StringBuilder();
        int at = hit.found().start();
        for (Span match : hit.matches()) {
            found.append(context, at, match.start()).append(styling.apply("bold,underline", match.of(context)));
            at = match.end();
        }
        found.append(context, at, hit.found().end());
        String line = switch (hit.type()) {
            case QUOTE -> "“" + found + "”";
            case CLAIM -> found.toString();
            case FIGURE ->
                faint(context.substring(0, hit.found().start())) + "[" + found + "]"
                        + faint(context.substring(hit.found().end()));
            case ARTICLE -> context;
        };
        return Words.oneLine(line);
    }

    private String faint(String words) {
        return words.isBlank() ? words : styling.apply("faint", words);
    }

    static String place(Hit hit) {
        String title = hit.title().map(words -> words + "  ").orElse("");
        String published = hit.published().map(time -> time + "  ").orElse("");
        return title + published + hit.url().orElse(hit.origin());
    }

    /** One object: {@code {"total":…,"hits":[…]}} and a line end. */
    public static String json(FindingSearch.Result result) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("total", result.total());
        root.set("hits", hits(result));
        return root + "\n";
    }

    /** One hit as {@link #json(FindingSearch.Result)} has it. */
    public static ObjectNode json(Hit hit) {
        ObjectNode node = MAPPER.createObjectNode();
        node(new Row(hit, List.of()), node);
        node.remove("copies");
        return node;
    }

    static ArrayNode hits(FindingSearch.Result result) {
        ArrayNode hits = MAPPER.createArrayNode();
        result.rows().forEach(row -> node(row, hits.addObject()));
        return hits;
    }

    private static void node(Row row, ObjectNode node) {
        Hit hit = row.hit();
        node.put("type", hit.type().name().toLowerCase(Locale.ROOT))
                .put("id", hit.id())
                .put("article", hit.article());
        node.put("title", hit.title().orElse(null))
                .put("url", hit.url().orElse(null))
                .put("published", hit.published().orElse(null));
        node.put("origin", hit.origin())
                .put("start", hit.span().start())
                .put("end", hit.span().end())
                .put("text", hit.text());
        node.put("context", hit.context());
        ArrayNode matches = node.putArray("matches");
        hit.matches()
                .forEach(
                        match -> matches.addObject().put("start", match.start()).put("end", match.end()));
        if (hit.said().isPresent()) {
            Hit.Said said = hit.said().get();
            node.putObject("speaker")
                    .put("name", said.speaker())
                    .put("type", said.type())
                    .put("role", said.role().orElse(null))
                    .put("affiliation", said.affiliation().orElse(null));
            node.put("stance", said.stance().orElse(null));
        }
        if (hit.figure().isPresent()) {
            Hit.Figure figure = hit.figure().get();
            ObjectNode count = node.putObject("figure").put("outcome", figure.outcome());
            figure.min().ifPresentOrElse(min -> count.put("min", min), () -> count.putNull("min"));
            figure.max().ifPresentOrElse(max -> count.put("max", max), () -> count.putNull("max"));
            count.put("exactness", figure.exactness())
                    .put("source", figure.source().orElse(null));
        }
        node.put("site", hit.site().orElse(null))
                .put("language", hit.language())
                .put("cluster", hit.cluster())
                .put("fetched", hit.fetched().map(Instant::toString).orElse(null));
        ArrayNode copies = node.putArray("copies");
        row.copies()
                .forEach(copy -> copies.addObject()
                        .put("article", copy.article())
                        .put("title", copy.title().orElse(null))
                        .put("url", copy.url().orElse(null))
                        .put("site", copy.site().orElse(null))
                        .put("published", copy.published().orElse(null))
                        .put("origin", copy.origin())
                        .put("start", copy.span().start())
                        .put("end", copy.span().end()));
    }

    public static String csv(FindingSearch.Result result) {
        StringBuilder rows = new StringBuilder(Csv.row(COLUMNS));
        for (Row row : result.rows()) {
            Hit hit = row.hit();
            rows.append(Csv.row(List.of(
                    hit.type().name().toLowerCase(Locale.ROOT),
                    hit.said().map(Hit.Said::speaker).orElse(""),
                    hit.said().flatMap(Hit.Said::role).orElse(""),
                    hit.said().flatMap(Hit.Said::affiliation).orElse(""),
                    hit.text(),
                    hit.figure().map(Hit.Figure::outcome).orElse(""),
                    bound(hit.figure().map(Hit.Figure::min).orElse(OptionalLong.empty())),
                    bound(hit.figure().map(Hit.Figure::max).orElse(OptionalLong.empty())),
                    hit.figure().map(Hit.Figure::exactness).orElse(""),
                    hit.figure().flatMap(Hit.Figure::source).orElse(""),
                    hit.said().flatMap(Hit.Said::stance).orElse(""),
                    hit.title().orElse(""),
                    hit.published().orElse(""),
                    hit.url().orElse(""),
                    hit.origin(),
                    hit.article(),
                    String.valueOf(hit.span().start()),
                    String.valueOf(hit.span().end()),
                    hit.site().orElse(""),
                    hit.language(),
                    hit.cluster(),
                    String.valueOf(row.copies().size()),
                    hit.fetched().map(Instant::toString).orElse(""))));
        }
        return rows.toString();
    }

    private static String bound(OptionalLong bound) {
        return bound.isPresent() ? String.valueOf(bound.getAsLong()) : "";
    }
}
