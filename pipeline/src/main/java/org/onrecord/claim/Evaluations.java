package org.onrecord.claim;

import java.util.Optional;
import java.util.regex.Pattern;
import org.onrecord.document.Attribution;
import org.onrecord.document.Claim.Stance;
import org.onrecord.pipeline.Lexicon;

/** What somebody calls something: "called the charge absurd" denies it, "called the raid a disgrace" accuses. */
final class Evaluations {
    private static final Pattern NAMING =
            Pattern.compile("call|describe|label|brand|term|dub|characterise|characterize|portray");
    private static final Pattern SAID = Pattern.compile(
            " (?:charges?|accusations?|allegations?|claims?|reports?|figures?|numbers?|suggestions?|stor(?:y|ies)|criticisms?|accounts?|version|statements?|estimates?|counts?|notion|idea|evidence|comments?|remarks?) ");

    private final Lexicon praise;
    private final Lexicon blame;

    private Evaluations(Lexicon praise, Lexicon blame) {
        this.praise = praise;
        this.blame = blame;
    }

    static Evaluations load() {
        return new Evaluations(Lexicon.load("claim/praise.txt"), Lexicon.load("claim/blame.txt"));
    }

    Optional<Stance> of(Saying.Cue cue, Saying saying) {
        if (!NAMING.matcher(Phrases.lemma(cue.sentence(), cue.head())).matches()
                || hasParticle(cue)
                || saying.clauses().isEmpty()) {
            return Optional.empty();
        }
        boolean praised = saying.clauses().stream().anyMatch(clause -> clause.hasOneOf(praise));
        boolean blamed = saying.clauses().stream().anyMatch(clause -> clause.hasOneOf(blame));
        boolean said = saying.clauses().stream()
                .anyMatch(clause ->
                        SAID.matcher(clause.text()).find() || clause.text().startsWith(" that "));
        boolean pointsBack = saying.main()
                .filter(clause ->
                        clause.text().matches(" that (?![a-z]+(?: [a-z]+)? (?:is|was|are|were|has|had)\\b).*"))
                .isPresent();
        boolean quoted = saying.attribution().kind() == Attribution.Kind.MIXED;
        if (!praised && pointsBack && quoted) {
            return Optional.of(Stance.DENY);
        }
        if (praised || !blamed) {
            return Optional.empty();
        }
        return said ? Optional.of(Stance.DENY) : Optional.of(Stance.ACCUSE);
    }

    /** "called for urgent steps", "called on them" name nothing. */
    private static boolean hasParticle(Saying.Cue cue) {
        return cue.head() < cue.last()
                && Phrases.lemma(cue.sentence(), cue.head() + 1).matches("for|on|upon|off|out|in");
    }
}
