package org.onrecord.casualty;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.onrecord.document.CasualtyFigure.Outcome;
import org.onrecord.document.Parse;
import org.onrecord.document.Token;

/** Frames of verbs: "were killed", "drowned", "killing four", "left five dead", "shot himself". */
final class VerbFrames {
    private static final Set<String> ALL_BUT_SAID = Set.of("claim", "take", "cost");
    private static final Set<String> KIN = Set.of(
            "relative",
            "son",
            "daughter",
            "child",
            "brother",
            "sister",
            "parent",
            "mother",
            "father",
            "member",
            "wife",
            "husband",
            "cousin",
            "colleague",
            "comrade",
            "friend",
            "soldier",
            "man",
            "fighter",
            "neighbour",
            "neighbor",
            "people",
            "crew");
    private static final Set<String> REFLEXIVES =
            Set.of("himself", "herself", "itself", "themself", "themselves", "self");

    /** How many words can stand between "leaving" and whom it left dead. */
    private static final int LEAVES = 8;

    private final Parse sentence;
    private final Harm harm;
    private final Deeds deeds;

    VerbFrames(Parse sentence, Harm harm) {
        this.sentence = sentence;
        this.harm = harm;
        this.deeds = new Deeds(sentence, harm);
    }

    /** "buried 13 victims" are dead; "cost 40 people their sight" are hurt. */
    Optional<Bound> mourned(int head) {
        OptionalInt verb = sentence.governor(head);
        if (verb.isEmpty() || !sentence.hasRelation(head, "obj", "iobj")) {
            return Optional.empty();
        }
        int v = verb.getAsInt();
        String lemma = sentence.token(v).lemma();
        boolean buried = lemma.matches("bury|mourn|exhume|cremate")
                && sentence.token(head).lemma().matches("victim|body|corpse|martyr");
        if (buried) {
            return Optional.of(new Bound(Outcome.KILLED, v, "casualty-mourned", 0.8));
        }
        boolean maimed = lemma.matches("cost|rob|deprive")
                && sentence.children(v, "obj", "obl").stream()
                        .anyMatch(word ->
                                sentence.token(word).lemma().matches("sight|eyesight|hearing|leg|arm|limb|hand|foot"));
        return maimed
                ? Optional.of(new Bound(Outcome.INJURED, v, "casualty-maimed", 0.8, deeds.subject(v)))
                : Optional.empty();
    }

    /** "A teenager accidentally shot himself", "Man shoots self", "A boy had surgery after shooting himself" */
    Optional<Bound> reflexive(int head) {
        OptionalInt verb = sentence.governor(head);
        if (verb.isEmpty() || !sentence.hasRelation(head, "nsubj", "nsubj:pass") || isPastDeed(head)) {
            return Optional.empty();
        }
        boolean own = sentence.hasRelation(head, "nsubj");
        return IntStream.concat(
                        own ? IntStream.of(verb.getAsInt()) : IntStream.empty(),
                        sentence.children(verb.getAsInt(), "advcl", "dep").stream()
                                .mapToInt(Integer::intValue))
                .filter(word -> isReflexive(word + 1)
                        || sentence.children(word, "obj", "dep").stream().anyMatch(this::isReflexive))
                .filter(word ->
                        word == verb.getAsInt() || sentence.child(word, "nsubj").isEmpty())
                .mapToObj(word -> deeds.done(word).map(outcome -> new Bound(outcome, word, "casualty-reflexive", 0.85)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** "shot the child and a woman, then shot himself": the woman is done with, however the parser hung her. */
    private boolean isPastDeed(int head) {
        return head + 2 < sentence.size()
                && sentence.token(head + 1).form().equals(",")
                && sentence.token(head + 2).form().equals("then");
    }

    private boolean isReflexive(int word) {
        return word < sentence.size()
                && REFLEXIVES.contains(sentence.token(word).form().toLowerCase(Locale.ROOT));
    }

    /** "leaving Brandon Lahr dead" */
    Optional<Bound> left(int word) {
        int before = sentence.tokens().subList(0, word).stream()
                .map(Token::lemma)
                .toList()
                .lastIndexOf("leave");
        boolean near = before >= 0 && word - before <= LEAVES;
        return near && word + 1 < sentence.size()
                ? harm.state(sentence.token(word + 1))
                        .map(outcome -> new Bound(outcome, word + 1, "casualty-left", 0.85, deeds.subject(before)))
                : Optional.empty();
    }

    /** "five guards taken hostage", with or without "were" */
    Optional<Bound> captive(int head) {
        OptionalInt verb = sentence.governor(head);
        boolean taken = verb.isPresent()
                && verb.getAsInt() > head
                && sentence.hasRelation(head, "nsubj", "nsubj:pass", "dep")
                && sentence.token(verb.getAsInt()).tag().equals("VBN")
                && sentence.token(verb.getAsInt()).lemma().equals("take");
        return taken
                ? deeds.done(verb.getAsInt())
                        .map(outcome -> new Bound(
                                outcome, verb.getAsInt(), "casualty-passive", 0.9, deeds.agent(verb.getAsInt())))
                : Optional.empty();
    }

    /** "In 2021 bandits took 276 girls from a school" */
    Optional<Bound> seized(int head) {
        OptionalInt verb = sentence.governor(head);
        if (verb.isEmpty() || !sentence.hasRelation(head, "obj") || !harm.isPerson(sentence.token(head))) {
            return Optional.empty();
        }
        OptionalInt subject = deeds.subject(verb.getAsInt());
        boolean takers = sentence.token(verb.getAsInt()).lemma().matches("take|snatch|grab|herd")
                && subject.stream()
                        .anyMatch(
                                word -> sentence.token(word)
                                        .lemma()
                                        .matches(
                                                "bandit|gunman|rebel|militant|kidnapper|insurgent|fighter|militia|pirate|jihadist|guerrilla"))
                && sentence.children(verb.getAsInt(), "obl").stream()
                        .anyMatch(word -> sentence.children(word, "case").stream()
                                .anyMatch(link -> sentence.token(link).form().equals("from")));
        return takers
                ? Optional.of(new Bound(Outcome.ABDUCTED, verb.getAsInt(), "casualty-seized", 0.8, subject))
                : Optional.empty();
    }

    /** twelve villagers were killed; 12 killed (headline) */
    Optional<Bound> passive(int head) {
        OptionalInt verb = sentence.governor(head);
        if (verb.isEmpty()) {
            return Optional.empty();
        }
        int v = verb.getAsInt();
        boolean participle =
                sentence.token(v).tag().equals("VBN") || sentence.token(v).tag().startsWith("JJ");
        boolean subject = sentence.hasRelation(head, "nsubj:pass")
                || (sentence.hasRelation(head, "nsubj", "dep")
                        && sentence.token(v).tag().equals("VBN")
                        && !deeds.hasObject(v)
                        && sentence.child(v, "aux").isEmpty());
        return subject && participle
                ? deeds.done(v).map(outcome -> new Bound(outcome, v, "casualty-passive", 0.93, deeds.agent(v)))
                : Optional.empty();
    }

    /** eleven migrants drowned; 22 commuters lost their lives */
    Optional<Bound> intransitive(int head) {
        OptionalInt verb = sentence.governor(head);
        if (verb.isEmpty() || !sentence.hasRelation(head, "nsubj", "nsubj:pass", "dep")) {
            return Optional.empty();
        }
        int v = verb.getAsInt();
        if (sentence.token(v).tag().equals("VBG") && sentence.child(v, "aux").isPresent()) {
            return Optional.empty(); // "are starving" may yet live
        }
        boolean lostLife = sentence.token(v).lemma().equals("lose")
                && sentence.children(v, "obj").stream()
                        .anyMatch(word -> sentence.token(word).lemma().equals("life"));
        boolean frozen = sentence.token(v).lemma().matches("freeze|burn|starve|bleed|choke|fall")
                && sentence.children(v, "obl", "nmod").stream()
                        .anyMatch(word -> sentence.token(word).lemma().equals("death"));
        boolean suffered = sentence.token(v).lemma().matches("suffer|sustain|receive")
                && sentence.children(v, "obj").stream()
                        .anyMatch(word -> sentence.token(word).lemma().matches("injury|wound|burn|fracture"));
        Optional<Outcome> outcome = lostLife || frozen
                ? Optional.of(Outcome.KILLED)
                : suffered ? Optional.of(Outcome.INJURED) : harm.suffered(sentence.token(v));
        return outcome.map(found -> new Bound(found, v, "casualty-intransitive", 0.92));
    }

    /** the blast killed 17 soldiers; killing four; left five dead; claimed 312 lives; Omar lost 11 relatives */
    Optional<Bound> object(int head) {
        OptionalInt verb = sentence.governor(head);
        if (verb.isEmpty() || !sentence.hasRelation(head, "obj", "iobj", "dep", "nsubj", "xcomp", "ccomp", "nmod")) {
            return Optional.empty();
        }
        int v = verb.getAsInt();
        String lemma = sentence.token(v).lemma();
        boolean object = sentence.hasRelation(head, "obj", "dep")
                && head > v
                && sentence.token(v).isVerb()
                && !(Headlines.isHeadline(sentence)
                        && sentence.token(v + 1).form().equals(",")); // "Teen killed, three men hurt"
        boolean scores = lemma.equals("shoot") && sentence.token(head).tag().equals("CD") && isPlayer(v);
        if (object && !scores && !deeds.isPassive(v) && deeds.done(v).isPresent()) {
            return deeds.done(v).map(outcome -> new Bound(outcome, v, "casualty-active", 0.93, deeds.subject(v)));
        }
        if (object
                && ALL_BUT_SAID.contains(lemma)
                && sentence.token(head).lemma().equals("life")) {
            return Optional.of(new Bound(Outcome.KILLED, v, "casualty-lives", 0.92, deeds.subject(v)));
        }
        if (object && lemma.equals("lose") && KIN.contains(sentence.token(head).lemma())) {
            return Optional.of(new Bound(Outcome.KILLED, v, "casualty-lost-kin", 0.8));
        }
        if (lemma.equals("leave") || lemma.equals("force") || lemma.equals("drive")) {
            Optional<Outcome> state = stateAfter(v, head);
            return state.map(outcome -> new Bound(outcome, v, "casualty-left", 0.9, deeds.subject(v)));
        }
        return Optional.empty();
    }

    /** left 60 villagers dead: the state that follows the object */
    private Optional<Outcome> stateAfter(int verb, int head) {
        for (int word = head + 1; word < Math.min(sentence.size(), head + 5); word++) {
            Optional<Outcome> state = harm.state(sentence.token(word));
            if (state.isPresent()) {
                return state;
            }
            if (sentence.token(word).tag().matches("[,.:]|CC")) {
                return Optional.empty();
            }
        }
        boolean homes = sentence.children(verb, "obl").stream()
                .anyMatch(word -> sentence.token(word).lemma().matches("home|house|village"));
        return homes && !sentence.token(verb).lemma().equals("leave")
                ? Optional.of(Outcome.DISPLACED)
                : Optional.empty();
    }

    /** the five people killed in the fire; a bomb that killed 43 is the object frame */
    Optional<Bound> participle(int head) {
        for (int child : sentence.children(head, "acl", "amod", "dep", "acl:relcl")) {
            boolean after = child > head && sentence.token(child).tag().matches("VBN|JJ|VBD");
            if (after && !deeds.hasObject(child)) {
                Optional<Outcome> outcome = deeds.done(child)
                        .or(() -> harm.state(sentence.token(child)))
                        .or(() -> harm.suffered(sentence.token(child)));
                if (outcome.isPresent()) {
                    return Optional.of(new Bound(outcome.get(), child, "casualty-participle", 0.9, deeds.agent(child)));
                }
            }
        }
        return Optional.empty();
    }

    /** 13 others are missing; two are dead; 40 are feared dead */
    Optional<Bound> predicate(int head) {
        OptionalInt governor = sentence.governor(head);
        if (governor.isEmpty() || !sentence.hasRelation(head, "nsubj", "nsubj:pass", "dep")) {
            return Optional.empty();
        }
        int g = governor.getAsInt();
        boolean another = sentence.hasRelation(head, "dep")
                && head > g
                && sentence.token(g + 1).form().equals(","); // "one dead, one critical"
        Optional<Outcome> direct =
                another ? Optional.empty() : harm.state(sentence.token(g)).filter(outcome -> !deeds.hasObject(g));
        if (direct.isPresent()) {
            return Optional.of(new Bound(direct.get(), g, "casualty-state", 0.9));
        }
        for (int child : sentence.children(g, "xcomp", "acomp", "ccomp", "advcl", "dep", "obj")) {
            Optional<Outcome> state = harm.state(sentence.token(child));
            boolean reports = sentence.token(g)
                    .lemma()
                    .matches(
                            "bring|pull|carry|recover|wash|drag|fear|believe|presume|think|report|find|confirm|declare|pronounce|say|go|list|leave|remain|feel|lie|know");
            if (state.isPresent() && reports && child > head) {
                return Optional.of(new Bound(state.get(), child, "casualty-state", 0.88));
            }
        }
        return Optional.empty();
    }

    /** "killing four", "a flood that year killed 230": the verb right before the number, however it was attached */
    Optional<Bound> verbBefore(NumberPhrase number) {
        int before = number.first() - 1;
        boolean misread = before > 0
                && sentence.token(before).tag().equals("JJ")
                && sentence.token(before - 1).tag().equals("CC")
                && sentence.token(before).form().endsWith("ed");
        if (before < 0
                || number.article()
                || !(misread || sentence.token(before).tag().matches("VB[GDN]"))) {
            return Optional.empty();
        }
        boolean active = sentence.token(before).tag().equals("VBG")
                || (before > 0
                        && (sentence.token(before - 1).tag().matches("NN.*|CD|PRP|WDT|RB|CC")
                                || sentence.token(before - 1).form().matches("that|which|who|has|have|had")));
        if (!active || deeds.isPassive(before)) {
            return Optional.empty();
        }
        boolean scores = sentence.token(before).lemma().equals("shoot") && isBare(number) && isPlayer(before);
        Optional<Outcome> outcome = scores
                ? Optional.empty()
                : harm.done(sentence.token(before))
                        .or(() -> misread ? harm.state(sentence.token(before)) : Optional.empty());
        boolean joined = before >= 2
                && sentence.token(before - 1).tag().equals("CC")
                && sentence.token(before - 2).tag().equals("VBG")
                && harm.done(sentence.token(before - 2))
                        .filter(other -> !outcome.equals(Optional.of(other)))
                        .isPresent();
        return outcome.map(found -> new Bound(
                joined ? Outcome.CASUALTIES : found, before, "casualty-verb-before", 0.85, deeds.subject(before)));
    }

    /** "Lind shot 68"; gunmen who "shot two" play nothing. */
    private boolean isPlayer(int verb) {
        OptionalInt subject = deeds.subject(verb);
        return subject.isEmpty()
                || sentence.token(subject.getAsInt()).tag().matches("NNP|PRP|WP")
                || !harm.isPerson(sentence.token(subject.getAsInt()));
    }

    /** "shot 68": no people follow. */
    private boolean isBare(NumberPhrase number) {
        int next = number.last() + 1;
        return next >= sentence.size()
                || sentence.token(next).form().equals("to")
                || !sentence.token(next).tag().matches("NN.*|JJ.*|VB[NG]|IN");
    }

    /** searching for six people */
    Optional<Bound> sought(int head) {
        OptionalInt verb = sentence.governor(head);
        boolean search = verb.isPresent()
                && sentence.hasRelation(head, "obl", "nmod")
                && sentence.token(verb.getAsInt()).lemma().matches("search|look|hunt")
                && sentence.children(head, "case").stream()
                        .anyMatch(word -> sentence.token(word).lemma().equals("for"));
        boolean wanted = harm.isPerson(sentence.token(head))
                && !sentence.token(head).lemma().matches("suspect|gunman|attacker|assailant|man|killer");
        return search && wanted
                ? Optional.of(new Bound(Outcome.MISSING, verb.getAsInt(), "casualty-sought", 0.8))
                : Optional.empty();
    }
}
