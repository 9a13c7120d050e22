package org.onrecord.eval.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.onrecord.eval.Comparison;
import org.onrecord.eval.Metric;
import org.onrecord.eval.Result;
import org.onrecord.eval.Score;
import org.onrecord.eval.gold.Aspect;
import org.onrecord.eval.gold.Gold;
import org.onrecord.eval.gold.Marked;

/** Gold and what a system found, both written as marked-up text. */
class MeasuresTest {
    private static final Set<Aspect> ALL = Set.of(
            Aspect.QUOTES,
            Aspect.ATTRIBUTIONS,
            Aspect.SPEAKERS,
            Aspect.CLAIMS,
            Aspect.FIGURES,
            Aspect.DETAILS,
            Aspect.ZONES);

    private static Result score(String gold, String found) {
        Gold right = Marked.gold(":: body\n" + gold);
        return Measures.of(right, Marked.gold(":: body\n" + found).document(), ALL);
    }

    private static Score of(Result result, String metric) {
        return result.scores().entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(metric))
                .map(java.util.Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        metric + " is not among " + result.scores().keySet()));
    }

    private static final String SAID = """
            {S1 The harbour office} {C1 said} {K1 the pier was closed until the end of May}.
            ----
            1: the harbour office; organization
            """;

    @Test
    void theSameIsAllRight() {
        Result result = score(SAID, SAID);
        result.scores().forEach((metric, score) -> {
            if (metric.rises()) {
                assertEquals(1.0, metric.value(List.of(score)).orElse(1), metric.name());
            }
        });
        assertTrue(result.comparisons().stream().allMatch(one -> one.verdict() == Comparison.Verdict.RIGHT));
    }

    @Test
    void anAttributionIsFoundWhenHalfOfItsContentIs() {
        Result half = score(SAID, """
                {S1 The harbour office} {C1 said} {K1 the pier was closed until} the end of May.
                ----
                1: the harbour office; organization
                """);
        assertEquals(Score.HIT, of(half, "attribution"));
        assertEquals(new Score(0, 1, 1), of(half, "content, exact"));
        assertEquals(new Score(5, 4, 0), of(half, "content, words"));
        Result less = score(SAID, """
                {S1 The harbour office} {C1 said} {K1 the pier} was closed until the end of May.
                ----
                1: the harbour office; organization
                """);
        assertEquals(new Score(0, 1, 1), of(less, "attribution"));
    }

    @Test
    void aQuotationOverTwoParagraphsIsOneWhereTheGoldHasItSo() {
        String found = """
                “{KQ1 We left at dawn.}” {S1 Lena Brandt} {C1 said}.
                “{KQ2 Nobody stopped us.}”
                ----
                1: Lena Brandt; person
                2: Lena Brandt; person
                """;
        Gold whole = Marked.gold("""
                :: body
                “{KQ1 We left at dawn.}” {S1 Lena Brandt} {C1 said}.
                “{KQ1 Nobody stopped us.}”
                ----
                1: Lena Brandt; person
                """);
        assertEquals(new Score(0, 1, 2), of(measured(whole, found, Set.of(Aspect.ATTRIBUTIONS)), "content, exact"));
        assertEquals(
                Score.HIT,
                of(measured(whole, found, Set.of(Aspect.ATTRIBUTIONS, Aspect.WHOLE_QUOTATIONS)), "content, exact"));
        String others = found.replace("2: Lena Brandt", "2: Ada Orr");
        assertEquals(
                new Score(0, 1, 2),
                of(measured(whole, others, Set.of(Aspect.ATTRIBUTIONS, Aspect.WHOLE_QUOTATIONS)), "content, exact"));
    }

    private static Result measured(Gold gold, String found, Set<Aspect> aspects) {
        return Measures.of(gold, Marked.gold(":: body\n" + found).document(), aspects);
    }

    private static double calibration(Result result) {
        return new Metric("calibration error", Metric.Reading.CALIBRATION)
                .value(List.of(of(result, "calibration error")))
                .orElseThrow();
    }

    @Test
    void confidenceIsHeldToWhatIsFoundWithItsSource() {
        assertEquals(0, calibration(score(SAID, SAID)));
        assertEquals(1, calibration(score(SAID, SAID.replace("{S1 The harbour office}", "The harbour office"))));
        assertEquals(
                1, calibration(score("The harbour office said the pier was closed until the end of May.\n", SAID)));
        String twice = """
                {S1 The harbour office} {C1 said} {K1 the pier was closed}, and {K2 more was to come}, {C2 said} {S2 Lena Brandt}.
                ----
                1: the harbour office; organization
                2: Lena Brandt; person
                """;
        String once = twice.replace(
                        "{K2 more was to come}, {C2 said} {S2 Lena Brandt}", "more was to come, said Lena Brandt")
                .replace("2: Lena Brandt; person\n", "");
        assertEquals(0.5, calibration(score(once, twice)));
        assertEquals(0, calibration(score(twice, once)), "what is missed has no confidence");
    }

    @Test
    void aWrongSourceIsNoAttributionWithSource() {
        Result result = score(SAID, """
                The harbour office {C1 said} {K1 the {S1 pier} was closed until the end of May}.
                ----
                1: the pier; person
                """);
        assertEquals(Score.HIT, of(result, "attribution"));
        assertEquals(new Score(0, 1, 1), of(result, "attribution with source"));
        assertEquals(Score.MISS, of(result, "speaker"));
        assertEquals(
                List.of(Comparison.Verdict.WRONG),
                result.comparisons().stream()
                        .filter(one -> one.group().startsWith("attribution"))
                        .map(Comparison::verdict)
                        .toList());
    }

    @Test
    void aFigureIsComparedByOutcomeNumberAndQualifier() {
        String gold = "{F1 At least 20 people} died.\n----\nF1: killed >=20; victims people; source -\n";
        Result same = score(gold, gold);
        assertEquals(Score.HIT, of(same, "figure, exact"));
        Result unqualified =
                score(gold, "{F1 At least 20 people} died.\n----\nF1: killed 20; victims people; source -\n");
        assertEquals(new Score(0, 1, 1), of(unqualified, "figure, exact"));
        Result bounds = score(gold, "{F1 At least 20 people} died.\n----\nF1: killed >19; victims people; source -\n");
        assertEquals(new Score(0, 1, 1), of(bounds, "figure, exact"));
        assertEquals(Score.HIT, of(bounds, "figure, interval"));
        Result period =
                score(gold, "{F1 At least 20 people} died.\n----\nF1: killed >=20; victims people; source -; period\n");
        assertEquals(Score.HIT, of(period, "figure, exact"));
        assertEquals(Score.MISS, of(period, "figure scope"));
        assertEquals(new Score(0, 1, 1), of(period, "figure with all attributes"));
    }

    @Test
    void whatIsOptionalIsNeitherMissedNorSpurious() {
        String gold = "{F1 Many} died.\n----\nF1: killed many; optional; source -\n";
        Result missed = score(gold, "Many died.\n");
        assertTrue(missed.scores().entrySet().stream()
                .filter(entry -> entry.getKey().name().equals("figure, exact"))
                .allMatch(entry -> entry.getValue().equals(Score.NONE)));
        assertEquals(List.of(), missed.comparisons());
    }

    @Test
    void aTitleTakenForSpeechIsSpurious() {
        Result result = score("He wrote “{T The Long Road Home}” in May.\n", """
                He {C1 wrote} “{KQ1 The Long Road Home}” in May.
                ----
                1: he; person
                """);
        assertEquals(Score.SPURIOUS, of(result, "quote"));
        assertEquals(Score.SPURIOUS, of(result, "attribution"));
    }

    @Test
    void falseFiguresAreCountedWhereThereAreNone() {
        Result result = score(
                "The 20 runners died laughing.\n",
                "The {F1 20 runners} died laughing.\n----\nF1: killed 20; source -\n");
        assertEquals(new Score(1, 0, 1), of(result, "false figures per 1,000 articles without any"));
    }
}
