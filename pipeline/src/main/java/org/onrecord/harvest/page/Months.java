package org.onrecord.harvest.page;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Names of months in many languages, from the Unicode CLDR that comes with Java. */
final class Months {
    private static final List<String> LANGUAGES = List.of(
            "en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "no", "nb", "fi", "is", "pl", "cs", "sk", "sl", "hr",
            "bs", "sr", "bg", "mk", "ru", "uk", "be", "ro", "hu", "el", "tr", "az", "lt", "lv", "et", "sq", "ca", "gl",
            "eu", "cy", "ga", "id", "ms", "vi", "sw", "af", "zu", "ar", "fa", "he", "hi", "bn", "ta", "te", "ur", "th",
            "ka", "hy", "kk", "uz", "mn", "fil");
    private static final List<TextStyle> STYLES =
            List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);

    private static final Map<String, Map<String, Integer>> BY_LANGUAGE = byLanguage();
    /** Names that mean one month wherever they are used: not "listopad", November in Polish and October in Croatian. */
    private static final Map<String, Integer> UNDISPUTED = undisputed();

    private Months() {}

    /**
     * The month of a name.
     *
     * @param name without a full stop, in any case
     * @param language of the page, ISO 639-1, where it says
     * @return from 1 to 12
     */
    static OptionalInt of(String name, Optional<String> language) {
        String key = name.toLowerCase(Locale.ROOT);
        Integer month = language.map(code -> BY_LANGUAGE.getOrDefault(code, Map.of()))
                .map(names -> names.get(key))
                .orElse(UNDISPUTED.get(key));
        return month == null ? OptionalInt.empty() : OptionalInt.of(month);
    }

    private static Map<String, Map<String, Integer>> byLanguage() {
        Map<String, Map<String, Integer>> all = new HashMap<>();
        for (String language : LANGUAGES) {
            Locale locale = Locale.of(language);
            Map<String, Integer> names = new HashMap<>();
            for (TextStyle style : STYLES) {
                for (Month month : Month.values()) {
                    String name = month.getDisplayName(style, locale)
                            .toLowerCase(Locale.ROOT)
                            .replace(".", "");
                    if (name.length() > 2 && name.codePoints().allMatch(c -> Character.isLetter(c) || isMark(c))) {
                        names.putIfAbsent(name, month.getValue());
                    }
                }
            }
            if (language.equals("en")) {
                names.put("sept", 9); // as much used as "Sep", which alone is in CLDR
            }
            all.put(language, names);
        }
        return all;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static Map<String, Integer> undisputed() {
        Map<String, Integer> names = new HashMap<>();
        Set<String> disputed = new HashSet<>();
        for (String language : LANGUAGES) {
            BY_LANGUAGE.getOrDefault(language, Map.of()).forEach((name, month) -> {
                Integer before = names.putIfAbsent(name, month);
                if (before != null && !before.equals(month)) {
                    disputed.add(name);
                }
            });
        }
        names.keySet().removeAll(disputed);
        return Map.copyOf(names);
    }
}
