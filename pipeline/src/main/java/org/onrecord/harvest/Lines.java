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
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.onrecord.document.Article;
import org.onrecord.document.Metadata;
import org.onrecord.document.PublicationTime;

/**
 * JSON lines, one article each: {@code {"url","title","published","text"|"html"}}. Read one by one.
 *
 * @param key of the file, if it is one
 */
record Lines(String name, Opener opener, Optional<String> key, Articles articles) implements Source {
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
    public Stream<Harvested> items(Reached reached) {
        LineReader reader;
        try {
            reader = new LineReader(
                    new BufferedReader(new InputStreamReader(Packed.unpacked(opener.open()), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            return Stream.of(new Harvested.Rejected(name, SingleFile.trouble(e)));
        }
        return new Items(reader, reached.items()).stream().onClose(() -> close(reader));
    }

    /** The lines as items. Where the bytes break off, one last item says so. */
    private final class Items extends Lazily<Harvested> {
        private final LineReader reader;
        private long toSkip;
        private boolean broken;

        Items(LineReader reader, long toSkip) {
            this.reader = reader;
            this.toSkip = toSkip;
        }

        @Override
        Optional<Harvested> advance() {
            if (broken) {
                return Optional.empty();
            }
            try {
                Optional<LineReader.Line> line = reader.next();
                while (line.isPresent() && toSkip > 0) {
                    toSkip--;
                    line = reader.next();
                }
                return line.map(Lines.this::item);
            } catch (IOException e) {
                broken = true;
                return Optional.of(new Harvested.Rejected(name, SingleFile.trouble(e)));
            }
        }
    }

    private Harvested item(LineReader.Line line) {
        String origin = name + ":" + line.number();
        if (!line.whole()) {
            return new Harvested.Rejected(
                    origin, "is longer than any article: each article must be on a line of its own");
        }
        try {
            JsonNode json = MAPPER.readTree(line.text());
            if (json.isObject()) {
                return Portion.harvested(origin, portions(json), Optional.empty());
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

    /** What the line says of a page goes before what the page says of itself, but not before what its posts say. */
    private List<Portion> portions(JsonNode json) throws UnreadableException {
        Optional<String> html = field(json, "html");
        String words = html.or(() -> field(json, "text"))
                .orElseThrow(() -> new UnreadableException("has neither \"text\" nor \"html\""));
        List<Portion> read = html.isPresent()
                ? articles.onPage(words, Canonical.address(field(json, "url")))
                : List.of(Portion.whole(
                        articles.ofText(words.replace("\r\n", "\n").replace('\r', '\n'))));
        Optional<PublicationTime> published = published(json);
        return read.stream()
                .map(portion -> portion.whole(article -> told(article, json, html.isPresent(), published)))
                .toList();
    }

    private static Article told(Article read, JsonNode json, boolean html, Optional<PublicationTime> published) {
        Metadata own = read.metadata();
        Metadata metadata = new Metadata(
                html ? own.url().or(() -> field(json, "url")) : field(json, "url"),
                field(json, "site").or(own::site),
                field(json, "title").or(own::title),
                own.byline(),
                published.or(own::published),
                own.modified());
        return Canonical.with(read, metadata);
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

    private static void close(LineReader reader) {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing failed", e);
        }
    }
}
