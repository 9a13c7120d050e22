package org.onrecord.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.document.Extent;
import org.onrecord.document.Span;
import org.onrecord.eval.report.ErrorCsv;
import org.onrecord.eval.report.ErrorPage;
import org.onrecord.eval.report.Table;

/** Runs: kept in a file, compared with each other, shown. */
class RunsTest {
    private static final Metric METRIC = Metric.f1("attribution");

    private static Run run(String system, int... hitsOfTen) {
        List<Result> results = new ArrayList<>();
        for (int hits : hitsOfTen) {
            results.add(new Result(
                    "article " + results.size(),
                    "",
                    "",
                    Map.of(METRIC, new Score(hits, 10 - hits, 10 - hits)),
                    List.of()));
        }
        return new Run(system, "test dev", "digest", results, List.of("a.ann line 4 is no annotation"), 1.5);
    }

    private static String verdict(Run first, Run second) {
        return Verdict.of(first, second).getFirst().words();
    }

    @Test
    void aComparisonHasAVerdict() {
        Run low = run("one", 4, 5, 4, 5, 4, 5, 4, 5);
        Run high = run("two", 7, 8, 7, 8, 7, 8, 7, 8);
        assertEquals("better by 30.0 ± 0.0", verdict(low, high));
        assertEquals("worse by 30.0 ± 0.0", verdict(high, low));
        assertEquals("equal", verdict(low, low));
        assertTrue(verdict(run("one", 4, 6, 4, 6, 5), run("two", 6, 4, 6, 4, 5)).startsWith("no difference shown"));
        assertEquals("too few articles to tell", verdict(run("one", 4), run("two", 5)));
    }

    private static Run confident(double confidence) {
        Metric metric = new Metric("calibration error", Metric.Reading.CALIBRATION);
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Map<Metric, Score> scores = Map.of(metric, Score.reliability(confidence, true));
            results.add(new Result("article " + i, "", "", scores, List.of()));
        }
        return new Run("ours", "test", "0123456789abcdef", results, List.of(), 0);
    }

    @Test
    void aSmallerErrorIsBetter() {
        assertEquals("better by 20.0 ± 0.0", verdict(confident(0.7), confident(0.9)));
        assertEquals("worse by 20.0 ± 0.0", verdict(confident(0.9), confident(0.7)));
        assertEquals(
                List.of("calibration error", "", "", "30.0", "0.0", "", "", ""),
                Table.rows(confident(0.7)).getFirst());
    }

    @Test
    void thePageShowsHowReliableConfidenceIs() {
        String page = ErrorPage.of(confident(0.7));
        assertTrue(page.contains("<svg"), page);
        assertTrue(page.contains("<title>4 of 4 right, mean confidence 0.700</title>"), page);
        assertTrue(page.contains("calibration error 30.0"), page);
        assertTrue(!ErrorPage.of(withErrors()).contains("<svg"), "no confidence was measured");
    }

    @Test
    void runsOverOtherArticlesCannotBeCompared() {
        assertThrows(IllegalArgumentException.class, () -> Verdict.of(run("one", 4, 5), run("two", 4)));
    }

    @Property(tries = 50)
    void theIntervalHoldsTheValue(@ForAll @Size(min = 5, max = 40) List<@IntRange(min = 1, max = 9) Integer> hits) {
        Run run = run("one", hits.stream().mapToInt(Integer::intValue).toArray());
        double value = METRIC.value(run.scores(METRIC)).orElseThrow();
        Bootstrap.Interval interval =
                Bootstrap.interval(METRIC, run.scores(METRIC)).orElseThrow();
        assertTrue(interval.low() <= value && value <= interval.high(), interval + " " + value);
    }

    @Test
    void aRunIsReadFromItsFile(@TempDir Path folder) throws IOException {
        Run run = run("one", 4, 5, 6);
        Path file = folder.resolve("run.json");
        RunFile.write(run, file);
        assertEquals(run, RunFile.read(file));
        RunFile.write(confident(0.7), file);
        assertEquals(confident(0.7), RunFile.read(file));
        for (String text : List.of(
                "", "{}", "[]", "{\"schema\":\"onrecord-run/1\"}", "{\"schema\":\"onrecord-run/1\",\"metrics\":3")) {
            Files.writeString(file, text);
            IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> RunFile.read(file), text);
            assertTrue(("" + e.getMessage()).startsWith(file.toString()), text);
        }
    }

    private static Run withErrors() {
        String text = "“<b>No</b>,” said Brandt & Sons.";
        Comparison.Item item = new Comparison.Item(
                List.of(new Comparison.Part("content", Extent.of(new Span(1, 10)))), "Brandt \"& Sons\"");
        Comparison missed = new Comparison("attribution, direct", Optional.of(item), Optional.empty(), List.of());
        Comparison wrong = new Comparison(
                "attribution, direct",
                Optional.of(item),
                Optional.of(item),
                List.of(new Comparison.Difference("speaker", "Brandt", "Sons")));
        Result result = new Result("a, b", "", text, Map.of(METRIC, Score.MISS), List.of(missed, wrong));
        return new Run("ours", "test", "0123456789abcdef", List.of(result), List.of(), 0);
    }

    @Test
    void thePageShowsTextAsText() {
        String page = ErrorPage.of(withErrors());
        assertTrue(page.contains("&lt;b&gt;No&lt;/b&gt;"), page);
        assertTrue(page.contains("Brandt &amp; Sons"), page);
        assertTrue(!page.contains("<b>No"), page);
    }

    @Test
    void theTableForSpreadsheetsHasARowForEachError() {
        List<String> lines = ErrorCsv.of(withErrors()).lines().toList();
        assertEquals(3, lines.size(), lines::toString);
        assertTrue(lines.get(1).contains("\"a, b\""), lines.get(1));
        assertTrue(lines.get(1).contains("missed"), lines.get(1));
        assertTrue(lines.get(2).contains("speaker"), lines.get(2));
    }

    @Test
    void theTableIsAligned() {
        List<String> lines = Table.aligned(Table.rows(run("one", 4, 5)));
        assertEquals(1, lines.stream().map(String::length).distinct().count(), lines::toString);
        assertTrue(lines.getLast().contains("45.0"), lines::toString);
    }
}
