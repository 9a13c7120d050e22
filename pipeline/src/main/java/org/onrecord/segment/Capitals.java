package org.onrecord.segment;

import edu.stanford.nlp.io.IOUtils;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

    /** A headline in title case has this many long words, and this share of them is usually in lower case. */
    private static final int FEWEST_WORDS = 4;

    private static final double LOWERED = 0.4;
    private static final int LONG = 4;

    /** Long words that title case leaves in lower case. */
    private static final Set<String> SMALL = Set.of(
            "with", "from", "over", "into", "onto", "upon", "after", "before", "about", "between", "against", "under",
            "than", "that", "through", "during", "without", "within", "toward", "towards", "amid", "among", "across",
            "behind", "until", "when", "while", "where");

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

    /**
     * The words re-cased when they are a sentence in capitals or a headline in title case, otherwise unchanged.
     *
     * @param names words in lower case that the article capitalises in running text
     */
    List<String> recase(List<String> words, Set<String> names) {
        if (inTitleCase(words)) {
            return recaseTitle(words, names);
        }
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

    /** "Mayor Says Bridge Is Safe": what is a name in the article stays one, and so does what is not known in lower case. */
    private List<String> recaseTitle(List<String> words, Set<String> names) {
        List<String> recased = new ArrayList<>(words.size());
        boolean first = true;
        for (String word : words) {
            boolean usual = first || isName(word) || names.contains(word.toLowerCase(Locale.ROOT));
            recased.add(usual ? word : word.toLowerCase(Locale.ROOT));
            first &= !Character.isLetter(word.codePointAt(0));
        }
        return recased;
    }

    /** Acronyms, and whatever has capitals in running text or is not known. */
    private boolean isName(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        boolean capital = Character.isUpperCase(word.codePointAt(0));
        boolean acronym = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
        return !capital || acronym || !lower.equals(forms.get(lower));
    }

    /**
     * Whether all words of a sentence but the short ones are capitalised, several of which are usually not: a list of
     * names is no headline, nor is what ends in a full stop.
     */
    boolean inTitleCase(List<String> words) {
        List<String> all = words.stream()
                .filter(word -> Character.isLetter(word.codePointAt(0)))
                .toList();
        List<String> longer = all.stream()
                .filter(word -> word.length() >= LONG && !SMALL.contains(word))
                .toList();
        long capitalised = longer.stream()
                .filter(word -> Character.isUpperCase(word.codePointAt(0)))
                .count();
        long usuallyNot = longer.stream().filter(word -> !isName(word)).count();
        return longer.size() >= FEWEST_WORDS
                && !words.getLast().equals(".")
                && capitalised == longer.size()
                && usuallyNot >= LOWERED * longer.size()
                && !inCapitals(words);
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
