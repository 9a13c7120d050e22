package org.onrecord.claim;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.onrecord.document.Parse;

/** The form of a content, on which it depends what its cue does: asked whether, asked for, asked them to. */
enum Frame {
    QUOTE,
    WH,
    WHETHER,
    TO,
    NP_TO,
    ING,
    CLAUSE,
    NP;

    private static final Set<String> QUESTIONS = Set.of("how", "why", "what", "when", "where", "who", "which");

    static Frame of(Saying saying) {
        Optional<Clause> main = saying.main();
        if (main.isEmpty()) {
            return NP;
        }
        Clause clause = main.get();
        Parse sentence = clause.sentence();
        int first = clause.words().nextSetBit(0);
        while (first >= 0 && !sentence.token(first).isWord()) {
            first = clause.words().nextSetBit(first + 1);
        }
        if (first < 0) {
            return NP;
        }
        String opening = sentence.token(first).form().toLowerCase(Locale.ROOT);
        if (infinitive(saying, clause, first) && !saying.isDirect()) {
            return addressee(saying).isPresent() || !opens(clause, first) ? NP_TO : TO;
        }
        if (saying.isDirect()) {
            return QUOTE;
        }
        if (opening.matches("whether|if")) {
            return WHETHER;
        }
        if (QUESTIONS.contains(opening)) {
            return WH;
        }
        boolean finite = clause.subject().isPresent();
        if (finite) {
            return CLAUSE;
        }
        return switch (clause.token().tag()) {
            case "VBG" -> ING;
            case "VBD", "VBZ", "VBP", "VB", "MD" -> CLAUSE;
            default -> NP;
        };
    }

    private static boolean opens(Clause clause, int first) {
        Parse sentence = clause.sentence();
        return clause.lemma(first).equals("to")
                || (clause.lemma(first).equals("not")
                        && clause.words().get(first + 1)
                        && sentence.token(first + 1).tag().equals("TO"));
    }

    /** "to rebuild", "boats to stay in port": an infinitive within the first words of the content. */
    private static boolean infinitive(Saying saying, Clause clause, int first) {
        if (opens(clause, first)) {
            return true;
        }
        Parse sentence = clause.sentence();
        boolean behindCue = saying.cue()
                .filter(cue -> cue.sentence() == sentence)
                .filter(cue -> sentence.children(cue.head(), "xcomp", "ccomp", "advcl").stream()
                        .filter(clause.words()::get)
                        .anyMatch(child -> isInfinitive(sentence, child)
                                && sentence.children(child, "nsubj").isEmpty()))
                .isPresent();
        if (behindCue) {
            return true;
        }
        if (sentence.token(first).isVerb() || clause.subject().isPresent()) {
            return false;
        }
        return clause.token().tag().equals("VB")
                ? isInfinitive(sentence, clause.head())
                : sentence.children(clause.head(), "acl", "xcomp").stream()
                        .anyMatch(child -> sentence.token(child).tag().equals("VB"));
    }

    private static boolean isInfinitive(Parse sentence, int verb) {
        return sentence.children(verb, "mark", "aux").stream()
                .anyMatch(child -> sentence.token(child).tag().equals("TO"));
    }

    /** "how", "whether": something is asked. */
    boolean asks() {
        return this == WH || this == WHETHER;
    }

    /** Whom the cue addresses: the object before an infinitive. */
    static OptionalInt addressee(Saying saying) {
        return saying.cue()
                .map(cue -> cue.sentence().child(cue.head(), "obj", "iobj"))
                .orElse(OptionalInt.empty());
    }
}
