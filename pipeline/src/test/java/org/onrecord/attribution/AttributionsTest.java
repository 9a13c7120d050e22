package org.onrecord.attribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onrecord.Examples;
import org.onrecord.Stages;
import org.onrecord.document.Document;
import org.onrecord.document.Kind;
import org.onrecord.document.Quote;
import org.onrecord.pipeline.Stage;
import org.onrecord.quote.Quotes;

/** What the rules and the trained tagger find together. */
class AttributionsTest {
    private static final List<Stage<?>> STAGES = Stages.with(Stages.ENTITIES, Quotes.load(), Attributions.load());

    static Stream<Examples.Line> examples() {
        return Examples.read("attribution/tagged.txt");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void findsWhoSaidWhat(Examples.Line example) {
        MarkedSentence.check(STAGES, example);
    }

    @Test
    void eachQuotationBelongsToOneAttribution() {
        Document document = Stages.run(STAGES, """
                “I think the bridge is safe and I hope it will open soon,” Mira Okafor said.
                “He said the dam was safe,” said Daniel Harrow.
                Lena Brandt said the mayor had called the plan “a gift to nobody”.""");
        List<String> owned = document.all(Kind.ATTRIBUTION).stream()
                .flatMap(attribution -> attribution.quotes().stream())
                .sorted()
                .toList();
        assertEquals(document.all(Kind.QUOTE).stream().map(Quote::id).sorted().toList(), owned);
    }
}
