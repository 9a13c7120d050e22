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
        if (hasYear(text)) {
            withYear(text, found);
        }
        if (hasParts(text)) {
            inNumbers(text, found);
        }
        found.sort(Comparator.comparingInt(Found::start));
        return found;
    }

    private static boolean hasYear(String text) {
        for (int i = 0; i + 3 < text.length(); i++) {
            char c = text.charAt(i);
            if ((c == '1' || c == '2')
                    && (c == '1' ? '9' : '0') == text.charAt(i + 1)
                    && Character.isDigit(text.charAt(i + 2))
                    && Character.isDigit(text.charAt(i + 3))) {
                return true;
            }
        }
        return false;
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
        for (Pattern pattern : List.of(DAY_NAME, NAME_DAY)) {
            Matcher named = pattern.matcher(text);
            while (named.find()) {
                OptionalInt month = Months.of(named.group("name"), language);
                if (month.isPresent()) {
                    add(found, named.start(), named.group("year"), month.getAsInt(), named.group("day"));
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
