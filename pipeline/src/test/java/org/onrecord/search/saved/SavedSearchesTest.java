package org.onrecord.search.saved;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
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

class SavedSearchesTest {
    private static final Document ARTICLE = said("the bridge was unsafe", "Mira Okafor");

    @Test
    void whatAnArticleAnswersIsReportedOnceForItsCluster() {
        List<SavedSearch> searches = SavedSearch.read(List.of(
                "# bridges",
                "",
                "okafor: speaker:Okafor said:bridge",
                "tolls: killed:>=10",
                "unsafe: said:unsaf* -crane"));
        SavedSearches saved = new SavedSearches(searches);
        assertEquals(List.of("okafor", "unsafe"), saved.match(ARTICLE, "c1"));
        assertEquals(List.of(), saved.match(ARTICLE, "c1"));
        assertEquals(List.of("okafor", "unsafe"), saved.match(ARTICLE, "c2"));
        assertEquals(List.of(), saved.match(said("nothing of the kind", "Nobody"), "c3"));
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

    /** The aim: one article of 600 words against 10,000 saved searches in 50 ms. Run with {@code -Dbench=true}. */
    @Test
    @EnabledIfSystemProperty(named = "bench", matches = "true")
    void tenThousandSearchesAgainstOneArticle() {
        List<SavedSearch> searches = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            searches.add(new SavedSearch(
                    "s" + i,
                    switch (i % 4) {
                        case 0 -> "speaker:\"Person Name" + i + "\" said:word" + i % 977;
                        case 1 -> "said:word" + i + " stance:deny";
                        case 2 -> "killed:>=" + i + " source:police" + i;
                        default -> "word" + i + " bridge since:2026";
                    }));
        }
        String words = IntStream.range(0, 600).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
        Document article = said("bridge " + words, "Person Name8");
        SavedSearches saved = new SavedSearches(searches);
        long[] times = new long[41];
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            saved.match(article, "c" + i);
            times[i] = System.nanoTime() - start;
        }
        long[] warm = Arrays.copyOfRange(times, 10, times.length);
        Arrays.sort(warm);
        java.util.logging.Logger.getLogger("bench")
                .warning(String.format(
                        java.util.Locale.ROOT,
                        "median %.2f ms, highest %.2f ms, first %.1f ms",
                        warm[warm.length / 2] / 1e6,
                        warm[warm.length - 1] / 1e6,
                        times[0] / 1e6));
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
