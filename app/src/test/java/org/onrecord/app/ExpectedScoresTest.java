package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onrecord.eval.Run;
import org.onrecord.eval.Runner;
import org.onrecord.eval.expected.Check;
import org.onrecord.eval.expected.Expectation;
import org.onrecord.eval.expected.ScoreTable;
import org.onrecord.eval.gold.Corpus;
import org.onrecord.eval.gold.Form;

/**
 * The program scores on the corpora of the repository what {@code eval/expected} says. After a change for the better:
 * {@code ./onrecord eval expected --update}.
 */
class ExpectedScoresTest {
    private static final Path EXPECTED = Path.of("../eval/expected");

    static Stream<Expectation> own() throws IOException {
        List<Expectation> own = Expectation.in(EXPECTED).stream()
                .filter(expectation -> !expectation.outside())
                .toList();
        assertTrue(own.size() >= 3, "too few expectations to mean anything");
        return own.stream();
    }

    @ParameterizedTest
    @MethodSource("own")
    void areReachedAgain(Expectation expectation) {
        Corpus corpus = Form.valueOf(expectation.form().toUpperCase(Locale.ROOT))
                .read(Path.of("..").resolve(expectation.corpus()), expectation.split(), Optional.empty());
        assertEquals(List.of(), corpus.problems());
        Run run = new Runner(() -> {}).run(corpus, expectation.split(), Candidates.annotator(Candidates.Name.ours));
        Check check = Check.of(expectation, "ours", run);
        assertEquals(List.of(), check.fallen());
        assertEquals(List.of(), check.risen(), "better: keep it with ./onrecord eval expected --update");
        assertEquals(List.of(), run.problems());
    }

    @Test
    void areShownInTheDocs() throws IOException {
        assertEquals(ScoreTable.of(Expectation.in(EXPECTED)), Files.readString(Path.of("../docs/scores.md")));
    }
}
