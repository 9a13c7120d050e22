package org.onrecord.casualty;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.CasualtyFigure.Outcome;
import org.onrecord.document.EntityType;
import org.onrecord.document.Mention;
import org.onrecord.document.Parse;
import org.onrecord.document.Quantity;
import org.onrecord.document.Span;
import org.onrecord.document.Token;

/** Finds what a sentence says became of somebody whom no number counts. */
final class Fates {
    private static final Pattern WEAPON = Pattern.compile(
            "(?i)bullets?|gunshots?|gunfire|shoot|shooting|shot|gunman|gunmen|stab|stabbing|knife|knifepoint");

    private final Scene scene;
    private final Parse sentence;
    private final Harm harm;
    private final Binder binder;
    private final Composer composer;
    private final Irrealis irrealis;
    private final Causes causes;

    Fates(Scene scene, Harm harm, Binder binder, Composer composer) {
        this.scene = scene;
        this.sentence = scene.sentence();
        this.harm = harm;
        this.binder = binder;
        this.composer = composer;
        this.irrealis = new Irrealis(sentence);
        this.causes = new Causes(sentence, scene.text(), harm);
    }

    /**
     * What becomes of those that no number counts. A natural death is none.
     *
     * @param counted figures of the sentence
     */
    List<Individuals.Fate> of(List<CasualtyFigure> counted) {
        if (Obituary.isNatural(sentence)) {
            return List.of();
        }
        List<Individuals.Fate> fates = new ArrayList<>();
        for (int word = 0; word < sentence.size(); word++) {
            int head = word;
            Optional<Mention> name = scene.mentions().stream()
                    .filter(mention -> mention.type() == EntityType.PERSON)
                    .filter(mention -> sentence.head(mention.span()).orElse(-1) == head)
                    .findFirst();
            Span span = name.map(Mention::span).orElseGet(() -> somebody(head));
            boolean again = counted.stream().anyMatch(figure -> figure.span().overlaps(span));
            if (!again && (name.isPresent() || isSomebody(head)) && !irrealis.isRate(head)) {
                fate(head, span, name.isPresent()).ifPresent(fates::add);
            }
        }
        return fates;
    }

    /** "she", "the boy", "her husband" */
    private boolean isSomebody(int word) {
        Token token = sentence.token(word);
        if (token.tag().startsWith("PRP")) {
            return token.lemma().toLowerCase(Locale.ROOT).matches("he|she|his|her|him");
        }
        boolean ours = sentence.children(word, "nmod:poss").stream()
                .anyMatch(owner ->
                        sentence.token(owner).form().toLowerCase(Locale.ROOT).matches("your|my|our"));
        boolean definite = (sentence.child(word, "nmod:poss").isPresent() && !ours)
                || sentence.children(word, "det").stream()
                        .anyMatch(det -> sentence.token(det)
                                .form()
                                .toLowerCase(Locale.ROOT)
                                .matches("the|this|that"));
        boolean listed = sentence.hasRelation(word, "conj")
                && sentence.governor(word).stream().anyMatch(first -> first != word && isSomebody(first));
        return (definite || listed)
                && token.tag().matches("NN|JJ")
                && harm.isPerson(token)
                && !Counting.GROUPS.contains(token.lemma())
                && sentence.child(word, "nummod").isEmpty();
    }

    private Span somebody(int word) {
        int first = sentence.children(word, "det", "nmod:poss", "amod", "compound").stream()
                .filter(child -> child < word)
                .min(Integer::compare)
                .orElse(word);
        return sentence.span(first, word);
    }

    private Optional<Individuals.Fate> fate(int head, Span span, boolean named) {
        return binder.ofIndividual(head)
                .filter(bound -> bound.outcome() == Outcome.KILLED || bound.outcome() == Outcome.INJURED)
                .filter(bound -> !bound.rule().equals(Conditions.UNHURT))
                .flatMap(bound -> irrealis.modality(bound.anchor()).map(modality -> {
                    int first = sentence.within(span).nextSetBit(0);
                    int last = sentence.within(span).length() - 1;
                    NumberPhrase one = new NumberPhrase(first, last, last, new Quantity.Exactly(1), false);
                    boolean pronoun = sentence.token(head).tag().startsWith("PRP");
                    Optional<String> who = pronoun ? Optional.empty() : Optional.of(span.of(scene.text()));
                    CasualtyFigure figure = composer.figure(
                            "i" + span.start(), one, head, bound, modality, Optional.empty(), who, List.of());
                    boolean closed = bound.outcome() == Outcome.INJURED && !binder.leavesOpen(bound);
                    boolean lived = closed || (bound.outcome() == Outcome.INJURED && Survival.isSaid(sentence));
                    boolean kin = sentence.child(head, "nmod:poss").isPresent();
                    boolean treated =
                            bound.outcome() == Outcome.INJURED && bound.rule().equals(Conditions.CONDITION);
                    boolean plain = isPlain(bound) || ((closed || treated) && !isByWeapon());
                    return new Individuals.Fate(figure, bound.anchor(), named, plain, lived, kin);
                }));
    }

    /** Players get injured, too. */
    private boolean isByWeapon() {
        return sentence.tokens().stream()
                .anyMatch(token -> WEAPON.matcher(token.lemma()).matches());
    }

    /** Somebody who died of nothing that happened. */
    private boolean isPlain(Bound bound) {
        return sentence.token(bound.anchor()).lemma().matches("die|death")
                && causes.of(bound.anchor()).isEmpty();
    }
}
