package org.onrecord.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.document.Document;
import org.onrecord.search.InventedSpeech.Said;

class ReindexTest {
    private static final int ARTICLES = 5;

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void anIndexOfAnOlderSchema() throws IOException {
        try (ArticleIndex index = ArticleIndex.open(folder, "1")) {
            for (int i = 0; i < ARTICLES; i++) {
                Document document = InventedSpeech.article(
                        "a.example",
                        "2026-01-0" + (i + 1),
                        List.of(Said.asserted("Ann Poe", "Poe", "words number " + i)));
                index.put(document, "origin " + i);
            }
            index.commit();
        }
        schema("4");
    }

    private void schema(String schema) throws IOException {
        try (FSDirectory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(Fields.analyzer()))) {
            writer.setLiveCommitData(Map.of(Fields.SCHEMA_KEY, schema).entrySet());
            writer.commit();
        }
    }

    private long found() {
        try (FindingSearch search = FindingSearch.open(folder)) {
            return search.search(Request.of("by:\"Ann Poe\"")).total();
        }
    }

    @Test
    void anOldSchemaSaysWhatToRunAndThenIsRead() {
        String message = String.valueOf(assertThrows(IndexException.class, () -> FindingSearch.open(folder))
                .getMessage());
        assertTrue(message.endsWith("run 'onrecord reindex --index " + folder + "'"), message);
        assertEquals(ARTICLES, ArticleIndex.reindex(folder, done -> {}));
        assertEquals(ARTICLES, found());
        try (ArticleIndex index = ArticleIndex.open(folder, "1")) { // annotated by the same version: unchanged
            Document same = InventedSpeech.article(
                    "a.example", "2026-01-01", List.of(Said.asserted("Ann Poe", "Poe", "words number 0")));
            assertTrue(index.contains(same.article(), "origin 0"));
        }
    }

    @Test
    void whenAnArticleWasFetchedIsKept() {
        Document document = InventedSpeech.article(
                "b.example", "2026-01-09", List.of(Said.asserted("Eva Quill", "Quill", "words of the ninth")));
        Instant at = Instant.parse("2026-02-03T23:59:58.123Z");
        ArticleIndex.reindex(folder, done -> {});
        try (ArticleIndex index = ArticleIndex.open(folder, "1")) {
            index.put(document, "https://b.example/a", Optional.of(at));
            index.commit();
        }
        ArticleIndex.reindex(folder, done -> {});
        try (FindingSearch search = FindingSearch.open(folder)) {
            Optional<Instant> kept = Optional.of(Instant.parse("2026-02-03T23:59:58Z"));
            assertEquals(
                    kept,
                    search.search(Request.of("by:\"Eva Quill\" fetched:2026-02"))
                            .hits()
                            .getFirst()
                            .fetched());
            String id = document.article().id();
            assertEquals(
                    kept, search.article(id, Optional.empty()).orElseThrow().fetched());
            assertEquals(0, search.search(Request.of("fetched:2026-02-04")).total());
            assertEquals(
                    1,
                    search.search(Request.of("fetched:2026-02-01..2026-02-03")).total());
            // What was read from elsewhere has no such time.
            assertEquals(
                    ARTICLES,
                    search.search(Request.of("by:\"Ann Poe\" -fetched:2026")).total());
            assertEquals(
                    Optional.empty(),
                    search.search(Request.of("by:\"Ann Poe\""))
                            .hits()
                            .getFirst()
                            .fetched());
        }
    }

    @Test
    void anInterruptedRunLeavesTheOldIndexWhole() throws IOException {
        schema(Fields.SCHEMA);
        assertThrows(
                IllegalStateException.class,
                () -> ArticleIndex.reindex(folder, done -> {
                    assertEquals(ARTICLES, found()); // whoever reads meanwhile sees what was
                    if (done == 3) {
                        throw new IllegalStateException("pulled the plug");
                    }
                }));
        assertEquals(ARTICLES, found());
        assertEquals(ARTICLES, ArticleIndex.reindex(folder, done -> {}));
        assertEquals(ARTICLES, found());
    }

    @Test
    void whatIsNoIndexOrIsWrittenToIsLeftAlone() {
        assertThrows(IndexException.class, () -> ArticleIndex.reindex(folder.resolve("none"), done -> {}));
        try (ArticleIndex writing = ArticleIndex.open(folderOfCurrent(), "1")) {
            assertThrows(IndexException.class, () -> ArticleIndex.reindex(folder, done -> {}));
            writing.commit();
        }
    }

    private Path folderOfCurrent() {
        ArticleIndex.reindex(folder, done -> {});
        return folder;
    }
}
