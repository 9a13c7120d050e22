package org.onrecord.eval.gold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onrecord.document.Attribution;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.Claim;
import org.onrecord.document.Kind;
import org.onrecord.document.Quantity;
import org.onrecord.document.Quote;
import org.onrecord.document.Speaker;
import org.onrecord.document.Voice;
import org.onrecord.document.Zone;

class MarkupTest {
    private static final String ARTICLE = """
            :: headline
            Pier closed; {F1 two} hurt
            :: body
            {Z SKARNE —} “{KQ1 The pier is closed,}” {C1 said} {S1 Lena Brandt, the harbour master}. “{KQ1 Go home.}”

            {S2 She} {C2 denied} that {K2 {F1 two people} had been hurt by “{X The Claw}”}.
            ----
            1,2: Lena Brandt; person; role harbour master
            F1: injured 2; victims people; alleged
            """;

    private final Gold gold = Marked.gold(ARTICLE);

    @Test
    void theTextIsWhatIsLeftWithoutTheMarks() {
        assertEquals("""
                Pier closed; two hurt
                SKARNE — “The pier is closed,” said Lena Brandt, the harbour master. “Go home.”

                She denied that two people had been hurt by “The Claw”.
                """, gold.input().text());
        assertEquals(
                List.of(Zone.Kind.HEADLINE, Zone.Kind.DATELINE, Zone.Kind.BODY, Zone.Kind.BODY),
                gold.document().article().zones().stream().map(Zone::kind).toList());
    }

    @Test
    void anAttributionHasItsPartsItsKindAndItsSpeaker() {
        String text = gold.input().text();
        Attribution direct = gold.document().all(Kind.ATTRIBUTION).getFirst();
        assertEquals(Attribution.Kind.DIRECT, direct.kind());
        assertEquals("The pier is closed, Go home.", direct.content().of(text));
        assertEquals(
                "Lena Brandt, the harbour master", direct.source().orElseThrow().of(text));
        assertEquals(
                Optional.of(new Speaker(
                        "Lena Brandt",
                        Optional.empty(),
                        Speaker.Type.PERSON,
                        Optional.of("harbour master"),
                        Optional.empty())),
                direct.speaker());
        Attribution indirect = gold.document().all(Kind.ATTRIBUTION).getLast();
        assertEquals(Attribution.Kind.INDIRECT, indirect.kind());
        assertEquals(
                List.of(Quote.Kind.DIRECT, Quote.Kind.DIRECT, Quote.Kind.SCARE),
                gold.document().all(Kind.QUOTE).stream().map(Quote::kind).toList());
    }

    @Test
    void whatIsReportedWithinAQuotationIsIndirect() {
        Gold gold = Marked.gold("""
                :: body
                “{KQ1 {S2 She} {C2 told} me {K2 she would come}},” {S1 Orr} {C1 said}.
                ----
                1: Orr; person
                2: She; person
                """);
        assertEquals(
                List.of(Attribution.Kind.DIRECT, Attribution.Kind.INDIRECT),
                gold.document().all(Kind.ATTRIBUTION).stream()
                        .map(Attribution::kind)
                        .toList());
    }

    @Test
    void aFigureHasAllItsMentionsAndTheSourceItStandsUnder() {
        CasualtyFigure figure = gold.document().all(Kind.CASUALTY).getFirst();
        assertEquals(2, figure.mentions().spans().size());
        assertEquals(new Quantity.Exactly(2), figure.quantity());
        assertEquals(CasualtyFigure.Modality.ALLEGED, figure.modality());
        assertEquals("Lena Brandt", ((Voice.Source) figure.voice()).name());
    }

    @Test
    void stanceHedgeAndNegationAreTheClaims() {
        Gold one = Marked.gold("""
                :: body
                {S1 Police} {C1 accused} {K1 the mayor of lying}.
                ----
                1: police; organization; accuse the mayor; hedged possible; negated
                """);
        Claim claim = one.document().all(Kind.CLAIM).getFirst();
        assertEquals(Claim.Stance.ACCUSE, claim.stance());
        assertEquals("the mayor", claim.target().orElseThrow().name());
        assertTrue(claim.hedged());
        assertTrue(claim.negated());
    }

    @Test
    void nobodyAndOptionalAreSaidToBeSo() {
        Gold one = Marked.gold("""
                :: body
                {F1 Many} died, it {C1 was said} {K1 in town}.
                ----
                1: -
                F1: killed many; optional
                """);
        assertEquals(
                Optional.empty(),
                one.document().all(Kind.ATTRIBUTION).getFirst().speaker());
        assertEquals(Set.of("F1"), one.optional());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {K1 left open             | 1: police; person    | open at its end
            closed} twice             | 1: police; person    | closes a mark that is not open
            {Y1 strange} mark         | 1: police; person    | line 2
            {K1 said}                 | 2: police; person    | without a line for attribution 1
            {K1 said}                 | 1: police; angel     | unknown field 'angel'
            {F1 two} died             | F1: killed           | line 4
            {F1 two} died             | F1: eaten 2          | is no figure
            {F1 two} died             | F1: killed 2; part of F3 | is part of F3, which is not there
            two died                  | F1: killed 2         | describes F1, which is not marked
            {F1 two} died             | something else       | describes neither
            """)
    void whatIsWrongIsNamedWithItsLine(String body, String note, String message) {
        MarkupException e =
                assertThrows(MarkupException.class, () -> Marked.gold(":: body\n" + body + "\n----\n" + note + "\n"));
        assertTrue(("" + e.getMessage()).contains(message), e.getMessage());
    }
}
