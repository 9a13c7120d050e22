package org.onrecord.search;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A name by its words alone: without case, accents, punctuation, a first article, and forms of address. */
final class NameKey {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** More is hardly a name, and nothing that an index takes for a term. */
    private static final int LONGEST = 200;

    /** Other titles say more than how one is spoken to, or begin the names of bodies, as "general" does. */
    private static final Set<String> ADDRESS = words(
            "the a an mr mrs ms miss mx dr prof sir dame rev hon gen col colonel maj capt captain lt sgt adm cmdr");

    private static final Set<String> PRONOUNS =
            words("he she it they him her them his hers its their theirs i me my we us our you your who whom himself "
                    + "herself itself themselves");

    private NameKey() {}

    private static Set<String> words(String words) {
        return Set.of(words.split(" ", -1));
    }

    /** Empty for what has no letter or digit. */
    static String of(String name) {
        String words = BETWEEN_WORDS
                .matcher(Fields.folded(name).replace("'s ", " "))
                .replaceAll(" ")
                .strip();
        int at = 0;
        for (int space = words.indexOf(' ', at); space > 0; space = words.indexOf(' ', at)) {
            if (!ADDRESS.contains(words.substring(at, space))) {
                break;
            }
            at = space + 1;
        }
        return words.substring(at, Math.min(words.length(), at + LONGEST));
    }

    /** Whether a key is of one word, which may be the surname of many. */
    static boolean isBare(String key) {
        return key.indexOf(' ') < 0;
    }

    /** Whether words that an article uses for somebody are a name, and not a pronoun or a description. */
    static boolean isName(String form) {
        String key = of(form);
        List<String> words = List.of(key.split(" ", -1));
        return !key.isEmpty()
                && words.size() <= 8
                && form.length() <= 80
                && !PRONOUNS.contains(key)
                && form.codePoints().anyMatch(Character::isUpperCase);
    }

    /** Whether a form names somebody so fully that others hardly share it: two words, or the initials of a body. */
    static boolean isTelling(String form, boolean person) {
        return !isBare(of(form)) || (!person && form.strip().matches("[\\p{Lu}.]{2,}"));
    }
}
