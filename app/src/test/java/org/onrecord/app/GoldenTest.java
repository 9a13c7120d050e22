package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onrecord.app.view.TextView;
import org.onrecord.document.Article;
import org.onrecord.document.Document;
import org.onrecord.harvest.Harvested;
import org.onrecord.harvest.Sources;
import org.onrecord.pipeline.Outcome;
import org.onrecord.standoff.DocumentJson;

/**
 * Whole articles: what is found in each sample is what was found before. Run with {@code -Donrecord.golden=update} to
 * accept a change, and read the difference before committing it.
 */
class GoldenTest {
    private static final Path SAMPLES = Path.of("../corpus/samples");
    private static final Path GOLDEN = Path.of("src/test/resources/org/onrecord/app/golden");
    private static final Sources SOURCES = Sources.load(InputStream.nullInputStream());
    private static final Schema SCHEMA = schema();

    static Stream<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES.resolve("text"))) {
            List<Path> samples = files.sorted().toList();
            assertTrue(samples.size() >= 12, "too few samples to mean anything");
            return samples.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isFoundAsBefore(Path sample) throws IOException {
        String found = new TextView((style, words) -> words)
                .render(annotated(sample), sample.getFileName().toString());
        assertSame(GOLDEN.resolve(sample.getFileName() + ".txt"), found);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isJsonOfTheContract(Path sample) throws IOException {
        Document document = annotated(sample);
        String json = DocumentJson.write(document);
        assertEquals(List.of(), SCHEMA.validate(json, InputFormat.JSON));
        assertEquals(json, DocumentJson.write(annotated(sample)));
        assertEquals(json, DocumentJson.write(DocumentJson.read(json)));
        JsonNode root = new ObjectMapper().readTree(json);
        String text = root.at("/article/text").asText();
        root.findParents("text").stream()
                .filter(item -> item.has("start"))
                .forEach(item -> assertEquals(
                        text.substring(
                                item.get("start").asInt(), item.get("end").asInt()),
                        item.get("text").asText()));
    }

    @Test
    void theSchemaRefusesWhatTheContractDoes() throws IOException {
        String json = DocumentJson.write(annotated(SAMPLES.resolve("text/wire-bridge.txt")));
        for (String broken : List.of(
                json.replace("\"onrecord/1\"", "\"onrecord/2\""),
                json.replace("\"kind\":\"direct\"", "\"kind\":\"shouted\""),
                json.replace("\"outcome\":\"killed\"", "\"outcome\":\"sad\""),
                json.replace("\"claims\":[", "\"claim\":["),
                json.replace("\"start\":0", "\"start\":-1"))) {
            assertTrue(!broken.equals(json)
                    && !SCHEMA.validate(broken, InputFormat.JSON).isEmpty());
        }
    }

    private static void assertSame(Path golden, String found) throws IOException {
        if (System.getProperty("onrecord.golden", "").equals("update")) {
            Files.writeString(golden, found);
        }
        assertEquals(Files.readString(golden), found);
    }

    private static Document annotated(Path file) {
        return SOURCES.open(file.toString())
                .items()
                .findFirst()
                .map(item -> switch (item) {
                    case Harvested.Rejected rejected -> throw new AssertionError(rejected);
                    case Harvested.Several several -> throw new AssertionError(several);
                    case Harvested.Unchanged same -> throw new AssertionError(same);
                    case Harvested.Read read -> annotated(read.article());
                })
                .orElseThrow();
    }

    private static Document annotated(Article article) {
        return switch (Models.LAZY.get().run(article)) {
            case Outcome.Failed failed -> throw new AssertionError(failed.stage(), failed.cause());
            case Outcome.Annotated annotated -> annotated.document();
        };
    }

    private static Schema schema() {
        try (InputStream in =
                Objects.requireNonNull(DocumentJson.class.getResourceAsStream("onrecord-1.schema.json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
