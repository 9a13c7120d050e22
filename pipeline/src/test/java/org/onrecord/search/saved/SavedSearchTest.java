package org.onrecord.search.saved;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onrecord.document.Article;
import org.onrecord.document.Attribution;
import org.onrecord.document.Basis;
import org.onrecord.document.Document;
import org.onrecord.document.Extent;
import org.onrecord.document.Kind;
import org.onrecord.document.Layer;
import org.onrecord.document.Provenance;
import org.onrecord.document.Span;
import org.onrecord.document.Speaker;
import org.onrecord.search.SearchMonitor;

class SavedSearchTest {
    @Test
    void searchesOfAFileMeetAnArticle() {
        Map<String, String> queries = new LinkedHashMap<>();
        SavedSearch.read(List.of(
                        "# bridges",
                        "",
                        "okafor: speaker:Okafor said:bridge",
                        "tolls: killed:>=10",
                        "unsafe: said:unsaf* -crane"))
                .forEach(search -> queries.put(search.name(), search.query()));
        SearchMonitor monitor = new SearchMonitor(queries);
        assertEquals(
                List.of("okafor", "unsafe"),
                monitor.match(said("the bridge was unsafe", "Mira Okafor")).stream()
                        .sorted()
                        .toList());
        assertEquals(List.of(), List.copyOf(monitor.match(said("nothing of the kind", "Nobody"))));
    }

    @ParameterizedTest
    @CsvSource({
        "okafor, 'line 1: not of the form ''name: query''|okafor|^'",
        "'x: killed:many', 'line 1: ''many'' is no number|x: killed:many|   ^'",
        "'x: a b colour:red', 'line 1: ''colour'' is neither a field nor an outcome such as killed, injured or missing|x: a b colour:red|       ^'",
    })
    void aBadLineIsOneSentenceWithItsPlace(String line, String message) {
        var e = assertThrows(SavedSearch.FileException.class, () -> SavedSearch.read(List.of(line)));
        assertEquals(message.replace('|', '\n'), String.valueOf(e.getMessage()));
        assertThrows(SavedSearch.FileException.class, () -> SavedSearch.read(List.of("a: x", "a: y")));
    }

    private static Document said(String words, String name) {
        String text = words + ", said " + name + ".";
        return Document.of(Article.ofBody(text))
                .with(new Layer<>(
                        Kind.ATTRIBUTION,
                        List.of(new Attribution(
                                "a1",
                                Attribution.Kind.INDIRECT,
                                Optional.empty(),
                                Optional.empty(),
                                Extent.of(new Span(0, words.length())),
                                Optional.of(new Speaker(
                                        name,
                                        Optional.empty(),
                                        Speaker.Type.PERSON,
                                        Optional.empty(),
                                        Optional.empty())),
                                List.of(),
                                new Basis.Human("test"))),
                        new Provenance("test", "0")));
    }
}
