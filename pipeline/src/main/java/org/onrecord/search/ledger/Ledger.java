package org.onrecord.search.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Casualty figures by event, outcome and source. The same for any order of the reports.
 *
 * @param events the most reported first, then the earliest
 */
public record Ledger(List<Event> events) {
    public Ledger {
        events = List.copyOf(events);
    }

    public static Ledger of(List<Report> reports) {
        List<Gathering> gatherings = new ArrayList<>();
        for (Strand strand :
                Strands.of(reports).stream().sorted(Strand.EARLIEST_FIRST).toList()) {
            Optional<Gathering> best = Optional.empty();
            double bestFit = -1;
            for (Gathering gathering : gatherings) {
                double fit = gathering.fit(strand).orElse(-1.0);
                if (fit > bestFit) {
                    bestFit = fit;
                    best = Optional.of(gathering);
                }
            }
            best.ifPresentOrElse(found -> found.add(strand), () -> gatherings.add(new Gathering(strand)));
        }
        return new Ledger(gatherings.stream()
                .map(gathering -> event(gathering.reports()))
                .sorted(Comparator.comparingLong(Event::articles)
                        .reversed()
                        .thenComparing(event -> event.days().map(Days::first).orElse(java.time.LocalDate.MAX)))
                .toList());
    }

    private static Event event(List<Report> reports) {
        List<Days> told = reports.stream()
                .filter(Strand::isOfTheEvent)
                .flatMap(report -> Strand.days(report).stream())
                .toList();
        List<Days> printed = reports.stream()
                .flatMap(report -> report.printed().day().map(Days::of).stream())
                .toList();
        return new Event(
                commonest(reports, report -> report.figure().place().or(report::setting)),
                commonest(reports, report -> report.figure().cause()),
                (told.isEmpty() ? printed : told).stream().reduce(Days::covering),
                !told.isEmpty(),
                commonest(reports, report -> report.printed().title()),
                reports.stream()
                        .map(report -> report.printed().cluster())
                        .distinct()
                        .count(),
                Tables.of(reports));
    }

    /** Of equally common ones the first: the reports are in order. */
    private static Optional<String> commonest(List<Report> reports, Function<Report, Optional<String>> property) {
        Map<String, Long> counts = reports.stream()
                .filter(Strand::isOfTheEvent)
                .flatMap(report -> property.apply(report).stream())
                .collect(Collectors.groupingBy(words -> words, java.util.LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .reduce((one, other) -> other.getValue() > one.getValue() ? other : one)
                .map(Map.Entry::getKey);
    }
}
