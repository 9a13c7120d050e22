package org.onrecord.harvest.page;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * A paragraph as a reader sees it: a run of text between the bounds of elements that start a line of their own.
 *
 * @param owner the innermost such element around it
 * @param text white space collapsed to single blanks, a line break kept as {@code \n}; never blank
 * @param words of it, in lower case
 * @param links share of its letters that stand in links, from 0 to 1
 * @param bold share of its letters in bold
 * @param hidden whether its element is not shown
 * @param pieces into how many blocks its run was cut at empty lines
 */
record Block(Element owner, String text, List<String> words, double links, double bold, boolean hidden, int pieces) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final int SHORTEST_PROSE = 80;
    private static final double MOST_LINKS_IN_PROSE = 0.4;

    Block {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a block without text");
        }
        words = List.copyOf(words);
    }

    static List<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /** Its characters outside links, if it is long enough for running text, else 0. */
    double prose() {
        boolean isProse = text.length() >= SHORTEST_PROSE && links < MOST_LINKS_IN_PROSE && !hidden;
        return isProse ? text.length() * (1 - links) : 0;
    }

    String tag() {
        return owner.normalName();
    }

    /** From 1 to 6, or 0 for what is no heading. */
    int headingLevel() {
        String tag = tag();
        return tag.length() == 2 && tag.charAt(0) == 'h' && tag.charAt(1) >= '1' && tag.charAt(1) <= '6'
                ? tag.charAt(1) - '0'
                : 0;
    }
}
