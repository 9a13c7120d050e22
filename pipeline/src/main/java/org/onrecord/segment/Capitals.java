package org.onrecord.segment;

import edu.stanford.nlp.io.IOUtils;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.onrecord.pipeline.Lexicon;

/**
 * Gives words in capitals the case they would have in running text, so that tagger, recogniser and parser read "THREE
 * MEN WERE KILLED IN TARNOW" as they read anything else. A word takes its usual form from the list of forms; one that
 * the list does not know is taken for a name.
 */
final class Capitals {
    /** Below this share of upper-case letters a sentence is ordinary prose with some acronyms. */
    private static final double SHARE = 0.8;

    private static final int FEWEST_LETTERS = 8;

    private static final List<String> NOUNS = List.of(
            "edu/stanford/nlp/models/dcoref/inanimate.unigrams.txt",
            "edu/stanford/nlp/models/dcoref/animate.unigrams.txt");

    private final Map<String, String> forms;

    /** Forms by their lower-case spelling. */
    Capitals(Map<String, String> forms) {
        this.forms = Map.copyOf(forms);
    }

    /** The trained list of forms, and below it the nouns that CoreNLP's coreference models know only in lower case. */
    static Capitals load() {
        Map<String, String> forms = new HashMap<>();
        for (String nouns : NOUNS) {
            IOUtils.readLines(nouns).forEach(noun -> add(forms, noun));
        }
        Lexicon.load("segment/case.txt").entries().forEach(form -> forms.put(form.toLowerCase(Locale.ROOT), form));
        return new Capitals(forms);
    }

    private static void add(Map<String, String> forms, String noun) {
        String lower = noun.toLowerCase(Locale.ROOT);
        if (noun.equals(lower)) {
            forms.putIfAbsent(lower, lower);
        } else {
            forms.put(lower, Character.toUpperCase(lower.charAt(0)) + lower.substring(1));
        }
    }

    /** The words re-cased when they are a sentence in capitals, otherwise unchanged. */
    List<String> recase(List<String> words) {
        if (!inCapitals(words)) {
            return words;
        }
        List<String> recased = new ArrayList<>(words.size());
        boolean first = true;
        for (String word : words) {
            String form = form(word);
            boolean isWord = Character.isLetter(word.codePointAt(0));
            recased.add(first && isWord ? capitalise(form) : form);
            first &= !isWord;
        }
        return recased;
    }

    private static boolean inCapitals(List<String> words) {
        long upper = 0;
        long letters = 0;
        for (String word : words) {
            upper += word.codePoints().filter(Character::isUpperCase).count();
            letters += word.codePoints().filter(Character::isLetter).count();
        }
        return letters >= FEWEST_LETTERS && upper >= SHARE * letters;
    }

    private String form(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        String known = forms.get(lower);
        if (known != null) {
            return known;
        }
        int hyphen = lower.indexOf('-', 1);
        if (hyphen > 0 && hyphen < lower.length() - 1) {
            return form(word.substring(0, hyphen)) + "-" + form(word.substring(hyphen + 1));
        }
        return Character.isLetter(lower.codePointAt(0)) ? capitalise(lower) : lower;
    }

    private static String capitalise(String word) {
        int first = word.offsetByCodePoints(0, 1);
        return word.substring(0, first).toUpperCase(Locale.ROOT) + word.substring(first);
    }
}
