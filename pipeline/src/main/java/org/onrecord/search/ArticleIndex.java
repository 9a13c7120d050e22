package org.onrecord.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.onrecord.document.Article;
import org.onrecord.document.Document;

/**
 * The index, open for writing by one process. Each article is one block, replaced as a whole; what was not committed is
 * gone after a crash, and what was is whole.
 */
public final class ArticleIndex implements AutoCloseable {
    /** What putting an article did. */
    public enum Change {
        ADDED,
        REPLACED,
        UNCHANGED
    }

    private final Path folder;
    private final String version;
    private final Directory directory;
    private final IndexWriter writer;
    private final DirectoryReader before;

    /** Keys and text ids of what this process has put; asked by several threads while one puts. */
    private final Set<String> keys = ConcurrentHashMap.newKeySet();

    private final Set<String> ids = ConcurrentHashMap.newKeySet();

    private ArticleIndex(Path folder, String version, Directory directory, IndexWriter writer) throws IOException {
        this.folder = folder;
        this.version = version;
        this.directory = directory;
        this.writer = writer;
        this.before = DirectoryReader.open(writer);
    }

    /**
     * Opens an index, making one where there is none.
     *
     * @param version of the program: what another version annotated counts as changed
     * @throws IndexException if it is locked, of another schema, or damaged
     */
    public static ArticleIndex open(Path folder, String version) {
        try {
            Files.createDirectories(folder);
            Directory directory = FSDirectory.open(folder);
            if (DirectoryReader.indexExists(directory)) {
                requireSchema(directory, folder);
            } else if (isForeign(folder)) {
                throw new IndexException(folder + " is not empty and holds no index: give another folder with --index");
            }
            IndexWriterConfig config = new IndexWriterConfig(Fields.analyzer()).setCommitOnClose(false);
            IndexWriter writer = new IndexWriter(directory, config);
            writer.setLiveCommitData(Map.of(Fields.SCHEMA_KEY, Fields.SCHEMA).entrySet());
            return new ArticleIndex(folder, version, directory, writer);
        } catch (LockObtainFailedException e) {
            throw new IndexException(
                    folder + " is being written to by another process: wait for it or give another folder with --index",
                    e);
        } catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException e) {
            throw damaged(folder, e);
        } catch (IOException e) {
            throw new IndexException(folder + " cannot be opened as an index: " + e, e);
        }
    }

    static IndexException damaged(Path folder, Throwable cause) {
        return new IndexException(
                folder + " is damaged or of another Lucene version: delete the folder and ingest again", cause);
    }

    static void requireSchema(Directory directory, Path folder) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            String found = reader.getIndexCommit().getUserData().getOrDefault(Fields.SCHEMA_KEY, "none");
            if (!found.equals(Fields.SCHEMA)) {
                throw new IndexException(folder + " has schema " + found + ", this program reads schema "
                        + Fields.SCHEMA + ": ingest again into a new folder");
            }
        }
    }

    private static boolean isForeign(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.anyMatch(file -> !file.getFileName()
                    .toString()
                    .matches("write\\.lock|quarantine\\.ndjson|(?:validators\\.ndjson|resume\\.json)(?:\\.tmp)?"));
        }
    }

    /** Whether the same text is there already under this origin, or under any other. Safe to ask from any thread. */
    public boolean contains(Article article, String origin) {
        String id = article.id();
        String key = key(article, origin);
        if (ids.contains(id)) {
            return true;
        }
        if (keys.contains(key)) {
            return false;
        }
        return stored(new Term(Fields.ARTICLE, id)).filter(version::equals).isPresent();
    }

    /** Adds an article or replaces what is there under its URL or origin. Not visible to searches before {@link #commit()}. */
    public Change put(Document document, String origin) {
        String key = key(document.article(), origin);
        boolean known = keys.contains(key) || stored(new Term(Fields.KEY, key)).isPresent();
        try {
            writer.updateDocuments(
                    new Term(Fields.KEY, key), new FindingDocuments(document, key, origin, version).block());
        } catch (IOException e) {
            throw new IndexException(folder + " cannot be written to: " + e, e);
        }
        keys.add(key);
        ids.add(document.article().id());
        return known ? Change.REPLACED : Change.ADDED;
    }

    private static String key(Article article, String origin) {
        return article.metadata().url().orElse(origin);
    }

    /** The version that annotated the first stored article of a term. */
    private Optional<String> stored(Term term) {
        try {
            IndexSearcher searcher = new IndexSearcher(before);
            TopDocs found = searcher.search(new TermQuery(term), 1000);
            StoredFields fields = searcher.storedFields();
            for (ScoreDoc doc : found.scoreDocs) {
                String annotatedBy = fields.document(doc.doc).get(Fields.VERSION);
                if (annotatedBy != null) {
                    return Optional.of(annotatedBy);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw damaged(folder, e);
        }
    }

    public void commit() {
        try {
            writer.commit();
        } catch (IOException e) {
            throw new IndexException(folder + " cannot be written to: " + e, e);
        }
    }

    /** Drops what was not committed. */
    @Override
    public void close() {
        try {
            before.close();
            writer.rollback();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing " + folder + " failed", e);
        }
    }
}
