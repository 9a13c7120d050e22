package org.onrecord.search.ledger;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What one article and its near-copies say of one place: the piece of which events are made.
 *
 * @param places words of the names of the place
 * @param causes words of the cause, without endings
 * @param names of all its articles
 * @param happened the days that its figures give
 * @param published the first day
 */
record Strand(
        List<Report> reports,
        Set<String> places,
        Set<String> causes,
        Set<String> names,
        Optional<Days> happened,
        Optional<LocalDate> published) {
    private static final Pattern NAME = Pattern.compile("\\b\\p{Lu}[\\p{L}\\p{M}’'-]+");
    private static final Pattern WORD = Pattern.compile("\\p{L}{4,}");

    /** Days told less exactly do not part events. */
    private static final int EXACT_DAYS = 8;

    static final Comparator<Strand> EARLIEST_FIRST = Comparator.comparing((Strand strand) ->
                    strand.happened.map(Days::first).or(strand::published).orElse(LocalDate.MAX))
            .thenComparing(strand -> strand.reports.getFirst(), Report.EARLIEST_FIRST);

    static Strand of(List<Report> unordered) {
        List<Report> reports = unordered.stream().sorted(Report.EARLIEST_FIRST).toList();
        Set<String> places = new HashSet<>();
        Set<String> causes = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (Report report : reports) {
            names.addAll(report.names());
            if (isOfTheEvent(report)) {
                places.addAll(places(report.figure().place()));
                report.figure().cause().ifPresent(cause -> causes.addAll(stems(cause)));
            }
        }
        if (places.isEmpty()) {
            reports.forEach(report -> places.addAll(places(report.setting())));
        }
        Optional<Days> happened = reports.stream()
                .filter(Strand::isOfTheEvent)
                .flatMap(report -> days(report).stream())
                .min(Comparator.comparing(Days::first).thenComparing(Days::last));
        return new Strand(
                reports,
                Set.copyOf(places),
                Set.copyOf(causes),
                Set.copyOf(names),
                happened,
                reports.stream()
                        .flatMap(report -> report.printed().day().stream())
                        .min(Comparator.naturalOrder()));
    }

    /** A past event's place and time say nothing about this one's. */
    static boolean isOfTheEvent(Report report) {
        return report.aside()
                .filter(why -> why == Aside.HISTORICAL || why == Aside.PERIOD)
                .isEmpty();
    }

    static Set<String> places(Optional<String> place) {
        return place.map(words -> matches(NAME, words)).orElse(Set.of());
    }

    private static Set<String> stems(String words) {
        return matches(WORD, words).stream()
                .map(word -> word.replaceFirst("(?:s|ing|ings)$", ""))
                .collect(Collectors.toSet());
    }

    private static Set<String> matches(Pattern pattern, String words) {
        return pattern.matcher(words)
                .results()
                .map(MatchResult::group)
                .map(word -> word.toLowerCase(Locale.ROOT).replaceFirst("[’']s$", ""))
                .collect(Collectors.toSet());
    }

    static Optional<Days> days(Report report) {
        return report.figure()
                .time()
                .flatMap(words -> Days.of(words, report.printed().day()))
                .filter(days -> days.isNear(Days.of(days.first()), 0)
                        && days.last().toEpochDay() - days.first().toEpochDay() < EXACT_DAYS);
    }
}
