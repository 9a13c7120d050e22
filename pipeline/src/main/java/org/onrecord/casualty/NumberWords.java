package org.onrecord.casualty;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads cardinal numbers, in digits with any grouping, in words, or mixed: "1,204", "forty-one", "1.2 million", "3.5m". */
final class NumberWords {
    private static final Map<String, Long> UNITS = Map.ofEntries(
            Map.entry("one", 1L),
            Map.entry("two", 2L),
            Map.entry("three", 3L),
            Map.entry("four", 4L),
            Map.entry("five", 5L),
            Map.entry("six", 6L),
            Map.entry("seven", 7L),
            Map.entry("eight", 8L),
            Map.entry("nine", 9L),
            Map.entry("ten", 10L),
            Map.entry("eleven", 11L),
            Map.entry("twelve", 12L),
            Map.entry("thirteen", 13L),
            Map.entry("fourteen", 14L),
            Map.entry("fifteen", 15L),
            Map.entry("sixteen", 16L),
            Map.entry("seventeen", 17L),
            Map.entry("eighteen", 18L),
            Map.entry("nineteen", 19L),
            Map.entry("twenty", 20L),
            Map.entry("thirty", 30L),
            Map.entry("forty", 40L),
            Map.entry("fifty", 50L),
            Map.entry("sixty", 60L),
            Map.entry("seventy", 70L),
            Map.entry("eighty", 80L),
            Map.entry("ninety", 90L));
    private static final Map<String, Long> SCALES =
            Map.of("hundred", 100L, "thousand", 1_000L, "million", 1_000_000L, "billion", 1_000_000_000L);
    private static final Pattern DIGITS = Pattern.compile(
            "(\\d{1,3}(?:,\\d{2,3})+|\\d{1,9})(?:\\.(\\d{1,3}))?(m|k|bn|-odd)?", Pattern.CASE_INSENSITIVE);
    private static final long LARGEST = 10_000_000_000L;

    private NumberWords() {}

    /** A number and how many words it takes. */
    record Read(long value, int words) {}

    /** Reads the longest number that starts with the first of these words, in lower case; zero words when there is none. */
    static Read read(List<String> words) {
        if (words.size() > 2
                && words.get(0).equals("half")
                && words.get(1).equals("a")
                && SCALES.containsKey(words.get(2))) {
            return new Read(SCALES.getOrDefault(words.get(2), 1L) / 2, 3);
        }
        double total = 0;
        double current = 0;
        int read = 0;
        int i = 0;
        boolean digits = false;
        long before = 0;
        while (i < words.size()) {
            String word = words.get(i);
            OptionalLong unit = unit(word);
            Matcher number = DIGITS.matcher(word);
            if (SCALES.containsKey(word) && (read > 0 || i > 0)) {
                long scale = SCALES.getOrDefault(word, 1L);
                current = (current == 0 ? 1 : current) * scale;
                if (scale > 100) {
                    total += current;
                    current = 0;
                }
                digits = false;
                before = 0;
            } else if (unit.isPresent() && !digits && (before == 0 || (before >= 20 && unit.getAsLong() < 10))) {
                current += unit.getAsLong();
                before = unit.getAsLong(); // "one nineteen" is two numbers
            } else if (number.matches() && read == 0) {
                current = Double.parseDouble(word.replaceAll("[^\\d.]", "")) * suffix(number.group(3));
                digits = true;
                boolean grouped = word.matches("\\d{1,3}")
                        && i + 1 < words.size()
                        && words.get(i + 1).matches("\\d{3}");
                if (grouped) {
                    current = current * 1000 + Integer.parseInt(words.get(i + 1));
                    i++;
                }
            } else if (word.equals("and")
                    && read > 0
                    && i + 1 < words.size()
                    && total + current >= 100
                    && unit(words.get(i + 1)).isPresent()
                    && !digits) {
                i++;
                continue;
            } else if ((word.equals("a") || word.equals("one"))
                    && read == 0
                    && i + 1 < words.size()
                    && SCALES.containsKey(words.get(i + 1))) {
                i++;
                continue;
            } else {
                break;
            }
            i++;
            read = i;
        }
        double value = total + current;
        return value > LARGEST ? new Read(0, 0) : new Read(Math.round(value), read);
    }

    private static double suffix(@org.jspecify.annotations.Nullable String suffix) {
        if (suffix == null) {
            return 1;
        }
        return switch (suffix) {
            case "m" -> 1e6;
            case "k" -> 1e3;
            case "bn" -> 1e9;
            default -> 1;
        };
    }

    /** "four", "forty", "forty-four". */
    private static OptionalLong unit(String word) {
        Long whole = UNITS.get(word);
        if (whole != null) {
            return OptionalLong.of(whole);
        }
        int hyphen = word.indexOf('-');
        Long tens = hyphen < 0 ? null : UNITS.get(word.substring(0, hyphen));
        Long ones = hyphen < 0 ? null : UNITS.get(word.substring(hyphen + 1));
        return tens != null && ones != null && tens >= 20 && ones < 10
                ? OptionalLong.of(tens + ones)
                : OptionalLong.empty();
    }
}
