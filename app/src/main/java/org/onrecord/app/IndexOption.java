package org.onrecord.app;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The index that a command works on. */
final class IndexOption {
    static final Path DEFAULT = Path.of("onrecord-index");

    @Option(names = "--index", paramLabel = "DIR", description = "Folder of the index (default: onrecord-index).")
    private Path folder = DEFAULT;

    Path folder() {
        return folder;
    }
}
