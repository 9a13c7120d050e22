package org.onrecord.search.ledger;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The days, both inclusive, that the words of a time may mean. */
public record Days(LocalDate first, LocalDate last) {
    private static final String MONTHS = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
    private static final Pattern MONTH = Pattern.compile("\\b" + MONTHS + "(?![a-z])");
    private static final Pattern DAY_MONTH = Pattern.compile("\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of )?" + MONTHS);
    private static final Pattern MONTH_DAY = Pattern.compile("\\b" + MONTHS + " (\\d{1,2})(?!\\d)");
    private static final Pattern YEAR = Pattern.compile("\\b(1[5-9]\\d\\d|20\\d\\d)\\b");

    /** Times that are longer than an event. */
    private static final Pattern PERIOD = Pattern.compile("\\b(?:since|past|between|ago|earlier|same)\\b");

    private static final Pattern WEEK = Pattern.compile("\\b(?:this week|last week|weekend)\\b");
    private static final Pattern NIGHT = Pattern.compile("\\b(?:yesterday|overnight|last night)\\b");
    private static final Pattern TODAY = Pattern.compile("\\b(?:today|tonight|this morning)\\b");
    private static final int WEEK_DAYS = 7;

    public Days {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("days run backwards: " + first + ".." + last);
        }
    }

    static Days of(LocalDate day) {
        return new Days(day, day);
    }

    /**
     * Reads "on Monday", "June 5", "last night", "March 2017". What depends on the day of writing is told from the day of
     * publication; a weekday is the last one up to then. Longer than a month it never is.
     */
    static Optional<Days> of(String words, Optional<LocalDate> published) {
        String lower = words.toLowerCase(Locale.ROOT);
        if (PERIOD.matcher(lower).find()) {
            return Optional.empty();
        }
        return calendar(lower, published).or(() -> published.flatMap(day -> relative(lower, day)));
    }

    private static Optional<Days> calendar(String lower, Optional<LocalDate> published) {
        Matcher year = YEAR.matcher(lower);
        Optional<Integer> told = year.find() ? Optional.of(Integer.valueOf(year.group(1))) : Optional.empty();
        Matcher dayMonth = DAY_MONTH.matcher(lower);
        if (dayMonth.find()) {
            return day(dayMonth.group(2), dayMonth.group(1), told, published);
        }
        Matcher monthDay = MONTH_DAY.matcher(lower);
        if (monthDay.find()) {
            return day(monthDay.group(1), monthDay.group(2), told, published);
        }
        Matcher month = MONTH.matcher(lower);
        return month.find()
                ? told.or(() -> published.map(LocalDate::getYear))
                        .map(inYear -> YearMonth.of(inYear, number(month.group(1))))
                        .map(found -> new Days(found.atDay(1), found.atEndOfMonth()))
                : Optional.empty();
    }

    /** A day without a year is the last such day up to the day of publication. */
    private static Optional<Days> day(String month, String day, Optional<Integer> told, Optional<LocalDate> published) {
        try {
            if (told.isPresent()) {
                return Optional.of(of(LocalDate.of(told.get(), number(month), Integer.parseInt(day))));
            }
            if (published.isEmpty()) {
                return Optional.empty();
            }
            LocalDate found = LocalDate.of(published.get().getYear(), number(month), Integer.parseInt(day));
            return Optional.of(of(found.isAfter(published.get()) ? found.minusYears(1) : found));
        } catch (DateTimeException e) { // the 31st of June: no day
            return Optional.empty();
        }
    }

    private static int number(String month) {
        return 1
                + Arrays.stream(Month.values())
                        .map(value -> value.name().substring(0, 3).toLowerCase(Locale.ROOT))
                        .toList()
                        .indexOf(month);
    }

    private static Optional<Days> relative(String lower, LocalDate published) {
        if (TODAY.matcher(lower).find()) {
            return Optional.of(of(published));
        }
        if (NIGHT.matcher(lower).find()) {
            return Optional.of(new Days(published.minusDays(1), published));
        }
        if (WEEK.matcher(lower).find()) {
            return Optional.of(new Days(published.minusDays(WEEK_DAYS), published));
        }
        return List.of(DayOfWeek.values()).stream()
                .filter(day -> lower.contains(day.name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(day -> of(published.with(TemporalAdjusters.previousOrSame(day))));
    }

    /** Whether less than so many days lie between. */
    boolean isNear(Days other, long days) {
        return !first.isAfter(other.last.plusDays(days)) && !other.first.isAfter(last.plusDays(days));
    }

    Days covering(Days other) {
        return new Days(
                first.isBefore(other.first) ? first : other.first, last.isAfter(other.last) ? last : other.last);
    }
}
