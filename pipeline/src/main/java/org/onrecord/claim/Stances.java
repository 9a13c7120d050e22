package org.onrecord.claim;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.onrecord.document.Claim.Stance;
import org.onrecord.document.Parse;

/** The stance by the words that signal the attribution; the content decides where they are neutral. */
final class Stances {
    /** Verbs whose "not" belongs to what they introduce: "does not expect rain". */
    private static final Set<String> RAISING = Set.of(
            "think",
            "believe",
            "expect",
            "want",
            "seem",
            "feel",
            "suppose",
            "imagine",
            "intend",
            "plan",
            "anticipate",
            "foresee",
            "hope",
            "wish");

    /** What is found or believed may be somebody's fault. */
    private static final Set<String> HOLDING = Set.of(
            "find",
            "believe",
            "suspect",
            "think",
            "conclude",
            "recall",
            "remind",
            "reveal",
            "show",
            "discover",
            "feel");

    private static final Set<String> NOBODY = Set.of("nobody", "none", "nothing", "no one");
    private static final Set<String> SAYING =
            Set.of("say", "comment", "speculate", "discuss", "confirm", "elaborate", "disclose", "reveal", "identify");

    private final Phrases cues;
    private final Phrases silences;
    private final Evaluations evaluations;
    private final ContentStances contents;

    private Stances(Phrases cues, Phrases silences, Evaluations evaluations, ContentStances contents) {
        this.evaluations = evaluations;
        this.cues = cues;
        this.silences = silences;
        this.contents = contents;
    }

    static Stances load() {
        return new Stances(
                Phrases.load("claim/stances.txt"),
                Phrases.load("claim/silences.txt"),
                Evaluations.load(),
                ContentStances.load());
    }

    /**
     * What the source does.
     *
     * @param rule what the reading rests on
     */
    record Read(Stance stance, boolean negated, String rule) {}

    Read of(Saying saying) {
        Optional<Stance> byCue = saying.cue().flatMap(cue -> byCue(cue, saying));
        boolean negated = saying.cue().filter(cue -> isNegated(cue, saying)).isPresent();
        boolean silent =
                byCue.isEmpty() && saying.main().filter(Stances::isSilent).isPresent();
        if (negated || silent) {
            return new Read(Stance.ASSERT, true, "claim-negated");
        }
        Optional<Stance> naming = saying.cue().flatMap(cue -> evaluations.of(cue, saying));
        if (naming.isPresent()) {
            return new Read(naming.get(), false, "claim-naming-" + name(naming.get()));
        }
        boolean holds = saying.cue()
                .filter(cue -> HOLDING.contains(Phrases.lemma(cue.sentence(), cue.head())))
                .isPresent();
        if (byCue.filter(Stance.ASSERT::equals).isPresent() && holds && contents.blames(saying)) {
            return new Read(Stance.ACCUSE, false, "claim-content-accuse");
        }
        if (byCue.isPresent()) {
            return new Read(byCue.get(), false, "claim-cue-" + name(byCue.get()));
        }
        return contents.of(saying)
                .map(stance -> new Read(stance, false, "claim-content-" + name(stance)))
                .orElse(new Read(Stance.ASSERT, false, "claim-assert"));
    }

    /** "said it would not comment". */
    private static boolean isSilent(Clause clause) {
        return clause.isNegated()
                && clause.hasAuxiliary("will", "would", "could", "wo", "'ll")
                && SAYING.contains(clause.lemma());
    }

    /** A cue that itself says what is done; empty where it is neutral. */
    private Optional<Stance> byCue(Saying.Cue cue, Saying saying) {
        Parse sentence = cue.sentence();
        int before = cue.first() > 0 && Phrases.lemma(sentence, cue.first() - 1).matches("not|never") ? 1 : 0;
        if (Phrases.lemma(sentence, cue.head()).equals("charge")
                && saying.main().filter(Stances::isPrice).isPresent()) {
            return Optional.empty();
        }
        return cues.longest(sentence, cue.first() - before, cue.last())
                .filter(match -> match.last() >= cue.first())
                .flatMap(match -> stance(match.value(), saying));
    }

    /** "charged $40 a head", "charged a monthly fee" */
    private static boolean isPrice(Clause clause) {
        return !clause.token().isVerb()
                && clause.subject().isEmpty()
                && (clause.lemma().matches("[$£€].*|fee|fare|toll|rent|price|rate|interest|premium|dollar|pound|euro")
                        || clause.sentence().children(clause.head(), "dep", "compound", "nummod").stream()
                                .anyMatch(child -> clause.lemma(child).matches("[$£€].*")));
    }

    private static Optional<Stance> stance(String value, Saying saying) {
        Frame frame = Frame.of(saying);
        if (saying.main().filter(clause -> NOBODY.contains(clause.lemma())).isPresent()) {
            return Optional.empty();
        }
        return Arrays.stream(value.split(" "))
                .filter(choice -> fits(choice, frame))
                .map(choice -> Stance.valueOf(choice.split("@", -1)[0].toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    private static boolean fits(String choice, Frame frame) {
        String[] parts = choice.split("@", -1);
        return parts.length == 1
                || Arrays.asList(parts[1].split(",", -1))
                        .contains(frame.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private boolean isNegated(Saying.Cue cue, Saying saying) {
        if (silent(cue) || saying.isNobodys()) {
            return true;
        }
        boolean raised = RAISING.contains(Phrases.lemma(cue.sentence(), cue.head()));
        boolean not = hasNot(cue) && !raised && !isOneStance(cue);
        return not || nothingFound(cue, saying);
    }

    private boolean silent(Saying.Cue cue) {
        return silences.longest(cue.sentence(), cue.first(), cue.last()).isPresent();
    }

    /** "are not persuaded", "is not sure": the negation is part of what is said. */
    private boolean isOneStance(Saying.Cue cue) {
        return cues.longest(cue.sentence(), cue.first() - 1, cue.last())
                .filter(match -> IntStream.rangeClosed(match.first(), match.last())
                        .anyMatch(word -> Phrases.lemma(cue.sentence(), word).equals("not")))
                .isPresent();
    }

    private static boolean hasNot(Saying.Cue cue) {
        Parse sentence = cue.sentence();
        return sentence.children(cue.head(), "advmod", "neg").stream()
                        .map(child -> Phrases.lemma(sentence, child))
                        .anyMatch(lemma -> lemma.matches("not|never"))
                || IntStream.rangeClosed(cue.first(), cue.last())
                        .mapToObj(word -> Phrases.lemma(sentence, word))
                        .anyMatch(lemma -> lemma.matches("not|never"));
    }

    /** "found no proof of fraud": what is found is that nothing is. */
    private static boolean nothingFound(Saying.Cue cue, Saying saying) {
        return Phrases.lemma(cue.sentence(), cue.head()).matches("find|see|have|report|offer|provide|give")
                && saying.main()
                        .filter(clause -> clause.text().startsWith(" no "))
                        .isPresent();
    }

    private static String name(Stance stance) {
        return stance.name().toLowerCase(Locale.ROOT);
    }
}
