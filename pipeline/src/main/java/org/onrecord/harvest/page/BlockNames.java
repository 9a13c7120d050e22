package org.onrecord.harvest.page;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names that speak for or against a block: those that the page's authors gave to the elements around it, and its own
 * words where it is short.
 */
final class BlockNames {
    private static final Pattern DIGIT = Pattern.compile("\\p{N}");
    private static final int TAGS = 3;
    private static final int NEAR = 4;
    /** Blocks of fewer words are told by them. */
    private static final int SHORT = 25;

    private static final int OPENED = 40;
    private static final int WHOLE = 6;
    private static final int REACH_OF_HEADING = 15;
    private static final int SHORT_HEADING = 8;

    private BlockNames() {}

    /** Is told the names of a block; some more than once. */
    interface Visitor {
        void element(NameKind kind, Place place);

        void token(NameKind kind, String token);
    }

    /** Each as one string, for training. */
    static Set<String> of(Spot spot) {
        Set<String> names = new LinkedHashSet<>();
        visit(spot, new Visitor() {
            @Override
            public void element(NameKind kind, Place place) {
                place.names().forEach(name -> names.add(kind.of(name)));
            }

            @Override
            public void token(NameKind kind, String token) {
                names.add(kind.of(token));
            }
        });
        return names;
    }

    static void visit(Spot spot, Visitor visitor) {
        elements(spot.place(), visitor);
        words(spot.block().words(), visitor);
        spot.heading()
                .filter(heading -> spot.index() - spot.layout().headingBefore(spot.index()) < REACH_OF_HEADING
                        && heading.words().size() < SHORT_HEADING)
                .ifPresent(heading -> {
                    heading.words().forEach(word -> visitor.token(NameKind.HEADING, word));
                    visitor.element(NameKind.HEADING_CLASS, heading.place());
                });
    }

    private static void elements(Place innermost, Visitor visitor) {
        String tags = "";
        int out = 0;
        for (Place place = innermost; place != null && !place.tag().equals("html"); place = place.outer()) {
            visitor.element(kind(place, out), place);
            if (out > 0) {
                visitor.element(NameKind.ANY, place);
            }
            if (out < TAGS) {
                tags += place.tag() + "/";
                visitor.token(NameKind.TAGS, tags);
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

    private static void words(List<String> words, Visitor visitor) {
        if (words.isEmpty() || words.size() >= OPENED) {
            return;
        }
        for (int length = 1; length <= Math.min(3, words.size()); length++) {
            visitor.token(NameKind.OPENS, String.join(" ", words.subList(0, length)));
        }
        visitor.token(NameKind.ENDS, words.getLast());
        if (words.size() < WHOLE) {
            visitor.token(NameKind.WHOLE, digitless(String.join(" ", words)));
        }
        if (words.size() < SHORT) {
            words.forEach(word -> visitor.token(NameKind.WORD, digitless(word)));
        }
    }

    private static String digitless(String word) {
        return word.chars().anyMatch(Character::isDigit) ? DIGIT.matcher(word).replaceAll("9") : word;
    }
}
