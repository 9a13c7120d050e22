package org.onrecord.syntax;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.onrecord.document.Token;
import org.onrecord.pipeline.Lexicon;

/** Decides which sentences are parsed: those with a quotation mark, a word of speech or a word of harm. */
final class Triggers {
    private static final Pattern QUOTATION_MARK = Pattern.compile("[\"“”„«»‘’'`]|``|''");

    /** Parsing time grows faster than length; a longer "sentence" is a list or a table, not a statement. */
    private static final int LONGEST_SENTENCE = 150;

    private final Set<String> words;

    private Triggers(Set<String> words) {
        this.words = words;
    }

    static Triggers load() {
        Set<String> words = new HashSet<>(Lexicon.load("attribution/cues.txt").entries());
        words.addAll(Lexicon.load("syntax/harm.txt").entries());
        words.add("according");
        return new Triggers(Set.copyOf(words));
    }

    boolean test(List<Token> sentence) {
        return sentence.size() <= LONGEST_SENTENCE && sentence.stream().anyMatch(this::triggers);
    }

    private boolean triggers(Token token) {
        return QUOTATION_MARK.matcher(token.form()).matches()
                || words.contains(token.lemma().toLowerCase(Locale.ROOT))
                || words.contains(token.form().toLowerCase(Locale.ROOT));
    }
}
