package org.onrecord.entity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.onrecord.pipeline.Lexicon;

/** Words that stand before a name and are no part of it: Mr, Col., Prime Minister. */
final class Titles {
    /** What "the governor" is called before a name. */
    private static final Map<String, String> IN_FULL = Map.ofEntries(
            Map.entry("gov", "governor"),
            Map.entry("sen", "senator"),
            Map.entry("rep", "representative congressman congresswoman"),
            Map.entry("pres", "president"),
            Map.entry("prof", "professor"),
            Map.entry("dr", "doctor"),
            Map.entry("gen", "general"),
            Map.entry("col", "colonel"),
            Map.entry("capt", "captain"),
            Map.entry("lt", "lieutenant"),
            Map.entry("sgt", "sergeant"),
            Map.entry("maj", "major"),
            Map.entry("det", "detective"),
            Map.entry("insp", "inspector"),
            Map.entry("rev", "reverend pastor"),
            Map.entry("cllr", "councillor"));

    /** What tells one office from another that ends in the same word. */
    private static final Set<String> OTHER_OFFICE = Set.of("prime", "deputy", "vice", "shadow");

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

    /** "gov." as "governor"; words in lower case. */
    static String inFull(String role) {
        return Arrays.stream(role.split(" ", -1))
                .map(word -> IN_FULL.getOrDefault(word.replaceFirst("\\.$", ""), word))
                .collect(Collectors.joining(" "));
    }

    /** "minister" and "care minister"; not "minister" and "prime minister". */
    static boolean areOfOneOffice(String one, String other) {
        List<String> first = List.of(one.split(" ", -1));
        List<String> second = List.of(other.split(" ", -1));
        return OTHER_OFFICE.stream().allMatch(word -> first.contains(word) == second.contains(word));
    }
}
