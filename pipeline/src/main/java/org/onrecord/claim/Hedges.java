package org.onrecord.claim;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.onrecord.document.Claim.Certainty;
import org.onrecord.document.Claim.Hedge;
import org.onrecord.document.Claim.Stance;
import org.onrecord.document.Parse;
import org.onrecord.pipeline.Lexicon;

/** How far a source goes short of certainty: by its cue, or by words of the content that bear on its main predicate. */
final class Hedges {
    /** What somebody could do is ability, not possibility. */
    private static final Set<String> ABILITIES = Set.of(
            "see",
            "hear",
            "feel",
            "smell",
            "remember",
            "breathe",
            "walk",
            "move",
            "sleep",
            "speak",
            "read",
            "afford",
            "tell",
            "swim",
            "run",
            "recall",
            "imagine",
            "believe",
            "understand",
            "stop",
            "help",
            "reach",
            "stand");

    private final Phrases cues;
    private final Lexicon words;

    private Hedges(Phrases cues, Lexicon words) {
        this.cues = cues;
        this.words = words;
    }

    static Hedges load() {
        return new Hedges(Phrases.load("claim/hedging-cues.txt"), Lexicon.load("claim/hedges.txt"));
    }

    Optional<Hedge> of(Saying saying, Stance stance, boolean negated) {
        if (negated
                || stance == Stance.DEMAND
                || stance == Stance.PROMISE
                || Frame.of(saying).asks()) {
            return Optional.empty();
        }
        Optional<Hedge> byCue = saying.cue()
                .filter(cue -> stance != Stance.ESTIMATE && stance != Stance.DOUBT)
                .filter(cue -> Frame.of(saying) != Frame.NP || !isOfAThing(cue))
                .flatMap(this::byCue);
        Optional<Hedge> held = byCue.or(() -> saying.main().flatMap(Hedges::thought));
        return held.or(() -> saying.main().flatMap(this::byContent));
    }

    /** "suggested an amendment", "pointed to the drought", "thinks of him": said of a thing they hold nothing back. */
    private static boolean isOfAThing(Saying.Cue cue) {
        return Phrases.lemma(cue.sentence(), cue.head()).matches("suggest|point|think|indicate|imagine");
    }

    private Optional<Hedge> byCue(Saying.Cue cue) {
        return cues.longest(cue.sentence(), cue.first(), cue.last())
                .map(match -> new Hedge(
                        certainty(match.value()), Optional.of(cue.sentence().span(cue.first(), cue.last()))));
    }

    /** "was thought to be drifting", "must have drowned". */
    private static Optional<Hedge> thought(Clause clause) {
        boolean thought = clause.isPassive() && clause.lemma().matches("think|believe|understand|presume|assume");
        boolean feared = clause.isPassive() && clause.lemma().matches("fear|suspect|rumour|rumor|allege");
        boolean inferred = clause.hasAuxiliary("must") && clause.hasAuxiliary("have");
        return thought || inferred || feared
                ? Optional.of(new Hedge(
                        feared ? Certainty.POSSIBLE : Certainty.PROBABLE,
                        Optional.of(clause.token().span())))
                : Optional.empty();
    }

    private Optional<Hedge> byContent(Clause clause) {
        return candidates(clause)
                .filter(word -> clause.words().get(word))
                .filter(word -> words.contains(clause.lemma(word)))
                .filter(word -> isHedge(clause, word))
                .min(Comparator.comparing((Integer word) ->
                                certainty(words.find(clause.lemma(word)).orElseThrow()))
                        .reversed())
                .map(word -> new Hedge(
                        certainty(words.find(clause.lemma(word)).orElseThrow()),
                        Optional.of(clause.sentence().token(word).span())));
    }

    /** The predicate, what modifies it, and the same of those it is coordinated with or complemented by. */
    private static Stream<Integer> candidates(Clause clause) {
        Parse sentence = clause.sentence();
        Stream<Integer> heads = Stream.concat(
                Stream.of(clause.head()),
                sentence.children(clause.head(), "conj", "xcomp").stream().filter(clause.words()::get));
        return heads.flatMap(head -> Stream.concat(
                Stream.of(head),
                sentence.children(head, "aux", "advmod", "amod", "nsubj").stream()
                        .flatMap(child -> sentence.hasRelation(child, "nsubj")
                                ? sentence.children(child, "amod", "advmod").stream()
                                : Stream.of(child))));
    }

    private static boolean isHedge(Clause clause, int word) {
        Parse sentence = clause.sentence();
        String lemma = clause.lemma(word);
        if (sentence.token(word).isName()) {
            return false;
        }
        int head = sentence.hasRelation(word, "aux") ? sentence.governor(word).orElse(word) : word;
        return switch (lemma) {
            case "could" -> !isAbility(clause, head) && !isConditional(sentence, head);
            case "may" -> !clause.lemma(head).equals("wish") && !isConditional(sentence, head);
            case "might" -> !isConditional(sentence, head);
            case "look" ->
                sentence.children(word, "xcomp", "ccomp", "advcl").stream()
                        .findAny()
                        .isPresent();
            default -> true;
        };
    }

    private static boolean isAbility(Clause clause, int head) {
        Parse sentence = clause.sentence();
        boolean negated = sentence.children(head, "advmod").stream()
                .anyMatch(child -> clause.lemma(child).matches("not|never|no"));
        boolean perfect = sentence.children(head, "aux").stream()
                .anyMatch(child -> clause.lemma(child).equals("have"));
        OptionalInt subject = sentence.child(head, "nsubj");
        boolean ours = subject.isPresent() && clause.lemma(subject.getAsInt()).matches("we|i|you|nobody|anyone|one");
        return !perfect && (negated || ours || ABILITIES.contains(clause.lemma(head)));
    }

    private static boolean isConditional(Parse sentence, int head) {
        return sentence.children(head, "advcl").stream()
                .anyMatch(child -> sentence.children(child, "mark").stream()
                        .anyMatch(mark -> Phrases.lemma(sentence, mark).matches("if|unless")));
    }

    private static Certainty certainty(String name) {
        return Certainty.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
