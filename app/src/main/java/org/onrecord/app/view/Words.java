package org.onrecord.app.view;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.Optional;
import org.onrecord.document.Quantity;

/** Phrases that several views share. */
public final class Words {
    static final int WIDTH = 96;

    private Words() {}

    /** "spokesman, US-led coalition" */
    public static String described(Optional<String> role, Optional<String> affiliation) {
        return role.map(words -> words + affiliation.map(body -> ", " + body).orElse(""))
                .or(() -> affiliation)
                .orElse("");
    }

    /** As the text says it: "at least 12". */
    public static String count(Quantity quantity) {
        return switch (quantity) {
            case Quantity.Exactly exactly -> number(exactly.count());
            case Quantity.AtLeast atLeast -> "at least " + number(atLeast.count());
            case Quantity.MoreThan moreThan -> "more than " + number(moreThan.count());
            case Quantity.AtMost atMost -> "up to " + number(atMost.count());
            case Quantity.FewerThan fewerThan -> "fewer than " + number(fewerThan.count());
            case Quantity.About about -> "about " + number(about.count());
            case Quantity.Between between -> number(between.low()) + " to " + number(between.high());
            case Quantity.Vague vague -> vague.words();
            case Quantity.None none -> "none";
        };
    }

    /** With commas. */
    public static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** Not longer than so many characters. */
    public static String cut(String words, int width) {
        return words.length() <= width ? words : words.substring(0, width - 1) + "…";
    }

    /** White space of any kind as single blanks. */
    public static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** Breaks text to the width, each line indented. */
    static String wrapped(String text, String indent) {
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ENGLISH);
        breaks.setText(text);
        StringBuilder lines = new StringBuilder(indent);
        int column = 0;
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            String word = text.substring(start, end);
            if (column > 0 && column + visible(word.stripTrailing()) > WIDTH - indent.length()) {
                lines.setLength(lines.toString().stripTrailing().length());
                lines.append('\n').append(indent);
                column = 0;
            }
            lines.append(word);
            column += visible(word);
        }
        return lines.toString();
    }

    /** Characters that take room on a terminal: colour codes take none. */
    private static int visible(String word) {
        return word.replaceAll("\u001b\\[[0-9;]*m", "").length();
    }
}
