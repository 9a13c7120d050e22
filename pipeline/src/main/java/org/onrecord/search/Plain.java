package org.onrecord.search;

import java.util.Locale;

/** Text by its words alone: what case, punctuation and a first article leave of it. */
final class Plain {
    private Plain() {}

    static String words(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                .replaceFirst("^(?:the|an?) ", "");
    }
}
