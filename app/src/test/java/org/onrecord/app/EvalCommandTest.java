package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scoring a folder of brat files made by hand, and comparing two runs. */
class EvalCommandTest {
    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void bratByHand() throws IOException {
        Path brat = Files.createDirectory(folder.resolve("brat"));
        Files.writeString(
                brat.resolve("one.txt"), "The pier is closed until May, the harbour office said on Monday.\n");
        Files.writeString(brat.resolve("one.ann"), """
                T1\tSource 30 48\tthe harbour office
                T2\tCue 49 53\tsaid
                T3\tContent 0 28\tThe pier is closed until May
                E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3
                this line is broken
                """);
        Files.writeString(
                brat.resolve("two.txt"),
                "“Nobody told us,” said Lena Brandt. The rain went on all day, and nobody in the town knew when it would end.\n");
        Files.writeString(brat.resolve("two.ann"), """
                T1\tSource 23 34\tLena Brandt
                T2\tCue 18 22\tsaid
                T3\tContent 0 17\t“Nobody told us,”
                E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3
                """);
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void aRunHasScoresAReportAndATable() throws IOException {
        Run run = Run.of("eval", "brat", "--corpus", at("brat"), "--out", at("ours"));
        assertEquals(1, run.exit(), "one line of the corpus could not be read");
        assertTrue(run.err().contains("one.ann line 5 is no annotation: 'this line is broken'"), run::err);
        assertTrue(run.out().startsWith("ours on brat, 2 articles"), run::out);
        String attribution = run.out()
                .lines()
                .filter(line -> line.startsWith("attribution with source "))
                .findFirst()
                .orElseThrow();
        assertTrue(attribution.contains("100.0"), attribution);
        for (String name : List.of("run.json", "report.html", "errors.csv")) {
            assertTrue(Files.size(folder.resolve("ours").resolve(name)) > 0, name);
        }
    }

    @Test
    void twoRunsAreCompared() {
        Run.of("eval", "brat", "--corpus", at("brat"), "--out", at("ours"));
        Run.of("eval", "brat", "--corpus", at("brat"), "--out", at("other"), "--system", "baseline");
        Run compared = Run.of("eval", "compare", at("other/run.json"), at("ours/run.json"));
        assertEquals(0, compared.exit(), compared::err);
        String verdict = compared.out()
                .lines()
                .filter(line -> line.startsWith("attribution "))
                .findFirst()
                .orElseThrow();
        assertTrue(verdict.matches(".*(better by|no difference shown|equal).*"), verdict);
        Run broken = Run.of("eval", "compare", at("brat/one.txt"), at("ours/run.json"));
        assertEquals(3, broken.exit());
        assertTrue(broken.err().contains("one.txt: holds no run"), broken::err);
    }

    @Test
    void whatAQuotationCostsIsPrintedBesideAnotherSystem() {
        Run run = Run.of("eval", "cost", "--corpus", "../corpus/news", "--split", "dev", "--than", "baseline");
        assertEquals(0, run.exit(), run::err);
        List<String[]> rows = run.out()
                .lines()
                .skip(2)
                .map(line -> line.trim().split("\\s{2,}"))
                .toList();
        assertEquals(
                List.of("ours", "baseline", "ratio"),
                rows.stream().map(row -> row[0]).toList());
        double ratio = Double.parseDouble(rows.get(0)[1]) / Double.parseDouble(rows.get(1)[1]);
        assertEquals(ratio, Double.parseDouble(rows.get(2)[1]), 0.01);
        Run missing = Run.of("eval", "cost", "--corpus", at("nowhere"));
        assertEquals(3, missing.exit());
        assertTrue(missing.err().contains("nowhere"), missing::err);
    }

    @Test
    void theAnnotationsOfAnotherAreScoredTheSameWay() throws IOException {
        Run extracted = Run.of("extract", at("brat"));
        Files.writeString(folder.resolve("other.ndjson"), extracted.out());
        String ours = Run.of("eval", "brat", "--corpus", at("brat")).out();
        Run recorded = Run.of("eval", "brat", "--corpus", at("brat"), "--predictions", at("other.ndjson"));
        assertEquals(
                ours.lines().skip(1).toList(), recorded.out().lines().skip(1).toList());
    }

    @Test
    void whoseAnnotationsWereTakenIsSaidInOneLine() throws IOException {
        Path brat = folder.resolve("brat");
        Files.move(brat.resolve("two.ann"), brat.resolve("two_kim.ann"));
        Files.copy(brat.resolve("two_kim.ann"), brat.resolve("two_lee.ann"));
        Files.delete(brat.resolve("one.ann"));
        Files.delete(brat.resolve("one.txt"));
        Run run = Run.of("eval", "brat", "--corpus", at("brat"));
        assertEquals(0, run.exit(), run::err);
        assertEquals(
                "onrecord: several annotators of 1 text, taken: kim (1 text); choose with --annotator NAME\n",
                run.err());
        Run chosen = Run.of("eval", "brat", "--corpus", at("brat"), "--annotator", "lee");
        assertEquals("", chosen.err());
    }

    @Test
    void whatIsNotThereIsOneSentence() {
        Run absent = Run.of("eval", "brat", "--corpus", at("no-such"));
        assertEquals(3, absent.exit());
        assertEquals(1, absent.err().lines().count(), absent::err);
        assertEquals(
                3,
                Run.of("eval", "polnear", "--corpus", at("brat"), "--split", "dev")
                        .exit());
        assertEquals(2, Run.of("eval").exit());
        assertEquals(2, Run.of("eval", "brat").exit());
        assertEquals(2, Run.of("eval", "nonsense", "--corpus", at("brat")).exit());
    }

    /** One sentence on standard error, nothing on standard output. */
    private static void refused(int exit, String words, String... arguments) {
        Run run = Run.of(arguments);
        assertEquals(exit, run.exit(), run::err);
        assertEquals("", run.out());
        assertTrue(run.err().startsWith("onrecord: " + words), run::err);
        assertTrue(
                run.err().lines().allMatch(line -> line.startsWith("onrecord: ") || line.startsWith("Try ")), run::err);
    }

    @Test
    void wrongUseIsRefusedBeforeAnythingIsScored() {
        String brat = at("brat");
        String text = at("brat/one.txt");
        refused(
                3,
                at("no-such.json") + ": no such file",
                "eval",
                "brat",
                "--corpus",
                brat,
                "--against",
                at("no-such.json"));
        refused(3, text + ": holds no run: ", "eval", "brat", "--corpus", brat, "--against", text);
        refused(2, text + " is a file", "eval", "brat", "--corpus", brat, "--out", text);
        refused(3, text + ": is a file, not a folder", "eval", "brat", "--corpus", text);
        refused(
                2,
                "A corpus of the form standoff has no splits",
                "eval",
                "standoff",
                "--corpus",
                brat,
                "--split",
                "dev");
        refused(
                3,
                "../eval/expected: no expectation",
                "eval",
                "expected",
                "--expected",
                "../eval/expected",
                "--only",
                "none such");
        Run inventory = Run.of("eval", "cases", "--corpus", "../corpus/inventory/attribution", "--split", "none such");
        assertEquals(3, inventory.exit());
        assertTrue(inventory.err().contains("in the split 'none such'"), inventory::err);
        assertTrue(Run.of("eval", "compare", text).err().contains("'onrecord eval compare --help'"));
    }

    @Test
    void corporaOfOthersAreReportedAsNotRun() {
        Run run = Run.of("eval", "expected", "--expected", "../eval/expected", "--only", "polnear");
        assertEquals(0, run.exit(), run::err);
        assertTrue(run.out().contains("polnear-dev") && run.out().contains("not run"), run::out);
    }
}
