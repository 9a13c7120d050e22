package org.onrecord.eval.train;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Counts in which case each word is usually written in running text: {@code the}, {@code Friday}, {@code NATO}. Words
 * that open a sentence, and lines that are mostly capitals, say nothing about case and are not counted.
 */
public final class UsualForms {
    private static final Pattern WORD = Pattern.compile("(?<![\\p{L}\\d])\\p{L}+(?:['’.]\\p{L}+)*\\.?");
    private static final Pattern OPENS_SENTENCE = Pattern.compile("(^|[.!?:\"“”‘'(\\-–—•])\\s*$");
    private static final int LOOK_BACK = 6;
    private static final double LOWER_CASE_SHARE = 0.1;

    private final Map<String, Map<String, Integer>> counts = new HashMap<>();

    public void count(String text) {
        text.lines()
                .filter(UsualForms::isRunningText)
                .forEach(line -> WORD.matcher(line)
                        .results()
                        .filter(word -> !opensSentence(line, word))
                        .map(word -> word.group().replaceFirst("(?<=\\p{L}{3})\\.$", ""))
                        .forEach(form -> counts.computeIfAbsent(form.toLowerCase(Locale.ROOT), key -> new HashMap<>())
                                .merge(form, 1, Integer::sum)));
    }

    /**
     * The usual form of every word seen at least that often, in alphabetical order; without words that are just
     * capitalised, for that is what an unknown word is taken for anyway.
     */
    public List<String> forms(int fewest) {
        return new TreeMap<>(counts)
                .entrySet().stream()
                        .filter(word -> word.getValue().values().stream()
                                        .mapToInt(Integer::intValue)
                                        .sum()
                                >= fewest)
                        .flatMap(word -> usual(word.getKey(), word.getValue()))
                        .filter(form -> !isJustCapitalised(form))
                        .toList();
    }

    /** The lower-case form where it is not rare, for towns and firms are called after common nouns; else the commonest. */
    private static Stream<String> usual(String word, Map<String, Integer> seen) {
        int all = seen.values().stream().mapToInt(Integer::intValue).sum();
        if (seen.getOrDefault(word, 0) >= LOWER_CASE_SHARE * all) {
            return Stream.of(word);
        }
        return seen.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .stream();
    }

    private static boolean isJustCapitalised(String form) {
        String rest = form.substring(1);
        return Character.isUpperCase(form.charAt(0)) && rest.equals(rest.toLowerCase(Locale.ROOT));
    }

    private static boolean isRunningText(String line) {
        long letters = line.chars().filter(Character::isLetter).count();
        long upper = line.chars().filter(Character::isUpperCase).count();
        return letters >= 40 && upper * 5 < letters;
    }

    private static boolean opensSentence(String line, MatchResult word) {
        String before = line.substring(Math.max(0, word.start() - LOOK_BACK), word.start());
        return OPENS_SENTENCE.matcher(before).find();
    }
}
