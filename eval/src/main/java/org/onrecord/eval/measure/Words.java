package org.onrecord.eval.measure;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.onrecord.document.Extent;
import org.onrecord.document.Span;

/**
 * How stretches of text and names are compared. Spans are sets of letters and digits: punctuation, white space and
 * quotation marks, on whose place in a span annotators differ, do not count.
 */
final class Words {
    private static final Set<String> EMPTY =
            Set.of("a", "an", "the", "of", "in", "on", "at", "near", "and", "his", "her", "their", "its");

    private Words() {}

    /** Offsets of the letters and digits. */
    static BitSet letters(String text, List<Span> spans) {
        BitSet letters = new BitSet();
        for (Span span : spans) {
            for (int at = span.start(); at < span.end(); at++) {
                if (Character.isLetterOrDigit(text.charAt(at))) {
                    letters.set(at);
                }
            }
        }
        return letters;
    }

    static BitSet letters(String text, Extent extent) {
        return letters(text, extent.spans());
    }

    /** Offsets at which a word starts. */
    static BitSet starts(String text, BitSet letters) {
        BitSet starts = new BitSet();
        letters.stream()
                .filter(at -> at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                .forEach(starts::set);
        return starts;
    }

    static int common(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both.cardinality();
    }

    /** Shared part of the union, from 0 to 1. */
    static double jaccard(BitSet one, BitSet other) {
        int common = common(one, other);
        int all = one.cardinality() + other.cardinality() - common;
        return all == 0 ? 0 : (double) common / all;
    }

    /** Whether two names are the same but for case, punctuation and a leading article. */
    static boolean sameName(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceAll("['’]s$", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                .replaceFirst("^(?:the|an?|some) ", "");
    }

    /** Whether two descriptions share at least half the words of the shorter: "people", "nine people on the deck". */
    static boolean alike(String one, String other) {
        Set<String> first = content(one);
        Set<String> second = content(other);
        Set<String> both = new HashSet<>(first);
        both.retainAll(second);
        if (first.isEmpty() || second.isEmpty()) {
            return sameName(one, other);
        }
        return 2 * both.size() >= Math.min(first.size(), second.size());
    }

    private static Set<String> content(String words) {
        Set<String> content = new HashSet<>();
        for (String word : plain(words).split(" ", -1)) {
            if (!word.isEmpty() && !EMPTY.contains(word)) {
                content.add(word);
            }
        }
        return content;
    }
}
