package org.onrecord.app.pages.search;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.onrecord.app.pages.Links;
import org.onrecord.app.pages.Phrases;
import org.onrecord.app.pages.chart.Drawing;
import org.onrecord.search.QueryTerms;

/** Findings by day of publication: a bar for each day, month or year, each a search of its own. */
public final class DayChart {
    /** In a side column, and across a page. */
    static final int NARROW = 272;

    public static final int BROAD = 760;
    private static final int HEIGHT = 84;
    private static final int FLOOR = 64;
    private static final int MOST_BARS = 62;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    private DayChart() {}

    private record Bucket(LocalDate first, LocalDate last, String name) {}

    /**
     * The chart; empty where there are fewer than two days.
     *
     * @param query what the counts are of
     */
    public static Optional<Drawing> of(SortedMap<LocalDate, Long> days, QueryTerms query, int width) {
        if (days.size() < 2) {
            return Optional.empty();
        }
        LocalDate first = days.firstKey();
        LocalDate last = days.lastKey();
        long span = last.toEpochDay() - first.toEpochDay() + 1;
        List<Bucket> buckets = buckets(first, last, span);
        TreeMap<LocalDate, Long> counts = new TreeMap<>();
        long most = 1;
        for (Bucket bucket : buckets) {
            long rows = days.subMap(bucket.first(), bucket.last().plusDays(1)).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            counts.put(bucket.first(), rows);
            most = Math.max(most, rows);
        }
        double step = (double) width / buckets.size();
        List<Drawing.Shape> shapes = new ArrayList<>();
        for (int i = 0; i < buckets.size(); i++) {
            Bucket bucket = buckets.get(i);
            long rows = counts.getOrDefault(bucket.first(), 0L);
            if (rows > 0) {
                double height = Math.max(2, (double) rows / most * (FLOOR - 4));
                shapes.add(new Drawing.Bar(
                        "bar",
                        i * step + step * 0.1,
                        FLOOR - height,
                        Math.max(1.5, Math.min(step * 0.8, 22)),
                        height,
                        bucket.name() + ": " + Phrases.counted(rows, "finding"),
                        Optional.of(Links.search(query.with("since:" + bucket.first())
                                .with("until:" + bucket.last())
                                .query()))));
            }
        }
        shapes.add(new Drawing.Line("axis", 0, FLOOR + 0.5, width, FLOOR + 0.5));
        shapes.add(
                new Drawing.Label("", 0, HEIGHT - 4, "start", buckets.getFirst().name()));
        shapes.add(new Drawing.Label(
                "", width, HEIGHT - 4, "end", buckets.getLast().name()));
        return Optional.of(new Drawing(
                "days",
                "Findings by day of publication",
                "From " + Phrases.day(first) + " to " + Phrases.day(last),
                width,
                HEIGHT,
                shapes));
    }

    private static List<Bucket> buckets(LocalDate first, LocalDate last, long span) {
        List<Bucket> buckets = new ArrayList<>();
        if (span <= MOST_BARS) {
            for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
                buckets.add(new Bucket(day, day, Phrases.day(day)));
            }
        } else if (span <= MOST_BARS * 30L) {
            for (LocalDate month = first.withDayOfMonth(1); !month.isAfter(last); month = month.plusMonths(1)) {
                buckets.add(new Bucket(month, month.plusMonths(1).minusDays(1), MONTH.format(month)));
            }
        } else {
            int years = Math.max(1, (int) (span / 365 / MOST_BARS) + 1);
            for (LocalDate year = first.withDayOfYear(1); !year.isAfter(last); year = year.plusYears(years)) {
                buckets.add(new Bucket(year, year.plusYears(years).minusDays(1), String.valueOf(year.getYear())));
            }
        }
        return buckets;
    }
}
