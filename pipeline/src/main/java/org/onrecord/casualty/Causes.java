package org.onrecord.casualty;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.onrecord.document.Parse;

/** What killed or hurt them: the event, what went wrong, or how it was done. */
final class Causes {
    private static final Set<String> DEEDS =
            Set.of("murder", "massacre", "shooting", "stabbing", "lynching", "assassination", "bombing");

    private static final int CLIMB = 3;

    private final Parse sentence;
    private final String text;
    private final Harm harm;
    private final Clause clause;

    Causes(Parse sentence, String text, Harm harm) {
        this.sentence = sentence;
        this.text = text;
        this.harm = harm;
        this.clause = new Clause(sentence, text);
    }

    /** Events do harm and say nothing; people and bodies do and say. */
    boolean isEvent(int head) {
        return harm.events().contains(lemma(head));
    }

    /** Without its article; empty where the sentence gives none. */
    Optional<String> of(int anchor) {
        return sentence.children(anchor, "obl", "nmod").stream()
                .filter(this::isEvent)
                .filter(child -> clause.preposition(child).matches("in|during|by|from|after|of|following|under|at"))
                .findFirst()
                .map(clause::narrow)
                .or(() -> deed(anchor))
                .or(() -> mishap(anchor))
                .or(() -> eventAbove(anchor))
                .or(() -> eventBehind(anchor))
                .map(words -> words.replaceFirst("^(?i)(?:an?|the) ", ""));
    }

    /** "shooting" of "shot dead", "cold" of "froze to death". */
    Optional<String> manner(int anchor) {
        return sentence.token(anchor).isVerb() ? harm.manners().find(lemma(anchor)) : Optional.empty();
    }

    /** "the murder of three", "mine blast toll": the noun of harm says it. */
    private Optional<String> deed(int anchor) {
        if (DEEDS.contains(lemma(anchor)) && sentence.token(anchor).isNoun()) {
            return Optional.of(sentence.token(anchor).form());
        }
        return sentence.children(anchor, "compound").stream()
                .filter(this::isEvent)
                .findFirst()
                .map(event -> sentence.span(sentence.subtree(event)).of(text))
                .map(words -> anchor > 1
                                && sentence.hasRelation(anchor - 2, "compound")
                                && sentence.governor(anchor - 2).orElse(-1) == anchor
                        ? sentence.span(anchor - 2, anchor - 1).of(text)
                        : words);
    }

    /** "The raid left five dead", "the stampede, in which 54 pilgrims died": what does it, or what it happened in. */
    private Optional<String> eventAbove(int anchor) {
        int at = anchor;
        for (int climbed = 0; climbed < CLIMB; climbed++) {
            Optional<Integer> subject = sentence.children(at, "nsubj").stream()
                    .filter(this::isEvent)
                    .findFirst();
            if (subject.isPresent()) {
                return subject.map(clause::words);
            }
            OptionalInt up = sentence.governor(at);
            if (up.isEmpty()) {
                return Optional.empty();
            }
            boolean within = sentence.hasRelation(at, "acl", "acl:relcl", "compound", "nmod", "dep", "obl");
            if (within && sentence.token(up.getAsInt()).isNoun() && isEvent(up.getAsInt())) {
                return Optional.of(clause.words(up.getAsInt()));
            }
            at = up.getAsInt();
        }
        return Optional.empty();
    }

    /** "when the boiler exploded", "as 30ft oak falls"; "when the market was shelled" is shelling. */
    private Optional<String> mishap(int anchor) {
        return sentence.children(anchor, "advcl").stream()
                .filter(verb -> harm.mishaps().contains(lemma(verb)))
                .filter(verb -> sentence.children(verb, "mark", "advmod").stream()
                        .anyMatch(word -> sentence.token(word)
                                .form()
                                .toLowerCase(Locale.ROOT)
                                .matches("when|after|as")))
                .findFirst()
                .flatMap(verb -> sentence.child(verb, "nsubj:pass").isPresent()
                                && manner(verb).isPresent()
                        ? manner(verb)
                        : happened(verb));
    }

    private Optional<String> happened(int verb) {
        return sentence.child(verb, "nsubj", "nsubj:pass").stream()
                .mapToObj(subject -> isEvent(subject)
                        ? clause.narrow(subject)
                        : clause.words(subject) + " " + sentence.token(verb).form())
                .findFirst();
    }

    /** "killed on Monday in a drone strike": however the parser hung it, up to the next clause. */
    private Optional<String> eventBehind(int anchor) {
        return clause.behind(
                        anchor,
                        and -> true,
                        word -> sentence.token(word).isNoun()
                                && isEvent(word)
                                && clause.preposition(word).matches("in|during|by|from|after|of|following"))
                .map(clause::narrow);
    }

    private String lemma(int word) {
        return sentence.token(word).lemma().toLowerCase(Locale.ROOT);
    }
}
