package org.onrecord.harvest.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a page says about itself in JSON-LD (json-ld.org, with the vocabulary of schema.org). */
final class LinkedData {
    /** Pages put line ends inside strings, and comments around them. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .build();

    private static final int DEEPEST = 12;

    private static final Pattern OPENS = Pattern.compile("(?://)?\\s*<!\\[CDATA\\[");
    private static final List<String> ARTICLES = List.of("Article", "Posting", "Report", "BlogPost");

    private final List<JsonNode> things = new ArrayList<>();
    private final List<JsonNode> articles = new ArrayList<>();

    private LinkedData() {}

    static LinkedData of(Marked page) {
        LinkedData data = new LinkedData();
        page.linkedData().flatMap(json -> parse(json).stream()).forEach(node -> data.collect(node, 0));
        data.things.stream().filter(LinkedData::isArticle).forEach(data.articles::add);
        return data;
    }

    /** A page's broken JSON-LD is as good as none. */
    private static Optional<JsonNode> parse(String json) {
        try {
            return Optional.ofNullable(MAPPER.readTree(bare(json.strip())));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Without the marks by which it is kept from readers of XHTML. */
    private static String bare(String json) {
        Matcher opens = OPENS.matcher(json);
        String opened = opens.lookingAt() ? json.substring(opens.end()) : json;
        return opened.endsWith("]]>")
                ? opened.substring(0, opened.length() - 3).replaceFirst("(?://)?\\s*$", "")
                : opened;
    }

    private void collect(JsonNode node, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (node.isObject() && node.has("@type")) {
            things.add(node);
        }
        for (JsonNode inner : node) {
            if (inner.isContainerNode()) {
                collect(inner, depth + 1);
            }
        }
    }

    /** The articles that it names, outer ones first. */
    Stream<JsonNode> articles() {
        return articles.stream();
    }

    private static boolean isArticle(JsonNode node) {
        return all(node.path("@type")).anyMatch(name -> ARTICLES.stream().anyMatch(name.asText()::contains));
    }

    /** Everything that has a type. */
    Stream<JsonNode> things() {
        return things.stream();
    }

    /** The text of the article, where it is given: often cut, and without its headings. */
    String body() {
        StringBuilder body = new StringBuilder();
        for (JsonNode node : things) {
            if (node.path("articleBody").isTextual()) {
                body.append(node.path("articleBody").asText()).append('\n');
            }
        }
        return body.toString();
    }

    /** The items of an array, or the one value itself. */
    static Stream<JsonNode> all(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                : value.isMissingNode() || value.isNull() ? Stream.empty() : Stream.of(value);
    }
}
