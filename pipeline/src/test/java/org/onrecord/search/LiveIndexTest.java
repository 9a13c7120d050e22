package org.onrecord.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.document.Article;
import org.onrecord.document.Document;

/** Reading an index while it is written to. */
class LiveIndexTest {
    private static final Duration KEPT = Duration.ofMinutes(5);

    @TempDir
    private Path folder = Path.of("");

    private Instant now = Instant.EPOCH;

    @BeforeEach
    void index() {
        assertTrue(ArticleIndex.create(folder.resolve("index"), "1"));
        assertFalse(ArticleIndex.create(folder.resolve("index"), "1"));
    }

    private LiveIndex open() {
        return LiveIndex.open(folder.resolve("index"), () -> now);
    }

    private void put(String text) {
        try (ArticleIndex index = ArticleIndex.open(folder.resolve("index"), "1")) {
            index.put(Document.of(Article.ofBody(text)), text + ".txt");
            index.commit();
        }
    }

    private static long articles(LiveIndex.Reading reading) {
        return reading.search().size().articles();
    }

    private static long articles(LiveIndex live) {
        try (LiveIndex.Reading reading = live.read()) {
            return articles(reading);
        }
    }

    @Test
    void whatOthersCommitIsSeenSoonAndWhatIsReadStaysAsItWas() {
        try (LiveIndex live = open();
                LiveIndex.Reading before = live.read()) {
            put("one");
            assertEquals(0, articles(live), "not looked at again yet");
            now = now.plusMillis(250);
            assertEquals(1, articles(live));
            assertEquals(0, articles(before));
            put("two");
            live.refresh();
            assertEquals(2, articles(live));
        }
    }

    @Test
    void aStateHasOneNameForAsLongAsNothingIsCommitted() {
        try (LiveIndex live = open()) {
            List<String> versions = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                live.refresh();
                try (LiveIndex.Reading reading = live.read()) {
                    versions.add(reading.version());
                }
            }
            assertEquals(1, Set.copyOf(versions).size());
            put("one");
            live.refresh();
            try (LiveIndex.Reading reading = live.read();
                    LiveIndex other = open();
                    LiveIndex.Reading same = other.read()) {
                assertNotEquals(versions.getFirst(), reading.version());
                assertEquals(reading.version(), same.version());
            }
        }
    }

    @Test
    void aKeptStateCanBeReadUntilItsTimeIsOver() {
        try (LiveIndex live = open()) {
            String version;
            try (LiveIndex.Reading reading = live.read()) {
                version = reading.version();
                live.keep(reading, KEPT);
            }
            put("one");
            live.refresh();
            now = now.plus(KEPT).minusMillis(1);
            try (LiveIndex.Reading again = live.read(version).orElseThrow()) {
                assertEquals(0, articles(again));
                live.keep(again, KEPT);
            }
            now = now.plus(KEPT);
            assertEquals(Optional.empty(), live.read(version).map(LiveIndex.Reading::version));
            assertEquals(Optional.empty(), live.read("nonsense").map(LiveIndex.Reading::version));
        }
    }

    @Test
    void onlySoManyStatesAreKept() {
        try (LiveIndex live = open()) {
            List<String> versions = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                put("text " + i);
                live.refresh();
                try (LiveIndex.Reading reading = live.read()) {
                    versions.add(reading.version());
                    live.keep(reading, KEPT);
                }
            }
            List<String> there = versions.stream()
                    .filter(version -> live.read(version)
                            .map(reading -> {
                                reading.close();
                                return true;
                            })
                            .orElse(false))
                    .toList();
            assertEquals(versions.subList(4, 20), there);
        }
    }

    @Test
    void anotherIndexInThePlaceOfTheOldIsRead() throws IOException {
        put("one");
        try (LiveIndex live = open()) {
            assertEquals(1, articles(live));
            try (Stream<Path> files = Files.list(folder.resolve("index"))) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            assertThrows(IndexException.class, live::refresh);
            assertEquals(1, articles(live), "what was read before still is");
            put("two");
            put("three");
            live.refresh();
            assertEquals(2, articles(live));
        }
    }

    @Test
    void manyReadWhileOneWrites() throws Exception {
        try (LiveIndex live = open();
                ExecutorService readers = Executors.newFixedThreadPool(4)) {
            List<Future<Boolean>> results = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                results.add(readers.submit(() -> {
                    long seen = 0;
                    while (seen < 10) {
                        live.refresh();
                        try (LiveIndex.Reading reading = live.read()) {
                            long articles = articles(reading);
                            if (articles < seen || articles(reading) != articles) {
                                return false;
                            }
                            seen = articles;
                        }
                    }
                    return true;
                }));
            }
            for (int i = 0; i < 10; i++) {
                put("text " + i);
            }
            for (Future<Boolean> result : results) {
                assertTrue(result.get());
            }
        }
    }

    @Test
    void anArticleIsFoundByItsIdAndOrigin() {
        put("one");
        Document document = Document.of(Article.ofBody("one"));
        try (ArticleIndex index = ArticleIndex.open(folder.resolve("index"), "1")) {
            index.put(document, "elsewhere.txt");
            index.commit();
        }
        String id = document.article().id();
        try (LiveIndex live = open();
                LiveIndex.Reading reading = live.read()) {
            assertEquals(
                    "one.txt",
                    reading.search().article(id, Optional.empty()).orElseThrow().origin());
            IndexedArticle other =
                    reading.search().article(id, Optional.of("elsewhere.txt")).orElseThrow();
            assertEquals("elsewhere.txt", other.origin());
            assertEquals(document.article(), other.document().article());
            assertEquals(Optional.empty(), reading.search().article("0".repeat(64), Optional.empty()));
            assertEquals(new FindingSearch.Size(2, 0), reading.search().size());
        }
    }

    @Test
    void whatWasSentIsKnownByItsNameWhereverTheProgramRuns() {
        String origin = "upload:0123456789ab/../a.txt";
        assertEquals(origin, ArticleKey.of(Article.ofBody("one"), origin));
    }
}
