package org.onrecord.casualty;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.onrecord.document.CasualtyFigure.Outcome;
import org.onrecord.document.Parse;
import org.onrecord.document.Quantity;
import org.onrecord.document.Token;

/**
 * Binds the head of a counted phrase to an outcome by syntax, one frame after the other; the first that fits decides.
 * Distance plays no part but for the adjacent "five dead".
 */
final class Binder {
    private static final int DEEPEST = 4;

    private final Parse sentence;
    private final Harm harm;
    private final Conditions conditions;
    private final Deeds deeds;
    private final NounFrames nouns;
    private final VerbFrames verbs;
    private final StateFrames states;

    Binder(Parse sentence, Harm harm) {
        this.sentence = sentence;
        this.harm = harm;
        this.conditions = new Conditions(sentence);
        this.deeds = new Deeds(sentence, harm);
        this.nouns = new NounFrames(sentence, harm);
        this.verbs = new VerbFrames(sentence, harm);
        this.states = new StateFrames(sentence, harm);
    }

    /**
     * The outcome for a counted phrase.
     *
     * @param head the noun counted, or the number where no noun follows
     */
    Optional<Bound> outcome(NumberPhrase number, int head) {
        if (sentence.token(head).lemma().equals("count")) {
            return nouns.nominal(head); // "two counts of murder", whatever list they stand in
        }
        return diedOf(number)
                .or(() -> conditions.sent(number.first(), Math.max(head, number.last())))
                .or(() -> conditions.besides(number.first(), Math.max(head, number.last())))
                .or(() -> conditions.fatal(Math.max(head, number.last())))
                .or(() -> nouns.nominal(head))
                .or(() -> states.adjacent(number, head))
                .or(() -> verbs.verbBefore(number))
                .or(() -> verbs.reflexive(head))
                .or(() -> verbs.mourned(head))
                .or(() -> clause(head, 0))
                .or(() -> states.stateAfterAuxiliary(head))
                .or(() -> number.article() ? Optional.empty() : verbs.sought(head))
                .or(() -> listed(head))
                .or(() -> partitive(number))
                .or(() -> states.inverted(number))
                .or(() -> number.quantity() instanceof Quantity.None ? nouns.reported(head) : Optional.empty())
                .or(() -> held(number))
                .or(() -> headline(number, head))
                .or(() -> behind(number, Math.max(head, number.last())))
                .or(() -> states.modified(number, head))
                .or(() -> conditions
                        .of(Math.max(head, number.last()), number.first())
                        .map(bound -> bound.by(deeds.agent(bound.anchor()))))
                .or(() -> conditionOfAll(head))
                .or(() -> number.article() ? Optional.empty() : nouns.victims(head));
    }

    /** "A man, woman and child were rushed to hospital": what is said of the first holds for the list. */
    private Optional<Bound> conditionOfAll(int head) {
        return sentence.hasRelation(head, "conj")
                ? sentence.governor(head).stream()
                        .filter(first -> harm.isPerson(sentence.token(first))
                                && sentence.hasRelation(first, "nsubj:pass", "nsubj"))
                        .mapToObj(first -> conditions.of(first, first).map(Bound::inList))
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }

    /** "One of four women wounded in Marlow has died": what the sentence ends on, however the parser hung the wound. */
    private Optional<Bound> diedOf(NumberPhrase number) {
        int of = number.last() + 1;
        boolean some = of + 1 < sentence.size()
                && sentence.token(of).form().equals("of")
                && sentence.token(of + 1).tag().equals("CD");
        if (!some) {
            return Optional.empty();
        }
        boolean hurt = false;
        for (int word = of + 1; word < sentence.size(); word++) {
            Token token = sentence.token(word);
            if (hurt && harm.suffered(token).filter(Outcome.KILLED::equals).isPresent()) {
                return Optional.of(new Bound(Outcome.KILLED, word, "casualty-of-them", 0.85));
            }
            if (token.form().matches("[,;.:]|and|but|who|when|after|before|as|while|that|which")) {
                return Optional.empty();
            }
            hurt |= harm.done(token).isPresent() || harm.state(token).isPresent();
        }
        return Optional.empty();
    }

    /** "Between 30 and 40 fighters and two guards were killed": what is said of the last in a list goes for all. */
    private Optional<Bound> listed(int head) {
        return sentence.children(head, "conj").stream()
                .filter(other -> sentence.token(other).isNoun()
                        || sentence.token(other).tag().equals("CD"))
                .flatMap(other -> verbs
                        .passive(other)
                        .or(() -> verbs.intransitive(other))
                        .or(() -> states.stateAfterAuxiliary(other))
                        .stream())
                .findFirst()
                .map(Bound::inList);
    }

    /** "Two of the 30 wounded later died": what becomes of some of a number, however the parser hung it. */
    private Optional<Bound> partitive(NumberPhrase number) {
        int base = number.last() + 2;
        boolean of = base < sentence.size()
                && sentence.token(number.last() + 1).form().equals("of")
                && (sentence.token(base).tag().matches("DT|PRP\\$")
                        || sentence.token(base).form().matches("them|whom"));
        if (!of) {
            return Optional.empty();
        }
        int at = base + 1;
        while (at < sentence.size()
                && (sentence.token(at).tag().matches("CD|NN.*|JJ.*|RB")
                        || (harm.state(sentence.token(at)).isPresent() && at <= base + 2))) {
            at++;
        }
        boolean passive = false;
        while (at < sentence.size() && sentence.token(at).lemma().matches("be|have|later|also|subsequently|then|get")) {
            passive |= sentence.token(at).lemma().matches("be|get");
            at++;
        }
        if (at >= sentence.size()) {
            return Optional.empty();
        }
        int verb = at;
        Optional<Outcome> outcome = passive
                ? deeds.done(verb).or(() -> harm.state(sentence.token(verb)))
                : harm.suffered(sentence.token(verb));
        return outcome.map(found -> new Bound(found, verb, "casualty-partitive", 0.85));
    }

    /** "Police arrested 66 protesters and still hold nine" */
    private Optional<Bound> held(NumberPhrase number) {
        boolean hold = number.first() > 0
                && sentence.token(number.first() - 1).lemma().equals("hold")
                && sentence.tokens().stream()
                        .anyMatch(token -> harm.done(token)
                                .filter(Outcome.DETAINED::equals)
                                .isPresent());
        return hold
                ? Optional.of(new Bound(Outcome.DETAINED, number.first() - 1, "casualty-hold", 0.75))
                : Optional.empty();
    }

    /** "Storm claims 9", "Two held as police swoop": what only headlines say so shortly. */
    private Optional<Bound> headline(NumberPhrase number, int head) {
        boolean headline = Headlines.isHeadline(sentence);
        if (!headline || (head != number.number() && !harm.isPerson(sentence.token(head)))) {
            return Optional.empty();
        }
        int before = number.first() - 1;
        int after = Math.max(head, number.last()) + 1;
        if (before > 0 && Headlines.isHarm(sentence.token(before))) {
            Outcome outcome = sentence.token(before).form().equals("Kills") ? Outcome.KILLED : Outcome.INJURED;
            return Optional.of(new Bound(outcome, before, "casualty-headline", 0.8));
        }
        boolean claims = before > 0
                && sentence.token(before).lemma().matches("claim|take")
                && (after == sentence.size() || sentence.token(after).form().matches(",|in|at|as|and|lives"));
        if (claims) {
            return Optional.of(new Bound(Outcome.KILLED, before, "casualty-headline", 0.75, deeds.subject(before)));
        }
        if (after < sentence.size() && sentence.token(after).form().matches("(?i)die|drown|perish")) {
            return Optional.of(new Bound(Outcome.KILLED, after, "casualty-headline", 0.8));
        }
        Optional<Bound> dies = sentence.hasRelation(head, "nsubj") ? dies(after) : Optional.empty();
        if (dies.isPresent()) {
            return dies;
        }
        boolean held = after < sentence.size()
                && sentence.token(after).form().equalsIgnoreCase("held")
                && (after + 1 == sentence.size()
                        || sentence.token(after + 1)
                                .form()
                                .toLowerCase(Locale.ROOT)
                                .matches("as|after|over|in|for|on|,"));
        return held ? Optional.of(new Bound(Outcome.DETAINED, after, "casualty-headline", 0.75)) : Optional.empty();
    }

    /** "Toddler picks up gun, dies", "Wounded teen found outside school dies": of whom the headline speaks all along. */
    private Optional<Bound> dies(int from) {
        for (int word = from; word < sentence.size(); word++) {
            Token token = sentence.token(word);
            if (token.form().matches("(?i)dies|die")) {
                return token.tag().startsWith("VB")
                                && sentence.children(word, "nsubj").isEmpty()
                                && sentence.children(word, "mark").isEmpty()
                        ? Optional.of(new Bound(Outcome.KILLED, word, "casualty-headline", 0.75))
                        : Optional.empty();
            }
            boolean another = harm.isPerson(token)
                    && !(word + 1 < sentence.size()
                            && sentence.token(word + 1).tag().equals("POS"));
            if (another || token.form().matches("(?i)as|after|when|while|before|that|who|and|if|[;:]")) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** However the parser hung it; not of a part, as in "of the 250 prisoners". */
    private Optional<Bound> behind(NumberPhrase number, int last) {
        boolean part = number.first() > 0
                && sentence.token(number.first() - 1).form().matches("of|the|about|average")
                && !number.article();
        boolean bare = last == number.last() && Headlines.isHeadline(sentence) && !number.article();
        boolean people = bare
                || harm.isPerson(sentence.token(last))
                || (last + 1 < sentence.size()
                        && (harm.isPerson(sentence.token(last + 1))
                                || sentence.token(last + 1).lemma().equals("more")));
        int end = bare || harm.isPerson(sentence.token(last)) ? last : last + 1;
        return people && !part ? new Predicates(sentence, harm).behind(end) : Optional.empty();
    }

    /** What became of one who is not counted: a name, "she", "the boy". */
    Optional<Bound> ofIndividual(int word) {
        return ofPerson(word)
                .or(() -> verbs.predicate(word))
                .or(() -> sentence.hasRelation(word, "nmod:poss")
                        ? Optional.empty()
                        : new Predicates(sentence, harm).behind(word))
                .or(() -> sentence.hasRelation(word, "nmod", "obl") ? Optional.empty() : conditions.of(word, word))
                .filter(bound -> !isAnticipated(bound.anchor()));
    }

    /** "quit before he was shot" */
    private boolean isAnticipated(int verb) {
        return sentence.children(verb, "mark").stream()
                .anyMatch(mark -> sentence.token(mark).form().equalsIgnoreCase("before"));
    }

    /** Whether the harm leaves open if they lived: "shot" and "taken to hospital" do, "wounded" does not. */
    boolean leavesOpen(Bound bound) {
        return bound.outcome() == Outcome.INJURED
                && (bound.rule().equals(Conditions.CONDITION)
                        || bound.rule().equals(NounFrames.VICTIMS)
                        || sentence.token(bound.anchor())
                                .lemma()
                                .matches(
                                        "shoot|shot|stab|strike|hit|graze|pierce|shooting|stabbing|treat|burn|hospitali[sz]e"));
    }

    private boolean isPerson(int word) {
        return sentence.token(word).isName() || harm.isPerson(sentence.token(word));
    }

    /** What became of somebody named, where a verb says so. */
    private Optional<Bound> ofPerson(int name) {
        return verbs.reflexive(name)
                .or(() -> verbs.passive(name))
                .or(() -> verbs.intransitive(name))
                .or(() -> verbs.object(name))
                .or(() -> verbs.left(name))
                .or(() -> nouns.possessed(name))
                .or(() -> nouns.deathOf(name))
                .or(() -> sentence.hasRelation(name, "conj", "appos") && isPerson(name)
                        ? sentence.governor(name).stream()
                                .filter(this::isPerson)
                                .mapToObj(this::ofPerson)
                                .flatMap(Optional::stream)
                                .findFirst()
                        : Optional.empty());
    }

    /** "A boy who died on Friday was shot by accident": what the relative clause says first is not undone. */
    private Optional<Bound> diedBefore(int head) {
        return sentence.children(head, "acl:relcl").stream()
                .filter(verb -> harm.suffered(sentence.token(verb))
                        .filter(Outcome.KILLED::equals)
                        .isPresent())
                .filter(verb -> sentence.child(verb, "nsubj").stream()
                        .anyMatch(who -> sentence.token(who).lemma().matches("who|that")))
                .findFirst()
                .map(verb -> new Bound(Outcome.KILLED, verb, "casualty-relative", 0.88));
    }

    private Optional<Bound> clause(int head, int depth) {
        return nouns.deathOf(head)
                .or(() -> diedBefore(head))
                .or(() -> verbs.passive(head))
                .or(() -> verbs.captive(head))
                .or(() -> verbs.seized(head))
                .or(() -> verbs.intransitive(head))
                .or(() -> verbs.object(head))
                .or(() -> verbs.participle(head))
                .or(() -> verbs.predicate(head))
                .or(() -> nouns.ofNoun(head))
                .or(() -> nouns.injuryTo(head))
                .or(() -> nouns.possessed(head))
                .or(() -> nouns.toll(head))
                .or(() -> depth < DEEPEST ? shared(head, depth) : Optional.empty());
    }

    /** three police, a medic and two boys died: the others of a list share the outcome of the first */
    private Optional<Bound> shared(int head, int depth) {
        OptionalInt governor = sentence.governor(head);
        boolean same = sentence.hasRelation(head, "appos")
                && governor.stream()
                        .noneMatch(first -> sentence.child(first, "nummod").isPresent())
                && sentence.children(head, "det").stream()
                        .anyMatch(word -> sentence.token(word).form().matches("(?i)an?"));
        if (governor.isEmpty() || same || !sentence.hasRelation(head, "conj", "appos")) {
            return Optional.empty();
        }
        Optional<Outcome> hurt = sentence.children(head, "amod").stream()
                .filter(word -> sentence.token(word).form().matches("(?i)wounded|injured"))
                .flatMap(word -> harm.state(sentence.token(word)).stream())
                .findFirst();
        if (hurt.isPresent()) {
            return hurt.map(
                    outcome -> new Bound(outcome, head, "casualty-modifier", 0.8)); // "three dead and an injured boy"
        }
        int first = governor.getAsInt();
        boolean counted =
                sentence.token(first).isNoun() || sentence.token(first).tag().equals("CD");
        return counted ? clause(first, depth + 1).map(Bound::inList) : Optional.empty();
    }
}
