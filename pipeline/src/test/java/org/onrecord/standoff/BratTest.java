package org.onrecord.standoff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.onrecord.document.Article;
import org.onrecord.document.Attribution;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.Kind;
import org.onrecord.document.Quantity;
import org.onrecord.document.Speaker;
import org.onrecord.harvest.Articles;
import org.onrecord.harvest.UnreadableException;

class BratTest {
    /** Offsets of brat count code points: the face is one of them and two of UTF-16. */
    private static final String TEXT =
            "😀 The pier is closed, the harbour office said on Monday, and it may stay so: two men were hurt. "
                    + "“He told us we could go home,” a docker recalled.";

    private static final Article ARTICLE = article();

    private static Article article() {
        try {
            return Articles.load().ofText(TEXT);
        } catch (UnreadableException e) {
            throw new AssertionError(e);
        }
    }

    private static Brat.Annotated read(String... lines) {
        return Brat.read(ARTICLE, String.join("\n", lines), "ann");
    }

    private static String bound(String id, String type, String... pieces) {
        StringBuilder places = new StringBuilder();
        for (String piece : pieces) {
            int at = TEXT.codePointCount(0, TEXT.indexOf(piece));
            places.append(places.isEmpty() ? "" : ";").append(at).append(' ').append(at + piece.length());
        }
        return id + "\t" + type + " " + places + "\t" + String.join(" ", pieces);
    }

    private static final String SOURCE = bound("T1", "Source", "the harbour office");
    private static final String CUE = bound("T2", "Cue", "said");
    private static final String CONTENT = bound("T3", "Content", "The pier is closed", "it may stay so");
    private static final String EVENT = "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3";

    @Test
    void anAttributionIsReadFromItsEvent() {
        Brat.Annotated read = read(EVENT, SOURCE, CUE, CONTENT, "#1\tAnnotatorNotes E1\tspeaker: Harbour Office");
        assertEquals(List.of(), read.problems());
        Attribution attribution = read.document().all(Kind.ATTRIBUTION).getFirst();
        assertEquals("the harbour office", attribution.source().orElseThrow().of(TEXT));
        assertEquals("said", attribution.cue().orElseThrow().of(TEXT));
        assertEquals("The pier is closed it may stay so", attribution.content().of(TEXT));
        assertEquals(Optional.of("Harbour Office"), attribution.speaker().map(Speaker::name));
    }

    @Test
    void whatIsReportedWithinAQuotationIsIndirect() {
        Brat.Annotated read = read(
                bound("T1", "Cue", "recalled"),
                bound("T2", "Content", "“He told us we could go home,”"),
                bound("T3", "Cue", "told"),
                bound("T4", "Content", "we could go home"),
                "E1\tAttribution:T1 Cue:T1 Content:T2",
                "E2\tAttribution:T3 Cue:T3 Content:T4");
        assertEquals(List.of(), read.problems());
        assertEquals(
                List.of(Attribution.Kind.DIRECT, Attribution.Kind.INDIRECT),
                read.document().all(Kind.ATTRIBUTION).stream()
                        .map(Attribution::kind)
                        .toList());
    }

    @Test
    void aNoteMakesAFigure() {
        Brat.Annotated read = read(bound("T9", "Casualty", "two men"), "#1\tAnnotatorNotes T9\tinjured 2");
        CasualtyFigure figure = read.document().all(Kind.CASUALTY).getFirst();
        assertEquals(CasualtyFigure.Outcome.INJURED, figure.outcome());
        assertEquals(new Quantity.Exactly(2), figure.quantity());
    }

    @Test
    void whatWasWrittenIsReadAgain() {
        Brat.Annotated read = read(
                EVENT, SOURCE, CUE, CONTENT, bound("T9", "Casualty", "two men"), "#1\tAnnotatorNotes T9\tinjured 2");
        Brat.Annotated again = Brat.read(ARTICLE, Brat.of(read.document()).annotations(), "ann");
        assertEquals(List.of(), again.problems());
        assertEquals(read.document().all(Kind.ATTRIBUTION), again.document().all(Kind.ATTRIBUTION));
        assertEquals(
                read.document().all(Kind.CASUALTY).getFirst().mentions(),
                again.document().all(Kind.CASUALTY).getFirst().mentions());
    }

    @Test
    void whatCannotBeReadIsReportedWithItsLine() {
        assertEquals(
                List.of("line 1 is no annotation: 'T1 Source 2 5 The'"),
                read("T1 Source 2 5 The").problems());
        assertEquals(
                List.of("line 1 T1 is at 90 200, the text has 145 characters"),
                read("T1\tSource 90 200\tx").problems());
        assertEquals(
                List.of("line 1 T1 says 'pier' where the text has 'The'"),
                read("T1\tSource 2 5\tpier").problems());
        assertEquals(
                List.of("line 3 E1 refers to T1, which is not there"),
                read(CUE, CONTENT, EVENT).problems());
        assertEquals(
                List.of("line 3 E1 has no content"),
                read(SOURCE, CUE, "E1\tAttribution:T2 Source:T1 Cue:T2").problems());
        assertEquals(
                1,
                read("T1\tSource 99999999999999999999 999999999999999999999\tx")
                        .problems()
                        .size());
    }

    @Test
    void anEventWhoseTriggerIsMissingIsReportedOnceAndKept() {
        Brat.Annotated read = read(SOURCE, CONTENT, EVENT);
        assertEquals(List.of("line 3 E1 has the trigger T2, which is not there"), read.problems());
        Attribution attribution = read.document().all(Kind.ATTRIBUTION).getFirst();
        assertEquals(Optional.empty(), attribution.cue());
        assertEquals(
                List.of("line 3 E1 has the trigger T8, which is not there"),
                read(CUE, CONTENT, "E1\tAttribution:T8 Cue:T2 Content:T3").problems());
        assertEquals(
                List.of("line 1 E5 has the trigger T9, which is not there"),
                read("E5\tMeeting:T9").problems());
    }

    @Test
    void aBadLineLosesNothingElse() {
        Brat.Annotated read = read("nonsense", SOURCE, CUE, CONTENT, EVENT);
        assertEquals(1, read.document().all(Kind.ATTRIBUTION).size());
        assertEquals(1, read.problems().size());
    }

    @Property(tries = 200)
    void anyLinesAreReadOrReported(@ForAll List<String> lines) {
        Brat.Annotated read = read(lines.toArray(String[]::new));
        assertTrue(read.problems().stream().allMatch(problem -> problem.startsWith("line ")));
        assertEquals(List.of(), read.document().all(Kind.ATTRIBUTION));
    }
}
