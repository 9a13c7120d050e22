package org.onrecord.harvest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Opens what the user names: a file, a folder, JSON lines, or {@code -} for standard input. */
public final class Sources {
    private static final String STDIN = "<stdin>";

    private final Articles articles;
    private final InputStream stdin;

    private Sources(Articles articles, InputStream stdin) {
        this.articles = articles;
        this.stdin = stdin;
    }

    /** Reads the language model from the class path; takes about a second. */
    public static Sources load(InputStream stdin) {
        return new Sources(Articles.load(), stdin);
    }

    /**
     * The source behind an argument of the command line.
     *
     * @throws SourceException if there is none
     */
    public Source open(String argument) {
        if (argument.equals("-")) {
            return standardInput();
        }
        if (argument.matches("(?i)https?://.*")) {
            throw new SourceException(
                    argument + ": pages are not fetched from the web yet; save the page and give the file");
        }
        Path path = path(argument);
        if (!Files.exists(path)) {
            throw new SourceException(argument + ": no such file or folder");
        }
        return Files.isDirectory(path) ? new Folder(path, articles) : file(path, articles);
    }

    private static Path path(String argument) {
        try {
            return Path.of(argument);
        } catch (InvalidPathException e) {
            throw new SourceException(argument + ": not a path: " + e.getReason());
        }
    }

    static Source file(Path path, Articles articles) {
        return path.toString().toLowerCase(Locale.ROOT).matches(".*\\.(?:jsonl|ndjson)")
                ? new Lines(path.toString(), () -> Files.newInputStream(path), articles)
                : new SingleFile(path, articles);
    }

    private Source standardInput() {
        BufferedInputStream in = new BufferedInputStream(stdin);
        try {
            in.mark(1 << 16);
            int first = in.read();
            while (first >= 0 && first <= ' ') {
                first = in.read();
            }
            in.reset();
            return first == '{' ? new Lines(STDIN, () -> in, articles) : new Piped(in, articles);
        } catch (IOException e) {
            throw new SourceException("standard input cannot be read: " + e.getMessage());
        }
    }

    private record Piped(InputStream in, Articles articles) implements Source {
        @Override
        public String name() {
            return STDIN;
        }

        @Override
        public OptionalLong size() {
            return OptionalLong.of(1);
        }

        @Override
        public Stream<Harvested> items() {
            try {
                return Stream.of(new Harvested.Read(STDIN, articles.ofEither(Decoder.decode(in))));
            } catch (UnreadableException e) {
                return Stream.of(new Harvested.Rejected(STDIN, e.reason()));
            } catch (IOException e) {
                return Stream.of(new Harvested.Rejected(STDIN, "cannot be read: " + e.getMessage()));
            }
        }
    }
}
