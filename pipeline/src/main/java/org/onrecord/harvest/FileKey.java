package org.onrecord.harvest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What a file is known by as long as nobody changes it: its place, size and time. */
final class FileKey {
    private FileKey() {}

    static Optional<String> of(Path path) {
        try {
            return Optional.of(path.toAbsolutePath().normalize() + " " + Files.size(path) + " "
                    + Files.getLastModifiedTime(path).toInstant());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
