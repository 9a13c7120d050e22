package org.onrecord.search.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.onrecord.document.Quantity;

/**
 * Parts what an article says of different places and days. A figure without a place belongs to the place that the article
 * opens with, else to the one that it counts most casualties for; a figure of the past stays with the event beside which it
 * is told, a part with its whole.
 */
final class Strands {
    private static final int FAR_DAYS = 3;

    private Strands() {}

    static List<Strand> of(List<Report> reports) {
        Map<String, List<Report>> articles = reports.stream()
                .sorted(Report.EARLIEST_FIRST)
                .collect(
                        Collectors.groupingBy(report -> report.printed().cluster(), TreeMap::new, Collectors.toList()));
        List<Strand> strands = new ArrayList<>();
        articles.values().forEach(article -> ofArticle(article).forEach(part -> strands.add(Strand.of(part))));
        return strands;
    }

    /** A place on one day, while it is being gathered. */
    private record Spot(Set<String> places, List<Report> reports, List<Days> days) {
        boolean takes(Set<String> other, Optional<Days> when) {
            return (other.isEmpty() || places.isEmpty() || !Collections.disjoint(places, other))
                    && (when.isEmpty() || days.stream().allMatch(day -> day.isNear(when.get(), FAR_DAYS)));
        }
    }

    private static Collection<List<Report>> ofArticle(List<Report> article) {
        List<Spot> spots = new ArrayList<>();
        Map<String, Spot> ofFigure = new LinkedHashMap<>();
        List<Report> rest = new ArrayList<>();
        for (Report report : article) {
            Set<String> places = Strand.places(report.figure().place());
            boolean own =
                    Strand.isOfTheEvent(report) && report.figure().partOf().isEmpty() && !places.isEmpty();
            if (own) {
                ofFigure.put(key(report, report.figure().id()), add(report, places, spots));
            } else {
                rest.add(report);
            }
        }
        Optional<Spot> main = main(spots, article);
        for (Report report : rest) {
            Optional<Spot> whole = report.figure()
                    .partOf()
                    .flatMap(id -> Optional.ofNullable(ofFigure.get(key(report, id))))
                    .or(() -> main);
            Optional<Days> when = Strand.isOfTheEvent(report) ? Strand.days(report) : Optional.empty();
            if (whole.isPresent() && whole.get().takes(Set.of(), when)) {
                whole.get().reports().add(report);
                when.ifPresent(whole.get().days()::add);
            } else {
                add(report, Set.of(), spots);
            }
        }
        return spots.stream().map(Spot::reports).toList();
    }

    /** "No one was hurt in Sorm" twice does not make it the place of all others. */
    private static Optional<Spot> main(List<Spot> spots, List<Report> article) {
        Set<String> opening = Strand.places(article.getFirst().setting());
        return spots.stream()
                .filter(spot -> !Collections.disjoint(spot.places(), opening))
                .findFirst()
                .or(() -> spots.stream().reduce((one, other) -> harmed(other) > harmed(one) ? other : one));
    }

    private static long harmed(Spot spot) {
        return spot.reports().stream()
                .filter(report -> !(report.figure().quantity() instanceof Quantity.None))
                .count();
    }

    private static String key(Report report, String figure) {
        return report.printed().article() + " " + figure;
    }

    private static Spot add(Report report, Set<String> places, List<Spot> spots) {
        Optional<Days> when = Strand.isOfTheEvent(report) ? Strand.days(report) : Optional.empty();
        Spot spot = spots.stream()
                .filter(known -> known.takes(places, when))
                .findFirst()
                .orElseGet(() -> {
                    Spot fresh = new Spot(new HashSet<>(), new ArrayList<>(), new ArrayList<>());
                    spots.add(fresh);
                    return fresh;
                });
        spot.places().addAll(places);
        spot.reports().add(report);
        when.ifPresent(spot.days()::add);
        return spot;
    }
}
