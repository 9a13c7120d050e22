package org.onrecord.harvest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.onrecord.document.Metadata;
import org.onrecord.document.PublicationTime;

/** What a page says about its article: JSON-LD first, then the meta elements, then the visible marks. */
final class PageMetadata {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int DEEPEST = 8;

    private final Document page;
    private final Optional<JsonNode> linked;

    private PageMetadata(Document page) {
        this.page = page;
        this.linked = page.select("script[type=application/ld+json]").stream()
                .flatMap(script -> parse(script.data()).stream())
                .flatMap(node -> articles(node, 0))
                .findFirst();
    }

    static Metadata of(Document page) {
        return new PageMetadata(page).read();
    }

    private Metadata read() {
        Optional<String> title = linked("headline")
                .or(() -> meta("meta[property=og:title]", "meta[name=twitter:title]"))
                .or(() -> Optional.ofNullable(page.selectFirst("h1")).map(Element::text))
                .or(() -> Optional.of(page.title()))
                .map(String::strip)
                .filter(words -> !words.isEmpty());
        return new Metadata(
                attribute("link[rel=canonical]", "href")
                        .or(() -> meta("meta[property=og:url]"))
                        .or(() -> linked("url")),
                meta("meta[property=og:site_name]")
                        .or(() -> linked.flatMap(
                                node -> text(node.path("publisher").path("name")))),
                title,
                authors(),
                time(linked("datePublished"))
                        .or(() -> time(meta(
                                "meta[property=article:published_time]",
                                "meta[itemprop=datePublished]",
                                "meta[name=date]",
                                "meta[name=pubdate]",
                                "meta[name=publish-date]",
                                "meta[name=DC.date.issued]")))
                        .or(() -> time(attribute("time[datetime]", "datetime"))),
                time(linked("dateModified")).or(() -> time(meta("meta[property=article:modified_time]"))));
    }

    private List<String> authors() {
        List<String> names = new ArrayList<>();
        linked.ifPresent(node -> names(node.path("author"), names));
        if (names.isEmpty()) {
            meta("meta[name=author]", "meta[property=article:author]")
                    .filter(name -> !name.startsWith("http"))
                    .ifPresent(names::add);
        }
        if (names.isEmpty()) {
            page.select("[rel=author], [itemprop=author], .byline .author, .author-name").stream()
                    .limit(3)
                    .map(Element::text)
                    .forEach(names::add);
        }
        return names.stream()
                .flatMap(name -> Stream.of(name.replaceFirst("(?i)^by\\s+", "").split("\\s+and\\s+|\\s*[,;]\\s*", -1)))
                .map(String::strip)
                .filter(name -> !name.isEmpty() && name.length() < 60)
                .distinct()
                .toList();
    }

    private static void names(JsonNode author, List<String> names) {
        if (author.isArray()) {
            author.forEach(one -> names(one, names));
        } else {
            text(author.isObject() ? author.path("name") : author)
                    .filter(name -> !name.startsWith("http"))
                    .ifPresent(names::add);
        }
    }

    /** Only what is ISO 8601; a date in words is left out, for half of them would be guessed wrong. */
    private static Optional<PublicationTime> time(Optional<String> value) {
        try {
            return value.map(String::strip)
                    .map(iso -> iso.replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) (\\d{2}:)", "$1T$2"))
                    .map(iso -> iso.replaceFirst("\\.\\d+", ""))
                    .map(PublicationTime::new);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<String> linked(String key) {
        return linked.flatMap(node -> text(node.path(key)));
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() && !node.asText().isBlank()
                ? Optional.of(node.asText().strip())
                : Optional.empty();
    }

    private Optional<String> meta(String... selectors) {
        return Stream.of(selectors)
                .flatMap(selector -> attribute(selector, "content").stream())
                .findFirst();
    }

    private Optional<String> attribute(String selector, String attribute) {
        return Optional.ofNullable(page.selectFirst(selector))
                .map(element -> element.attr(attribute).strip())
                .filter(value -> !value.isEmpty());
    }

    private static Optional<JsonNode> parse(String json) {
        try {
            return Optional.ofNullable(MAPPER.readTree(json));
        } catch (JsonProcessingException e) {
            return Optional.empty(); // a page's broken JSON-LD is as good as none
        }
    }

    private static Stream<JsonNode> articles(JsonNode node, int depth) {
        if (depth > DEEPEST) {
            return Stream.empty();
        }
        if (node.isArray()) {
            return stream(node).flatMap(one -> articles(one, depth + 1));
        }
        boolean isArticle = stream(
                        node.path("@type").isArray()
                                ? node.path("@type")
                                : MAPPER.createArrayNode().add(node.path("@type")))
                .anyMatch(type -> type.asText().matches(".*(?:Article|Posting|Report).*"));
        return isArticle ? Stream.of(node) : stream(node.path("@graph")).flatMap(one -> articles(one, depth + 1));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return java.util.stream.StreamSupport.stream(array.spliterator(), false);
    }

    /** Whether the page itself says that the text is not free. */
    static boolean isPaywalled(Document page) {
        return page.select("script[type=application/ld+json]").stream()
                .anyMatch(script -> script.data().matches("(?is).*\"isAccessibleForFree\"\\s*:\\s*\"?false.*"));
    }
}
