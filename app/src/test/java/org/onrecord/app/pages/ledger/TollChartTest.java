package org.onrecord.app.pages.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.onrecord.app.pages.chart.Drawing;
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
import org.onrecord.search.ledger.Ledger;
import org.onrecord.search.ledger.Report;

class TollChartTest {
    @Test
    void oneNumberIsNoChart() {
        assertEquals(Optional.empty(), chart(List.of(report("police", 1, new Quantity.Exactly(12)))));
        assertEquals(
                Optional.empty(),
                chart(List.of(
                        report("police", 1, new Quantity.Exactly(12)),
                        report("doctors", 1, Modality.DENIED, new Quantity.Exactly(12)))));
    }

    @Test
    void whatCannotBothBeTrueIsJoined() {
        Drawing drawing = chart(List.of(
                        report("police", 1, new Quantity.Exactly(12)), report("doctors", 1, new Quantity.AtLeast(30))))
                .orElseThrow();
        assertEquals("Killed by source", drawing.title());
        assertTrue(drawing.description().contains("police: 12 (2026-03-01)"), drawing.description());
        assertEquals(1, paths(drawing, "clash").size());
        assertTrue(paths(drawing, "clash").getFirst().hint().startsWith("conflict"));
        assertTrue(labels(drawing).containsAll(List.of("police", "doctors", "12", "at least 30", "≠")));
        assertEquals(List.of("point open t1", "point t2"), looks(drawing, "point"));
    }

    @Test
    void whatBothCanBeTrueIsNot() {
        Drawing drawing = chart(List.of(
                        report("police", 1, new Quantity.Exactly(32)), report("doctors", 1, new Quantity.AtLeast(30))))
                .orElseThrow();
        assertEquals(List.of(), paths(drawing, "clash"));
    }

    @Test
    void overSeveralDaysASourceHoldsToItsNumberUntilItGivesAnother() {
        Drawing drawing = chart(List.of(
                        report("police", 1, new Quantity.Exactly(12)),
                        report("police", 3, new Quantity.Exactly(14)),
                        report("doctors", 2, new Quantity.Exactly(19))))
                .orElseThrow();
        assertEquals("Killed by source and day of publication", drawing.title());
        List<Drawing.Path> series = paths(drawing, "series");
        assertEquals(1, series.size());
        assertTrue(
                series.getFirst()
                        .outline()
                        .matches("M[\\d.]+,[\\d.]+H[\\d.]+V[\\d.]+H[\\d.]+V[\\d.]+|M[\\d.]+,[\\d.]+H[\\d.]+V[\\d.]+"),
                series.getFirst().outline());
        assertTrue(labels(drawing).stream().anyMatch(words -> words.endsWith("police 14")));
        assertTrue(labels(drawing).stream().anyMatch(words -> words.endsWith("doctors 19")));
    }

    @Property(tries = 200)
    void allIsDrawnInsideTheBox(@ForAll("reports") List<Report> reports) {
        chart(reports)
                .ifPresent(drawing -> drawing.shapes().forEach(shape -> {
                    switch (shape) {
                        case Drawing.Line line -> {
                            inside(drawing, line.fromX(), line.fromY());
                            inside(drawing, line.toX(), line.toY());
                        }
                        case Drawing.Label label -> inside(drawing, label.x(), label.y());
                        case Drawing.Bar bar -> inside(drawing, bar.x(), bar.y());
                        case Drawing.Path path -> {
                            List<Double> start = start(path.outline());
                            inside(drawing, start.get(0), start.get(1));
                        }
                    }
                }));
    }

    @Provide
    Arbitrary<List<Report>> reports() {
        Arbitrary<Quantity> quantities = Arbitraries.longs()
                .between(0, 2_000_000_000_000L)
                .flatMap(count -> Arbitraries.of(
                        new Quantity.Exactly(count),
                        new Quantity.AtLeast(count),
                        new Quantity.MoreThan(count),
                        new Quantity.AtMost(count),
                        new Quantity.About(count),
                        new Quantity.Between(count, 2 * count + 1),
                        new Quantity.None()));
        return Arbitraries.of("police", "doctors", "a".repeat(400), "<b>&")
                .flatMap(source ->
                        Arbitraries.integers().between(0, 9).map(number -> number == 0 ? source : source + number))
                .flatMap(source -> Arbitraries.integers()
                        .between(1, 28)
                        .flatMap(day -> quantities.map(quantity -> report(source, day, quantity))))
                .list()
                .ofMaxSize(40);
    }

    @Property(tries = 100)
    void namesDoNotLieOnOneAnother(@ForAll("reports") List<Report> reports) {
        chart(reports).ifPresent(drawing -> {
            List<Double> heights = drawing.shapes().stream()
                    .filter(shape ->
                            shape instanceof Drawing.Label label && label.look().startsWith("name"))
                    .map(shape -> ((Drawing.Label) shape).y())
                    .sorted()
                    .toList();
            for (int i = 1; i < heights.size(); i++) {
                assertTrue(heights.get(i) - heights.get(i - 1) >= 14.9, heights.toString());
            }
        });
    }

    private static void inside(Drawing drawing, double x, double y) {
        assertTrue(0 <= x && x <= drawing.width() && 0 <= y && y <= drawing.height(), x + "," + y);
    }

    private static List<Double> start(String outline) {
        String[] numbers = outline.replaceFirst("^M", "").split("[^\\d.-]", 3);
        return List.of(Double.valueOf(numbers[0]), Double.valueOf(numbers[1]));
    }

    private static List<Drawing.Path> paths(Drawing drawing, String look) {
        return drawing.shapes().stream()
                .filter(Drawing.Path.class::isInstance)
                .map(Drawing.Path.class::cast)
                .filter(path -> path.look().startsWith(look))
                .toList();
    }

    private static List<String> looks(Drawing drawing, String look) {
        return paths(drawing, look).stream().map(Drawing.Path::look).toList();
    }

    private static List<String> labels(Drawing drawing) {
        return drawing.shapes().stream()
                .filter(Drawing.Label.class::isInstance)
                .map(shape -> ((Drawing.Label) shape).words())
                .toList();
    }

    private static Optional<Drawing> chart(List<Report> reports) {
        return Ledger.of(reports).events().stream()
                .flatMap(event -> event.outcomes().stream())
                .flatMap(table -> TollChart.of(table, "chart").stream())
                .findFirst();
    }

    private static Report report(String source, int day, Quantity quantity) {
        return report(source, day, Modality.ASSERTED, quantity);
    }

    private static Report report(String source, int day, Modality modality, Quantity quantity) {
        String article = source + day;
        return new Report(
                figure(new Voice.Source(source, Optional.empty()), modality, quantity),
                new Report.Printed(
                        article,
                        article,
                        article,
                        Optional.empty(),
                        Optional.empty(),
                        "north.example",
                        Optional.of(new PublicationTime("2026-03-%02d".formatted(day)))),
                new Span(0, 10),
                "figure ten",
                Optional.empty(),
                Set.of("tarnow", "bridge"),
                0);
    }

    private static CasualtyFigure figure(Voice voice, Modality modality, Quantity quantity) {
        return new CasualtyFigure(
                "f",
                Extent.of(new Span(0, 6)),
                Outcome.KILLED,
                quantity,
                Optional.of("people"),
                Optional.empty(),
                Optional.of("bridge collapse"),
                Optional.of("Tarnow"),
                Optional.of("March 1"),
                voice,
                modality,
                Scope.CURRENT,
                Optional.empty(),
                false,
                new Basis.Human("test"));
    }
}
