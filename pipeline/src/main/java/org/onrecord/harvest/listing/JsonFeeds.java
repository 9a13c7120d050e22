package org.onrecord.harvest.listing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** JSON Feed, versions 1 and 1.1 (jsonfeed.org). */
final class JsonFeeds {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JsonFeeds() {}

    static Listing read(byte[] bytes, Optional<URI> base) throws MalformedException {
        JsonNode feed;
        try {
            feed = MAPPER.readTree(bytes);
        } catch (IOException e) {
            throw MalformedException.of("JSON Feed", e);
        }
        Optional<URI> home = base.or(() -> text(feed, "home_page_url").flatMap(page -> Addresses.of(page, base)));
        List<Link> links = new ArrayList<>();
        int unusable = 0;
        for (JsonNode item : feed.path("items")) {
            Optional<Link> link = link(item, home);
            link.ifPresent(links::add);
            unusable += link.isPresent() ? 0 : 1;
        }
        return new Listing.Articles(links, unusable);
    }

    private static Optional<Link> link(JsonNode item, Optional<URI> home) {
        return text(item, "url")
                .or(() -> text(item, "id"))
                .flatMap(link -> Addresses.of(link, home))
                .map(address -> new Link(
                        address,
                        text(item, "title"),
                        text(item, "date_published").flatMap(JsonFeeds::time),
                        authors(item),
                        text(item, "content_html")));
    }

    private static List<String> authors(JsonNode item) {
        List<String> names = new ArrayList<>();
        item.path("authors").forEach(author -> text(author, "name").ifPresent(names::add));
        if (names.isEmpty()) {
            text(item.path("author"), "name").ifPresent(names::add);
        }
        return names;
    }

    private static Optional<Instant> time(String value) {
        try {
            return Optional.of(OffsetDateTime.parse(value).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(JsonNode node, String key) {
        return Optional.of(node.path(key))
                .filter(JsonNode::isTextual)
                .map(value -> value.asText().strip())
                .filter(words -> !words.isEmpty());
    }
}
