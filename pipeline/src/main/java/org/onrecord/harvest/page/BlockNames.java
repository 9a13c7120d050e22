package org.onrecord.harvest.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The names that speak for or against a block: those that the page's authors gave to the elements around it, and its own
 * words where it is short.
 */
final class BlockNames {
    /** Tags of the innermost elements that are one name. */
    static final int TAGS = 3;
    /** Steps out from which an element is far. */
    static final int NEAR = 4;
    /** Blocks of fewer words are told by them. */
    static final int SHORT = 25;

    /** Of fewer, by their first and last. */
    static final int OPENED = 40;

    /** First words that are one name. */
    static final int OPENING = 3;

    /** Of fewer, by all as one. */
    static final int WHOLE = 6;

    private static final int REACH_OF_HEADING = 15;
    private static final int SHORT_HEADING = 8;

    private BlockNames() {}

    /** Each as one string, for training; {@link NameScores} sums the weights of the same names. */
    static Set<String> of(Spot spot) {
        Set<String> names = new LinkedHashSet<>();
        elements(spot.place(), names);
        words(spot.block().words(), names);
        if (isHeaded(spot.layout(), spot.index())) {
            spot.heading().ifPresent(heading -> {
                add(names, NameKind.HEADING, heading.words());
                add(names, NameKind.HEADING_CLASS, heading.place().names());
            });
        }
        return names;
    }

    private static void add(Set<String> names, NameKind kind, List<String> tokens) {
        tokens.forEach(token -> names.add(kind.of(token)));
    }

    /** Whether a short heading stands near above a block. */
    static boolean isHeaded(Layout layout, int index) {
        int heading = layout.headingBefore(index);
        return heading >= 0
                && index - heading < REACH_OF_HEADING
                && layout.blocks().get(heading).words().size() < SHORT_HEADING;
    }

    private static void elements(Place innermost, Set<String> names) {
        StringBuilder tags = new StringBuilder();
        int out = 0;
        for (Place place = innermost; place != null && !place.tag().equals("html"); place = place.outer()) {
            add(names, kind(place, out), place.names());
            if (out > 0) {
                add(names, NameKind.ANY, place.names());
            }
            if (out < TAGS) {
                names.add(NameKind.TAGS.of(tags.append(place.tag()).append('/').toString()));
            }
            out++;
        }
    }

    private static NameKind kind(Place place, int out) {
        if (place.tag().equals("body")) {
            return NameKind.BODY;
        }
        return out == 0 ? NameKind.OWN : out == 1 ? NameKind.PARENT : out < NEAR ? NameKind.NEAR : NameKind.FAR;
    }

    private static void words(List<String> words, Set<String> names) {
        if (words.isEmpty() || words.size() >= OPENED) {
            return;
        }
        for (int length = 1; length <= Math.min(OPENING, words.size()); length++) {
            names.add(NameKind.OPENS.of(String.join(" ", words.subList(0, length))));
        }
        names.add(NameKind.ENDS.of(words.getLast()));
        if (words.size() < WHOLE) {
            names.add(NameKind.WHOLE.of(String.join(" ", digitless(words))));
        }
        if (words.size() < SHORT) {
            add(names, NameKind.WORD, digitless(words));
        }
    }

    /** With a nine for every digit. */
    static List<String> digitless(List<String> words) {
        for (String word : words) {
            if (hasDigit(word)) {
                List<String> digitless = new ArrayList<>(words);
                digitless.replaceAll(BlockNames::digitless);
                return digitless;
            }
        }
        return words;
    }

    private static String digitless(String word) {
        if (!hasDigit(word)) {
            return word;
        }
        StringBuilder nines = new StringBuilder(word.length());
        word.codePoints().forEach(c -> nines.appendCodePoint(isNumber(c) ? '9' : c));
        return nines.toString();
    }

    private static boolean isNumber(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    private static boolean hasDigit(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (Character.isDigit(word.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
