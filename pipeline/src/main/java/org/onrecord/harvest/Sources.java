package org.onrecord.harvest;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.onrecord.harvest.fetch.WebAddress;

/** Opens what the user names: an address, a file, a folder, or {@code -} for standard input. */
public final class Sources {
    private final Articles articles;
    private final InputStream stdin;
    private final Optional<Web> web;

    Sources(Articles articles, InputStream stdin, Optional<Web> web) {
        this.articles = articles;
        this.stdin = stdin;
        this.web = web;
    }

    /** Without the web. Reads the language model from the class path; takes about a second. */
    public static Sources load(InputStream stdin) {
        return new Sources(Articles.load(), stdin, Optional.empty());
    }

    /** Reads the language model from the class path; takes about a second. */
    public static Sources load(InputStream stdin, Web web) {
        return new Sources(Articles.load(), stdin, Optional.of(web));
    }

    /** The same with the web of another run. */
    public Sources on(Web another) {
        return new Sources(articles, stdin, Optional.of(another));
    }

    /**
     * The source behind an argument of the command line. Nothing is fetched yet.
     *
     * @throws SourceException if there is none
     */
    public Source open(String argument) {
        if (argument.equals("-")) {
            return new Piped(stdin, articles, web);
        }
        if (WebAddress.looksLikeOne(argument)) {
            Web open = web.orElseThrow(() -> new SourceException(argument + ": nothing is fetched from the web here"));
            URI address = WebPages.address(argument);
            return new WebSource(address, !open.isNew(address), open, articles);
        }
        Path path = path(argument);
        if (!Files.exists(path)) {
            throw new SourceException(argument + ": no such file or folder");
        }
        FileSources files = new FileSources(articles, web);
        return Files.isDirectory(path) ? new Folder(path, files) : files.open(path);
    }

    private static Path path(String argument) {
        try {
            return Path.of(argument);
        } catch (InvalidPathException e) {
            throw new SourceException(argument + ": not a path: " + e.getReason());
        }
    }
}
