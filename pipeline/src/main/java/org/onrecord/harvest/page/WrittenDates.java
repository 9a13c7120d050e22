package org.onrecord.harvest.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as people write them: "21 December 2023", "Dec. 21, 2023", "21.12.2023", "2023年12月21日". */
final class WrittenDates {
    private static final int EARLIEST = 1995;
    private static final int LATEST = 2099;
    private static final int YEAR_DIGITS = 4;
    /** Characters of a day and a month before the year, more than the patterns allow. */
    private static final int LONGEST = 40;

    private static final String YEAR = "(?<year>(?:19|20)\\d{2})";
    private static final String NAME = "(?<name>[\\p{L}\\p{M}]{3,14})\\.?";

    private static final Pattern YEAR_FIRST = Pattern.compile(
            "(?<!\\d)" + YEAR
                    + "(?: ?[年년] ?(?<m1>\\d{1,2}) ?[月월] ?(?<d1>\\d{1,2}) ?[日일]|(?<s>[-/.])(?<m2>\\d{1,2})\\k<s>(?<d2>\\d{1,2})(?!\\d))");
    private static final Pattern DAY_NAME =
            Pattern.compile("(?<!\\d)(?<day>\\d{1,2})(?:st|nd|rd|th|º|er)?\\.?,?[ -](?:de |of )?" + NAME
                    + ",?(?: del?)?[ -]" + YEAR + "(?!\\d)");
    private static final Pattern NAME_DAY =
            Pattern.compile(NAME + " (?<day>\\d{1,2})(?:st|nd|rd|th)?,? " + YEAR + "(?!\\d)");
    private static final Pattern NUMBERS = Pattern.compile(
            "(?<![\\d./-])(?<a>\\d{1,2})(?<s>[./-]) ?(?<b>\\d{1,2})\\k<s> ?(?<y>(?:19|20)?\\d{2})(?![\\d])(?!-\\p{L})");

    private final Optional<String> language;
    private final boolean american;

    /**
     * @param tag language of the page as it says, {@code en-US}
     */
    WrittenDates(Optional<String> tag) {
        this.language = tag.map(name -> name.split("[-_]", -1)[0].toLowerCase(java.util.Locale.ROOT));
        this.american = tag.filter(name -> name.matches("(?i)en(?:[-_]us)?")).isPresent();
    }

    /** A day and where in the text it begins. */
    record Found(int start, LocalDate day) {}

    /** The days in a text, in order. */
    List<Found> in(String text) {
        List<Found> found = new ArrayList<>();
        if (nextYear(text, 0) >= 0) {
            withYear(text, found);
        }
        if (hasParts(text)) {
            inNumbers(text, found);
        }
        found.sort(Comparator.comparingInt(Found::start));
        return found;
    }

    /** Where the next four digits stand that can be a year, or -1. */
    private static int nextYear(String text, int from) {
        for (int i = from; i + YEAR_DIGITS <= text.length(); i++) {
            char c = text.charAt(i);
            if ((c == '1' || c == '2')
                    && (c == '1' ? '9' : '0') == text.charAt(i + 1)
                    && Character.isDigit(text.charAt(i + 2))
                    && Character.isDigit(text.charAt(i + 3))) {
                return i;
            }
        }
        return -1;
    }

    /** Two numbers with a point, stroke or hyphen between. */
    private static boolean hasParts(String text) {
        for (int i = 1; i + 1 < text.length(); i++) {
            char c = text.charAt(i);
            if ((c == '.' || c == '/' || c == '-')
                    && Character.isDigit(text.charAt(i - 1))
                    && (Character.isDigit(text.charAt(i + 1)) || text.charAt(i + 1) == ' ')) {
                return true;
            }
        }
        return false;
    }

    private void withYear(String text, List<Found> found) {
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        while (yearFirst.find()) {
            boolean cjk = yearFirst.group("m1") != null;
            add(
                    found,
                    yearFirst.start(),
                    yearFirst.group("year"),
                    Integer.parseInt(yearFirst.group(cjk ? "m1" : "m2")),
                    yearFirst.group(cjk ? "d1" : "d2"));
        }
        named(DAY_NAME.matcher(text), text, found);
        named(NAME_DAY.matcher(text), text, found);
    }

    /** The year is the last of such a day: looked for is what stands before each, not the whole of a long text. */
    private void named(Matcher day, String text, List<Found> found) {
        day.useTransparentBounds(true).useAnchoringBounds(false);
        int from = 0;
        for (int year = nextYear(text, 0); year >= 0; year = nextYear(text, year + 1)) {
            day.region(Math.max(from, year - LONGEST), year + YEAR_DIGITS);
            if (day.find()) {
                from = day.end();
                OptionalInt month = Months.of(day.group("name"), language);
                if (month.isPresent()) {
                    add(found, day.start(), day.group("year"), month.getAsInt(), day.group("day"));
                }
            }
        }
    }

    private void inNumbers(String text, List<Found> found) {
        Matcher numbers = NUMBERS.matcher(text);
        while (numbers.find()) {
            int first = Integer.parseInt(numbers.group("a"));
            int second = Integer.parseInt(numbers.group("b"));
            boolean monthFirst = second > 12
                    || (american && first <= 12 && numbers.group("s").equals("/"));
            String year = numbers.group("y");
            add(
                    found,
                    numbers.start(),
                    year.length() == 2 ? "20" + year : year,
                    monthFirst ? first : second,
                    String.valueOf(monthFirst ? second : first));
        }
    }

    private static void add(List<Found> found, int start, String year, int month, String day) {
        try {
            LocalDate date = LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day));
            if (date.getYear() >= EARLIEST && date.getYear() <= LATEST) {
                found.add(new Found(start, date));
            }
        } catch (DateTimeException e) {
            // The 31st of some month or the 14th month: numbers, but no day.
        }
    }
}
