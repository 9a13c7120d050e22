package org.onrecord.standoff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import org.onrecord.document.Annotation;
import org.onrecord.document.Article;
import org.onrecord.document.Attribution;
import org.onrecord.document.Basis;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.Claim;
import org.onrecord.document.Document;
import org.onrecord.document.Entity;
import org.onrecord.document.EntityType;
import org.onrecord.document.Extent;
import org.onrecord.document.Kind;
import org.onrecord.document.Layer;
import org.onrecord.document.Metadata;
import org.onrecord.document.Provenance;
import org.onrecord.document.PublicationTime;
import org.onrecord.document.Quantity;
import org.onrecord.document.Quote;
import org.onrecord.document.Span;
import org.onrecord.document.Speaker;
import org.onrecord.document.Voice;
import org.onrecord.document.Zone;

/** Reads what {@link DocumentJson} writes, and checks every offset against the words it comes with. */
final class DocumentReader {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Provenance PROVENANCE = new Provenance("stand-off JSON", "onrecord/1");

    private final JsonNode root;
    private final String text;

    private DocumentReader(JsonNode root) {
        this.root = root;
        this.text = string(root.path("article"), "text");
    }

    static Document read(String line) {
        JsonNode root;
        try {
            root = MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            throw new MalformedException("is not JSON: " + e.getOriginalMessage(), e);
        }
        String schema = root.path("schema").asText("none");
        if (!schema.equals("onrecord/1")) {
            throw new MalformedException("has the schema '" + schema + "', not onrecord/1");
        }
        try {
            return new DocumentReader(root).document();
        } catch (IllegalArgumentException e) {
            throw new MalformedException(String.valueOf(e.getMessage()), e);
        }
    }

    private Document document() {
        Map<String, List<String>> quotesOf = new TreeMap<>();
        root.path("quotes")
                .forEach(quote -> optional(quote, "attribution")
                        .ifPresent(id -> quotesOf.computeIfAbsent(id, key -> new ArrayList<>())
                                .add(string(quote, "id"))));
        return Document.of(article())
                .with(layer(Kind.ENTITY, each(root, "entities", this::entity)))
                .with(layer(Kind.QUOTE, each(root, "quotes", this::quote)))
                .with(layer(
                        Kind.ATTRIBUTION,
                        each(
                                root,
                                "attributions",
                                json -> attribution(json, quotesOf.getOrDefault(string(json, "id"), List.of())))))
                .with(layer(Kind.CASUALTY, each(root, "casualties", this::casualty)))
                .with(layer(Kind.CLAIM, claims()));
    }

    private static <A extends Annotation> Layer<A> layer(Kind<A> kind, List<A> items) {
        return new Layer<>(kind, items, PROVENANCE);
    }

    private Article article() {
        JsonNode json = root.path("article");
        Metadata metadata = new Metadata(
                optional(json, "url"),
                optional(json, "site"),
                optional(json, "title"),
                each(json, "byline", JsonNode::asText),
                optional(json, "published")
                        .map(iso -> new PublicationTime(
                                iso, json.path("publishedInferred").asBoolean())),
                optional(json, "modified").map(PublicationTime::new));
        List<Zone> zones = each(
                json,
                "zones",
                zone -> new Zone(span(zone), constant(Zone.Kind.class, zone, "kind"), optional(zone, "selector")));
        Article.Status status = string(json, "status").equals("notArticle")
                ? Article.Status.NOT_ARTICLE
                : constant(Article.Status.class, json, "status");
        return new Article(text, zones, metadata, string(json, "language"), status);
    }

    private Entity entity(JsonNode json) {
        return new Entity(
                string(json, "id"),
                extent(json, "mentions"),
                constant(EntityType.class, json, "type"),
                string(json, "name"),
                optional(json, "role"),
                optional(json, "affiliation"),
                new Basis.Rule("unknown", 0));
    }

    private Quote quote(JsonNode json) {
        return new Quote(
                string(json, "id"),
                words(json),
                constant(Quote.Kind.class, json, "kind"),
                new Basis.Rule("unknown", 0));
    }

    private Attribution attribution(JsonNode json, List<String> quotes) {
        return new Attribution(
                string(json, "id"),
                constant(Attribution.Kind.class, json, "kind"),
                given(json, "source").map(this::words),
                given(json, "cue").map(this::words),
                new Extent(each(json, "content", this::words)),
                given(json, "speaker").map(this::speaker),
                quotes,
                basis(json));
    }

    private Speaker speaker(JsonNode json) {
        return new Speaker(
                string(json, "name"),
                optional(json, "entity"),
                constant(Speaker.Type.class, json, "type"),
                optional(json, "role"),
                optional(json, "affiliation"));
    }

    private CasualtyFigure casualty(JsonNode json) {
        Span first = words(json);
        return new CasualtyFigure(
                string(json, "id"),
                given(json, "mentions").isPresent() ? extent(json, "mentions") : Extent.of(first),
                constant(CasualtyFigure.Outcome.class, json, "outcome"),
                quantity(json),
                optional(json, "victims"),
                optional(json, "perpetrator"),
                optional(json, "cause"),
                optional(json, "place"),
                optional(json, "time"),
                optional(json, "source")
                        .<Voice>map(name -> new Voice.Source(name, optional(json, "attribution")))
                        .orElse(new Voice.Publisher()),
                constant(CasualtyFigure.Modality.class, json, "modality"),
                constant(CasualtyFigure.Scope.class, json, "scope"),
                optional(json, "partOf"),
                json.path("derived").asBoolean(),
                basis(json));
    }

    private static Quantity quantity(JsonNode json) {
        OptionalLong min = bound(json, "min");
        OptionalLong max = bound(json, "max");
        String exactness = string(json, "exactness");
        return switch (exactness) {
            case "exact" -> new Quantity.Exactly(count(min, json));
            case "at_least" -> new Quantity.AtLeast(count(min, json));
            case "more_than" -> new Quantity.MoreThan(count(min, json) - 1);
            case "at_most" -> new Quantity.AtMost(count(max, json));
            case "fewer_than" -> new Quantity.FewerThan(count(max, json) + 1);
            case "about" -> new Quantity.About(count(min, json));
            case "range" -> new Quantity.Between(count(min, json), count(max, json));
            case "vague" -> new Quantity.Vague(string(json, "words"), min, max);
            case "none" -> new Quantity.None();
            default -> throw new MalformedException("'exactness' is '" + exactness + "'");
        };
    }

    private static long count(OptionalLong bound, JsonNode json) {
        return bound.orElseThrow(
                () -> new MalformedException("figure '" + json.path("id").asText() + "' lacks a bound"));
    }

    private static OptionalLong bound(JsonNode json, String key) {
        JsonNode value = json.path(key);
        return value.isIntegralNumber() ? OptionalLong.of(value.asLong()) : OptionalLong.empty();
    }

    private List<Claim> claims() {
        Map<String, Extent> contents = new TreeMap<>();
        root.path("attributions")
                .forEach(json -> contents.put(string(json, "id"), new Extent(each(json, "content", this::words))));
        return each(root, "claims", json -> {
            String attribution = string(json, "attribution");
            Extent content = Optional.ofNullable(contents.get(attribution))
                    .orElseThrow(() -> new MalformedException("no attribution has the id '" + attribution + "'"));
            return new Claim(
                    string(json, "id"),
                    content,
                    attribution,
                    constant(Claim.Stance.class, json, "stance"),
                    given(json, "target")
                            .map(target -> new Claim.Target(string(target, "name"), optional(target, "entity"))),
                    hedge(json),
                    json.path("negated").asBoolean(),
                    each(json, "figures", JsonNode::asText),
                    answer(json),
                    optional(json, "within"),
                    each(json, "events", this::words),
                    given(json, "said").map(this::words),
                    basis(json));
        });
    }

    /** Documents written before the certainty was given have only the flag. */
    private Optional<Claim.Hedge> hedge(JsonNode json) {
        Optional<JsonNode> hedge = given(json, "hedge");
        if (hedge.isEmpty() && json.path("hedged").asBoolean()) {
            return Optional.of(new Claim.Hedge(Claim.Certainty.POSSIBLE, Optional.empty()));
        }
        return hedge.map(given -> new Claim.Hedge(
                constant(Claim.Certainty.class, given, "certainty"),
                given(given, "words").map(this::words)));
    }

    private static Claim.Answer answer(JsonNode json) {
        Optional<String> contests = optional(json, "contests");
        if (contests.isPresent()) {
            return new Claim.Answer.To(List.of(contests.get()));
        }
        return optional(json, "answers").isPresent() ? new Claim.Answer.Unlinked() : new Claim.Answer.Nothing();
    }

    private static Basis basis(JsonNode json) {
        String name = string(json, "basis");
        double confidence = json.path("confidence").asDouble();
        int colon = name.indexOf(':');
        String id = name.substring(colon + 1);
        return switch (colon < 0 ? "" : name.substring(0, colon)) {
            case "rule" -> new Basis.Rule(id, confidence);
            case "model" -> new Basis.Model(id, confidence);
            case "human" -> new Basis.Human(id);
            default -> throw new MalformedException("'basis' is '" + name + "'");
        };
    }

    /** The span of an item that comes with its words. */
    private Span words(JsonNode json) {
        Span span = span(json);
        if (!span.of(text).equals(string(json, "text"))) {
            throw new MalformedException("'" + string(json, "text") + "' is said to be at " + span.start() + ".."
                    + span.end() + ", where the text has '" + span.of(text) + "'");
        }
        return span;
    }

    private Span span(JsonNode json) {
        Span span = new Span(json.path("start").asInt(-1), json.path("end").asInt(-1));
        if (span.end() > text.length()) {
            throw new MalformedException("offset " + span.end() + " is after the end of the text, " + text.length());
        }
        return span;
    }

    private Extent extent(JsonNode json, String key) {
        List<Span> spans = each(json, key, this::span);
        spans.sort(Comparator.naturalOrder());
        return new Extent(spans);
    }

    private static <T> List<T> each(JsonNode json, String key, Function<JsonNode, T> reader) {
        List<T> items = new ArrayList<>();
        json.path(key).forEach(item -> items.add(reader.apply(item)));
        return items;
    }

    private static Optional<JsonNode> given(JsonNode json, String key) {
        return Optional.of(json.path(key)).filter(value -> !value.isNull() && !value.isMissingNode());
    }

    private static Optional<String> optional(JsonNode json, String key) {
        return given(json, key).map(JsonNode::asText);
    }

    private static String string(JsonNode json, String key) {
        return optional(json, key).orElseThrow(() -> new MalformedException("'" + key + "' is missing"));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, JsonNode json, String key) {
        String name = string(json, key);
        try {
            return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new MalformedException("'" + key + "' is '" + name + "'", e);
        }
    }
}
