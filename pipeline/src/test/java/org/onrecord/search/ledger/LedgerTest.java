package org.onrecord.search.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.onrecord.document.Basis;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.CasualtyFigure.Modality;
import org.onrecord.document.CasualtyFigure.Outcome;
import org.onrecord.document.CasualtyFigure.Scope;
import org.onrecord.document.Extent;
import org.onrecord.document.PublicationTime;
import org.onrecord.document.Quantity;
import org.onrecord.document.Span;
import org.onrecord.document.Voice;
import org.onrecord.standoff.Notation;

/** Stories of invented events, told by several articles, and the tables that they make. */
class LedgerTest {
    private static final Basis BASIS = new Basis.Human("test");

    /** One report a line: {@code day | site | source | outcome quantity | place | cause | time | remarks}. */
    private static final List<String> BRIDGE = List.of(
            "2026-03-02 | north.example | police | killed >=12 | Tarnow | bridge collapse | on Monday |",
            "2026-03-02 | south.example | the police | killed >=12 | Tarnow | collapse of a bridge | Monday |",
            "2026-03-02 | south.example | | injured ~40 | Tarnow | | | ",
            "2026-03-03 | north.example | Police | killed 14 | Tarnow | bridge collapse | Monday |",
            "2026-03-03 | west.example | Mira Okafor | killed 19 | Tarnow | | March 2 |",
            "2026-03-03 | west.example | Okafor | missing 3 | Tarnow | | March 2 | feared",
            "2026-03-03 | west.example | | killed 30 | Tarnow | | in 1987 | historical",
            "2026-03-05 | east.example | police | killed 16 | | | | subset",
            "2026-03-05 | east.example | contractor | killed 19 | Tarnow | | on Monday | denied");

    @Test
    void aBridgeCollapses() {
        assertEquals("""
                Tarnow, 2026-03-02 to 2026-03-02, 5 articles
                killed
                  police: first >=12, latest 14, minimum >=12, maximum 14, 3 articles; revised >=12 to 14; conflict 14 with Mira Okafor 19
                  Mira Okafor: first 19, latest 19, minimum 19, maximum 19, 1 articles; conflict 19 with police 14; 19 denied by contractor
                  contractor: nothing, 1 articles; denies 19
                  apart: HISTORICAL 30 west.example
                  apart: SUBSET 16 police
                injured
                  south.example: first ~40, latest ~40, minimum ~40, maximum ~40, 1 articles
                missing
                  Mira Okafor: first 3, latest 3, minimum 3, maximum 3, 1 articles; FEARED 3
                """, told(stories(BRIDGE)));
    }

    @Test
    void twoEventsInOnePlaceAreTwoWhereTheirDaysAreApart() {
        assertEquals(
                2,
                events(
                                "2018-06-04 | a.example | residents | killed 9 | Raqqa | airstrike | on Monday |",
                                "2018-06-20 | b.example | residents | killed 4 | Raqqa | airstrike | on Tuesday |")
                        .size());
    }

    @Test
    void onePlaceOnOneDayIsOneEventUnderAnyWordsOfTheCause() {
        assertEquals(
                1,
                events(
                                "2018-06-04 | a.example | residents | killed 9 | Raqqa | airstrike | on Monday |",
                                "2018-06-06 | b.example | monitors | killed 11 | the city of Raqqa | | June 4 |")
                        .size());
    }

    @Test
    void whatARoundUpSaysOfOtherPlacesIsAnotherEvent() {
        List<Event> events = events(
                "2026-01-05 | a.example | police | killed 9 | Tarnow | flood | |",
                "2026-01-05 | a.example | police | killed 2 | Dorva | fire | |");
        assertEquals(2, events.size());
    }

    @Test
    void whatHasNoPlaceHappenedWhereTheArticleOpens() {
        assertEquals(
                List.of("Aldan 2", "Sorm 2"),
                places(
                        "2026-03-02 | a.example | governor | killed hundreds | Aldan | quake | | opens in Aldan",
                        "2026-03-02 | a.example | | killed 88 | | | | opens in Aldan",
                        "2026-03-02 | a.example | | killed none | neighbouring Sorm | | | opens in Aldan",
                        "2026-03-02 | a.example | | injured none | neighbouring Sorm | | | opens in Aldan"));
    }

    @Test
    void placesWhereNobodyWasHurtTakeNoFigures() {
        assertEquals(
                List.of("Aldan 2", "Sorm 2"),
                places(
                        "2026-03-02 | a.example | | killed none | Sorm | | |",
                        "2026-03-02 | a.example | | injured none | Sorm | | |",
                        "2026-03-02 | a.example | governor | killed hundreds | Aldan | quake | |",
                        "2026-03-02 | a.example | | killed 88 | | | |"));
    }

    private static List<String> places(String... lines) {
        return events(lines).stream()
                .map(event -> event.place().orElse("?").replace("neighbouring ", "") + " "
                        + event.outcomes().stream()
                                .flatMap(table -> table.rows().stream())
                                .mapToInt(row -> row.reports().size())
                                .sum())
                .sorted()
                .toList();
    }

    @Test
    void soldiersAndRebelsAreNoRevisionOfOneAnother() {
        List<Event> events = events(
                "2026-01-05 | a.example | army | killed 26 rebels | Dorva | clash | |",
                "2026-01-06 | b.example | army | killed 4 soldiers | Dorva | clash | |");
        assertTrue(events.getFirst().outcomes().getFirst().rows().stream()
                .allMatch(row -> row.marks().isEmpty()));
        assertEquals(2, events.getFirst().outcomes().getFirst().rows().size());
    }

    @Test
    void boundsThatCanBothBeTrueAreNoConflict() {
        assertEquals(0, conflicts("killed >=12", "killed 14"));
        assertEquals(0, conflicts("killed ~40", "killed 43"));
        assertEquals(0, conflicts("killed dozens", "killed 30..50"));
        assertEquals(0, conflicts("killed many", "killed 1"));
        assertEquals(1, conflicts("killed >=15", "killed 14"));
        assertEquals(1, conflicts("killed <10", "killed dozens"));
        assertEquals(1, conflicts("killed none", "killed >0"));
    }

    @Test
    void aSourceThatHasCorrectedItselfIsNotInConflictAnyMore() {
        List<Event> events = events(
                "2026-01-05 | a.example | army | killed 2 | Dorva | clash | on Monday |",
                "2026-01-06 | b.example | army | killed 9 | Dorva | clash | on Monday |",
                "2026-01-06 | c.example | doctors | killed 9 | Dorva | clash | on Monday |");
        assertTrue(events.getFirst().outcomes().getFirst().rows().stream()
                .flatMap(row -> row.marks().stream())
                .noneMatch(Mark.Conflict.class::isInstance));
    }

    @Test
    void aLastNameIsTheOneFullNameThatEndsInItAndNobodyElse() {
        assertEquals(
                List.of("Daniel Harrow"),
                sources("Harrow", "Daniel Harrow", "the Daniel  Harrow")
                        .distinct()
                        .toList());
        assertEquals(
                List.of("Ada Harrow", "Daniel Harrow", "Harrow"),
                sources("Harrow", "Daniel Harrow", "Ada Harrow").sorted().toList());
    }

    @Test
    void withoutReportsThereAreNoEvents() {
        assertEquals(List.of(), Ledger.of(List.of()).events());
    }

    @Test
    void hostileFiguresAreFiguresToo() {
        List<Event> events = events(
                "2026-01-05 | a.example | ) ( * [ | killed 999999999999 | Ünïcode \uD83D\uDE00 | ( | on the 99th of Juneuary |",
                "2026-01-05 | b.example | ... | killed ~999999999999 | ((( | | 31 June |");
        assertEquals(2, events.stream().mapToLong(Event::articles).sum());
        assertThrows(
                IllegalArgumentException.class,
                () -> new Report(
                        report("2026-01-05 | a | | killed 1 | | | |", 0).figure(),
                        report("2026-01-05 | a | | killed 1 | | | |", 0).printed(),
                        new Span(90, 99),
                        "x",
                        Optional.empty(),
                        Set.of(),
                        0));
    }

    @Property(tries = 100)
    void theOrderOfArticlesDoesNotMatter(@ForAll long seed) {
        List<Report> shuffled = new ArrayList<>(stories(BRIDGE));
        Collections.shuffle(shuffled, new Random(seed));
        assertEquals(Ledger.of(stories(BRIDGE)), Ledger.of(shuffled));
    }

    @Property(tries = 300)
    void aSentenceHoldsItsFigureAndNoLineBreakBeside(
            @ForAll String before, @ForAll String after, @ForAll boolean newline) {
        String text = before + (newline ? "\n" : " ") + "At least 12" + after;
        Span figure = new Span(before.length() + 1, before.length() + 12);
        Span sentence = Reports.sentence(text, figure);
        assertTrue(sentence.contains(figure));
        assertTrue(sentence.end() <= text.length());
    }

    @Test
    void theSentenceIsTheOneAroundTheFigure() {
        String text = "The bridge fell. At least 12 people died, police said. Nobody knows why.\nMore.";
        int at = text.indexOf("At least");
        assertEquals(
                "At least 12 people died, police said.",
                Reports.sentence(text, new Span(at, at + 18)).of(text));
        assertEquals("Four", Reports.sentence("Four", new Span(0, 4)).of("Four"));
    }

    private static long conflicts(String one, String other) {
        return events(
                        "2026-01-05 | a.example | army | " + one + " | Dorva | clash | |",
                        "2026-01-05 | b.example | doctors | " + other + " | Dorva | clash | |")
                .stream()
                .flatMap(event -> event.outcomes().stream())
                .flatMap(table -> table.rows().stream().limit(1))
                .flatMap(row -> row.marks().stream())
                .filter(Mark.Conflict.class::isInstance)
                .count();
    }

    private static java.util.stream.Stream<String> sources(String... names) {
        List<Report> reports = new ArrayList<>();
        for (String name : names) {
            reports.add(report("2026-01-05 | a.example | " + name + " | killed 1 | Dorva | | |", reports.size()));
        }
        Tellers tellers = Tellers.of(reports);
        return reports.stream().map(tellers::of).map(Teller::name);
    }

    private static List<Event> events(String... lines) {
        return Ledger.of(stories(List.of(lines))).events();
    }

    /** What one site prints on one day is one article. */
    private static List<Report> stories(List<String> lines) {
        List<Report> reports = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            reports.add(report(lines.get(i), i));
        }
        return reports;
    }

    private static Report report(String line, int number) {
        List<String> cells =
                Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        List<String> count = List.of(cells.get(3).split(" "));
        String remark = cells.get(7);
        CasualtyFigure figure = new CasualtyFigure(
                "f" + number,
                Extent.of(new Span(0, 6)),
                Outcome.valueOf(count.getFirst().toUpperCase(Locale.ROOT)),
                Notation.quantity(count.get(1)),
                Optional.of(count.size() > 2 ? count.get(2) : "people"),
                Optional.empty(),
                present(cells.get(5)),
                present(cells.get(4)),
                present(cells.get(6)),
                cells.get(2).isEmpty() ? new Voice.Publisher() : new Voice.Source(cells.get(2), Optional.empty()),
                remark.equals("feared")
                        ? Modality.FEARED
                        : remark.equals("denied") ? Modality.DENIED : Modality.ASSERTED,
                remark.equals("historical") ? Scope.HISTORICAL : remark.equals("subset") ? Scope.SUBSET : Scope.CURRENT,
                Optional.empty(),
                false,
                BASIS);
        String article = cells.get(1) + cells.get(0);
        return new Report(
                figure,
                new Report.Printed(
                        article,
                        article,
                        article,
                        Optional.empty(),
                        Optional.empty(),
                        cells.get(1),
                        Optional.of(new PublicationTime(cells.get(0)))),
                new Span(0, 10),
                "figure ten",
                remark.startsWith("opens in ") ? Optional.of(remark.substring(9)) : Optional.empty(),
                Set.of("tarnow", "bridge", "okafor"),
                0);
    }

    private static Optional<String> present(String cell) {
        return cell.isEmpty() ? Optional.empty() : Optional.of(cell);
    }

    private static String told(List<Report> reports) {
        StringBuilder story = new StringBuilder();
        for (Event event : Ledger.of(reports).events()) {
            story.append(event.place().orElse("?"))
                    .append(event.days()
                            .map(days -> ", " + days.first() + " to " + days.last())
                            .orElse(""))
                    .append(", ")
                    .append(event.articles())
                    .append(" articles\n");
            for (OutcomeTable table : event.outcomes()) {
                story.append(table.outcome().name().toLowerCase(Locale.ROOT)).append('\n');
                table.rows().forEach(row -> story.append("  ").append(told(row)).append('\n'));
                table.apart()
                        .forEach(apart -> story.append("  apart: ")
                                .append(apart.why())
                                .append(' ')
                                .append(count(apart.report()))
                                .append(' ')
                                .append(apart.teller().name())
                                .append('\n'));
            }
        }
        return story.toString();
    }

    private static String told(SourceRow row) {
        String cells = row.first().isEmpty()
                ? "nothing"
                : "first " + count(row.first().orElseThrow()) + ", latest "
                        + count(row.latest().orElseThrow()) + ", minimum "
                        + count(row.minimum().orElseThrow()) + ", maximum "
                        + count(row.maximum().orElseThrow());
        return row.teller().name() + ": " + cells + ", " + row.articles() + " articles"
                + row.marks().stream().map(mark -> "; " + told(mark)).collect(Collectors.joining());
    }

    private static String told(Mark mark) {
        return switch (mark) {
            case Mark.Revision it -> "revised " + count(it.earlier()) + " to " + count(it.later());
            case Mark.Conflict it ->
                "conflict " + count(it.own()) + " with " + it.other().name() + " " + count(it.theirs());
            case Mark.Hedged it -> it.modality() + " " + count(it.report());
            case Mark.Denial it -> "denies " + count(it.report());
            case Mark.Contested it -> count(it.own()) + " denied by " + it.by().name();
            case Mark.Several it -> "several " + count(it.one()) + " and " + count(it.other());
        };
    }

    private static String count(Report report) {
        Quantity quantity = report.figure().quantity();
        return Notation.of(quantity);
    }
}
