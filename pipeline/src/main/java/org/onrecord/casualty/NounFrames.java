package org.onrecord.casualty;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.onrecord.document.CasualtyFigure.Outcome;
import org.onrecord.document.Parse;
import org.onrecord.document.Token;

/** Frames of nouns: "seven fatalities", "the murder of three", "the toll rose to 38". */
final class NounFrames {
    /** Those whom "gunshot victims" counts, dead or alive. */
    static final String VICTIMS = "casualty-victims";

    private final Parse sentence;
    private final Harm harm;

    NounFrames(Parse sentence, Harm harm) {
        this.sentence = sentence;
        this.harm = harm;
    }

    /** "the victim’s death", "Zenon Hale’s murder" */
    Optional<Bound> possessed(int word) {
        OptionalInt noun = sentence.governor(word);
        return noun.isPresent() && sentence.hasRelation(word, "nmod:poss")
                ? death(noun.getAsInt(), word)
                : Optional.empty();
    }

    /** "the shooting death of Ana Holt", "the murder of his wife": the noun says it of one who is not counted. */
    Optional<Bound> deathOf(int word) {
        OptionalInt noun = sentence.governor(word);
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

    /** seven fatalities, nine bodies, 14 deaths */
    Optional<Bound> nominal(int head) {
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
                        .filter(this::isOf)
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

    /** the deaths of nine cadets; the murder of three aid workers; the lives of a teacher */
    Optional<Bound> ofNoun(int head) {
        OptionalInt governor = sentence.governor(head);
        boolean of = sentence.children(head, "case").stream()
                .anyMatch(word -> sentence.token(word).lemma().matches("of|among"));
        if (governor.isEmpty() || !of || !sentence.hasRelation(head, "nmod")) {
            return Optional.empty();
        }
        int g = governor.getAsInt();
        if (sentence.token(g).lemma().equals("life")
                && sentence.governor(g).isPresent()
                && sentence.token(sentence.governor(g).getAsInt()).lemma().matches("claim|take|cost")) {
            return Optional.of(new Bound(Outcome.KILLED, sentence.governor(g).getAsInt(), "casualty-lives", 0.9));
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

    /** "injuries to five other people", "the wounding of three others", whatever the parser hung them on */
    Optional<Bound> injuryTo(int head) {
        int link = sentence.children(head, "case").stream()
                .filter(word -> sentence.token(word).form().matches("to|of"))
                .findFirst()
                .orElse(0);
        boolean injuries = link > 0
                && harm.isPerson(sentence.token(head))
                && (sentence.token(link).form().equals("to")
                        ? sentence.token(link - 1).lemma().matches("injury|wound")
                        : sentence.token(link - 1).form().matches("(?i)wounding|injuring|maiming"));
        return injuries ? Optional.of(new Bound(Outcome.INJURED, link - 1, "casualty-of-noun", 0.8)) : Optional.empty();
    }

    /** "two other gunshot victims arrived": it was said by what they are. */
    Optional<Bound> victims(int head) {
        boolean shot = sentence.token(head).lemma().equalsIgnoreCase("victim")
                && sentence.children(head, "compound", "amod").stream()
                        .anyMatch(word -> sentence.token(word)
                                .form()
                                .matches("(?i)gunshot|shooting|stabbing|gunfire|wounded|injured"));
        return shot ? Optional.of(new Bound(Outcome.INJURED, head, VICTIMS, 0.7)) : Optional.empty();
    }

    private boolean isLives(int head) {
        return sentence.token(head).lemma().equals("life")
                || sentence.token(head).tag().equals("CD")
                || harm.isPerson(sentence.token(head));
    }

    /** the death toll rose to 1,204; bringing the toll to 38; with the toll at 88; toll hits 29 */
    Optional<Bound> toll(int head) {
        OptionalInt governor = sentence.governor(head);
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
}
