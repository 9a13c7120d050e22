package org.onrecord.casualty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.onrecord.Examples;
import org.onrecord.Stages;
import org.onrecord.attribution.Attributions;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.Document;
import org.onrecord.document.Kind;
import org.onrecord.document.Voice;
import org.onrecord.pipeline.Stage;
import org.onrecord.quote.Quotes;

class FiguresTest {
    private static final List<Stage<?>> STAGES =
            Stages.with(Stages.ENTITIES, Quotes.load(), Attributions.load(), Figures.load());

    static Stream<Examples.Line> examples() {
        return Examples.read("casualty/examples.txt");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void findsHowMany(Examples.Line example) {
        String text = example.text().replaceAll("[\\[\\]]", "");
        Document document = Stages.run(STAGES, text);
        StringBuilder found = new StringBuilder(text);
        document.all(Kind.CASUALTY).reversed().forEach(figure -> {
            found.insert(figure.span().end(), ']');
            found.insert(figure.span().start(), '[');
        });
        String figures =
                document.all(Kind.CASUALTY).stream().map(FiguresTest::print).collect(Collectors.joining(" | "));
        assertEquals(example.expected(), figures.isEmpty() ? "-" : figures);
        assertEquals(example.text(), found.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "'Eleven people died, police said.', police, ASSERTED",
        "'Eleven people died.', -, ASSERTED",
        "'The ministry denied that 30 soldiers had been killed.', ministry, DENIED",
        "'The rebels claimed that 60 soldiers had died.', rebels, ALLEGED",
        "'Nine people were reportedly killed.', -, ALLEGED",
        "'Forty miners are feared dead.', -, FEARED",
        "'The strike may have killed seven people.', -, POSSIBLE",
    })
    void saysAccordingToWhomAndHowSure(String text, String source, String modality) {
        CasualtyFigure figure = Stages.run(STAGES, text).all(Kind.CASUALTY).getFirst();
        assertEquals(source, figure.voice() instanceof Voice.Source named ? named.name() : "-");
        assertEquals(modality, figure.modality().name());
    }

    private static String print(CasualtyFigure figure) {
        return figure.outcome().name().toLowerCase(Locale.ROOT) + " "
                + bound(figure.quantity().min()) + ".."
                + bound(figure.quantity().max());
    }

    private static String bound(OptionalLong bound) {
        return bound.isPresent() ? String.valueOf(bound.getAsLong()) : "";
    }
}
