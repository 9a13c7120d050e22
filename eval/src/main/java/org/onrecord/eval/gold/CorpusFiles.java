package org.onrecord.eval.gold;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The files of a corpus, digested as they are read. */
final class CorpusFiles {
    private final Path root;
    private final MessageDigest digest;

    CorpusFiles(Path root) {
        if (!Files.exists(root)) {
            throw new CorpusException(root + ": no such folder; give the folder of an annotated corpus with --corpus");
        }
        this.root = root;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Files below a folder whose names end so, in order of their paths. */
    List<Path> below(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            throw new CorpusException(
                    folder + (Files.exists(folder) ? ": is a file, not a folder" : ": no such folder"));
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read", e);
        }
    }

    byte[] bytes(Path file) {
        if (!Files.exists(file)) {
            throw new CorpusException(file + ": no such file");
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            digest.update(root.relativize(file).toString().replace('\\', '/').getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /** As UTF-8, line ends as {@code \n}. */
    String text(Path file) {
        return new String(bytes(file), StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    /** Names listed in {@code splits/NAME.txt}, one a line. */
    Set<String> split(String name) {
        Path file = root.resolve("splits").resolve(name + ".txt");
        if (!Files.exists(file)) {
            throw new CorpusException(file + ": no such file, so there is no split '" + name + "'");
        }
        Set<String> names = new TreeSet<>();
        text(file).lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(names::add);
        return names;
    }

    /** SHA-256 of what was read so far, in hexadecimal. */
    String digest() {
        return HexFormat.of().formatHex(digest.digest());
    }

    static String stem(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[^.]+$", "");
    }

    /** What is wrong, without the parser's note on where it stood. */
    static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("unreadable");
    }
}
