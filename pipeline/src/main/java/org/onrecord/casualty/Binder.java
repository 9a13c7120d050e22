package org.onrecord.casualty;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.onrecord.document.CasualtyFigure.Outcome;
import org.onrecord.document.Parse;
import org.onrecord.document.Quantity;
import org.onrecord.document.Token;

/**
 * Binds the head of a counted phrase to an outcome by syntax, one frame after the other; the first that fits decides.
 * Distance plays no part but for the adjacent "five dead".
 */
final class Binder {
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
    private static final int DEEPEST = 4;

    /** How many words can stand between "leaving" and whom it left dead. */
    private static final int LEAVES = 8;

    private final Parse sentence;
    private final Harm harm;
    private final Conditions conditions;

    Binder(Parse sentence, Harm harm) {
        this.sentence = sentence;
        this.harm = harm;
        this.conditions = new Conditions(sentence);
    }

    /**
     * The outcome for a counted phrase.
     *
     * @param head the noun counted, or the number where no noun follows
     */
    Optional<Bound> outcome(NumberPhrase number, int head) {
        return conditions
                .sent(number.first(), Math.max(head, number.last()))
                .or(() -> nominal(head))
                .or(() -> adjacent(number, head))
                .or(() -> verbBefore(number))
                .or(() -> reflexive(head))
                .or(() -> mourned(head))
                .or(() -> clause(head, 0))
                .or(() -> stateAfterAuxiliary(head))
                .or(() -> number.article() ? Optional.empty() : sought(head))
                .or(() -> listed(head))
                .or(() -> partitive(number))
                .or(() -> inverted(number))
                .or(() -> number.quantity() instanceof Quantity.None ? reported(head) : Optional.empty())
                .or(() -> held(number))
                .or(() -> headline(number, head))
                .or(() -> behind(number, Math.max(head, number.last())))
                .or(() -> modified(number, head))
                .or(() -> conditions
                        .of(Math.max(head, number.last()), number.first())
                        .map(bound -> bound.by(agent(bound.anchor()))));
    }

    /** "Between 30 and 40 fighters and two guards were killed": what is said of the last in a list goes for all. */
    private Optional<Bound> listed(int head) {
        return sentence.children(head, "conj").stream()
                .filter(other -> sentence.token(other).isNoun()
                        || sentence.token(other).tag().equals("CD"))
                .flatMap(other ->
                        passive(other).or(() -> intransitive(other)).or(() -> stateAfterAuxiliary(other)).stream())
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
        Optional<Outcome> outcome =
                passive ? done(verb).or(() -> harm.state(sentence.token(verb))) : harm.suffered(sentence.token(verb));
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
        boolean headline = sentence.token(sentence.size() - 1).isWord();
        if (!headline || (head != number.number() && !harm.isPerson(sentence.token(head)))) {
            return Optional.empty();
        }
        int before = number.first() - 1;
        int after = Math.max(head, number.last()) + 1;
        boolean claims = before > 0
                && sentence.token(before).lemma().matches("claim|take")
                && (after == sentence.size() || sentence.token(after).form().matches(",|in|at|as|and|lives"));
        if (claims) {
            return Optional.of(new Bound(Outcome.KILLED, before, "casualty-headline", 0.75, subject(before)));
        }
        if (after < sentence.size() && sentence.token(after).form().matches("(?i)die|drown|perish")) {
            return Optional.of(new Bound(Outcome.KILLED, after, "casualty-headline", 0.8));
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

    /** "Killed in the attack were two guards and a cook" */
    private Optional<Bound> inverted(NumberPhrase number) {
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

    /** However the parser hung it; not of a part, as in "of the 250 prisoners". */
    private Optional<Bound> behind(NumberPhrase number, int last) {
        boolean part = number.first() > 0
                && sentence.token(number.first() - 1).form().matches("of|the|about|average")
                && !number.article();
        boolean bare = last == number.last() && Headlines.isHeadline(sentence) && !number.article();
        boolean people = bare
                || harm.isPerson(sentence.token(last))
                || (last + 1 < sentence.size() && harm.isPerson(sentence.token(last + 1)));
        int end = bare || harm.isPerson(sentence.token(last)) ? last : last + 1;
        return people && !part ? new Predicates(sentence, harm).behind(end) : Optional.empty();
    }

    /** "6,000 displaced people" */
    private Optional<Bound> modified(NumberPhrase number, int head) {
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

    /** "buried 13 victims" are dead; "cost 40 people their sight" are hurt. */
    private Optional<Bound> mourned(int head) {
        OptionalInt verb = governor(head);
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
                ? Optional.of(new Bound(Outcome.INJURED, v, "casualty-maimed", 0.8, subject(v)))
                : Optional.empty();
    }

    /** "A teenager accidentally shot himself", "Man shoots self" */
    private Optional<Bound> reflexive(int head) {
        OptionalInt verb = governor(head);
        boolean self = verb.isPresent()
                && sentence.hasRelation(head, "nsubj")
                && sentence.children(verb.getAsInt(), "obj", "dep").stream()
                        .anyMatch(object -> REFLEXIVES.contains(
                                sentence.token(object).form().toLowerCase(Locale.ROOT)));
        return self
                ? done(verb.getAsInt()).map(outcome -> new Bound(outcome, verb.getAsInt(), "casualty-reflexive", 0.85))
                : Optional.empty();
    }

    /** "leaving Brandon Lahr dead" */
    private Optional<Bound> left(int word) {
        int before = sentence.tokens().subList(0, word).stream()
                .map(Token::lemma)
                .toList()
                .lastIndexOf("leave");
        boolean near = before >= 0 && word - before <= LEAVES;
        return near && word + 1 < sentence.size()
                ? harm.state(sentence.token(word + 1))
                        .map(outcome -> new Bound(outcome, word + 1, "casualty-left", 0.85, subject(before)))
                : Optional.empty();
    }

    /** "the victim’s death", "Zenon Hale’s murder" */
    private Optional<Bound> possessed(int word) {
        OptionalInt noun = governor(word);
        return noun.isPresent() && sentence.hasRelation(word, "nmod:poss")
                ? death(noun.getAsInt(), word)
                : Optional.empty();
    }

    /** "the shooting death of Ana Holt", "the murder of his wife": the noun says it of one who is not counted. */
    private Optional<Bound> deathOf(int word) {
        OptionalInt noun = governor(word);
        return noun.isPresent() && sentence.hasRelation(word, "nmod") && isOf(word)
                ? death(noun.getAsInt(), word)
                : Optional.empty();
    }

    private Optional<Bound> death(int noun, int word) {
        String lemma = sentence.token(noun).lemma().toLowerCase(Locale.ROOT);
        boolean violent = sentence.children(noun, "amod", "compound").stream()
                .map(part -> sentence.token(part).lemma().toLowerCase(Locale.ROOT))
                .anyMatch(part -> part.matches("fatal|deadly|shooting|stabbing|gunshot|gun|beating|drowning"));
        boolean killed = lemma.matches("murder|killing|slaying|homicide|assassination|manslaughter")
                || (lemma.matches("death|shooting|stabbing|beating") && violent)
                || (lemma.equals("death") && !sentence.token(word).isName());
        return killed ? Optional.of(new Bound(Outcome.KILLED, noun, "casualty-of-noun", 0.8)) : Optional.empty();
    }

    private boolean isOf(int word) {
        return sentence.children(word, "case").stream()
                .anyMatch(link -> sentence.token(link).lemma().equals("of"));
    }

    /** What became of one who is not counted: a name, "she", "the boy". */
    Optional<Bound> ofIndividual(int word) {
        return ofPerson(word)
                .or(() -> predicate(word))
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
                && (bound.rule().equals("casualty-condition")
                        || sentence.token(bound.anchor())
                                .lemma()
                                .matches("shoot|shot|stab|strike|hit|shooting|stabbing|treat|burn"));
    }

    private boolean isPerson(int word) {
        return sentence.token(word).isName() || harm.isPerson(sentence.token(word));
    }

    /** What became of somebody named, where a verb says so. */
    private Optional<Bound> ofPerson(int name) {
        return reflexive(name)
                .or(() -> passive(name))
                .or(() -> intransitive(name))
                .or(() -> object(name))
                .or(() -> left(name))
                .or(() -> possessed(name))
                .or(() -> deathOf(name))
                .or(() -> sentence.hasRelation(name, "conj", "appos") && isPerson(name)
                        ? governor(name).stream()
                                .filter(this::isPerson)
                                .mapToObj(this::ofPerson)
                                .flatMap(Optional::stream)
                                .findFirst()
                        : Optional.empty());
    }

    /** "five guards taken hostage", with or without "were" */
    private Optional<Bound> captive(int head) {
        OptionalInt verb = governor(head);
        boolean taken = verb.isPresent()
                && verb.getAsInt() > head
                && sentence.hasRelation(head, "nsubj", "nsubj:pass", "dep")
                && sentence.token(verb.getAsInt()).tag().equals("VBN")
                && sentence.token(verb.getAsInt()).lemma().equals("take");
        return taken
                ? done(verb.getAsInt())
                        .map(outcome ->
                                new Bound(outcome, verb.getAsInt(), "casualty-passive", 0.9, agent(verb.getAsInt())))
                : Optional.empty();
    }

    /** "In 2021 bandits took 276 girls from a school" */
    private Optional<Bound> seized(int head) {
        OptionalInt verb = governor(head);
        if (verb.isEmpty() || !sentence.hasRelation(head, "obj") || !harm.isPerson(sentence.token(head))) {
            return Optional.empty();
        }
        OptionalInt subject = subject(verb.getAsInt());
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

    private Optional<Bound> clause(int head, int depth) {
        return passive(head)
                .or(() -> captive(head))
                .or(() -> seized(head))
                .or(() -> intransitive(head))
                .or(() -> object(head))
                .or(() -> participle(head))
                .or(() -> predicate(head))
                .or(() -> ofNoun(head))
                .or(() -> possessed(head))
                .or(() -> toll(head))
                .or(() -> depth < DEEPEST ? shared(head, depth) : Optional.empty());
    }

    /** twelve villagers were killed; 12 killed (headline) */
    private Optional<Bound> passive(int head) {
        OptionalInt verb = governor(head);
        if (verb.isEmpty()) {
            return Optional.empty();
        }
        int v = verb.getAsInt();
        boolean participle =
                sentence.token(v).tag().equals("VBN") || sentence.token(v).tag().startsWith("JJ");
        boolean subject = sentence.hasRelation(head, "nsubj:pass")
                || (sentence.hasRelation(head, "nsubj", "dep")
                        && sentence.token(v).tag().equals("VBN")
                        && !hasObject(v)
                        && sentence.child(v, "aux").isEmpty());
        return subject && participle
                ? done(v).map(outcome -> new Bound(outcome, v, "casualty-passive", 0.93, agent(v)))
                : Optional.empty();
    }

    /** What a verb does; "shot dead" and "burned to death" kill. */
    private Optional<Outcome> done(int verb) {
        boolean dead =
                verb + 1 < sentence.size() && sentence.token(verb + 1).form().equals("dead");
        boolean fatal = dead
                || sentence.children(verb, "xcomp", "advmod", "dep", "acomp", "amod", "obj").stream()
                        .map(word -> sentence.token(word).form().toLowerCase(Locale.ROOT))
                        .anyMatch(word -> word.matches("dead|deceased|fatally|mortally"))
                || sentence.children(verb, "obl", "nmod").stream()
                        .anyMatch(word -> sentence.token(word).lemma().equals("death"));
        String lemma = sentence.token(verb).lemma();
        if (lemma.equals("wipe")
                && sentence.children(verb, "compound:prt").stream()
                        .anyMatch(word -> sentence.token(word).form().equalsIgnoreCase("out"))) {
            return Optional.of(Outcome.KILLED);
        }
        boolean captive = lemma.equals("take")
                && sentence.children(verb, "xcomp", "obj", "dep", "advmod", "obl", "acomp").stream()
                        .anyMatch(word -> sentence.token(word).lemma().matches("hostage|captive|prisoner"));
        if (captive) {
            return Optional.of(Outcome.ABDUCTED);
        }
        boolean inTheBody = lemma.matches("strike|hit|graze|catch|pierce")
                && sentence.children(verb, "obl", "nmod").stream()
                        .anyMatch(word -> Conditions.isBodyPart(sentence.token(word)));
        if (inTheBody || lemma.equals("graze")) {
            return Optional.of(Outcome.INJURED);
        }
        if (lemma.equals("lose") && isPassive(verb)) {
            return Optional.of(Outcome.MISSING);
        }
        boolean killedOff = lemma.equals("kill")
                && sentence.children(verb, "compound:prt").stream()
                        .anyMatch(word -> sentence.token(word).form().equals("off"));
        if (killedOff) {
            return Optional.empty();
        }
        if (lemma.matches("gun|mow|cut")
                && sentence.children(verb, "compound:prt").stream()
                        .anyMatch(word -> sentence.token(word).form().equalsIgnoreCase("down"))) {
            return Optional.of(Outcome.KILLED);
        }
        if (fatal
                && lemma.matches(
                        "shoot|stab|find|burn|beat|hack|crush|trample|pronounce|declare|strike|hit|pull|bludgeon|injure|wound|run")) {
            return Optional.of(Outcome.KILLED);
        }
        Optional<Outcome> outcome = harm.done(sentence.token(verb));
        boolean killed = outcome.filter(found -> found != Outcome.KILLED).isPresent()
                && sentence.children(verb, "conj").stream()
                        .filter(other -> sentence.child(other, "nsubj", "nsubj:pass", "obj")
                                .isEmpty())
                        .filter(other -> sentence.children(other, "cc").stream()
                                .allMatch(and -> sentence.token(and).form().equals("and")))
                        .anyMatch(this::kills);
        // "was shot and killed", "was stabbed and died"
        return killed ? Optional.of(Outcome.KILLED) : outcome;
    }

    private boolean kills(int verb) {
        Token token = sentence.token(verb);
        boolean pronounced = token.lemma().matches("pronounce|declare|find")
                && sentence.children(verb, "xcomp", "advmod", "dep", "acomp", "obj").stream()
                        .anyMatch(word -> sentence.token(word).form().matches("(?i)dead|deceased"));
        return pronounced
                || harm.done(token).filter(Outcome.KILLED::equals).isPresent()
                || harm.suffered(token).filter(Outcome.KILLED::equals).isPresent();
    }

    /** eleven migrants drowned; 22 commuters lost their lives */
    private Optional<Bound> intransitive(int head) {
        OptionalInt verb = governor(head);
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
    private Optional<Bound> object(int head) {
        OptionalInt verb = governor(head);
        if (verb.isEmpty() || !sentence.hasRelation(head, "obj", "iobj", "dep", "nsubj", "xcomp", "ccomp", "nmod")) {
            return Optional.empty();
        }
        int v = verb.getAsInt();
        String lemma = sentence.token(v).lemma();
        boolean object = sentence.hasRelation(head, "obj", "dep")
                && head > v
                && sentence.token(v).isVerb();
        boolean scores = lemma.equals("shoot") && sentence.token(head).tag().equals("CD") && isPlayer(v);
        if (object && !scores && !isPassive(v) && done(v).isPresent()) {
            return done(v).map(outcome -> new Bound(outcome, v, "casualty-active", 0.93, subject(v)));
        }
        if (object
                && ALL_BUT_SAID.contains(lemma)
                && sentence.token(head).lemma().equals("life")) {
            return Optional.of(new Bound(Outcome.KILLED, v, "casualty-lives", 0.92, subject(v)));
        }
        if (object && lemma.equals("lose") && KIN.contains(sentence.token(head).lemma())) {
            return Optional.of(new Bound(Outcome.KILLED, v, "casualty-lost-kin", 0.8));
        }
        if (lemma.equals("leave") || lemma.equals("force") || lemma.equals("drive")) {
            Optional<Outcome> state = stateAfter(v, head);
            return state.map(outcome -> new Bound(outcome, v, "casualty-left", 0.9, subject(v)));
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
    private Optional<Bound> participle(int head) {
        for (int child : sentence.children(head, "acl", "amod", "dep", "acl:relcl")) {
            boolean after = child > head && sentence.token(child).tag().matches("VBN|JJ|VBD");
            if (after && !hasObject(child)) {
                Optional<Outcome> outcome = done(child)
                        .or(() -> harm.state(sentence.token(child)))
                        .or(() -> harm.suffered(sentence.token(child)));
                if (outcome.isPresent()) {
                    return Optional.of(new Bound(outcome.get(), child, "casualty-participle", 0.9, agent(child)));
                }
            }
        }
        return Optional.empty();
    }

    /** 13 others are missing; two are dead; 40 are feared dead */
    private Optional<Bound> predicate(int head) {
        OptionalInt governor = governor(head);
        if (governor.isEmpty() || !sentence.hasRelation(head, "nsubj", "nsubj:pass", "dep")) {
            return Optional.empty();
        }
        int g = governor.getAsInt();
        Optional<Outcome> direct = harm.state(sentence.token(g)).filter(outcome -> !hasObject(g));
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

    /** seven fatalities, nine bodies, 14 deaths */
    private Optional<Bound> nominal(int head) {
        Token noun = sentence.token(head);
        String lemma = noun.lemma().toLowerCase(Locale.ROOT);
        boolean plainCount = !lemma.matches(
                        "hostage|killing|murder|massacre|assassination|execution|arrest|abduction|kidnapping|evacuation|displacement|death|dead")
                || lemma.matches("arrest|death|dead|killing|murder");
        boolean figurative = sentence.children(head, "nmod").stream()
                .anyMatch(word -> lemma.equals("body")
                        && !harm.isPerson(sentence.token(word))
                        && sentence.children(word, "case").stream()
                                .anyMatch(c -> sentence.token(c).lemma().equals("of")));
        boolean someBody = lemma.equals("body")
                && !noun.tag().endsWith("S")
                && sentence.governor(head).stream()
                        .noneMatch(verb -> sentence.token(verb)
                                .lemma()
                                .matches("find|recover|pull|discover|wash|retrieve|exhume"));
        if (someBody) {
            return Optional.empty(); // "the 15-member body"
        }
        boolean ofHarm = lemma.equals("loss") && isOf(head, "life");
        if (ofHarm) {
            return Optional.of(new Bound(Outcome.KILLED, head, "casualty-noun", 0.85));
        }
        boolean charges = lemma.equals("count")
                && sentence.children(head, "nmod").stream()
                        .filter(word -> sentence.token(word).lemma().matches("murder|manslaughter|homicide"))
                        .anyMatch(word -> sentence.children(word, "amod").stream()
                                .noneMatch(part -> sentence.token(part).form().equalsIgnoreCase("attempted")));
        if (charges) {
            return Optional.of(new Bound(Outcome.KILLED, head, "casualty-noun", 0.7));
        }
        boolean attempted = sentence.children(head, "amod").stream()
                .anyMatch(part -> sentence.token(part).form().matches("(?i)attempted|unsolved"));
        return plainCount && !figurative && !attempted && !sentence.hasRelation(head, "compound")
                ? harm.counted(noun).map(outcome -> new Bound(outcome, head, "casualty-noun", 0.85))
                : Optional.empty();
    }

    private boolean isOf(int noun, String lemma) {
        return sentence.children(noun, "nmod").stream()
                .anyMatch(word -> sentence.token(word).lemma().equals(lemma));
    }

    /** no reports of casualties */
    Optional<Bound> reported(int head) {
        return sentence.token(head).lemma().matches("report|word|sign|indication|news")
                ? sentence.children(head, "nmod").stream()
                        .flatMap(word -> harm.counted(sentence.token(word)).stream())
                        .findFirst()
                        .map(outcome -> new Bound(outcome, head, "casualty-noun", 0.85))
                : Optional.empty();
    }

    /** five dead, 12 wounded: the state right behind the number */
    private Optional<Bound> adjacent(NumberPhrase number, int head) {
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

    private Optional<Bound> stateAt(int from) {
        int state = from;
        while (state < sentence.size()
                && (sentence.token(state).tag().matches("RB.?|''|``")
                        || sentence.token(state).form().matches("walking|[’'”\"]"))) {
            state++;
        }
        if (state >= sentence.size() || hasObject(state)) {
            return Optional.empty();
        }
        int bound = state;
        int governor = sentence.governor(bound).orElse(-1);
        boolean modifiesNoun = sentence.hasRelation(bound, "amod", "compound")
                && governor > bound
                && sentence.token(governor).isNoun();
        return modifiesNoun
                ? Optional.empty()
                : harm.state(sentence.token(bound))
                        .map(outcome -> isDeadAndWounded(bound) ? Outcome.CASUALTIES : outcome)
                        .map(outcome -> new Bound(outcome, bound, "casualty-adjacent", 0.88));
    }

    /** "killing four", "a flood that year killed 230": the verb right before the number, however it was attached */
    private Optional<Bound> verbBefore(NumberPhrase number) {
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
                                || sentence.token(before - 1).lemma().equals("have")));
        if (!active || isPassive(before)) {
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
        return outcome.map(found ->
                new Bound(joined ? Outcome.CASUALTIES : found, before, "casualty-verb-before", 0.85, subject(before)));
    }

    /** "Lind shot 68"; gunmen who "shot two" play nothing. */
    private boolean isPlayer(int verb) {
        OptionalInt subject = subject(verb);
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

    /** "40 people were missing": the state behind the auxiliary, however the parser hung it */
    private Optional<Bound> stateAfterAuxiliary(int head) {
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

    /** searching for six people */
    private Optional<Bound> sought(int head) {
        OptionalInt verb = governor(head);
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

    /** the deaths of nine cadets; the murder of three aid workers; the lives of a teacher */
    private Optional<Bound> ofNoun(int head) {
        OptionalInt governor = governor(head);
        boolean of = sentence.children(head, "case").stream()
                .anyMatch(word -> sentence.token(word).lemma().matches("of|among"));
        if (governor.isEmpty() || !of || !sentence.hasRelation(head, "nmod")) {
            return Optional.empty();
        }
        int g = governor.getAsInt();
        if (sentence.token(g).lemma().equals("life")
                && governor(g).isPresent()
                && sentence.token(governor(g).getAsInt()).lemma().matches("claim|take|cost")) {
            return Optional.of(new Bound(Outcome.KILLED, governor(g).getAsInt(), "casualty-lives", 0.9));
        }
        boolean deed = sentence.token(g)
                .lemma()
                .matches(
                        "death|killing|murder|massacre|assassination|slaying|homicide|manslaughter|execution|arrest|detention|abduction|kidnapping|evacuation|loss|toll|injury|displacement|body|remains?|corpse");
        if (sentence.token(g).lemma().matches("shooting|stabbing|beating")) {
            Outcome hurt = death(g, head).map(Bound::outcome).orElse(Outcome.INJURED);
            return Optional.of(new Bound(hurt, g, "casualty-of-noun", 0.8));
        }
        boolean remains = sentence.token(g).lemma().matches("remains?|body|corpse");
        if (remains && !sentence.token(g).tag().endsWith("S")) {
            return Optional.empty();
        }
        Optional<Outcome> outcome = remains || (sentence.token(g).lemma().matches("loss|toll") && isLives(head))
                ? Optional.of(Outcome.KILLED)
                : harm.nouns()
                        .find(sentence.token(g).lemma())
                        .map(name -> Outcome.valueOf(name.toUpperCase(Locale.ROOT)));
        return deed ? outcome.map(found -> new Bound(found, g, "casualty-of-noun", 0.85)) : Optional.empty();
    }

    private boolean isLives(int head) {
        return sentence.token(head).lemma().equals("life")
                || sentence.token(head).tag().equals("CD")
                || harm.isPerson(sentence.token(head));
    }

    /** the death toll rose to 1,204; bringing the toll to 38; with the toll at 88; toll hits 29 */
    private Optional<Bound> toll(int head) {
        OptionalInt governor = governor(head);
        if (governor.isEmpty()
                || !sentence.hasRelation(head, "obl", "nmod", "obj", "nummod", "dep", "xcomp", "ccomp")) {
            return Optional.empty();
        }
        int g = governor.getAsInt();
        if (sentence.token(g).lemma().equals("toll")) {
            return Optional.of(new Bound(tollOutcome(g), g, "casualty-toll", 0.88));
        }
        for (int child : sentence.children(g, "nsubj", "obj", "nsubj:pass", "obl", "nmod")) {
            String noun = sentence.token(child).lemma();
            boolean count = noun.equals("count")
                    && sentence.children(child, "compound").stream()
                            .anyMatch(w -> sentence.token(w).lemma().equals("body"));
            boolean numberOf = noun.equals("number")
                    && !sentence.children(child, "nmod").isEmpty()
                    && sentence.children(child, "nmod").stream()
                            .anyMatch(w -> harm.state(sentence.token(w)).isPresent()
                                    || harm.counted(sentence.token(w)).isPresent());
            if (child != head && (noun.equals("toll") || count || numberOf)) {
                Outcome outcome = numberOf ? numberOutcome(child) : tollOutcome(child);
                return Optional.of(new Bound(outcome, child, "casualty-toll", 0.88));
            }
            if (child != head
                    && sentence.hasRelation(head, "obl")
                    && noun.matches("death|fatality|casualty|injury")
                    && sentence.token(g).lemma().matches("rise|climb|reach|hit|jump|grow|increase|stand|pass|total")) {
                return harm.counted(sentence.token(child))
                        .map(outcome -> new Bound(outcome, child, "casualty-toll", 0.85));
            }
        }
        return Optional.empty();
    }

    private Outcome tollOutcome(int toll) {
        boolean injury = sentence.children(toll, "compound", "amod").stream()
                .anyMatch(word -> sentence.token(word).lemma().matches("injury|injured|wounded"));
        return injury ? Outcome.INJURED : Outcome.KILLED;
    }

    private Outcome numberOutcome(int number) {
        return sentence.children(number, "nmod").stream()
                .flatMap(word -> harm.state(sentence.token(word)).or(() -> harm.counted(sentence.token(word))).stream())
                .findFirst()
                .orElse(Outcome.KILLED);
    }

    /** three police, a medic and two boys died: the others of a list share the outcome of the first */
    private Optional<Bound> shared(int head, int depth) {
        OptionalInt governor = governor(head);
        boolean same = sentence.hasRelation(head, "appos")
                && governor.stream()
                        .noneMatch(first -> sentence.child(first, "nummod").isPresent())
                && sentence.children(head, "det").stream()
                        .anyMatch(word -> sentence.token(word).form().matches("(?i)an?"));
        if (governor.isEmpty() || same || !sentence.hasRelation(head, "conj", "appos")) {
            return Optional.empty();
        }
        int first = governor.getAsInt();
        boolean counted =
                sentence.token(first).isNoun() || sentence.token(first).tag().equals("CD");
        return counted ? clause(first, depth + 1).map(Bound::inList) : Optional.empty();
    }

    private OptionalInt governor(int word) {
        return sentence.governor(word);
    }

    private boolean hasObject(int verb) {
        return sentence.child(verb, "obj").isPresent();
    }

    private boolean isPassive(int verb) {
        return sentence.child(verb, "nsubj:pass", "aux:pass").isPresent();
    }

    private OptionalInt agent(int verb) {
        for (int child : sentence.children(verb, "obl", "nmod", "obl:agent")) {
            if (sentence.children(child, "case").stream()
                    .anyMatch(word -> sentence.token(word).lemma().equals("by"))) {
                return OptionalInt.of(child);
            }
        }
        return OptionalInt.empty();
    }

    private OptionalInt subject(int verb) {
        OptionalInt own = sentence.child(verb, "nsubj");
        OptionalInt described = sentence.child(verb, "csubj");
        if (own.isEmpty() && described.isPresent()) {
            return sentence.child(described.getAsInt(), "nsubj"); // "A bomb hidden in a cart killed 33"
        }
        if (own.isPresent()) {
            boolean relative = sentence.token(own.getAsInt()).tag().matches("WP|WDT|DT")
                    && sentence.hasRelation(verb, "acl:relcl");
            return relative ? sentence.governor(verb) : own;
        }
        boolean shares = sentence.hasRelation(verb, "advcl", "conj", "xcomp", "dep", "acl");
        OptionalInt up = sentence.governor(verb);
        boolean onNoun = shares
                && up.isPresent()
                && sentence.hasRelation(verb, "dep")
                && sentence.token(up.getAsInt()).isNoun();
        if (onNoun) {
            return governor(up.getAsInt()).stream()
                    .filter(above -> sentence.token(above).isVerb())
                    .mapToObj(this::subject)
                    .findFirst()
                    .orElse(OptionalInt.empty());
        }
        if (shares && up.isPresent()) {
            return sentence.hasRelation(verb, "acl") ? up : subject(up.getAsInt());
        }
        return OptionalInt.empty();
    }
}
