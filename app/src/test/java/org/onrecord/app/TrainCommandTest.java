package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.attribution.tagger.AttributionModel;

/** Training on a handful of sentences: the program goes all the way, and the same way twice. */
class TrainCommandTest {
    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void corpusByHand() throws IOException {
        Path train = Files.createDirectories(folder.resolve("polnear/train"));
        for (int i = 0; i < 6; i++) {
            Files.writeString(
                    train.resolve(i + ".txt"), "The pier is closed until May, the harbour office said on Monday.\n");
            Files.writeString(train.resolve(i + ".ann"), """
                    T1\tSource 30 48\tthe harbour office
                    T2\tCue 49 53\tsaid
                    T3\tContent 0 28\tThe pier is closed until May
                    E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3
                    """);
        }
    }

    @Test
    void writesTheSameModelTwice() throws IOException {
        Path first = folder.resolve("first.bin.gz");
        Path second = folder.resolve("second.bin.gz");
        for (Path out : List.of(first, second)) {
            Run run = Run.of(
                    "train",
                    "attribution",
                    "--corpus",
                    folder.resolve("polnear").toString(),
                    "--own",
                    "../corpus/news",
                    "--out",
                    out.toString());
            assertEquals(Exit.DONE, run.exit(), run.err());
            assertTrue(run.out().startsWith("polnear train: 6 articles"), run.out());
        }
        assertEquals(-1, Files.mismatch(first, second));
        try (InputStream in = Files.newInputStream(first)) {
            assertFalse(AttributionModel.read(in).cues().labels().isEmpty());
        }
    }

    @Test
    void saysWhatIsMissing() {
        assertEquals(Exit.WRONG_USE, Run.of("train", "attribution").exit());
        Run nowhere = Run.of("train", "attribution", "--corpus", "no-such-folder");
        assertEquals(Exit.NOTHING_DONE, nowhere.exit());
        assertTrue(nowhere.err().contains("no-such-folder"), nowhere.err());
    }
}
