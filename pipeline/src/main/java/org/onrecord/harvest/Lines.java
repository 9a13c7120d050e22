package org.onrecord.harvest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.onrecord.document.Article;
import org.onrecord.document.Metadata;
import org.onrecord.document.PublicationTime;

/** JSON lines, one article each: {@code {"url","title","published","text"|"html"}}. Read one by one. */
record Lines(String name, Opener opener, Articles articles) implements Source {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Opens the bytes. */
    interface Opener {
        InputStream open() throws IOException;
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.empty();
    }

    @Override
    public Stream<Harvested> items() {
        BufferedReader reader;
        try {
            reader = new BufferedReader(new InputStreamReader(opener.open(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Stream.of(new Harvested.Rejected(name, "cannot be read: " + e.getMessage()));
        }
        AtomicLong number = new AtomicLong();
        return reader.lines()
                .map(line -> new Numbered(number.incrementAndGet(), line))
                .filter(line -> !line.text().isBlank())
                .map(this::item)
                .onClose(() -> close(reader));
    }

    private record Numbered(long number, String text) {}

    private Harvested item(Numbered line) {
        String origin = name + ":" + line.number();
        try {
            JsonNode json = MAPPER.readTree(line.text());
            if (json.isObject()) {
                return new Harvested.Read(origin, article(json));
            }
            return new Harvested.Rejected(
                    origin,
                    "is not a JSON object but " + json.getNodeType().name().toLowerCase(java.util.Locale.ROOT));
        } catch (JsonProcessingException e) {
            return new Harvested.Rejected(
                    origin,
                    "is not JSON at column " + e.getLocation().getColumnNr() + ": "
                            + e.getOriginalMessage().lines().findFirst().orElse(""));
        } catch (UnreadableException e) {
            return new Harvested.Rejected(origin, e.reason());
        }
    }

    private Article article(JsonNode json) throws UnreadableException {
        Optional<String> html = field(json, "html");
        String words = html.or(() -> field(json, "text"))
                .orElseThrow(() -> new UnreadableException("has neither \"text\" nor \"html\""));
        Article read = html.isPresent()
                ? articles.ofPage(words)
                : articles.ofText(words.replace("\r\n", "\n").replace('\r', '\n'));
        Metadata own = read.metadata();
        Metadata metadata = new Metadata(
                field(json, "url").or(own::url),
                field(json, "site").or(own::site),
                field(json, "title").or(own::title),
                own.byline(),
                published(json).or(own::published),
                own.modified());
        return new Article(read.text(), read.zones(), metadata, read.language(), read.status());
    }

    private static Optional<PublicationTime> published(JsonNode json) throws UnreadableException {
        try {
            return field(json, "published").map(PublicationTime::new);
        } catch (IllegalArgumentException e) {
            throw new UnreadableException("has a \"published\" that is no ISO 8601 date: " + json.get("published"));
        }
    }

    private static Optional<String> field(JsonNode json, String key) {
        return Optional.ofNullable(json.get(key))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank());
    }

    private static void close(BufferedReader reader) {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing failed", e);
        }
    }
}
