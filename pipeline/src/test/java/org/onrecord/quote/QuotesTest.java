package org.onrecord.quote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.Examples;
import org.onrecord.Stages;
import org.onrecord.document.Document;
import org.onrecord.document.Kind;
import org.onrecord.document.Quote;
import org.onrecord.document.Span;
import org.onrecord.pipeline.Stage;

class QuotesTest {
    private static final List<Stage<?>> STAGES = Stages.with(Stages.SYNTAX.subList(0, 2), Quotes.load());

    static Stream<Examples.Line> examples() {
        return Examples.read("quote/examples.txt");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void marksAreForWhatTheExampleSays(Examples.Line example) {
        Document document = Stages.run(STAGES, example.text());
        String kinds = document.all(Kind.QUOTE).stream()
                .map(quote -> quote.kind().name())
                .collect(Collectors.joining(" "));
        assertEquals(example.expected(), kinds.isEmpty() ? "-" : kinds);
    }

    @Property(tries = 500)
    void quotationsAreTrimmedDisjointAndInOrder(@ForAll("marked") String text) {
        int reached = 0;
        for (Quote quote : Stages.run(STAGES, text).all(Kind.QUOTE)) {
            Span span = quote.span();
            assertTrue(span.start() >= reached);
            assertEquals(span.of(text).strip(), span.of(text));
            reached = span.end();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"“", "”", "\"", "' ", "'s' ", "“a ", "``", "''", "‘x’ ", "\"A\" "})
    void marksWithoutEndTakeLinearTime(String unit) {
        String text = unit.repeat(1_000_000 / unit.length());
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Marks.pair(text, new Span(0, text.length())));
    }

    @Provide
    Arbitrary<String> marked() {
        return Arbitraries.strings().withChars("ab sS.,\"'“”‘’«»„`\n1").ofMaxLength(60);
    }
}
