package org.onrecord.search.speaker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.store.AlreadyClosedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.document.Claim;
import org.onrecord.document.Document;
import org.onrecord.search.ArticleIndex;
import org.onrecord.search.Facets;
import org.onrecord.search.FindingSearch;
import org.onrecord.search.InventedSpeech;
import org.onrecord.search.InventedSpeech.Said;
import org.onrecord.search.QueryException;
import org.onrecord.search.Request;

class SpeakersTest {
    private static final String WIRE =
            "the harbour wall will be rebuilt before the first winter storm reaches the old town and its market square";

    @TempDir
    private Path folder = Path.of("");

    private FindingSearch search;

    @SuppressWarnings("NullAway.Init") // opened before each test
    SpeakersTest() {}

    @BeforeEach
    void index() {
        try (ArticleIndex index = ArticleIndex.open(folder, "1")) {
            put(
                    index,
                    "north.example",
                    "2026-01-02",
                    Said.asserted("Mira Okafor", "Mira Jane Okafor", "bridges are unsafe"),
                    new Said(
                            "Mira Okafor",
                            "Okafor",
                            "they stole the bridge money",
                            Claim.Stance.ACCUSE,
                            Optional.of("Tom Hale")),
                    new Said("Tom Hale", "Hale", "I stole nothing", Claim.Stance.DENY, Optional.of("Mira Okafor")));
            put(
                    index,
                    "south.example",
                    "2026-01-05",
                    Said.asserted("Mira Jane Okafor", "Okafor", "bridges will be closed"));
            put(
                    index,
                    "south.example",
                    "2026-01-06",
                    Said.asserted("Mr. Mira  OKAFOR", "Okafor", "bridges cost too much"));
            put(index, "east.example", "2026-01-07", Said.asserted("Okafor", "Okafor", "the goalkeeper was tired"));
            put(
                    index,
                    "east.example",
                    "2026-01-08",
                    Said.asserted("Ben Okafor", "Okafor", "the second goal was lucky"));
            put(index, "west.example", "2026-02-01", Said.asserted("Ines Carvalho", "Carvalho", WIRE));
            put(index, "wire.example", "2026-02-01", Said.asserted("Carvalho", "Carvalho", WIRE));
            put(index, "gov.example", "2026-03-01", Said.asserted("Ministry of Roads", "MOR", "tolls will rise"));
            put(index, "gov.example", "2026-03-02", Said.asserted("MOR", "MOR", "tolls will not rise again"));
            index.commit();
        }
        search = FindingSearch.open(folder);
    }

    private static void put(ArticleIndex index, String host, String day, Said... said) {
        Document document = InventedSpeech.article(host, day, List.of(said));
        index.put(document, document.article().id());
    }

    @AfterEach
    void close() {
        search.close();
    }

    private SpeakerProfile profile(String name) {
        return assertInstanceOf(
                        SpeakerAnswer.Found.class,
                        new Speakers(search).find(name, Request.of("").in(Request.Order.NEWEST)))
                .profile();
    }

    @Test
    void namesThatAnArticleSaysAreOneAreOneAndASurnameIsNobodys() {
        SpeakerProfile mira = profile("mira okafor");
        assertEquals("Mira Okafor", mira.name());
        assertEquals(4, mira.said().total());
        assertEquals(4, profile("Mira Jane Okafor").said().total());
        assertEquals(1, profile("Ben Okafor").said().total());
        SpeakerProfile bare = profile("Okafor");
        assertEquals(1, bare.said().total());
        assertEquals(
                List.of("Mira Okafor", "Ben Okafor"),
                bare.others().stream().map(Facets.Count::value).toList());
        assertEquals(2, profile("MOR").said().total());
    }

    @Test
    void nearCopiesTellWhoASurnameIs() {
        assertEquals(1, profile("Ines Carvalho").said().total());
        SpeakerProfile all = profile("Carvalho");
        assertEquals("Ines Carvalho", all.name());
        assertEquals(1, all.rows().rows().getFirst().copies().size());
    }

    @Test
    void aProfileTellsWhenWhatAndOfWhom() {
        SpeakerProfile mira = profile("Mira Okafor");
        assertEquals(Optional.of(LocalDate.of(2026, 1, 2)), mira.first());
        assertEquals(Optional.of(LocalDate.of(2026, 1, 6)), mira.last());
        assertEquals(
                List.of(LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 6)),
                List.copyOf(mira.days().keySet()));
        assertEquals(
                List.of(new Facets.Count("assert", 3), new Facets.Count("accuse", 1)), mira.counts(Facets.By.STANCE));
        assertEquals(
                List.of(new SpeakerProfile.Aim("accuse", 1, List.of(new Facets.Count("Tom Hale", 1)))), mira.aims());
        assertEquals(
                List.of(new SpeakerProfile.Aim("deny", 1, List.of(new Facets.Count("Tom Hale", 1)))), mira.aimedAt());
        assertTrue(mira.topics().getFirst().words().startsWith("bridge"), () -> "" + mira.topics());
        assertEquals("bridges cost too much", mira.rows().hits().getFirst().text());
        assertTrue(
                mira.aliases().stream().anyMatch(alias -> alias.value().equals("Mira Jane Okafor")),
                () -> "" + mira.aliases());
    }

    @Test
    void whoIsNotThereIsNobody() {
        Speakers speakers = new Speakers(search);
        assertInstanceOf(SpeakerAnswer.Nobody.class, speakers.find("Nobody", Request.of("")));
        assertInstanceOf(SpeakerAnswer.Nobody.class, speakers.find("\"", Request.of("")));
        assertThrows(QueryException.class, () -> speakers.find("Mira Okafor", Request.of("(")));
    }

    @Test
    void theExactPersonComesFirst() {
        assertEquals(
                "Okafor",
                search.search(Request.of("speaker:Okafor"))
                        .hits()
                        .getFirst()
                        .said()
                        .orElseThrow()
                        .speaker());
        assertEquals(
                "Ben Okafor",
                search.search(Request.of("speaker:\"Ben Okafor\""))
                        .hits()
                        .getFirst()
                        .said()
                        .orElseThrow()
                        .speaker());
        assertEquals(
                List.of("speaker:Okafor is the speaker's name", "speaker:Okafor in names, role or body of the speaker"),
                search.explain(Request.of("speaker:Okafor")).reasons().getFirst().stream()
                        .map(reason -> reason.term() + " " + reason.where())
                        .toList());
    }

    /** The examples of docs/guide/search.md. */
    @ParameterizedTest
    @CsvSource({
        "bridges OR tolls, 6",
        "(bridges OR tolls) -speaker:Okafor, 2",
        "bridges NOT closed, 3",
        "speaker:(Ben OR Hale), 2",
        "'\"bridges unsafe\"', 0",
        "'\"bridges unsafe\"~1', 1",
        "'\"unsafe bridges\"~3', 1",
        "brid*, 4",
        "bridges*, 4",
        "by:\"Mira Okafor\", 4",
        "by:Okafor, 1",
        "against:\"Mira Okafor\" stance:deny, 1",
        "since:2026-03, 2",
        "until:2026-01 tolls, 0",
        "date:2026-01-05..2026-01-06, 2",
        "date:2026-02, 1",
        "site:north.example, 3",
        "-bridges -tolls -date:2026-02, 3",
        "stance:(deny OR accuse), 2",
        "type:article date:2026-03, 2",
    })
    void theQueryLanguageFinds(String query, int rows) {
        assertEquals(rows, search.search(Request.of(query)).total());
        assertEquals(rows, search.facets(Request.of(query)).total());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bridges", "", "speaker:nobody", "type:article"})
    void rowsAndFacetsAtOnceAreThoseOneAfterTheOther(String query) {
        Request request = Request.of(query).page(2, 1);
        assertEquals(
                new FindingSearch.Counted(search.search(request), search.facets(request)), search.counted(request));
    }

    @Test
    void aReaderThatIsClosedFailsBothAlike() {
        search.close();
        assertThrows(AlreadyClosedException.class, () -> search.counted(Request.of("bridges")));
        assertThrows(AlreadyClosedException.class, () -> search.search(Request.of("bridges")));
    }

    @Test
    void aSpeakersWordsComeNewestFirst() {
        List<String> days = search.search(Request.of("speaker:\"Mira Okafor\"")).hits().stream()
                .map(hit -> hit.published().orElseThrow())
                .toList();
        assertEquals(days.stream().sorted(Comparator.reverseOrder()).toList(), days);
        assertTrue(days.stream().distinct().count() > 1);
    }

    @ParameterizedTest
    @CsvSource({
        "'(a', 0, the parenthesis is never closed",
        "'a)', 1, a parenthesis is closed that was never opened",
        "'a OR', 4, a word or a field is missing here",
        "'AND a', 0, a word or a field is missing here",
        "'a \"b', 2, the quotation mark is never closed",
        "'\"a b\"~', 5, 'after ~ stands how many words may be between, up to 100: \"two words\"~5'",
        "'a stance:deni', 2, '''deni'' is no stance: assert, deny, accuse, admit, doubt, promise, demand, estimate'",
        "'killed:9..3', 0, '''9..3'' is empty: the lower end comes first'",
        "'date:2026-13', 0, '''2026-13'' is no date such as 2018-06-05, 2018-06 or 2018'",
        "'speaker:', 0, 'nothing follows ''speaker:'''",
    })
    void whatCannotBeReadSaysWhere(String query, int column, String sentence) {
        QueryException e = assertThrows(QueryException.class, () -> search.search(Request.of(query)));
        assertEquals(sentence, e.getMessage());
        assertEquals(column, e.column());
    }

    @Test
    void rowsKeepTheirOrderWhileTheIndexGrows() {
        Request pages = Request.of("bridges").in(Request.Order.OLDEST);
        List<String> before =
                search.search(pages).hits().stream().map(hit -> hit.text()).toList();
        try (ArticleIndex index = ArticleIndex.open(folder, "1")) {
            put(index, "late.example", "2026-09-01", Said.asserted("Ann Poe", "Poe", "bridges again"));
            index.commit();
        }
        try (FindingSearch after = FindingSearch.open(folder)) {
            assertEquals(
                    before,
                    after.search(pages.page(4, 0)).hits().stream()
                            .map(hit -> hit.text())
                            .toList());
            assertEquals(
                    List.of("bridges again"),
                    after.search(pages.page(4, 4)).hits().stream()
                            .map(hit -> hit.text())
                            .toList());
        }
    }
}
