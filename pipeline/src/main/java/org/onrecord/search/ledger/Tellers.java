package org.onrecord.search.ledger;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.onrecord.document.Voice;

/**
 * The sources of one event under one name each. Case, punctuation and a first article do not tell two apart; "Harrow" is
 * "Daniel Harrow" where only one longer name ends so, and stays himself where there are two.
 */
final class Tellers {
    private final Map<String, String> canonical;

    private Tellers(Map<String, String> canonical) {
        this.canonical = canonical;
    }

    static Tellers of(List<Report> reports) {
        // of several spellings the most frequent, then the first in the alphabet: whatever order the articles come in
        Map<String, Map<String, Long>> spellings = reports.stream()
                .filter(report -> report.figure().voice() instanceof Voice.Source)
                .map(report -> ((Voice.Source) report.figure().voice()).name())
                .collect(Collectors.groupingBy(
                        Tellers::key, Collectors.groupingBy(Tellers::spelled, Collectors.counting())));
        return new Tellers(spellings.keySet().stream()
                .collect(Collectors.toMap(key -> key, key -> spelling(spellings.get(full(key, spellings))))));
    }

    private static String full(String key, Map<String, ?> all) {
        List<String> longer =
                all.keySet().stream().filter(other -> other.endsWith(" " + key)).toList();
        return longer.size() == 1 ? full(longer.getFirst(), all) : key;
    }

    private static String spelling(@org.jspecify.annotations.Nullable Map<String, Long> spellings) {
        if (spellings == null) {
            throw new IllegalStateException("a name without a spelling");
        }
        return spellings.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow()
                .getKey();
    }

    private static String spelled(String name) {
        return name.replaceAll("\\s+", " ").strip().replaceFirst("^(?:[Tt]he|[Aa]n?) (?=\\S)", "");
    }

    private static String key(String name) {
        String words = name.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                .replaceFirst("^(?:the|an?) (?=\\S)", "");
        return words.isEmpty() ? name : words;
    }

    Teller of(Report report) {
        return switch (report.figure().voice()) {
            case Voice.Publisher publisher ->
                new Teller.Publisher(report.printed().publisher());
            case Voice.Source source -> new Teller.Named(canonical.getOrDefault(key(source.name()), source.name()));
        };
    }
}
