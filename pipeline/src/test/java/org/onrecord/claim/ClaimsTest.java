package org.onrecord.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onrecord.Examples;
import org.onrecord.Stages;
import org.onrecord.attribution.Attributions;
import org.onrecord.casualty.Figures;
import org.onrecord.document.Claim;
import org.onrecord.document.Document;
import org.onrecord.document.Kind;
import org.onrecord.pipeline.Stage;
import org.onrecord.quote.Quotes;

class ClaimsTest {
    private static final List<Stage<?>> STAGES =
            Stages.with(Stages.ENTITIES, Quotes.load(), Attributions.load(), Figures.load(), Claims.load());

    static Stream<Examples.Line> examples() {
        return Examples.read("claim/examples.txt");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void readsWhatTheSourceDoes(Examples.Line example) {
        Claim claim = Stages.run(STAGES, example.text()).all(Kind.CLAIM).getFirst();
        String read = (claim.negated() ? "not " : "")
                + claim.stance().name().toLowerCase(Locale.ROOT)
                + (claim.hedged() ? " hedged" : "")
                + claim.target().map(target -> " " + target.name()).orElse("");
        assertEquals(example.expected(), read);
    }

    static Stream<Examples.Line> contradictions() {
        return Examples.read("claim/contradictions.txt");
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void aPlainStatementDeniesWhatItContradicts(Examples.Line example) {
        Document document = Stages.run(STAGES, example.text());
        Claim last = document.all(Kind.CLAIM).getLast();
        String answered = last.contests().stream()
                .flatMap(id -> document.all(Kind.CLAIM).stream()
                        .filter(claim -> claim.id().equals(id)))
                .flatMap(claim -> document.all(Kind.ATTRIBUTION).stream()
                        .filter(attribution -> attribution.id().equals(claim.attribution())))
                .map(attribution -> " " + attribution.speaker().orElseThrow().name())
                .collect(Collectors.joining());
        assertEquals(example.expected(), last.stance().name().toLowerCase(Locale.ROOT) + answered);
    }

    @Test
    void aDenialOfWhatNobodySaidIsUnlinked() {
        List<Claim> claims = Stages.run(
                        STAGES, "Amina Farouk said the school was full.\nThe ministry denied selling the harbour.")
                .all(Kind.CLAIM);
        assertEquals(new Claim.Answer.Nothing(), claims.getFirst().answer());
        assertEquals(new Claim.Answer.Unlinked(), claims.getLast().answer());
    }

    @Test
    void aClaimInsideAnotherKnowsIt() {
        List<Claim> claims = Stages.run(STAGES, "The union said the company had admitted that the bridge was unsafe.")
                .all(Kind.CLAIM);
        assertEquals(2, claims.size());
        Claim inner = claims.stream()
                .filter(claim -> claim.within().isPresent())
                .findFirst()
                .orElseThrow();
        Claim outer = claims.stream()
                .filter(claim -> claim.within().isEmpty())
                .findFirst()
                .orElseThrow();
        assertEquals(outer.id(), inner.within().orElseThrow());
        assertEquals(Claim.Stance.ADMIT, inner.stance());
        assertEquals(Claim.Stance.ASSERT, outer.stance());
    }

    @Test
    void keepsWhenItWasSaid() {
        String text = "The bridge was closed, the mayor said on Monday.";
        Claim claim = Stages.run(STAGES, text).all(Kind.CLAIM).getFirst();
        assertEquals("Monday", claim.said().orElseThrow().of(text));
    }

    @Test
    void carriesItsFiguresAndAnswersTheClaimAgainstTheSpeaker() {
        List<Claim> claims = Stages.run(
                        STAGES,
                        "Amina Farouk accused the ministry of hiding the deaths of 12 miners.\nThe ministry rejected the accusation.")
                .all(Kind.CLAIM);
        assertEquals(List.of("f1"), claims.getFirst().figures());
        assertEquals(claims.getFirst().id(), claims.getLast().contests().orElse("-"));
    }
}
