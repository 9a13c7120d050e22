package org.onrecord.harvest.page;

import java.util.Locale;

/** Where a name stands that speaks for or against a block. */
enum NameKind {
    /** Names of its own element. */
    OWN,
    PARENT,
    /** Two or three elements out. */
    NEAR,
    FAR,
    /** Any element around it. */
    ANY,
    BODY,
    /** The tags of the innermost elements. */
    TAGS,
    HEADING,
    HEADING_CLASS,
    OPENS,
    ENDS,
    WHOLE,
    WORD;

    private static final char SEPARATOR = ':';

    /** As it is kept in the model: {@code near:caption}. */
    String of(String token) {
        return name().toLowerCase(Locale.ROOT) + SEPARATOR + token;
    }

    static NameKind kind(String name) {
        return valueOf(name.substring(0, name.indexOf(SEPARATOR)).toUpperCase(Locale.ROOT));
    }

    static String token(String name) {
        return name.substring(name.indexOf(SEPARATOR) + 1);
    }
}
