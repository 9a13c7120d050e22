package org.onrecord.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.document.Article;
import org.onrecord.document.Attribution;
import org.onrecord.document.Basis;
import org.onrecord.document.Document;
import org.onrecord.document.Extent;
import org.onrecord.document.Kind;
import org.onrecord.document.Layer;
import org.onrecord.document.Metadata;
import org.onrecord.document.Provenance;
import org.onrecord.document.PublicationTime;
import org.onrecord.document.Quote;
import org.onrecord.document.Span;
import org.onrecord.document.Speaker;
import org.onrecord.standoff.DocumentJson;

/** What the index makes of copies: from one put to a page of rows. */
class ClustersTest {
    private static final Basis BASIS = new Basis.Human("test");
    private static final Provenance PROVENANCE = new Provenance("test", "0");
    private static final String QUOTE = "We heard a crack and then everybody was in the water";
    private static final String FERRY =
            "A ferry with forty people on board hit the old pier at Tarnow on Monday morning. “" + QUOTE
                    + ",” Lena Brandt said. The harbour office closed the eastern basin and sent two tugs. Divers went down "
                    + "before noon and came back with a bell, a bench and no bad news. The pier had been shut for repairs since the spring.";
    private static final String HARVEST =
            "The plum harvest in the Dorva hills will be the smallest since the frost of the year before last, growers wrote. "
                    + "“" + QUOTE
                    + ",” Lena Brandt said of the ladder that broke. Prices in the market hall went up by a third within a "
                    + "week, and two of the five distilleries will not light their fires this autumn unless fruit can be bought from abroad.";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aCopyAtAnotherAddressIsListedAndOneRow() {
        put(document("Ferry hits pier", "TARNOW", FERRY, "north.example", 1), true, false);
        put(document("Forty shaken as ferry strikes pier", "By the sea", FERRY, "south.example", 2), true, true);
        put(document("Ferry", "", FERRY.substring(0, FERRY.indexOf("Divers")).strip(), "west.example", 3), true, true);
        put(document("Plums", "", HARVEST, "north.example", 4), true, false);
        FindingSearch.Result rows = search("crack");
        assertEquals(2, rows.total());
        assertEquals(2, rows.rows().size());
        Row ferry = row(rows, "west.example");
        assertEquals(
                List.of("north.example", "south.example"),
                ferry.copies().stream().map(Hit::publisher).toList());
        assertEquals(1, search("type:article ferry").total());
        assertEquals(4, copies("crack").total());
        assertEquals(3, copies("type:article cluster:" + ferry.hit().cluster()).total());
        assertEquals(1, search("type:article cluster:" + ferry.hit().cluster()).total());
        assertEquals(0, search("type:article cluster:0000").total());
    }

    /** The row that has a publisher, its hit this publisher's. */
    private static Row row(FindingSearch.Result result, String publisher) {
        return result.rows().stream()
                .filter(row -> row.hit().publisher().equals(publisher))
                .findFirst()
                .orElseThrow(() -> new AssertionError(result.toString()));
    }

    @Test
    void theSameTextElsewhereIsACopyAndTheSamePageIsUnchanged() {
        Document first = document("Ferry", "", FERRY, "north.example", 1);
        Document other = document("Ferry", "", FERRY, "south.example", 1);
        try (ArticleIndex index = ArticleIndex.open(folder, "1")) {
            index.put(first, "a.txt");
            assertTrue(index.contains(first.article(), "b.txt"));
            assertFalse(index.contains(other.article(), "a.txt"));
            assertEquals(new ArticleIndex.Placed(ArticleIndex.Change.ADDED, true), index.put(other, "b.txt"));
            index.commit();
            assertTrue(index.contains(first.article(), "a.txt"));
            Document elsewhere = document("Ferry", "", FERRY, "east.example", 2);
            assertEquals(
                    DocumentJson.write(elsewhere),
                    DocumentJson.write(index.annotated(elsewhere.article()).orElseThrow()));
            Document plums = document("Plums", "", HARVEST, "north.example", 3);
            assertTrue(index.annotated(plums.article()).isEmpty());
        }
        try (ArticleIndex index = ArticleIndex.open(folder, "2")) {
            assertTrue(index.annotated(first.article()).isEmpty());
        }
    }

    @Test
    void anEmptyBodyIsACopyOfTheSameTextOnly() {
        put(document("Only a headline", "", "", "north.example", 1), true, false);
        put(document("Only a headline", "", "", "south.example", 2), true, true);
        put(document("Another headline", "", "", "west.example", 3), true, false);
        assertEquals(2, search("type:article headline").total());
    }

    @Test
    void pagesCountRows() {
        try (ArticleIndex index = ArticleIndex.open(folder, "1")) {
            for (int i = 0; i < 12; i++) {
                for (String site : List.of("north.example", "south.example", "west.example")) {
                    index.put(document("Report " + i, "", story(i), site, i + 1), site + i);
                }
            }
            index.commit();
        }
        assertEquals(36, copies("type:quote").total());
        assertEquals(12, search("type:quote").total());
        Set<String> seen = new TreeSet<>();
        for (int offset = 0; offset < 15; offset += 5) {
            List<Row> page = search("type:quote", false, 5, offset).rows();
            assertEquals(offset == 10 ? 2 : 5, page.size());
            page.forEach(row -> assertEquals(2, row.copies().size()));
            page.forEach(row -> seen.add(row.hit().title().orElse("")));
        }
        assertEquals(12, seen.size());
    }

    @Test
    void whatOneArticleHasTwiceStaysTwoRows() {
        put(
                document("Ferry", "", FERRY + "\n\n“" + QUOTE + ",” Lena Brandt said again.", "north.example", 1),
                true,
                false);
        put(
                document("Pier", "", FERRY + "\n\n“" + QUOTE + ",” Lena Brandt said again.", "south.example", 1),
                true,
                true);
        FindingSearch.Result found = search("type:quote");
        assertEquals(2, found.total());
        found.rows().forEach(row -> assertEquals(1, row.copies().size()));
    }

    @Test
    void anArticleThatIsNearToTwoClustersMakesThemOne() {
        List<String> sentences =
                IntStream.range(0, 20).mapToObj(ClustersTest::sentence).toList();
        String first = String.join(" ", sentences.subList(0, 12));
        String last = String.join(" ", sentences.subList(8, 20));
        String both = String.join(" ", sentences);
        put(document("First", "", first, "north.example", 1), true, false);
        put(document("Last", "", last, "south.example", 2), true, false);
        assertEquals(2, search("type:article").total());
        put(document("Both", "", both, "west.example", 3), true, true);
        assertEquals(1, search("type:article").total());
        String cluster = copies("type:article title:first").hits().getFirst().cluster();
        String other = copies("type:article title:last").hits().getFirst().cluster();
        assertEquals(3, copies("type:article cluster:" + cluster).total());
        assertEquals(3, copies("type:article cluster:" + other).total());
        put(document("Plums", "", HARVEST, "west.example", 3), false, false);
        assertEquals(3, search("type:article").total());
    }

    @Test
    void whatWasNotCommittedLeavesNoCluster() {
        put(document("Plums", "", HARVEST, "north.example", 1), true, false);
        try (ArticleIndex index = ArticleIndex.open(folder, "1")) {
            index.put(document("Ferry", "", FERRY, "north.example", 2), "x");
            assertTrue(index.put(document("Pier", "", FERRY, "south.example", 2), "y")
                    .copy());
        }
        put(document("Ferry again", "", FERRY, "west.example", 3), true, false);
        assertEquals(1, search("type:article ferry").total());
        assertEquals(2, copies("type:article").total());
    }

    @Test
    void copiesAreFoundBeforeAndAfterTheyLeaveMemory() {
        try (ArticleIndex index = ArticleIndex.open(folder, "1")) {
            for (int i = 0; i < 520; i++) {
                assertFalse(
                        index.put(document("Report", "", story(i), "north.example", i), "n" + i)
                                .copy(),
                        "report " + i);
            }
            assertTrue(index.put(document("Report", "", story(3), "south.example", 1), "s1")
                    .copy());
            assertTrue(index.put(document("Report", "", story(519), "south.example", 2), "s2")
                    .copy());
            // replaced in memory while the index still has the old text
            assertFalse(index.put(document("Report", "", story(800), "north.example", 5), "n5")
                    .copy());
            assertFalse(index.put(document("Report", "", story(5), "south.example", 3), "s3")
                    .copy());
        }
    }

    @Test
    void hostileArticlesCostSecondsAtMost() {
        Random random = new Random(1);
        String huge = IntStream.range(0, 140_000)
                .mapToObj(i -> "word" + random.nextInt(5_000))
                .collect(Collectors.joining(" "));
        String echo = "na ".repeat(300_000).strip();
        String oneWord = "a".repeat(1_000_000);
        assertTimeout(Duration.ofSeconds(30), () -> {
            for (String body : List.of(huge, echo, oneWord)) {
                put(document("Long", "", body, "north.example", body.length()), true, false);
                put(document("Long too", "", body + " end", "south.example", body.length()), true, body.equals(huge));
            }
        });
    }

    @Property(tries = 12)
    void theOrderDoesNotChangeWhatEndsUpTogether(@ForAll Random random) throws IOException {
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String story = story(i);
            documents.add(document("Report " + i, "TARNOW", story, "north.example", i));
            documents.add(document("Other words " + i, "DORVA", story.replace("harbour", "port"), "south.example", i));
            documents.add(document("Cut " + i, "", story.substring(0, story.length() / 2), "west.example", i));
        }
        Collections.shuffle(documents, random);
        Path own = Files.createTempDirectory("order");
        try {
            int half = random.nextInt(documents.size());
            try (ArticleIndex index = ArticleIndex.open(own, "1")) {
                for (int i = 0; i < documents.size(); i++) {
                    index.put(documents.get(i), "file" + i);
                    if (i == half) {
                        index.commit();
                    }
                }
                index.commit();
            }
            try (FindingSearch search = FindingSearch.open(own)) {
                List<Row> rows =
                        search.search(request("type:article", false, 50, 0)).rows();
                assertEquals(4, rows.size());
                rows.forEach(row -> {
                    assertEquals(2, row.copies().size());
                    String number = row.hit().title().orElse("").replaceAll("\\D", "");
                    row.copies()
                            .forEach(copy -> assertTrue(copy.title().orElse("").endsWith(" " + number)));
                });
            }
        } finally {
            delete(own);
        }
    }

    @Test
    void otherLanguagesAreMarkedAndFoundByTheirName() {
        String german =
                "Der Bürgermeister sagte am Montag, die Brücke bleibe gesperrt. Niemand weiß, wie lange das dauern wird.";
        Metadata metadata = Metadata.NONE.withUrl("https://zeitung.example/1").withTitle("Brücke gesperrt");
        put(
                Document.of(
                        new Article(german, Article.ofBody(german).zones(), metadata, "de", Article.Status.COMPLETE)),
                true,
                false);
        put(document("Ferry", "", FERRY, "north.example", 1), true, false);
        Hit found = search("language:de").hits().getFirst();
        assertEquals("de", found.language());
        assertEquals(Hit.Type.ARTICLE, found.type());
        assertEquals(1, search("language:DE Brücke").total());
        assertEquals(0, search("language:fr").total());
        assertEquals(1, search("language:en").total()); // the quotation
        assertEquals(1, search("type:article -language:de").total());
        assertEquals(0, search("type:quote language:de").total());
    }

    private static String sentence(int number) {
        Random random = new Random(number);
        return IntStream.range(0, 14)
                        .mapToObj(i -> Integer.toString(random.nextInt(1_000_000), 36))
                        .collect(Collectors.joining(" "))
                + ".";
    }

    /** An article like no other, with the quotation in it. */
    private static String story(int number) {
        return "“" + QUOTE + ",” Lena Brandt said. Off the harbour "
                + IntStream.range(0, 8)
                        .mapToObj(i -> sentence(1_000 + 20 * number + i))
                        .collect(Collectors.joining(" "));
    }

    private void put(Document document, boolean added, boolean copy) {
        try (ArticleIndex index = ArticleIndex.open(folder, "1")) {
            assertEquals(
                    new ArticleIndex.Placed(added ? ArticleIndex.Change.ADDED : ArticleIndex.Change.REPLACED, copy),
                    index.put(document, "file"));
            index.commit();
        }
    }

    private FindingSearch.Result search(String query) {
        return search(query, false, 50, 0);
    }

    private FindingSearch.Result copies(String query) {
        return search(query, true, 50, 0);
    }

    private FindingSearch.Result search(String query, boolean copies, int limit, int offset) {
        try (FindingSearch search = FindingSearch.open(folder)) {
            return search.search(request(query, copies, limit, offset));
        }
    }

    private static Request request(String query, boolean copies, int limit, int offset) {
        Set<Hit.Type> types = query.contains("type:article") ? Set.of(Hit.Type.ARTICLE) : Set.of();
        return new Request(
                query,
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                types,
                Optional.empty(),
                Optional.empty(),
                copies,
                limit,
                offset);
    }

    /** Every quotation of Lena Brandt in it is annotated. */
    private static Document document(String headline, String dateline, String body, String site, int number) {
        Metadata metadata = new Metadata(
                Optional.of("https://" + site + "/" + number),
                Optional.empty(),
                Optional.of(headline),
                List.of(),
                Optional.of(new PublicationTime("2026-01-0" + (number % 9 + 1))),
                Optional.empty());
        Article article = InventedCopies.article(headline, dateline, body, metadata);
        List<Quote> quotes = new ArrayList<>();
        List<Attribution> attributions = new ArrayList<>();
        Speaker brandt =
                new Speaker("Lena Brandt", Optional.empty(), Speaker.Type.PERSON, Optional.empty(), Optional.empty());
        for (int at = article.text().indexOf(QUOTE);
                at >= 0;
                at = article.text().indexOf(QUOTE, at + 1)) {
            Span span = new Span(at, at + QUOTE.length());
            String id = String.valueOf(quotes.size() + 1);
            quotes.add(new Quote("q" + id, span, Quote.Kind.DIRECT, BASIS));
            attributions.add(new Attribution(
                    "a" + id,
                    Attribution.Kind.DIRECT,
                    Optional.empty(),
                    Optional.empty(),
                    Extent.of(span),
                    Optional.of(brandt),
                    List.of("q" + id),
                    BASIS));
        }
        return Document.of(article)
                .with(new Layer<>(Kind.QUOTE, quotes, PROVENANCE))
                .with(new Layer<>(Kind.ATTRIBUTION, attributions, PROVENANCE));
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
