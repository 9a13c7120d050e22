package org.onrecord.eval.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One case of the casualty inventory. Its notation ({@code KILLED >=12 grp=… ; INJURED 3}) is explained in the
 * inventory's README. Only outcome and bounds are read here.
 *
 * @param expected figures that must be found, as {@code outcome min..max}
 * @param allowed figures that may be found and need not be: derived sums and bare plurals
 */
record Case(String id, String text, List<String> expected, List<String> allowed) {
    private static final Pattern FIGURE =
            Pattern.compile("^(TOTAL |SUBSET )?([A-Z]+) (>=|>|<=|<|~)?(\\d+|PL)(?:\\.\\.(\\d+))?");
    private static final Map<String, String> OUTCOMES = Map.of(
            "KILLED",
            "killed",
            "INJURED",
            "injured",
            "MISSING",
            "missing",
            "TRAPPED",
            "trapped",
            "STRANDED",
            "trapped",
            "DISPLACED",
            "displaced",
            "EVACUATED",
            "evacuated",
            "DETAINED",
            "detained",
            "ABDUCTED",
            "abducted",
            "CASUALTY",
            "casualties");

    static Case of(JsonNode json) {
        List<String> expected = new ArrayList<>();
        List<String> allowed = new ArrayList<>();
        for (String part : json.required("expected").asText().split(";", -1)) {
            Matcher figure = FIGURE.matcher(part.strip());
            if (figure.find() && OUTCOMES.containsKey(figure.group(2))) {
                boolean optional = figure.group(1) != null
                        || part.contains("[derived]")
                        || figure.group(4).equals("PL");
                (optional ? allowed : expected).add(OUTCOMES.get(figure.group(2)) + " " + bounds(figure));
            }
        }
        return new Case(json.required("id").asText(), json.required("text").asText(), expected, allowed);
    }

    private static String bounds(Matcher figure) {
        String sign = figure.group(3) == null ? "" : figure.group(3);
        String number = figure.group(4);
        if (number.equals("PL")) {
            return "..";
        }
        long count = Long.parseLong(number);
        return switch (sign) {
            case ">=" -> count + "..";
            case ">" -> (count + 1) + "..";
            case "<=" -> ".." + count;
            case "<" -> ".." + (count - 1);
            default -> count + ".." + (figure.group(5) == null ? count : figure.group(5));
        };
    }

    /** Sections on what did not happen and on numbers that count no casualties. */
    boolean isTrap() {
        return Stream.of("K", "N", "O").anyMatch(id::startsWith);
    }
}
