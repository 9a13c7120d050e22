package org.onrecord.harvest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.onrecord.harvest.listing.Form;

/**
 * The source in a file. What a file is called decides for articles and archives; feeds, sitemaps and what has another name
 * are told by how they begin.
 */
final class FileSources {
    private static final String PAGE = ".+\\.(?:x?html?|txt|text)(?:\\.gz)?";
    private static final String LINES = ".+\\.(?:jsonl|ndjson)(?:\\.gz)?";
    private static final String WARC = ".+\\.warc(?:\\.gz)?";
    private static final String LISTING = ".+\\.(?:rss|atom|opml)(?:\\.gz)?";
    private static final String PERHAPS_LISTING = ".+\\.(?:xml|json)(?:\\.gz)?";

    private final Articles articles;
    private final Optional<Web> web;

    FileSources(Articles articles, Optional<Web> web) {
        this.articles = articles;
        this.web = web;
    }

    /** Whether a file of a folder is meant: other files lie in folders as well. */
    static boolean isArticles(Path file, String name) {
        return name.matches(PAGE)
                || name.matches(LINES)
                || name.matches(WARC)
                || name.matches(LISTING)
                || (name.matches(PERHAPS_LISTING)
                        && head(file).flatMap(Form::of).isPresent());
    }

    Source open(Path path) {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        if (name.matches(PAGE)) {
            return new SingleFile(path, articles);
        }
        if (name.matches(LINES)) {
            return lines(path);
        }
        if (name.matches(WARC)) {
            return warc(path);
        }
        byte[] head = head(path).orElse(new byte[0]);
        return switch (Sniffed.of(head)) {
            case WARC -> warc(path);
            case LISTING -> new ListingFile(path, articles, web);
            case JSON_LINES -> lines(path);
            case ARTICLE -> new SingleFile(path, articles);
        };
    }

    private Source lines(Path path) {
        return new Lines(path.toString(), () -> Files.newInputStream(path), FileKey.of(path), articles);
    }

    private Source warc(Path path) {
        return new Warc(path.toString(), () -> Files.newInputStream(path), FileKey.of(path), articles);
    }

    private static Optional<byte[]> head(Path path) {
        try (BufferedInputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            return Optional.of(Packed.head(in));
        } catch (IOException e) {
            return Optional.empty(); // reading it will say why
        }
    }
}
