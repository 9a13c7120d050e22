package org.onrecord.claim;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.onrecord.document.Claim;
import org.onrecord.document.Claim.Answer;
import org.onrecord.document.Parse;
import org.onrecord.document.Speaker;
import org.onrecord.document.Token;

/**
 * A claim as one of the two that may answer each other.
 *
 * @param name of the speaker, empty where there is none
 * @param content its words
 * @param anaphor whether the content only points back: "the accusation", "it"
 * @param lemmas the words that say what it is about
 */
record Side(Claim claim, Saying saying, int order, String name, String content, boolean anaphor, Set<String> lemmas) {
    private static final int LONGEST_ANAPHOR = 9;
    private static final double ABOUT = 4;
    private static final Pattern ANAPHOR = Pattern.compile(
            "(?i)\\W*(?:(?:(?:parts of )?(?:the|an?|that|this|those|these|all|any|such|his|her|their|its)\\b.{0,40}\\b)?(?:accusations?|allegations?|claims?|charges?|criticisms?|reports?|figures?|numbers?|accounts?|version(?: of events)?|suggestions?|assertions?|statements?|story|stories|estimates?|findings?|ideas?|demands?|requests?|calls?|complaints?|counts?|results?|threat|warnings?|notion|theory)|it|that|this|them|which|so)\\b.*");
    private static final Set<String> STOP = Set.of(
            "the",
            "a",
            "an",
            "of",
            "to",
            "in",
            "on",
            "for",
            "and",
            "or",
            "be",
            "have",
            "do",
            "say",
            "that",
            "it",
            "he",
            "she",
            "they",
            "we",
            "i",
            "not",
            "no",
            "by",
            "with",
            "at",
            "from",
            "as",
            "his",
            "her",
            "their",
            "its",
            "will",
            "would",
            "could",
            "this",
            "there",
            "any",
            "all",
            "who",
            "which",
            "what",
            "when",
            "than",
            "more",
            "one",
            "claim",
            "accusation",
            "allegation",
            "report",
            "figure");

    static Side of(Claim claim, Saying saying, int order) {
        String name = saying.speaker().map(Speaker::name).orElse("");
        String content = content(saying);
        return new Side(claim, saying, order, name, content, isAnaphor(saying), lemmas(saying));
    }

    /** As what a denial answers. */
    Answer asAnswered() {
        return new Answer.To(List.of(claim.id()));
    }

    int start() {
        return claim.extent().start();
    }

    private static boolean isAnaphor(Saying saying) {
        String words = saying.clauses().size() == 1
                ? pointing(saying.clauses().getFirst())
                : content(saying).strip();
        return ANAPHOR.matcher(words).matches()
                && words.split(" ", -1).length <= LONGEST_ANAPHOR
                && !words.matches(".* (?:to|that) .*");
    }

    /** The words up to a quotation in them, without a conjunction: in "that the bridge was safe" nothing points back. */
    private static String pointing(Clause clause) {
        Parse sentence = clause.sentence();
        int first = clause.words().nextSetBit(0);
        boolean conjunction = first >= 0
                && sentence.hasRelation(first, "mark")
                && clause.lemma(first).equals("that");
        return clause.words().stream()
                .skip(conjunction ? 1 : 0)
                .mapToObj(sentence::token)
                .takeWhile(token -> !token.form().matches("[“\"‘]|``"))
                .filter(Token::isWord)
                .map(token -> token.form().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    /** The share of the words of the shorter that both have. */
    double about(Side other) {
        Set<String> both = new HashSet<>(lemmas);
        both.retainAll(other.lemmas());
        int shorter = Math.min(lemmas.size(), other.lemmas().size());
        return shorter == 0 ? 0 : ABOUT * Math.min(1, both.size() / Math.max(2.0, shorter));
    }

    /** The same speaker, or the body that the one speaks for: nobody denies what their own side said. */
    boolean isOf(Side other) {
        return !name.isEmpty() && (name.equals(other.name()) || speaksFor(other) || other.speaksFor(this));
    }

    private boolean speaksFor(Side body) {
        return saying.speaker()
                .flatMap(Speaker::affiliation)
                .filter(affiliation -> affiliation.equalsIgnoreCase(body.name()))
                .isPresent();
    }

    private static Set<String> lemmas(Saying saying) {
        Set<String> lemmas = new HashSet<>();
        for (Clause clause : saying.clauses()) {
            clause.words().stream()
                    .filter(word -> clause.sentence().token(word).isWord())
                    .filter(word -> !clause.sentence().token(word).isName())
                    .mapToObj(clause::lemma)
                    .filter(lemma -> !STOP.contains(lemma))
                    .forEach(lemmas::add);
        }
        return lemmas;
    }

    private static String content(Saying saying) {
        StringBuilder words = new StringBuilder();
        saying.clauses().forEach(clause -> words.append(clause.text().strip()).append(' '));
        return words.toString();
    }
}
