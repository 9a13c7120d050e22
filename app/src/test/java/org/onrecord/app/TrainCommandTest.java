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
import org.onrecord.harvest.page.BlockModel;

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
    void clustersNeedNoCorpus() {
        Run run = Run.of("train", "clusters", "--corpus", folder.toString());
        assertEquals(Exit.WRONG_USE, run.exit());
        assertTrue(run.err().contains("Leave --corpus out"), run.err());
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
            assertFalse(AttributionModel.read(in)
                    .cues()
                    .members()
                    .getFirst()
                    .labels()
                    .isEmpty());
        }
    }

    /** Twelve sites, each with a page of its own making. */
    private Path pages() throws IOException {
        Path set = Files.createDirectories(folder.resolve("pages"));
        StringBuilder gold = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            String first = "The pier of town " + i
                    + " is closed until May, the harbour office said on Monday, after a storm tore away three of its planks and a lamp.";
            String second = "Mayor number " + i
                    + " asked the residents to stay away from the water and to wait for the engineers, who are to come on Friday.";
            Files.writeString(
                    set.resolve(i + ".html"),
                    "<html><head><title>Pier closed</title></head><body><nav class='menu'><a href='/'>Home</a> <a href='/news'>News</a></nav><h1>Pier closed</h1><div class='"
                            + (i % 2 == 0 ? "article-body" : "story content") + "'><p>" + first + "</p><p>" + second
                            + "</p></div><div class='related'><p><a href='/x'>Another report about something else that happened far away from here, in town "
                            + (i + 40) + "</a></p></div><footer>© Site " + i + "</footer></body></html>");
            gold.append("{\"id\":\"p")
                    .append(i)
                    .append("\",\"url\":\"https://site")
                    .append((char) ('a' + i))
                    .append(".example/pier\",\"html\":\"")
                    .append(i)
                    .append(".html\",\"gold\":{\"text\":\"")
                    .append(first)
                    .append("\\n\\n")
                    .append(second)
                    .append("\"}}\n");
        }
        Files.writeString(set.resolve("gold.jsonl"), gold);
        return set;
    }

    @Test
    void writesTheSameModelOfPagesTwice() throws IOException {
        String set = pages().toString();
        Path first = folder.resolve("first.bin.gz");
        Path second = folder.resolve("second.bin.gz");
        for (Path out : List.of(first, second)) {
            Run run = Run.of("train", "page", "--corpus", set, "--out", out.toString());
            assertEquals(Exit.DONE, run.exit(), run.err());
            assertTrue(run.out().contains("12 pages"), run.out());
        }
        assertEquals(-1, Files.mismatch(first, second));
        try (InputStream in = Files.newInputStream(first)) {
            BlockModel.read(in);
        }
    }

    @Test
    void scoresPagesOfHostsThatItHasNotSeen() throws IOException {
        Run run = Run.of("eval", "pages", "--corpus", pages().toString(), "--folds", "3");
        assertEquals(Exit.DONE, run.exit(), run.err());
        assertTrue(run.out().contains("ours, 3 folds"), run.out());
        Run wrong = Run.of("eval", "news", "--corpus", "../corpus/news", "--folds", "3");
        assertEquals(Exit.WRONG_USE, wrong.exit());
    }

    @Test
    void saysWhatIsMissing() {
        assertEquals(Exit.WRONG_USE, Run.of("train", "attribution").exit());
        Run nowhere = Run.of("train", "attribution", "--corpus", "no-such-folder");
        assertEquals(Exit.NOTHING_DONE, nowhere.exit());
        assertTrue(nowhere.err().contains("no-such-folder"), nowhere.err());
    }
}
