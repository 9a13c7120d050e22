package org.onrecord.quote;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.onrecord.document.Span;
import org.onrecord.document.Token;
import org.onrecord.document.Zone;

/**
 * A quotation with its sentence around it.
 *
 * @param zone where it stands
 * @param text of the article
 * @param span the words inside the marks
 * @param inside the words inside the marks, punctuation left out
 * @param before the words and marks of the sentence before the quotation
 * @param after the words and marks of the sentence behind it
 */
record Surroundings(Zone zone, String text, Span span, List<Token> inside, List<Token> before, List<Token> after) {
    private static final int FARTHEST = 80;
    private static final String ACT = "[\"”’'»]{1,2}\\s+[^\"“”«»\\n]{2,60},\\s+[\"“‘'«]{1,2}";
    private static final Pattern BREAKS = Pattern.compile(ACT + "\\S");
    private static final Pattern GOES_ON = Pattern.compile("," + ACT + "$");

    String words() {
        return span.of(text);
    }

    /** The word that many places before the opening mark, in lower case; 1 is the nearest. Empty beyond the sentence. */
    String wordBefore(int places) {
        List<String> words = words(before);
        return places <= words.size() ? words.get(words.size() - places) : "";
    }

    String wordAfter(int places) {
        List<String> words = words(after);
        return places <= words.size() ? words.get(places - 1) : "";
    }

    private static List<String> words(List<Token> tokens) {
        return tokens.stream()
                .filter(Token::isWord)
                .map(token -> token.form().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Whether it states something: a finite verb, or an order. */
    boolean isClause() {
        return inside.stream().anyMatch(token -> token.tag().matches("VBD|VBP|VBZ|MD"))
                || (!inside.isEmpty() && inside.getFirst().tag().equals("VB"));
    }

    boolean opensWithCapital() {
        return Character.isUpperCase(words().codePointAt(0));
    }

    /** A stop inside the marks, or a full stop right behind them. */
    boolean endsWithStop() {
        return words().matches("(?s).*[.,!?…—–―-]")
                || after.stream()
                        .findFirst()
                        .filter(token -> token.form().matches("[.!?]"))
                        .isPresent();
    }

    /** «The road is closed», the mayor said: the comma stands behind the mark. */
    boolean wordsBehindComma() {
        return after.stream()
                .findFirst()
                .filter(token -> token.form().equals(","))
                .isPresent();
    }

    /** “Your father,” she cut in, “was a gentleman”: what somebody does stands between this and more of it. */
    boolean isBrokenByAct() {
        return BREAKS.matcher(text)
                        .region(span.end(), Math.min(text.length(), span.end() + FARTHEST))
                        .lookingAt()
                && words().endsWith(",")
                && acts(after);
    }

    /** The other part of such a quotation. */
    boolean goesOnAfterAct() {
        return GOES_ON.matcher(text.substring(Math.max(0, span.start() - FARTHEST), span.start()))
                        .find()
                && acts(before.reversed());
    }

    private static boolean acts(List<Token> outwards) {
        return outwards.stream()
                .dropWhile(token -> !token.isWord())
                .takeWhile(token -> !token.form().equals(","))
                .anyMatch(token -> token.tag().matches("VBD|VBZ"));
    }

    /** "War of Annihilation": every longer word is capitalised. */
    boolean isTitleCase() {
        return inside.stream()
                .noneMatch(token -> token.form().length() > 3
                        && Character.isLowerCase(token.form().charAt(0)));
    }
}
