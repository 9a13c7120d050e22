package org.onrecord.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.StandardDirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/**
 * An index that many read at a time while others write to it, in this process or another. A {@link Reading} sees one commit
 * from its first question to its last. Readers are shared: asking costs no opening of files. Safe for any thread.
 */
public final class LiveIndex implements AutoCloseable {
    /** So often at most the folder is looked at for what others have written. */
    private static final Duration LOOKING = Duration.ofMillis(250);

    /** So many older commits are kept open at most, for those who have begun to page through one. */
    private static final int MOST_KEPT = 16;

    private final Path folder;
    private final FSDirectory directory;
    private final InstantSource clock;
    private final Map<String, Kept> kept = new LinkedHashMap<>();
    private Commit newest;
    private Instant looked;

    /** One commit; it is closed when nobody holds it any more. */
    private record Commit(String version, DirectoryReader reader, FindingSearch search) {}

    private record Kept(Commit commit, Instant until) {}

    private LiveIndex(Path folder, FSDirectory directory, Commit newest, InstantSource clock) {
        this.folder = folder;
        this.directory = directory;
        this.newest = newest;
        this.clock = clock;
        this.looked = clock.instant();
    }

    /**
     * Opens an index for reading.
     *
     * @throws IndexException if there is none, or it is of another schema, or damaged
     */
    public static LiveIndex open(Path folder) {
        return open(folder, InstantSource.system());
    }

    static LiveIndex open(Path folder, InstantSource clock) {
        return FindingSearch.reading(folder, directory -> {
            ArticleIndex.requireSchema(directory, folder);
            return new LiveIndex(folder, directory, commit(DirectoryReader.open(directory)), clock);
        });
    }

    private static Commit commit(DirectoryReader reader) throws IOException {
        String version = StringHelper.idToString(
                ((StandardDirectoryReader) reader).getSegmentInfos().getId());
        return new Commit(version, reader, FindingSearch.over(reader));
    }

    /** One commit of the index, for as long as it is not closed. */
    public static final class Reading implements AutoCloseable {
        private final Commit commit;

        private Reading(Commit commit) {
            this.commit = commit;
        }

        /** Closed with this reading, not by whoever asks. */
        public FindingSearch search() {
            return commit.search();
        }

        /** Names what the index holds: no two commits of any index have the same. */
        public String version() {
            return commit.version();
        }

        @Override
        public void close() {
            release(commit);
        }
    }

    /** The newest commit, as of a quarter of a second ago at most. */
    public synchronized Reading read() {
        if (!clock.instant().isBefore(looked.plus(LOOKING))) {
            refresh();
        }
        newest.reader().incRef();
        return new Reading(newest);
    }

    /** A commit that was read before; empty where it is no longer {@linkplain #keep kept}. */
    public synchronized Optional<Reading> read(String version) {
        drop();
        @Nullable Kept found = kept.get(version);
        if (found == null && !newest.version().equals(version)) {
            return Optional.empty();
        }
        Commit commit = found == null ? newest : found.commit();
        commit.reader().incRef();
        return Optional.of(new Reading(commit));
    }

    /** Makes a commit last for those who come back to it; beyond {@value #MOST_KEPT} the one asked for longest ago goes. */
    public synchronized void keep(Reading reading, Duration time) {
        reading.commit.reader().incRef();
        @Nullable Kept before = kept.remove(reading.version());
        kept.put(reading.version(), new Kept(reading.commit, clock.instant().plus(time)));
        if (before != null) {
            release(before.commit());
        }
        drop();
    }

    private void drop() {
        Instant now = clock.instant();
        var each = kept.values().iterator();
        while (each.hasNext()) {
            Kept next = each.next();
            if (kept.size() > MOST_KEPT || !now.isBefore(next.until())) {
                each.remove();
                release(next.commit());
            }
        }
    }

    /** From here on {@link #read()} sees all that was committed. */
    public synchronized void refresh() {
        looked = clock.instant();
        try {
            @Nullable DirectoryReader changed = changed();
            if (changed != null) {
                ArticleIndex.requireSchema(directory, folder);
                Commit before = newest;
                newest = commit(changed);
                release(before);
            }
        } catch (IOException e) {
            throw new IndexException(
                    folder + " can no longer be read: put the index back, or stop and start again with another", e);
        }
    }

    private @Nullable DirectoryReader changed() throws IOException {
        try {
            return DirectoryReader.openIfChanged(newest.reader());
        } catch (IOException | IllegalStateException e) { // another index stands in its place
            ArticleIndex.requireSchema(directory, folder);
            return DirectoryReader.open(directory);
        }
    }

    private static void release(Commit commit) {
        try {
            commit.reader().decRef();
        } catch (IOException e) {
            throw new UncheckedIOException("closing the index failed", e);
        }
    }

    @Override
    public synchronized void close() {
        kept.values().forEach(each -> release(each.commit()));
        kept.clear();
        release(newest);
        try {
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing " + folder + " failed", e);
        }
    }
}
