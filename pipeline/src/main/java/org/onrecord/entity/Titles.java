package org.onrecord.entity;

import java.util.Locale;
import org.onrecord.pipeline.Lexicon;

/** Words that stand before a name and are no part of it: Mr, Col., Prime Minister. */
final class Titles {
    private final Lexicon words;

    private Titles(Lexicon words) {
        this.words = words;
    }

    static Titles load() {
        return new Titles(Lexicon.load("entity/titles.txt"));
    }

    boolean contains(String word) {
        return words.contains(word.toLowerCase(Locale.ROOT).replaceFirst("\\.$", ""));
    }
}
