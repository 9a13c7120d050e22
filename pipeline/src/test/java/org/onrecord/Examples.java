package org.onrecord;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

/** Files of example sentences that stand beside the rules they test: {@code text => expected}, one a line. */
public final class Examples {
    private Examples() {}

    /** One example; a pilcrow in the file is a line break in the text. */
    public record Line(String text, String expected) {
        @Override
        public String toString() {
            return text + " => " + expected;
        }
    }

    /** The examples of a resource below org/onrecord; fails when there are none. */
    public static Stream<Line> read(String name) {
        var in = Objects.requireNonNull(Examples.class.getResourceAsStream("/org/onrecord/" + name), name);
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Examples::line)
                .toList();
        if (lines.isEmpty()) {
            throw new AssertionError(name + " has no examples");
        }
        return lines.stream();
    }

    private static Line line(String line) {
        int arrow = line.lastIndexOf("=>");
        if (arrow < 0) {
            throw new AssertionError("no '=>' in example: " + line);
        }
        return new Line(
                line.substring(0, arrow).strip().replaceAll(" *¶ *", "\n"),
                line.substring(arrow + 2).strip());
    }
}
