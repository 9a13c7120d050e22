package org.onrecord.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onrecord.document.Article;
import org.onrecord.document.Attribution;
import org.onrecord.document.Basis;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.Claim;
import org.onrecord.document.Document;
import org.onrecord.document.Entity;
import org.onrecord.document.EntityType;
import org.onrecord.document.Extent;
import org.onrecord.document.Kind;
import org.onrecord.document.Layer;
import org.onrecord.document.Metadata;
import org.onrecord.document.Provenance;
import org.onrecord.document.PublicationTime;
import org.onrecord.document.Quantity;
import org.onrecord.document.Quote;
import org.onrecord.document.Span;
import org.onrecord.document.Speaker;
import org.onrecord.document.Voice;

class SearchTest {
    private static final Basis BASIS = new Basis.Human("test");
    private static final Provenance PROVENANCE = new Provenance("test", "0");
    private static final String TEXT =
            "“The coalition’s bridges were unsafe,” Veale said. At least 40 people were killed, police said. Col. Thomas Veale left. The army denied it.";

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void index() {
        try (ArticleIndex index = ArticleIndex.open(folder.resolve("index"), "1")) {
            assertEquals(
                    ArticleIndex.Change.ADDED,
                    index.put(document(TEXT, "https://a.example/1", "2018-06-05"), "one.txt")
                            .change());
            assertEquals(
                    ArticleIndex.Change.ADDED,
                    index.put(
                                    document(
                                            TEXT.replace("40", "12").replace("unsafe", "fine"),
                                            "https://b.example/2",
                                            "2020-01-01"),
                                    "two.txt")
                            .change());
            index.commit();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Veale, 2",
        "speaker:Veale, 2",
        "'speaker:\"Thomas Veale\"', 2",
        "speaker:coalition, 2",
        "speaker:nobody, 0",
        "voice:publisher, 0",
        "voice:source type:figure, 2",
        "said:bridge, 2",
        "exact:bridges, 2",
        "exact:BRIDGES, 2",
        "exact:bridge, 0",
        "exact:bridge*, 2",
        "'exact:\"bridges were unsafe\"', 1",
        "exact:bridges said:unsafe, 1",
        "exact:bridges -exact:unsafe, 1",
        "unsafe, 1",
        "'\"bridges were unsafe\"', 1",
        "'\"unsafe bridges\"', 0",
        "said:unsaf*, 1",
        "Veale -unsafe, 1",
        "killed:>=30, 1",
        "killed:>30, 1",
        "killed:12, 1",
        "killed:10..50, 2",
        "killed:*, 2",
        "injured:*, 0",
        "killed:>=30 source:police, 1",
        "stance:deny, 1", // what copies have in common is one row
        "since:2019 Veale, 1",
        "until:2019-01 Veale, 1",
        "site:a.example Veale, 1",
        "type:figure, 2",
    })
    void theQueryLanguageFinds(String query, int expected) {
        assertEquals(expected, search(Request.of(query)).total());
    }

    @Test
    void aHitSaysWhoWhatAndWhere() {
        Hit hit = search(Request.of("unsafe")).hits().getFirst();
        assertEquals("The coalition’s bridges were unsafe,", hit.text());
        assertEquals(hit.text(), hit.span().of(TEXT));
        assertEquals("Thomas Veale", hit.said().orElseThrow().speaker());
        assertEquals(Optional.of("spokesman"), hit.said().orElseThrow().role());
        assertEquals("unsafe", hit.matches().getFirst().of(hit.context()));
        assertEquals("one.txt", hit.origin());
    }

    @ParameterizedTest
    @CsvSource({
        "said:bridge, bridges",
        "exact:bridges, bridges",
        "exact:bridges said:bridge, bridges",
        "exact:were unsafe, were unsafe",
    })
    void theWordsOfTheQueryAreMarkedOnceInTextOrder(String query, String marked) {
        Hit hit = search(Request.of(query)).hits().getFirst();
        assertEquals(
                marked,
                hit.matches().stream().map(match -> match.of(hit.context())).collect(Collectors.joining(" ")));
    }

    @Test
    void optionsNarrowDown() {
        Request figures = new Request(
                "",
                Optional.empty(),
                Optional.of("killed"),
                OptionalLong.of(20),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.of("police"),
                Optional.empty(),
                false,
                10,
                0);
        Hit hit = search(figures).hits().getFirst();
        assertEquals(1, search(figures).total());
        assertEquals(OptionalLong.of(40), hit.figure().orElseThrow().min());
        assertEquals("at_least", hit.figure().orElseThrow().exactness());
    }

    @Test
    void theSameTextIsThereAlreadyAndAChangedOneReplaces() {
        try (ArticleIndex index = ArticleIndex.open(folder.resolve("index"), "1")) {
            Document same = document(TEXT, "https://a.example/1", "2018-06-05");
            Document changed = document(TEXT.replace("40", "41"), "https://a.example/1", "2018-06-05");
            assertTrue(index.contains(same.article(), "one.txt"));
            assertTrue(index.contains(same.article(), "copy-of-one.txt"));
            assertFalse(index.contains(changed.article(), "one.txt"));
            assertEquals(
                    ArticleIndex.Change.REPLACED, index.put(changed, "one.txt").change());
            index.commit();
        }
        assertEquals(1, search(Request.of("killed:41")).total());
        assertEquals(0, search(Request.of("killed:40")).total());
        assertEquals(2, search(Request.of("type:quote")).total());
    }

    @Test
    void whatAnotherVersionAnnotatedIsReadAgain() {
        try (ArticleIndex index = ArticleIndex.open(folder.resolve("index"), "2")) {
            assertFalse(index.contains(
                    document(TEXT, "https://a.example/1", "2018-06-05").article(), "one.txt"));
        }
    }

    @Test
    void whatWasNotCommittedIsGoneAndTheRestIsWhole() {
        try (ArticleIndex index = ArticleIndex.open(folder.resolve("index"), "1")) {
            index.put(document(TEXT.replace("unsafe", "lost"), "https://c.example/3", "2021-01-01"), "three.txt");
        }
        assertEquals(2, search(Request.of("type:quote")).total());
    }

    @Test
    void oneWriterAtATime() {
        try (ArticleIndex first = ArticleIndex.open(folder.resolve("index"), "1")) {
            IndexException locked =
                    assertThrows(IndexException.class, () -> ArticleIndex.open(folder.resolve("index"), "1"));
            assertTrue(String.valueOf(locked.getMessage()).contains("is being written to by another process"));
            assertEquals(2, search(Request.of("type:quote")).total());
            first.commit();
        }
    }

    @Test
    void noIndexForeignFilesAndDamageAreOneSentence() throws IOException {
        assertTrue(message(folder.resolve("none")).contains("holds no index: make one with"));
        Files.createDirectories(folder.resolve("other"));
        Files.writeString(folder.resolve("other/file"), "x");
        assertThrows(IndexException.class, () -> ArticleIndex.open(folder.resolve("other"), "1"));
        try (var files = Files.list(folder.resolve("index"))) {
            for (Path file :
                    files.filter(path -> path.toString().contains("segments_")).toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        assertTrue(message(folder.resolve("index")).contains("is damaged"), message(folder.resolve("index")));
    }

    private static String message(Path index) {
        return String.valueOf(assertThrows(IndexException.class, () -> FindingSearch.open(index))
                .getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "'speaker:\"Veale', 8, the quotation mark is never closed",
        "speaker:, 0, 'nothing follows ''speaker:'''",
        "Veale killed:many, 6, '''many'' is no number'",
        "colour:red, 0, '''colour'' is neither a field nor an outcome such as killed, injured or missing'",
        "since:yesterday, 0, '''yesterday'' is no date such as 2018-06-05, 2018-06 or 2018'",
        "%%, 0, '''%%'' has no letters or digits to search for'",
    })
    void errorsShowTheirPlace(String query, int column, String message) {
        QueryException e = assertThrows(QueryException.class, () -> search(Request.of(query)));
        assertEquals(message.strip(), String.valueOf(e.getMessage()));
        assertEquals(query + "\n" + " ".repeat(column) + "^", e.pointer(query));
    }

    @Test
    void hostileQueriesAreBounded() {
        assertThrows(QueryException.class, () -> search(Request.of("a ".repeat(500))));
        assertThrows(QueryException.class, () -> search(Request.of("(".repeat(10_000))));
    }

    @Property(tries = 300)
    void anyQueryFindsOrSaysWhy(@ForAll String query) throws IOException {
        Path own = Files.createTempDirectory("query");
        try (ArticleIndex index = ArticleIndex.open(own, "1")) {
            index.put(document(TEXT, "https://a.example/1", "2018-06-05"), "one.txt");
            index.commit();
        }
        try (FindingSearch search = FindingSearch.open(own)) {
            search.search(Request.of(query))
                    .hits()
                    .forEach(
                            hit -> assertEquals(hit.span().length(), hit.found().length()));
        } catch (QueryException e) {
            assertFalse(String.valueOf(e.getMessage()).isBlank());
        } finally {
            try (var files = Files.walk(own)) {
                files.sorted(java.util.Comparator.reverseOrder()).forEach(SearchTest::delete);
            }
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FindingSearch.Result search(Request request) {
        try (FindingSearch search = FindingSearch.open(folder.resolve("index"))) {
            return search.search(request);
        }
    }

    private static Document document(String text, String url, String published) {
        Metadata metadata = new Metadata(
                Optional.of(url),
                Optional.empty(),
                Optional.of("A bridge"),
                List.of(),
                Optional.of(new PublicationTime(published)),
                Optional.empty());
        Article article = new Article(text, Article.ofBody(text).zones(), metadata, "en", Article.Status.COMPLETE);
        Span quote = new Span(text.indexOf("The coalition"), text.indexOf("” Veale"));
        Span denial = span(text, "it.");
        Speaker veale = new Speaker(
                "Thomas Veale",
                Optional.of("e1"),
                Speaker.Type.PERSON,
                Optional.of("spokesman"),
                Optional.of("US-led coalition"));
        Speaker army =
                new Speaker("army", Optional.empty(), Speaker.Type.ORGANIZATION, Optional.empty(), Optional.empty());
        Span figure = new Span(text.indexOf("At least"), text.indexOf(" were killed"));
        long count = Long.parseLong(figure.of(text).replaceAll("\\D", ""));
        return Document.of(article)
                .with(new Layer<>(
                        Kind.ENTITY,
                        List.of(new Entity(
                                "e1",
                                Extent.of(veale(text), span(text, "Thomas Veale")),
                                EntityType.PERSON,
                                "Thomas Veale",
                                Optional.empty(),
                                Optional.empty(),
                                BASIS)),
                        PROVENANCE))
                .with(new Layer<>(Kind.QUOTE, List.of(new Quote("q1", quote, Quote.Kind.DIRECT, BASIS)), PROVENANCE))
                .with(new Layer<>(
                        Kind.ATTRIBUTION,
                        List.of(
                                new Attribution(
                                        "a1",
                                        Attribution.Kind.DIRECT,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Extent.of(quote),
                                        Optional.of(veale),
                                        List.of("q1"),
                                        BASIS),
                                new Attribution(
                                        "a2",
                                        Attribution.Kind.INDIRECT,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Extent.of(denial),
                                        Optional.of(army),
                                        List.of(),
                                        BASIS)),
                        PROVENANCE))
                .with(new Layer<>(
                        Kind.CASUALTY,
                        List.of(new CasualtyFigure(
                                "f1",
                                Extent.of(figure),
                                CasualtyFigure.Outcome.KILLED,
                                new Quantity.AtLeast(count),
                                Optional.of("people"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                new Voice.Source("police", Optional.empty()),
                                CasualtyFigure.Modality.ASSERTED,
                                CasualtyFigure.Scope.CURRENT,
                                Optional.empty(),
                                false,
                                BASIS)),
                        PROVENANCE))
                .with(new Layer<>(
                        Kind.CLAIM,
                        List.of(new Claim(
                                "c1",
                                Extent.of(denial),
                                "a2",
                                Claim.Stance.DENY,
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                List.of(),
                                new Claim.Answer.Unlinked(),
                                Optional.empty(),
                                List.of(),
                                Optional.empty(),
                                BASIS)),
                        PROVENANCE));
    }

    private static Span veale(String text) {
        int start = text.indexOf("Veale said");
        return new Span(start, start + "Veale".length());
    }

    private static Span span(String text, String words) {
        int start = text.indexOf(words);
        return new Span(start, start + words.length());
    }
}
