package org.onrecord.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps failed items aside, one line of JSON each, with the text where it was read. The file is made by the first failure. */
final class Quarantine {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path file;
    private final boolean goesOn;
    private long count;

    Quarantine(Path file) {
        this(file, false);
    }

    /** @param goesOn whether what an interrupted run put there stays */
    Quarantine(Path file, boolean goesOn) {
        this.file = file;
        this.goesOn = goesOn;
    }

    void add(Result.Failed failed) {
        ObjectNode line = MAPPER.createObjectNode();
        line.put("origin", failed.origin()).put("stage", failed.stage()).put("reason", failed.reason());
        line.put("text", failed.article().map(article -> article.text()).orElse(null));
        try {
            Files.writeString(
                    file,
                    line + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    count == 0 && !goesOn ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the quarantine file " + file, e);
        }
        count++;
    }

    long count() {
        return count;
    }

    Path file() {
        return file;
    }
}
