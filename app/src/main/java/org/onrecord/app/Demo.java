package org.onrecord.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.onrecord.app.serve.Ingester;
import org.onrecord.app.serve.Submission;
import org.onrecord.search.ArticleIndex;

/** The samples of the repository, in an index that goes when the program ends. */
final class Demo implements AutoCloseable {
    private static final String SAMPLES = "corpus/samples";

    private final Path folder;

    private Demo(Path folder) {
        this.folder = folder;
    }

    /** An index for the demo, empty yet. */
    static Demo fresh() {
        try {
            return new Demo(Files.createTempDirectory("onrecord-demo"));
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for a temporary index can be made: " + e.getMessage(), e);
        }
    }

    /** Where the samples are: in a clone, from wherever in it the program is started. */
    static Optional<Path> samples() {
        return Stream.concat(Stream.of(Path.of("")), repository().stream())
                .map(home -> home.resolve(SAMPLES))
                .filter(Files::isDirectory)
                .findFirst();
    }

    /** The clone from whose {@code app/target/classes} this class was read; empty where it was read from a jar. */
    private static Optional<Path> repository() {
        try {
            Path classes = Path.of(Demo.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Optional.ofNullable(classes.getParent())
                    .flatMap(target -> Optional.ofNullable(target.getParent()))
                    .flatMap(app -> Optional.ofNullable(app.getParent()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    Path index() {
        return folder;
    }

    void ingest(Path samples, WebOptions web, int threads, Terminal terminal) {
        terminal.err().println("reading the language models and " + samples + ", which takes some twenty seconds");
        try (Telling telling = new Telling(terminal)) {
            new ServedIngester(folder, web, threads).ingest(new Submission.Samples(SAMPLES, samples), telling);
        }
    }

    /** Shows how far it is. */
    private static final class Telling implements Ingester.Listener, AutoCloseable {
        private final Terminal terminal;
        private Terminal.Progress progress;

        Telling(Terminal terminal) {
            this.terminal = terminal;
            this.progress = terminal.progress("ingesting", OptionalLong.empty());
        }

        @Override
        public void size(OptionalLong items) {
            progress.close();
            progress = terminal.progress("ingesting", items);
        }

        @Override
        public void took(ArticleIndex.Change change) {
            progress.step();
        }

        @Override
        public void failed(String origin, String stage, String reason) {
            terminal.error(origin + " " + reason);
            progress.step();
        }

        @Override
        public void notice(String sentence) {
            terminal.error(sentence);
        }

        @Override
        public void committed() {}

        @Override
        public boolean isStopped() {
            return false;
        }

        @Override
        public void close() {
            progress.close();
        }
    }

    /** Deletes the index. */
    @Override
    public void close() {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }
            });
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be deleted: " + e.getMessage(), e);
        }
    }
}
