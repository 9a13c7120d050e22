package org.onrecord.casualty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
        List<CasualtyFigure> stated = document.all(Kind.CASUALTY).stream()
                .filter(figure -> !figure.derived())
                .toList();
        // From the end, so that what is inserted moves nothing that is still to be marked, one figure within another
        // included.
        stated.stream()
                .flatMap(figure -> Stream.of(
                        Map.entry(figure.span().start(), '['),
                        Map.entry(figure.span().end(), ']')))
                .sorted(Map.Entry.<Integer, Character>comparingByKey().reversed())
                .forEach(mark ->
                        found.insert(mark.getKey().intValue(), mark.getValue().charValue()));
        String figures = stated.stream().map(FiguresTest::print).collect(Collectors.joining(" | "));
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
        "'At least 15 killed in raid on camp – monitors', monitors, ASSERTED",
        "'At least 15 killed in raid on camp – again', -, ASSERTED",
        "'State TV quoted the governor as saying 22 people had died.', governor, ASSERTED",
        "'Nobody had died, the mayor said at first; at noon he spoke of eight dead.', mayor, ASSERTED",
        "'Forty miners are feared dead.', -, FEARED",
        "'The strike may have killed seven people.', -, POSSIBLE",
    })
    void saysAccordingToWhomAndHowSure(String text, String source, String modality) {
        CasualtyFigure figure = Stages.run(STAGES, text).all(Kind.CASUALTY).getLast();
        assertEquals(source, figure.voice() instanceof Voice.Source named ? named.name() : "-");
        assertEquals(modality, figure.modality().name());
    }

    static Stream<Examples.Line> circumstances() {
        return Examples.read("casualty/circumstances.txt");
    }

    @ParameterizedTest
    @MethodSource("circumstances")
    void takesCircumstancesFromOtherSentences(Examples.Line example) {
        assertEquals(
                example.expected(),
                Stages.run(STAGES, example.text()).all(Kind.CASUALTY).stream()
                        .filter(figure -> !figure.derived())
                        .map(figure -> Stream.of(
                                        figure.cause(),
                                        figure.place(),
                                        figure.time().map(time -> time.replaceFirst("^(?i)(?:on|in) ", "")))
                                .map(words -> words.orElse("-"))
                                .collect(Collectors.joining(", ")))
                        .collect(Collectors.joining(" | ")));
    }

    @Test
    void coordinatedFiguresShareTheirCircumstances() {
        List<CasualtyFigure> figures = Stages.run(
                        STAGES, "A bomb killed 33 people and wounded 80 in a market in Lund on Thursday, doctors said.")
                .all(Kind.CASUALTY);
        assertEquals(
                List.of("bomb, a market in Lund, on Thursday", "bomb, a market in Lund, on Thursday"),
                figures.stream()
                        .map(figure -> figure.cause().orElse("-") + ", "
                                + figure.place().orElse("-") + ", "
                                + figure.time().orElse("-"))
                        .toList());
    }

    @Test
    void whatHappenedElsewhereIsNotShared() {
        List<CasualtyFigure> figures = Stages.run(
                        STAGES, "A bomb in Kesh killed four, while a fire in Vorn on Friday killed 11.")
                .all(Kind.CASUALTY);
        assertEquals(
                List.of("bomb", "fire"),
                figures.stream().map(figure -> figure.cause().orElse("-")).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "'He became the fifth journalist killed this year.', killed 5..5, killed 1..1",
        "'There were no casualties in the port.', killed 0..0, injured 0..0",
    })
    void oneExpressionGivesTwoFigures(String text, String one, String other) {
        assertEquals(
                List.of(one, other),
                Stages.run(STAGES, text).all(Kind.CASUALTY).stream()
                        .map(FiguresTest::print)
                        .toList());
    }

    @Test
    void respectivelyGivesEachItsPlace() {
        List<CasualtyFigure> figures = Stages.run(
                        STAGES, "Bombings in Baghdad and Mosul killed 12 and nine people respectively.")
                .all(Kind.CASUALTY)
                .stream()
                .filter(figure -> !figure.derived())
                .toList();
        assertEquals(
                List.of("Baghdad", "Mosul"),
                figures.stream().map(figure -> figure.place().orElse("-")).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "'The governor blamed the deaths of 15 guards on the Red Column.', Red Column",
        "'The governor blamed the deaths of 15 guards on a flood.', -",
        "'Two held as police swoop on ring', police",
        "'Gunmen killed nine guards.', Gunmen",
        "'Nine guards died in a fire.', -",
    })
    void saysWhoDidIt(String text, String perpetrator) {
        assertEquals(
                perpetrator,
                Stages.run(STAGES, text)
                        .all(Kind.CASUALTY)
                        .getFirst()
                        .perpetrator()
                        .orElse("-"));
    }

    @Test
    void aPartHasTheSourceOfItsWhole() {
        List<CasualtyFigure> figures = Stages.run(
                        STAGES,
                        "The Orla monitoring office said it was sure. The monitoring office counts six dead, one of them a soldier.")
                .all(Kind.CASUALTY);
        assertEquals(
                List.of("Orla monitoring office", "Orla monitoring office"),
                figures.stream()
                        .map(figure -> figure.voice() instanceof Voice.Source source ? source.name() : "-")
                        .toList());
    }

    @Test
    void whoeverClaimsHisOwnDeedOnlyAlleges() {
        CasualtyFigure figure = Stages.run(STAGES, "The army said it had killed 26 militants.")
                .all(Kind.CASUALTY)
                .getFirst();
        assertEquals(CasualtyFigure.Modality.ALLEGED, figure.modality());
    }

    @Test
    void aListIsSummedAndItsPartsAreKeptApart() {
        List<CasualtyFigure> figures =
                Stages.run(STAGES, "A woman and her two children were killed.").all(Kind.CASUALTY);
        CasualtyFigure sum = figures.getFirst();
        assertEquals(
                List.of("killed 3..3", "killed 1..1", "killed 2..2"),
                figures.stream().map(FiguresTest::print).toList());
        assertEquals(
                List.of(true, false, false),
                figures.stream().map(CasualtyFigure::derived).toList());
        assertEquals(
                List.of(sum.id(), sum.id()),
                figures.stream().flatMap(figure -> figure.partOf().stream()).toList());
    }

    @Test
    void whatIsRepeatedIsOneFigureWithAllItsMentions() {
        List<CasualtyFigure> figures = Stages.run(
                        STAGES,
                        "Police said 12 people were killed. The 12 died in a fire. The hospital said 15 people were killed.")
                .all(Kind.CASUALTY);
        assertEquals(
                List.of("killed 12..12", "killed 15..15"),
                figures.stream().map(FiguresTest::print).toList());
        assertEquals(2, figures.getFirst().mentions().spans().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Twelve villagers were killed in a drone strike near Tarnow Ford on Monday. | drone strike | Tarnow Ford | on Monday | CURRENT",
                "Some 40 patients died on Friday when the boiler exploded, police said on Sunday. | boiler exploded | - | on Friday | CURRENT",
                "The raid left five dead in Iraq. | raid | Iraq | - | CURRENT",
                "The death toll rose to 38. | - | - | - | CUMULATIVE",
                "The war has killed 12,000 people. | war | - | - | CUMULATIVE",
                "In 1998 a fire killed 104 people. | fire | - | In 1998 | HISTORICAL",
                "Another nine people were killed. | - | - | - | INCREMENT",
                "Six miners were shot dead outside the pit. | shooting | the pit | - | CURRENT",
                "An attack on the crossing in 2014 left 17 dead. | attack | the crossing | in 2014 | HISTORICAL",
                "In Dunga, the army said it had killed 11 men. | - | Dunga | - | CURRENT",
                "With 70 dead, it is the worst flood in a decade. | worst flood | - | - | CURRENT",
                "Officials at first said 19 people had died. | - | - | - | SUPERSEDED",
                "A girl died on Sunday, taking the toll to eight. | - | - | on Sunday | INCREMENT",
                "Since March, 31 reporters have been jailed. | - | - | Since March | PERIOD",
                "A man was killed last year. | - | - | last year | CURRENT",
            })
    void saysWhyWhereAndWhen(String text, String cause, String place, String time, String scope) {
        CasualtyFigure figure =
                Stages.run(STAGES, text.strip()).all(Kind.CASUALTY).getFirst();
        assertEquals(
                List.of(cause, place, time, scope),
                List.of(
                        figure.cause().orElse("-"),
                        figure.place().orElse("-"),
                        figure.time().orElse("-"),
                        figure.scope().name()));
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
