package org.onrecord.search.saved;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onrecord.document.Document;
import org.onrecord.search.InventedSpeech;
import org.onrecord.search.InventedSpeech.Said;
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
        return InventedSpeech.article("news.example", "2026-11-26", List.of(Said.asserted(name, name, words)));
    }
}
