package org.onrecord.eval.expected;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.onrecord.pipeline.Lexicon;

/** SHA-256 of all that the models module holds: names and bytes, in order of the names. */
public final class ModelDigest {
    private static final String ROOT = "/org/onrecord/models/";
    private static final String KNOWN = "attribution/cues.txt";

    private ModelDigest() {}

    public static String compute() {
        try {
            URI known = Objects.requireNonNull(Lexicon.class.getResource(ROOT + KNOWN))
                    .toURI();
            if (!known.getScheme().equals("jar")) {
                return digest(Path.of(known).resolve("../..").normalize());
            }
            try (FileSystem jar = FileSystems.newFileSystem(known, Map.of())) {
                return digest(jar.getPath(ROOT));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the models cannot be read", e);
        } catch (URISyntaxException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform can name a resource and has SHA-256", e);
        }
    }

    private static String digest(Path root) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> all = files.filter(Files::isRegularFile)
                    .sorted(java.util.Comparator.comparing(file -> name(root, file)))
                    .toList();
            for (Path file : all) {
                digest.update(name(root, file).getBytes(java.nio.charset.StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String name(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }
}
