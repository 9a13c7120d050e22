package org.onrecord.attribution;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onrecord.Examples;
import org.onrecord.Stages;
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
}
