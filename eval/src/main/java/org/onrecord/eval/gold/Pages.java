package org.onrecord.eval.gold;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * A set of web pages: {@code gold.jsonl} with {@code id}, {@code html} (path of the page, may be gzipped) and
 * {@code gold} (any of {@code text}, {@code title}, {@code authors}, {@code date}).
 */
public record Pages(String name, String digest, List<Page> pages, List<String> problems) {
    public Pages {
        pages = List.copyOf(pages);
        problems = List.copyOf(problems);
    }

    /**
     * Reads a set.
     *
     * @throws CorpusException if there is none
     */
    public static Pages read(Path folder) {
        CorpusFiles files = new CorpusFiles(folder);
        // Tables turned into JSON by the usual tools have NaN where a value is absent.
        ObjectMapper mapper = JsonMapper.builder()
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .build();
        Path list = folder.resolve("gold.jsonl");
        List<Page> pages = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        int number = 0;
        for (String line : files.text(list).lines().toList()) {
            number++;
            try {
                pages.add(page(mapper.readTree(line), folder, files));
            } catch (JsonProcessingException | IllegalArgumentException e) {
                problems.add(list + " line " + number + " is no page: " + CorpusFiles.firstLine(e));
            } catch (CorpusException e) {
                problems.add(list + " line " + number + " " + e.getMessage());
            }
        }
        return new Pages("pages", files.digest(), pages, problems);
    }

    private static Page page(JsonNode json, Path folder, CorpusFiles files) {
        String html = json.required("html").asText();
        Path file = folder.resolve(html);
        files.bytes(file);
        JsonNode gold = json.required("gold");
        String id = json.required("id").asText();
        return new Page(
                id,
                host(json.path("url").asText(""), id),
                () -> unzipped(file),
                text(gold, "text"),
                text(gold, "title"),
                authors(gold.path("authors")),
                text(gold, "date").filter(date -> date.length() >= 10).map(date -> date.substring(0, 10)));
    }

    /** Pages without a URL are named by their country, their site and a number. */
    private static String host(String url, String id) {
        String address = url.isBlank() || url.equals("null") ? id : url;
        if (!address.startsWith("http")) {
            return address.replaceFirst("^[^/]*/", "").replaceFirst("/.*", "").toLowerCase(Locale.ROOT);
        }
        String host = address.replaceFirst("^https?://", "")
                .replaceFirst("[/:?#].*", "")
                .toLowerCase(Locale.ROOT);
        List<String> labels = List.of(host.split("\\.", -1));
        int own = labels.size() - 2;
        // "co.uk" and the like are no name of a site.
        own -= own > 0 && labels.get(own).length() <= 3 && labels.getLast().length() == 2 ? 1 : 0;
        return labels.get(Math.max(0, own));
    }

    private static byte[] unzipped(Path file) {
        try (InputStream in = Files.newInputStream(file);
                InputStream page = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in) {
            return page.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static Optional<String> text(JsonNode json, String key) {
        return Optional.of(json.path(key).asText("").strip())
                .filter(value -> !value.isEmpty() && !value.equals("null"));
    }

    /** A list, or names in one string. */
    private static Optional<List<String>> authors(JsonNode value) {
        if (!value.isArray()) {
            return Optional.of(value.asText(""))
                    .filter(names -> !names.isBlank() && value.isTextual())
                    .map(names -> List.of(names.strip().split("\\s*(?:[,;]|\\band\\b)\\s*", -1)));
        }
        List<String> names = new ArrayList<>();
        value.forEach(item -> names.add(item.asText()));
        return Optional.of(names);
    }
}
