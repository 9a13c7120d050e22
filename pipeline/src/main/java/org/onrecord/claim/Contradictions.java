package org.onrecord.claim;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.onrecord.document.Claim.Answer;
import org.onrecord.document.Claim.Stance;

/**
 * Plain statements that are denials because of what somebody else said before: "It was not the oven" behind "the oven sings",
 * "I never saw the money" by whom others accuse. In news most that is said with "not" denies nobody's words, so the two
 * must stand side by side and what the one negates must be what the other states. Examples:
 * {@code claim/contradictions.txt}.
 */
final class Contradictions {
    /** Paragraphs from what is contradicted to what contradicts it. */
    private static final int NEAR = 2;

    /** Paragraphs from an accusation to what the accused says of it. */
    private static final int REACH = 8;

    /** Whoever answers does so with the first words. */
    private static final int OPENING = 2;

    private static final Pattern REPLY = Pattern.compile("counter|retort|rejoin|insist|maintain|protest|reply|answer");

    /** What one can be wrong to do with words. */
    private static final String SPEAKING =
            "say|claim|suggest|argue|imply|assert|allege|tell|state|call|insist|report|write|complain";

    private static final Pattern ANYBODY =
            Pattern.compile("(?i)(?:.* )?(?:some|many|most|few|others?|everybody|nobody|who|one)");

    /** Verbs that say too little to be what two speakers differ on. */
    private static final Set<String> LIGHT = Set.of(
            "be",
            "do",
            "have",
            "get",
            "go",
            "come",
            "make",
            "take",
            "give",
            "say",
            "tell",
            "think",
            "know",
            "believe",
            "want",
            "need",
            "see",
            "look",
            "feel",
            "like",
            "care",
            "mean",
            "understand",
            "seem",
            "put",
            "let",
            "use",
            "try");

    /** What somebody holds or feels is no deed. */
    private static final Set<String> OPINIONS = Set.of(
            "think",
            "like",
            "care",
            "believe",
            "want",
            "agree",
            "understand",
            "feel",
            "mean",
            "expect",
            "endorse",
            "decide",
            "remember",
            "recall");

    private final Sides sides;

    Contradictions(Sides sides) {
        this.sides = sides;
    }

    /** Present where the statement is such a denial: the claim that it answers, or unlinked where that is too far away. */
    Optional<Answer> of(int index) {
        Side statement = sides.get(index);
        Optional<Side> mistaken = sides.all().subList(0, index).stream()
                .filter(other -> callsWrong(statement, other.name().toLowerCase(Locale.ROOT)))
                .reduce((first, second) -> second);
        if (mistaken.isPresent()) {
            return mistaken.map(Side::asAnswered);
        }
        if (statement.claim().stance() != Stance.ASSERT
                || statement.claim().negated()
                || !isParty(statement.saying())
                || !(replies(statement) || statement.saying().clauses().stream().anyMatch(Contradictions::saysNot))) {
            return Optional.empty();
        }
        return sides.all().stream()
                .filter(other -> other.start() < statement.start() && Sides.areOpposed(statement, other))
                .filter(other -> !Sides.areNested(statement, other))
                .filter(other -> other.claim().stance() != Stance.PROMISE
                        && !other.name().isEmpty())
                .filter(other -> contradicts(statement, other))
                .max(Comparator.comparingInt(Side::start))
                .map(Side::asAnswered)
                .or(() -> pleads(statement) ? Optional.of(new Answer.Unlinked()) : Optional.empty());
    }

    private boolean contradicts(Side statement, Side other) {
        int paragraphs = sides.paragraphs(statement, other);
        if (Sides.isAccusedBy(statement, other) && paragraphs <= REACH) {
            return statement.saying().clauses().stream()
                    .limit(OPENING)
                    .anyMatch(clause -> isPlea(statement.saying(), clause)
                            || (negates(clause) && statement.about(other) > 0)
                            || (replies(statement) && sides.neighbours(statement, other)));
        }
        return isParty(other.saying())
                && paragraphs <= NEAR
                && sides.neighbours(statement, other)
                && statement.saying().clauses().stream()
                        .anyMatch(clause -> negates(clause) && negatesWhat(clause, statement, other));
    }

    /** "I never saw the money", by somebody who is accused anywhere in the article. */
    private boolean pleads(Side statement) {
        return sides.all().stream().anyMatch(other -> Sides.isAccusedBy(statement, other))
                && statement.saying().clauses().stream().anyMatch(clause -> isPlea(statement.saying(), clause));
    }

    /** Somebody with a name or an office, not a share of those asked. */
    private static boolean isParty(Saying saying) {
        return !saying.isShare()
                && saying.speaker()
                        .filter(speaker -> !ANYBODY.matcher(speaker.name()).matches())
                        .isPresent();
    }

    private static boolean replies(Side statement) {
        return statement
                .saying()
                .cue()
                .filter(cue ->
                        REPLY.matcher(Phrases.lemma(cue.sentence(), cue.head())).matches())
                .isPresent();
    }

    /** The source says that it did not, had not, was not: neither what it will not do nor what it thinks. */
    private static boolean isPlea(Saying saying, Clause clause) {
        return clause.isNegated()
                && saying.isOfSelf(clause)
                && !OPINIONS.contains(clause.lemma())
                && (clause.isCopular()
                        ? clause.token().tag().startsWith("NN")
                        : clause.hasAuxiliary("did", "had", "has", "have", "'ve", "was", "were")
                                || clause.token().tag().equals("VBD"));
    }

    /** "Tane is wrong", "the union is lying"; "the state is wrong to have such a law" blames it for what it does. */
    private static boolean callsWrong(Side statement, String name) {
        return statement.saying().clauses().stream()
                .filter(clause -> clause.lemma().matches("wrong|mistaken|lie|confused|misinformed"))
                .filter(clause -> clause.sentence().children(clause.head(), "xcomp", "advcl").stream()
                        .allMatch(deed -> clause.lemma(deed).matches(SPEAKING)))
                .flatMap(clause -> clause.subject().stream()
                        .filter(subject -> clause.sentence().token(subject).isName()
                                ? List.of(name.split("\\W+")).contains(clause.lemma(subject))
                                : name.endsWith(clause.lemma(subject)))
                        .boxed())
                .findAny()
                .isPresent();
    }

    private static boolean negates(Clause clause) {
        return saysNot(clause)
                && !clause.hasAuxiliary("will", "wo", "'ll", "would", "can", "ca", "could", "may", "might", "should");
    }

    private static boolean saysNot(Clause clause) {
        return clause.isNegated() || clause.text().matches(" (?:no|not|never|nobody|none) .*");
    }

    /** Whether what is negated is what the other states: "no store" of a store, "is not safe" of what is safe. */
    private static boolean negatesWhat(Clause clause, Side statement, Side other) {
        boolean bare = clause.sentence()
                .children(clause.head(), "amod", "nummod", "nmod", "acl", "compound", "advcl")
                .isEmpty();
        if ((clause.isCopular() || clause.subject().isEmpty()) && bare && states(other, clause.lemma())) {
            return true;
        }
        boolean verb = clause.token().isVerb() && !LIGHT.contains(clause.lemma()) && states(other, clause.lemma());
        if (verb && statement.about(other) > 1) {
            return true;
        }
        return clause.sentence().children(clause.head(), "nsubj", "nsubj:pass", "obj").stream()
                .filter(clause.words()::get)
                .filter(word -> !clause.sentence().token(word).isName())
                .filter(word -> isNone(clause, word))
                .anyMatch(word -> states(other, clause.lemma(word)));
    }

    /** "no store", "not one civilian". */
    private static boolean isNone(Clause clause, int word) {
        return clause.sentence().children(word).stream()
                .anyMatch(child -> clause.lemma(child).matches("no|not|never"));
    }

    private static boolean states(Side side, String lemma) {
        return side.lemmas().contains(lemma)
                && side.saying().clauses().stream()
                        .anyMatch(clause -> !clause.isNegated()
                                && clause.words().stream()
                                        .anyMatch(word -> clause.lemma(word).equals(lemma)));
    }
}
