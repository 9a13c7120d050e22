package org.onrecord.harvest;

import java.util.HashSet;
import java.util.Set;

/**
 * Tells English by its commonest words, where they leave no doubt: far quicker than a detector of 103 languages.
 * What is not plainly English may be English all the same.
 */
final class PlainEnglish {
    /** Common in English and no common words of another language that is written with the same letters. */
    private static final Set<String> COMMON = Set.of(
            "the", "of", "and", "that", "with", "from", "by", "were", "has", "have", "had", "been", "which", "their",
            "they", "this", "his", "who", "are", "it", "its", "said", "not", "but", "would", "about", "after");
    /** Words; in a shorter text a quotation or a name may be most of it. */
    private static final int FEWEST = 80;
    /** As a share of all words. News in English has 15 to 30 in a hundred, in other languages at most one. */
    private static final double MANY = 0.15;
    /** How many different ones: a name like "The Bank of the West" has two however often it comes. */
    private static final int DIFFERENT = 5;

    private PlainEnglish() {}

    /** @param text in lower case */
    static boolean is(String text) {
        Set<String> different = new HashSet<>();
        int words = 0;
        int common = 0;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || !Character.isLetter(text.charAt(i))) {
                if (i > start) {
                    String word = text.substring(start, i);
                    words++;
                    if (COMMON.contains(word)) {
                        common++;
                        different.add(word);
                    }
                }
                start = i + 1;
            }
        }
        return words >= FEWEST && common >= MANY * words && different.size() >= DIFFERENT;
    }
}
