package org.onrecord.harvest.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;

/**
 * A paragraph as a reader sees it: a run of text between the bounds of elements that start a line of their own.
 *
 * @param place the innermost such element around it
 * @param text white space collapsed to single blanks, a line break kept as {@code \n}; never blank
 * @param words of it, in lower case
 * @param links share of its letters that stand in links, from 0 to 1
 * @param bold share of its letters in bold
 * @param hidden whether its element is not shown
 * @param pieces into how many blocks its run was cut at empty lines
 */
record Block(
        Place place,
        String text,
        List<String> words,
        Wording wording,
        double links,
        double bold,
        boolean hidden,
        int pieces) {
    private static final int SHORTEST_PROSE = 80;
    private static final double MOST_LINKS_IN_PROSE = 0.4;

    Block {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a block without text");
        }
        words = List.copyOf(words);
    }

    /** Runs of letters and digits, in lower case. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        String lower = text.toLowerCase(Locale.ROOT);
        int start = -1;
        for (int i = 0; i <= lower.length(); i++) {
            boolean inside = i < lower.length()
                    && (Character.isLetterOrDigit(lower.charAt(i)) || Character.isSurrogate(lower.charAt(i)));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                words.add(lower.substring(start, i));
                start = -1;
            }
        }
        return words;
    }

    Element owner() {
        return place.element();
    }

    /** Its characters outside links, if it is long enough for running text, else 0. */
    double prose() {
        boolean isProse = text.length() >= SHORTEST_PROSE && links < MOST_LINKS_IN_PROSE && !hidden;
        return isProse ? text.length() * (1 - links) : 0;
    }

    String tag() {
        return place.tag();
    }

    /** From 1 to 6, or 0 for what is no heading. */
    int headingLevel() {
        String tag = tag();
        return tag.length() == 2 && tag.charAt(0) == 'h' && tag.charAt(1) >= '1' && tag.charAt(1) <= '6'
                ? tag.charAt(1) - '0'
                : 0;
    }
}
