package org.onrecord.casualty;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.onrecord.document.Parse;

/** What killed or hurt them: the event, what went wrong, or how it was done. */
final class Causes {
    private static final Set<String> DEEDS =
            Set.of("murder", "massacre", "shooting", "stabbing", "lynching", "assassination", "bombing");

    private static final int CLIMB = 3;

    /** How many words behind the harm a cause can stand. */
    private static final int REACH = 16;

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
        return harm.isEvent(sentence.token(head));
    }

    /** The same, and "Cyclone Ana". */
    boolean isEventOrNamed(int head) {
        return isEvent(head)
                || (sentence.token(head).isName()
                        && sentence.children(head, "compound").stream().anyMatch(this::isEvent));
    }

    /**
     * A cause.
     *
     * @param words for it, without an article
     * @param event the word that heads them
     */
    record Cause(String words, int event) {}

    /** Empty where the sentence gives none. */
    Optional<Cause> of(int anchor) {
        return sentence.children(anchor, "obl", "nmod").stream()
                .filter(this::isEvent)
                .filter(child -> clause.preposition(child).matches("in|during|by|from|after|of|following|under|at|to")
                        || (clause.preposition(child).equals("for")
                                && lemma(anchor).equals("treat")))
                .filter(this::isOccasion)
                .findFirst()
                .map(child -> cause(clause.narrow(child), child))
                .or(() -> deed(anchor))
                .or(() -> mishap(anchor))
                .or(() -> related(anchor))
                .or(() -> eventAbove(anchor))
                .or(() -> eventBehind(anchor))
                .or(this::superlative)
                .or(() -> before(anchor))
                .or(this::after)
                .or(this::reported);
    }

    /** "in a bus" says where; "by a bus" says what did it. */
    private boolean isOccasion(int event) {
        boolean site = harm.places().contains(lemma(event)) // "trapped in a mine"
                && clause.preposition(event).matches("in|at|inside|from|under");
        return !site
                && (!harm.isThing(sentence.token(event))
                        || clause.preposition(event).equals("by"));
    }

    private static Cause cause(String words, int event) {
        return new Cause(Times.behind(Clause.bare(words)), event);
    }

    /** "A dam collapsed above Corley, leaving 40 missing", "Rebels attacked the town, killing three" */
    private Optional<Cause> before(int anchor) {
        boolean follows = sentence.hasRelation(anchor, "advcl", "conj", "xcomp", "dep", "acl")
                || sentence.token(anchor).tag().equals("VBG");
        return clause.before(follows ? anchor : 0)
                .filter(word -> sentence.token(word).tag().startsWith("VBD"))
                .boxed()
                .flatMap(verb -> attacked(verb).or(() -> opensFire(verb)).or(() -> wentWrong(verb)).stream())
                .findFirst();
    }

    private Optional<Cause> attacked(int verb) {
        return harm.events().contains(lemma(verb))
                        && sentence.child(verb, "obj").isPresent()
                ? manner(verb).map(noun -> cause(noun, verb))
                : Optional.empty();
    }

    private Optional<Cause> opensFire(int verb) {
        return lemma(verb).equals("open")
                        && verb + 1 < sentence.size()
                        && lemma(verb + 1).equals("fire")
                ? harm.manners().find("shoot").map(noun -> cause(noun, verb))
                : Optional.empty();
    }

    private Optional<Cause> wentWrong(int verb) {
        return Harm.isMishap(sentence.token(verb))
                ? happened(verb).filter(unused -> sentence.child(verb, "obj").isEmpty())
                : Optional.empty();
    }

    /** "With 70 dead, it is the worst flood in a decade" */
    private Optional<Cause> superlative() {
        for (int word = 0; word + 1 < sentence.size(); word++) {
            boolean worst = sentence.token(word)
                    .form()
                    .toLowerCase(Locale.ROOT)
                    .matches("deadliest|worst|bloodiest|biggest|heaviest");
            for (int event = word + 1; worst && event < Math.min(sentence.size(), word + 4); event++) {
                if (sentence.token(event).isNoun() && isEvent(event)) {
                    return Optional.of(cause(sentence.token(event).form(), event));
                }
            }
        }
        return Optional.empty();
    }

    /** "Police were called to reports of a stabbing" */
    private Optional<Cause> reported() {
        return IntStream.range(1, sentence.size())
                .filter(word ->
                        harm.events().contains(sentence.token(word).form().toLowerCase(Locale.ROOT))
                                && sentence.hasRelation(word, "nmod")
                                && clause.preposition(word).equals("of"))
                .filter(word -> sentence.governor(word).stream()
                        .anyMatch(up -> lemma(up).equals("report")))
                .mapToObj(word -> cause(clause.narrow(word), word))
                .findFirst();
    }

    /** "following a two-car collision", "A fortnight after the gale": wherever in the sentence. */
    private Optional<Cause> after() {
        for (int event = 1; event < sentence.size(); event++) {
            int word = event;
            boolean behind = sentence.token(event).isNoun()
                    && isEvent(event)
                    && IntStream.rangeClosed(1, 4)
                            .map(back -> word - back)
                            .filter(at -> at >= 0)
                            .takeWhile(at -> !sentence.token(at).isVerb()
                                    || sentence.token(at).form().equals("following"))
                            .anyMatch(at -> sentence.token(at).form().matches("(?i)after|following"));
            if (behind) {
                return Optional.of(cause(clause.narrow(event), event));
            }
        }
        return Optional.empty();
    }

    /** "shooting" of "shot dead", "cold" of "froze to death". */
    Optional<String> manner(int anchor) {
        return sentence.token(anchor).isVerb() ? harm.manners().find(lemma(anchor)) : Optional.empty();
    }

    /** "the murder of three", "mine blast toll": the noun of harm says it. */
    private Optional<Cause> deed(int anchor) {
        if (DEEDS.contains(lemma(anchor)) && sentence.token(anchor).isNoun()) {
            return Optional.of(cause(sentence.token(anchor).form(), anchor));
        }
        return sentence.children(anchor, "compound").stream()
                .filter(this::isEvent)
                .findFirst()
                .map(event -> cause(
                        anchor > 1
                                        && sentence.hasRelation(anchor - 2, "compound")
                                        && sentence.governor(anchor - 2).orElse(-1) == anchor
                                ? sentence.span(anchor - 2, anchor - 1).of(text)
                                : sentence.span(sentence.subtree(event)).of(text),
                        event));
    }

    /** "a missile attack on Kyiv on Sunday that killed two": whatever the parser hung the clause on. */
    private Optional<Cause> related(int anchor) {
        int first = anchor;
        while (first > 1 && sentence.token(first - 1).lemma().matches("have|reportedly|also")) {
            first--;
        }
        int pronoun = first - 1;
        if (pronoun < 1 || !sentence.token(pronoun).form().matches("that|which")) {
            return Optional.empty();
        }
        return IntStream.rangeClosed(1, Math.min(REACH, pronoun))
                .map(back -> pronoun - back)
                .takeWhile(word -> !sentence.token(word).isVerb()
                        && !sentence.token(word).form().matches("[,;:“”\"]"))
                .filter(word -> sentence.token(word).isNoun() && isEvent(word) && !harm.isThing(sentence.token(word)))
                .mapToObj(word -> cause(clause.narrow(word), word))
                .findFirst();
    }

    /** "The raid left five dead", "the stampede, in which 54 pilgrims died": what does it, or what it happened in. */
    private Optional<Cause> eventAbove(int anchor) {
        int at = anchor;
        for (int climbed = 0; climbed < CLIMB; climbed++) {
            Optional<Integer> subject = sentence.children(at, "nsubj").stream()
                    .filter(this::isEvent)
                    .findFirst();
            if (subject.isPresent()) {
                return subject.map(word -> cause(clause.narrow(word), word));
            }
            OptionalInt up = sentence.governor(at);
            if (up.isEmpty()) {
                return Optional.empty();
            }
            boolean within = sentence.hasRelation(at, "acl", "acl:relcl", "compound", "nmod", "dep", "obl");
            boolean apart = sentence.hasRelation(at, "acl")
                    && harm.isThing(sentence.token(up.getAsInt())); // "fired on a bus, killing"
            if (within && !apart && sentence.token(up.getAsInt()).isNoun() && isEvent(up.getAsInt())) {
                return Optional.of(cause(clause.narrow(up.getAsInt()), up.getAsInt()));
            }
            at = up.getAsInt();
        }
        return Optional.empty();
    }

    /** "when the boiler exploded", "as 30ft oak falls"; "when the market was shelled" is shelling. */
    private Optional<Cause> mishap(int anchor) {
        return clause.occasions(anchor)
                .filter(verb -> harm.mishaps().contains(lemma(verb)))
                .findFirst()
                .flatMap(verb -> manner(verb).isPresent()
                                && (sentence.child(verb, "nsubj:pass").isPresent()
                                        || sentence.children(verb, "nsubj").stream()
                                                .anyMatch(doer -> harm.isPerson(sentence.token(doer))))
                        ? manner(verb).map(noun -> cause(noun, verb))
                        : happened(verb));
    }

    private Optional<Cause> happened(int verb) {
        return sentence.child(verb, "nsubj", "nsubj:pass").stream()
                .filter(subject -> !sentence.token(subject).tag().startsWith("PRP")) // "after she was hit"
                .mapToObj(subject -> cause(
                        isEvent(subject)
                                ? clause.narrow(subject)
                                : clause.words(subject) + " "
                                        + sentence.token(verb).form(),
                        isEvent(subject) ? subject : verb))
                .findFirst();
    }

    /** "killed on Monday in a drone strike": however the parser hung it, up to the next clause. */
    private Optional<Cause> eventBehind(int anchor) {
        return clause.behind(
                        anchor,
                        REACH,
                        and -> true,
                        word -> sentence.token(word).isNoun()
                                && isEvent(word)
                                && isOccasion(word)
                                && clause.preposition(word).matches("in|during|by|from|after|of|following"))
                .map(word -> cause(clause.narrow(word), word));
    }

    private String lemma(int word) {
        return sentence.token(word).lemma().toLowerCase(Locale.ROOT);
    }
}
