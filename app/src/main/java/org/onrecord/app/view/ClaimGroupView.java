package org.onrecord.app.view;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.onrecord.search.ClaimGroup;
import org.onrecord.search.Hit;
import org.onrecord.standoff.Csv;

/** Who claims what, and where it was printed. */
public final class ClaimGroupView {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int PLACES = 3;
    private static final List<String> COLUMNS = List.of(
            "source",
            "role",
            "affiliation",
            "voice",
            "stance",
            "text",
            "articles",
            "first published",
            "title",
            "url",
            "origin",
            "article",
            "start",
            "end");

    private final Styling styling;

    public ClaimGroupView(Styling styling) {
        this.styling = styling;
    }

    /** For a reader: source and stance, the words as they were first printed, the first few places. */
    public String text(List<ClaimGroup> groups, int total) {
        StringBuilder page = new StringBuilder();
        page.append(styling.apply("bold", Words.number(total) + (total == 1 ? " claim" : " claims")))
                .append(total == groups.size() ? "" : ", the " + groups.size() + " most printed")
                .append('\n');
        for (ClaimGroup group : groups) {
            Hit first = group.first();
            page.append('\n').append(heading(group)).append('\n');
            String words = Words.oneLine(first.text());
            page.append(Words.wrapped(first.type() == Hit.Type.QUOTE ? "“" + words + "”" : words, "    "))
                    .append('\n');
            group.places().stream()
                    .limit(PLACES)
                    .forEach(place -> page.append("    ")
                            .append(styling.apply("faint", HitView.place(place)))
                            .append('\n'));
            int more = group.places().size() - PLACES;
            if (more > 0) {
                page.append("    ")
                        .append(styling.apply("faint", "and " + Words.number(more) + " more"))
                        .append('\n');
            }
        }
        return page.toString();
    }

    private String heading(ClaimGroup group) {
        String articles = group.articles() == 1 ? "" : "  in " + Words.number(group.articles()) + " articles";
        return group.source()
                        .map(new HitView(styling)::speaker)
                        .orElseGet(() -> styling.apply("bold", "in the publisher’s own voice"))
                + articles;
    }

    /** One object: {@code {"total":…,"claims":[{…,"places":[…]}]}} and a line end. */
    public static String json(List<ClaimGroup> groups, int total) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("total", total);
        ArrayNode claims = root.putArray("claims");
        for (ClaimGroup group : groups) {
            ObjectNode claim = claims.addObject();
            Optional<Hit.Said> said = group.source();
            claim.put("source", said.map(Hit.Said::speaker).orElse(null))
                    .put("type", said.map(Hit.Said::type).orElse(null))
                    .put("role", said.flatMap(Hit.Said::role).orElse(null))
                    .put("affiliation", said.flatMap(Hit.Said::affiliation).orElse(null))
                    .put("voice", voice(group))
                    .put("stance", said.flatMap(Hit.Said::stance).orElse(null))
                    .put("kind", group.first().type().name().toLowerCase(Locale.ROOT))
                    .put("text", group.first().text())
                    .put("articles", group.articles());
            ArrayNode places = claim.putArray("places");
            group.places()
                    .forEach(place -> places.addObject()
                            .put("article", place.article())
                            .put("title", place.title().orElse(null))
                            .put("url", place.url().orElse(null))
                            .put("published", place.published().orElse(null))
                            .put("origin", place.origin())
                            .put("start", place.span().start())
                            .put("end", place.span().end())
                            .put("text", place.text()));
        }
        return root + "\n";
    }

    /** One row a claim, its first place in it. */
    public static String csv(List<ClaimGroup> groups) {
        StringBuilder rows = new StringBuilder(Csv.row(COLUMNS));
        for (ClaimGroup group : groups) {
            Hit first = group.first();
            Optional<Hit.Said> said = group.source();
            rows.append(Csv.row(List.of(
                    said.map(Hit.Said::speaker).orElse(""),
                    said.flatMap(Hit.Said::role).orElse(""),
                    said.flatMap(Hit.Said::affiliation).orElse(""),
                    voice(group),
                    said.flatMap(Hit.Said::stance).orElse(""),
                    first.text(),
                    String.valueOf(group.articles()),
                    first.published().orElse(""),
                    first.title().orElse(""),
                    first.url().orElse(""),
                    first.origin(),
                    first.article(),
                    String.valueOf(first.span().start()),
                    String.valueOf(first.span().end()))));
        }
        return rows.toString();
    }

    private static String voice(ClaimGroup group) {
        return group.source().isPresent() ? "source" : "publisher";
    }
}
