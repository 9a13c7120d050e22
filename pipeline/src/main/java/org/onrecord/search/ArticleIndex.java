package org.onrecord.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.onrecord.document.Article;
import org.onrecord.document.Document;
import org.onrecord.document.Kind;
import org.onrecord.document.Zone;
import org.onrecord.standoff.DocumentJson;
import org.onrecord.standoff.MalformedException;

/**
 * The index, open for writing by one process. Each article is one block, replaced as a whole; what was not committed is
 * gone after a crash, and what was is whole. An article joins the cluster of its near-copies when it is put.
 */
public final class ArticleIndex implements AutoCloseable {
    /** What putting an article did. */
    public enum Change {
        ADDED,
        REPLACED,
        UNCHANGED
    }

    /**
     * What became of an article that was put.
     *
     * @param copy whether it is a near-copy of an article that is there under another URL or origin
     */
    public record Placed(Change change, boolean copy) {}

    /** So many articles are known in memory at most before the index is asked for them. */
    private static final int MOST_RECENT = 500;

    private final Path folder;
    private final String version;
    private final Directory directory;
    private final IndexWriter writer;
    private final StoredArticles stored;
    private final RecentArticles recent = new RecentArticles();

    private ArticleIndex(Path folder, String version, Directory directory, IndexWriter writer) throws IOException {
        this.folder = folder;
        this.version = version;
        this.directory = directory;
        this.writer = writer;
        this.stored = new StoredArticles(writer);
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
            return of(folder, version, directory, config);
        } catch (LockObtainFailedException e) {
            throw locked(folder, e);
        } catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException e) {
            throw damaged(folder, e);
        } catch (IOException e) {
            throw new IndexException(folder + " cannot be opened as an index: " + e, e);
        }
    }

    /** Makes an index without articles where there is none. Whether it did. */
    public static boolean create(Path folder, String version) {
        if (Files.isDirectory(folder)) {
            try (Directory directory = FSDirectory.open(folder)) {
                if (DirectoryReader.indexExists(directory)) {
                    return false;
                }
            } catch (IOException e) {
                throw new IndexException(folder + " cannot be opened as an index: " + e, e);
            }
        }
        try (ArticleIndex index = open(folder, version)) {
            index.commit();
            return true;
        }
    }

    /**
     * Makes an index anew from the documents it keeps, of whatever schema it is. Whoever reads it meanwhile, and whoever
     * opens it after an interruption, sees it as it was.
     *
     * @param progress told how many articles are done
     * @return how many there are
     * @throws IndexException if there is none, it is locked or damaged, or keeps what this version cannot read
     */
    public static long reindex(Path folder, LongConsumer progress) {
        if (!Files.isDirectory(folder)) {
            throw new IndexException(folder + " holds no index");
        }
        try (Directory directory = FSDirectory.open(folder);
                DirectoryReader old = DirectoryReader.open(directory)) {
            IndexWriterConfig config = new IndexWriterConfig(Fields.analyzer())
                    .setCommitOnClose(false)
                    .setOpenMode(IndexWriterConfig.OpenMode.CREATE);
            try (ArticleIndex index = of(folder, "", directory, config)) {
                return new Reindexing(folder, old, index).run(progress);
            }
        } catch (IndexNotFoundException e) {
            throw new IndexException(folder + " holds no index", e);
        } catch (LockObtainFailedException e) {
            throw locked(folder, e);
        } catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException e) {
            throw damaged(folder, e);
        } catch (IOException e) {
            throw new IndexException(folder + " cannot be indexed anew, it is as it was: " + e, e);
        }
    }

    private static ArticleIndex of(Path folder, String version, Directory directory, IndexWriterConfig config)
            throws IOException {
        IndexWriter writer = new IndexWriter(directory, config);
        writer.setLiveCommitData(Map.of(Fields.SCHEMA_KEY, Fields.SCHEMA).entrySet());
        return new ArticleIndex(folder, version, directory, writer);
    }

    private static IndexException locked(Path folder, Throwable cause) {
        return new IndexException(
                folder + " is being written to by another process: wait for it or give another folder with --index",
                cause);
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
                        + Fields.SCHEMA + ": run 'onrecord reindex --index " + folder + "'");
            }
        }
    }

    private static boolean isForeign(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.anyMatch(
                    file -> !file.getFileName()
                            .toString()
                            .matches(
                                    "write\\.lock|quarantine\\.ndjson|saved\\.searches|(?:validators\\.ndjson|resume\\.json)(?:\\.tmp)?"));
        }
    }

    /** Whether the same text is there already under this URL or origin. Safe to ask from any thread. */
    public boolean contains(Article article, String origin) {
        String id = article.id();
        String key = ArticleKey.of(article, origin);
        Optional<RecentArticles.Recent> put = recent.underKey(key);
        if (put.isPresent()) {
            return put.get().id().equals(id);
        }
        try {
            return stored.underKey(key)
                    .filter(known -> known.id().equals(id) && known.version().equals(version))
                    .isPresent();
        } catch (IOException e) {
            throw damaged(folder, e);
        }
    }

    /** The cluster of near-copies to which the article under this URL or origin belongs. Safe to ask from any thread. */
    public Optional<String> cluster(Article article, String origin) {
        String key = ArticleKey.of(article, origin);
        Optional<String> put = recent.underKey(key).map(RecentArticles.Recent::cluster);
        try {
            return put.isPresent() ? put : stored.underKey(key).map(StoredArticles.Known::cluster);
        } catch (IOException e) {
            throw damaged(folder, e);
        }
    }

    /**
     * The article with what this version of the program found in the same text printed elsewhere, where all that findings
     * depend on is the same: text, zones, byline and language. Safe to ask from any thread.
     */
    public Optional<Document> annotated(Article article) {
        try {
            return stored.json(article.id(), version)
                    .map(DocumentJson::read)
                    .filter(known -> isRead(article, known.article()))
                    .map(known -> moved(known, article));
        } catch (MalformedException e) { // then it is annotated anew
            return Optional.empty();
        } catch (IOException e) {
            throw damaged(folder, e);
        }
    }

    private static boolean isRead(Article one, Article other) {
        return one.text().equals(other.text())
                && unplaced(one.zones()).equals(unplaced(other.zones()))
                && one.language().equals(other.language())
                && one.metadata().byline().equals(other.metadata().byline());
    }

    /** Wherever on their pages they stand. */
    private static List<Zone> unplaced(List<Zone> zones) {
        return zones.stream().map(zone -> new Zone(zone.span(), zone.kind())).toList();
    }

    private static Document moved(Document known, Article article) {
        Document document = Document.of(article);
        for (Kind<?> kind : List.of(Kind.ENTITY, Kind.QUOTE, Kind.ATTRIBUTION, Kind.CASUALTY, Kind.CLAIM)) {
            document = known.find(kind).map(document::with).orElse(document);
        }
        return document;
    }

    /** Adds an article or replaces what is there under its URL or origin. Not visible to searches before {@link #commit()}. */
    public Placed put(Document document, String origin) {
        return put(document, origin, Optional.empty());
    }

    /**
     * The same for an article of which it is known when it was on the web.
     *
     * @param fetched as long as it stays unchanged, it is not put again and this is not moved on
     */
    public Placed put(Document document, String origin, Optional<Instant> fetched) {
        return put(document, origin, version, fetched);
    }

    /** The same for what another version may have annotated. */
    Placed put(Document document, String origin, String annotated, Optional<Instant> fetched) {
        Article article = document.article();
        String id = article.id();
        String key = ArticleKey.of(article, origin);
        Fingerprint print = Fingerprint.of(article);
        try {
            boolean known =
                    recent.underKey(key).isPresent() || stored.underKey(key).isPresent();
            List<String> near = near(key, id, print);
            Cluster cluster = Cluster.of(id, near);
            FindingDocuments.Place place = new FindingDocuments.Place(key, origin, annotated, cluster, fetched);
            writer.updateDocuments(new Term(Fields.KEY, key), new FindingDocuments(document, place, print).block());
            recent.put(key, new RecentArticles.Recent(id, print, cluster.name()));
            if (recent.size() >= MOST_RECENT) {
                refresh();
            }
            return new Placed(known ? Change.REPLACED : Change.ADDED, !near.isEmpty());
        } catch (IOException e) {
            throw new IndexException(folder + " cannot be written to: " + e, e);
        }
    }

    /** Clusters of its copies: first those stored, which are older. What was put since takes the place of what is stored. */
    private List<String> near(String key, String id, Fingerprint print) throws IOException {
        List<String> clusters = new ArrayList<>();
        for (StoredArticles.Known known : stored.copies(id, print)) {
            if (!known.key().equals(key) && recent.underKey(known.key()).isEmpty()) {
                clusters.add(known.cluster());
            }
        }
        clusters.addAll(recent.clusters(key, id, print));
        return clusters;
    }

    /** First seen in the index, then forgotten in memory: whoever asks meanwhile finds an article in one of the two. */
    private void refresh() throws IOException {
        stored.refresh();
        recent.clear();
    }

    public void commit() {
        try {
            writer.commit();
            refresh();
        } catch (IOException e) {
            throw new IndexException(folder + " cannot be written to: " + e, e);
        }
    }

    /** Drops what was not committed. */
    @Override
    public void close() {
        try {
            stored.close();
            writer.rollback();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing " + folder + " failed", e);
        }
    }
}
