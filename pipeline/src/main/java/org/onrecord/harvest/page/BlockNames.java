package org.onrecord.harvest.page;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * The names that speak for or against a block: those that the page's authors gave to the elements around it, and its own
 * words where it is short.
 */
final class BlockNames {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})");
    private static final List<String> NAMING =
            List.of("class", "id", "itemprop", "role", "data-testid", "data-component", "data-type", "data-module");
    private static final int LONGEST_NAME = 24;
    private static final int TAGS = 3;
    /** Blocks of fewer words are told by them. */
    private static final int SHORT = 25;

    private static final int OPENED = 40;
    private static final int WHOLE = 6;
    private static final int REACH_OF_HEADING = 15;
    private static final int SHORT_HEADING = 8;

    private BlockNames() {}

    static Set<String> of(Spot spot) {
        Set<String> names = new LinkedHashSet<>();
        elements(spot, names);
        words(spot.block().words(), names);
        spot.heading()
                .filter(heading -> spot.index() - spot.layout().headingBefore(spot.index()) < REACH_OF_HEADING
                        && heading.words().size() < SHORT_HEADING)
                .ifPresent(heading -> {
                    heading.words().forEach(word -> names.add("heading:" + word));
                    split(heading.owner().className()).forEach(name -> names.add("heading class:" + name));
                });
        return names;
    }

    private static void elements(Spot spot, Set<String> names) {
        StringBuilder tags = new StringBuilder();
        int out = 0;
        for (Element element : spot.outwards()) {
            if (element.normalName().equals("html")) {
                return;
            }
            String at = element.normalName().equals("body")
                    ? "body:"
                    : out == 0 ? "own:" : out == 1 ? "parent:" : out < 4 ? "near:" : "far:";
            if (element.attributesSize() > 0) {
                for (String attribute : NAMING) {
                    for (String name : split(element.attr(attribute))) {
                        names.add(at + name);
                        if (out > 0) {
                            names.add("any:" + name);
                        }
                    }
                }
            }
            if (out < TAGS) {
                tags.append(element.normalName()).append('/');
                names.add("tags:" + tags);
            }
            out++;
        }
    }

    /** "ArticleBody_text--2xl" is article, body, text and xl. */
    private static List<String> split(String names) {
        if (names.isEmpty()) {
            return List.of();
        }
        return BETWEEN.splitAsStream(names)
                .map(name -> name.toLowerCase(Locale.ROOT).replaceAll("\\d+$", ""))
                .filter(name -> name.length() > 1 && name.length() < LONGEST_NAME)
                .toList();
    }

    private static void words(List<String> words, Set<String> names) {
        if (words.isEmpty() || words.size() >= OPENED) {
            return;
        }
        for (int length = 1; length <= Math.min(3, words.size()); length++) {
            names.add("opens:" + String.join(" ", words.subList(0, length)));
        }
        names.add("ends:" + words.getLast());
        if (words.size() < WHOLE) {
            names.add("whole:" + digitless(String.join(" ", words)));
        }
        if (words.size() < SHORT) {
            words.forEach(word -> names.add("word:" + digitless(word)));
        }
    }

    private static String digitless(String word) {
        return word.replaceAll("\\p{N}", "9");
    }
}
