package org.onrecord.eval.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.onrecord.eval.Comparison;
import org.onrecord.eval.Result;
import org.onrecord.eval.Run;
import org.onrecord.standoff.Csv;

/** Every miss, spurious item and wrong attribute, a row each. */
public final class ErrorCsv {
    private static final List<String> HEAD =
            List.of("article", "group", "verdict", "start", "end", "gold", "found", "differences");

    private ErrorCsv() {}

    public static String of(Run run) {
        StringBuilder csv = new StringBuilder(Csv.row(HEAD));
        for (Result result : run.results()) {
            for (Comparison one : result.comparisons()) {
                if (one.verdict() != Comparison.Verdict.RIGHT) {
                    csv.append(Csv.row(row(result, one)));
                }
            }
        }
        return csv.toString();
    }

    private static List<String> row(Result result, Comparison one) {
        List<Comparison.Part> parts = one.gold()
                .filter(item -> !item.parts().isEmpty())
                .or(one::found)
                .map(Comparison.Item::parts)
                .orElse(List.of());
        return List.of(
                result.article(),
                one.group(),
                one.verdict().name().toLowerCase(Locale.ROOT),
                parts.stream().mapToInt(part -> part.extent().start()).min().stream()
                        .mapToObj(String::valueOf)
                        .findFirst()
                        .orElse(""),
                parts.stream().mapToInt(part -> part.extent().end()).max().stream()
                        .mapToObj(String::valueOf)
                        .findFirst()
                        .orElse(""),
                words(one.gold(), result.text()),
                words(one.found(), result.text()),
                one.differences().stream()
                        .map(difference ->
                                difference.attribute() + ": " + difference.gold() + " → " + difference.found())
                        .collect(Collectors.joining("; ")));
    }

    private static String words(Optional<Comparison.Item> item, String text) {
        return item.map(one -> one.parts().stream()
                                .map(part -> part.role() + ": "
                                        + part.extent().of(text).replaceAll("\\s+", " "))
                                .collect(Collectors.joining("; "))
                        + (one.label().isEmpty() ? "" : " [" + one.label() + "]"))
                .orElse("");
    }
}
