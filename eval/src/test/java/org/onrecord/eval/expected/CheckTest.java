package org.onrecord.eval.expected;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.eval.Metric;
import org.onrecord.eval.Result;
import org.onrecord.eval.Run;
import org.onrecord.eval.Score;

class CheckTest {
    @TempDir
    private Path folder = Path.of("");

    private Expectation expectation(String scores) throws IOException {
        java.nio.file.Files.writeString(folder.resolve("test.yaml"), """
                form: cases
                corpus: corpus/test
                tolerance: 0.0005
                systems:
                  ours:
                    scores:
                """ + scores.indent(6));
        return Expectation.in(folder).getFirst();
    }

    private static Run run(int hits) {
        Result result =
                new Result("a", "", "", Map.of(Metric.f1("quote"), new Score(hits, 10 - hits, 10 - hits)), List.of());
        return new Run("ours", "test", "digest", List.of(result), List.of(), 0);
    }

    @Test
    void aDropIsNamed() throws IOException {
        Check check = Check.of(expectation("quote: 0.8"), "ours", run(7));
        assertEquals(List.of("quote: 0.7000, expected 0.8000"), check.fallen());
        assertEquals(List.of(), check.risen());
    }

    @Test
    void aRiseIsNamed() throws IOException {
        Check check = Check.of(expectation("quote: 0.6"), "ours", run(7));
        assertEquals(List.of(), check.fallen());
        assertEquals(List.of("quote: 0.7000, expected 0.6000"), check.risen());
    }

    @Test
    void theToleranceIsAllowed() throws IOException {
        Check check = Check.of(expectation("quote: 0.7004"), "ours", run(7));
        assertEquals(new Check(List.of(), List.of()), check);
    }

    @Test
    void whatIsNoLongerMeasuredHasFallen() throws IOException {
        Check check = Check.of(expectation("cue: 0.5"), "ours", run(7));
        assertEquals(List.of("cue is no longer measured"), check.fallen());
    }

    private static Run calibrated(double confidence) {
        Metric metric = new Metric("calibration error", Metric.Reading.CALIBRATION);
        Result result = new Result("a", "", "", Map.of(metric, Score.reliability(confidence, true)), List.of());
        return new Run("ours", "test", "digest", List.of(result), List.of(), 0);
    }

    @Test
    void anErrorThatGrowsHasFallen() throws IOException {
        Expectation expectation = expectation("calibration error: 0.2");
        assertEquals(
                List.of("calibration error: 0.2010, expected 0.2000"),
                Check.of(expectation, "ours", calibrated(0.799)).fallen());
        assertEquals(
                List.of("calibration error: 0.1000, expected 0.2000"),
                Check.of(expectation, "ours", calibrated(0.9)).risen());
        assertEquals(new Check(List.of(), List.of()), Check.of(expectation, "ours", calibrated(0.8)));
        assertTrue(ScoreTable.of(List.of(expectation)).contains("| calibration error | 20.0 |"));
    }

    @Test
    void scoresAreKeptAndReadAgain() throws IOException {
        Expectation now = expectation("quote: 0.6").with("new digest", "models", "ours", Check.values(run(7)));
        now.write(folder);
        Expectation read = Expectation.in(folder).getFirst();
        assertEquals(Map.of("quote", 0.7), read.systems().get("ours"));
        assertTrue(ScoreTable.of(List.of(read)).contains("70.0"));
    }
}
