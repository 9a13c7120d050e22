package org.onrecord.casualty;

import java.util.Optional;
import org.onrecord.document.CasualtyFigure.Outcome;
import org.onrecord.document.Parse;
import org.onrecord.document.Token;

/** Frames of states that stand beside a number: "five dead", "6,000 displaced people", "40 people were missing". */
final class StateFrames {
    private final Parse sentence;
    private final Harm harm;

    StateFrames(Parse sentence, Harm harm) {
        this.sentence = sentence;
        this.harm = harm;
    }

    /** "Killed in the attack were two guards and a cook" */
    Optional<Bound> inverted(NumberPhrase number) {
        Token first = sentence.token(0);
        int were = number.first() - 1;
        while (were > 0 && !sentence.token(were).form().matches("was|were|[;.]")) {
            were--;
        }
        boolean inverts = first.tag().matches("VBN|VBD|JJ")
                && were > 0
                && !sentence.token(were).form().matches("[;.]");
        boolean only = inverts
                && sentence.tokens().subList(were + 1, number.first()).stream()
                        .allMatch(token -> token.tag().matches("CC|,|CD|DT|NN.*|JJ|IN"));
        return only
                ? harm.done(first)
                        .or(() -> harm.state(first))
                        .map(outcome -> new Bound(outcome, 0, "casualty-inverted", 0.85))
                : Optional.empty();
    }

    /** "6,000 displaced people" */
    Optional<Bound> modified(NumberPhrase number, int head) {
        for (int word = number.last() + 1; word < head; word++) {
            Optional<Outcome> state = harm.state(sentence.token(word));
            boolean had = sentence.governor(head).stream()
                    .anyMatch(verb -> sentence.token(verb).lemma().equals("have"));
            if (state.isPresent() && harm.isPerson(sentence.token(head)) && !number.article() && !had) {
                return Optional.of(new Bound(state.get(), word, "casualty-modifier", 0.8));
            }
        }
        return Optional.empty();
    }

    /** five dead, 12 wounded: the state right behind the number */
    Optional<Bound> adjacent(NumberPhrase number, int head) {
        if (number.article() && !sentence.token(number.first()).form().equalsIgnoreCase("another")) {
            boolean left = sentence.tokens().subList(0, number.first()).stream()
                    .anyMatch(token -> token.lemma().equals("leave"));
            boolean aged =
                    left && number.last() + 2 < sentence.size() && harm.isPerson(sentence.token(number.last() + 1));
            return left && harm.isPerson(sentence.token(head))
                    ? stateAt(head + 1)
                    : aged ? stateAt(number.last() + 2) : Optional.empty();
        }
        Optional<Bound> next = stateAt(number.last() + 1);
        boolean person = head > number.last() && harm.isPerson(sentence.token(head));
        return next.or(() -> person ? stateAt(head + 1) : Optional.empty());
    }

    /** "6,000 dead and wounded" */
    private boolean isDeadAndWounded(int state) {
        int other = state + 2;
        return other < sentence.size()
                && sentence.token(state + 1).form().matches("and|or")
                && sentence.token(state).form().matches("(?i)dead|killed")
                && sentence.token(other).form().matches("(?i)wounded|injured|hurt")
                && (other + 1 == sentence.size()
                        || !sentence.token(other + 1).tag().equals("CD"));
    }

    /** "wounded two", not "wounded and claimed two lives": the parser hangs what is another verb's on the first. */
    private boolean hasOwnObject(int state) {
        return sentence.children(state, "obj").stream()
                .anyMatch(object -> object > state
                        && sentence.tokens().subList(state + 1, object).stream()
                                .noneMatch(token -> token.tag().equals("CC")));
    }

    /** "two people found dead", "two more who were injured": up to the state */
    private int towardsState(int from) {
        int who = is(from, "more|others?") ? from + 1 : from;
        boolean relative = is(who, "who|that") && is(who + 1, "was|were");
        int verb = relative ? who + 2 : who;
        boolean found = is(verb, "found|discovered") && is(verb + 1, "dead");
        return found ? verb + 1 : relative ? verb : from;
    }

    private boolean is(int word, String forms) {
        return word < sentence.size() && sentence.token(word).form().matches(forms);
    }

    private Optional<Bound> stateAt(int from) {
        int state = towardsState(from);
        while (state < sentence.size()
                && (sentence.token(state).tag().matches("RB.?|''|``")
                        || sentence.token(state).form().matches("walking|[’'”\"]"))) {
            state++;
        }
        if (state >= sentence.size() || hasOwnObject(state)) {
            return Optional.empty();
        }
        int bound = state;
        boolean fatal = sentence.tokens().subList(from, state).stream()
                .anyMatch(token -> token.form().matches("(?i)fatally|mortally"));
        int governor = sentence.governor(bound).orElse(-1);
        boolean modifiesNoun = sentence.hasRelation(bound, "amod", "compound")
                && governor > bound
                && sentence.token(governor).isNoun();
        return modifiesNoun
                ? Optional.empty()
                : harm.state(sentence.token(bound))
                        .map(outcome -> fatal ? Outcome.KILLED : outcome)
                        .map(outcome -> isDeadAndWounded(bound) ? Outcome.CASUALTIES : outcome)
                        .map(outcome -> new Bound(outcome, bound, "casualty-adjacent", 0.88));
    }

    /** "40 people were missing": the state behind the auxiliary, however the parser hung it */
    Optional<Bound> stateAfterAuxiliary(int head) {
        int word = head + 1;
        boolean auxiliary = false;
        while (word < sentence.size()
                && sentence.token(word).tag().matches("VB[DPZN]|RB.?|MD")
                && sentence.token(word).lemma().matches("be|have|remain|still|also|now|go|not")) {
            auxiliary |= sentence.token(word).lemma().matches("be|remain|go");
            word++;
        }
        int state = word;
        boolean base = sentence.hasRelation(head, "nmod"); // two of the 300 passengers were hurt
        return auxiliary
                        && !base
                        && state < sentence.size()
                        && !sentence.token(state - 1).lemma().equals("not")
                ? harm.state(sentence.token(state)).map(outcome -> new Bound(outcome, state, "casualty-state", 0.85))
                : Optional.empty();
    }
}
