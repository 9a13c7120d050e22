package org.onrecord.casualty;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.onrecord.document.CasualtyFigure.Outcome;
import org.onrecord.document.Parse;
import org.onrecord.document.Token;

/** What a verb does to those it is said of, and who does it. */
final class Deeds {
    private static final Pattern GUN =
            Pattern.compile("(?i)gunfire|gunshots?|gunm[ae]n|shooters?|bullets?|rifles?|handguns?|shots|fired");
    private static final Pattern VEHICLE = Pattern.compile(
            "(?i)cars?|trucks?|lorry|lorries|bus|buses|vans?|trains?|vehicles?|drivers?|motorists?|suv|missiles?|rockets?");

    private final Parse sentence;
    private final Harm harm;

    Deeds(Parse sentence, Harm harm) {
        this.sentence = sentence;
        this.harm = harm;
    }

    /** What a verb does; "shot dead" and "burned to death" kill. */
    Optional<Outcome> done(int verb) {
        boolean dead =
                verb + 1 < sentence.size() && sentence.token(verb + 1).form().equals("dead");
        boolean fatal = dead
                || sentence.children(verb, "xcomp", "advmod", "dep", "acomp", "amod", "obj").stream()
                        .anyMatch(word -> isFatal(verb, word))
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
        if (inTheBody || lemma.equals("graze") || isByBullet(verb)) {
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

    /** "found dead", "fatally shot"; of "three dead, boy injured" the boy lives. */
    private boolean isFatal(int verb, int word) {
        String form = sentence.token(word).form().toLowerCase(Locale.ROOT);
        return form.matches("fatally|mortally") || (form.matches("dead|deceased") && word > verb);
    }

    /** "Gunfire hit a woman on her porch", "fired into the house, hitting a girl" */
    private boolean isByBullet(int verb) {
        boolean named = subject(verb).stream()
                .anyMatch(word -> sentence.token(word)
                        .lemma()
                        .toLowerCase(Locale.ROOT)
                        .matches("bullet|gunfire|gunshot|shrapnel|pellet|slug"));
        return sentence.token(verb).lemma().matches("strike|hit|pierce")
                && (named || (isOfTheSentence(GUN) && !isOfTheSentence(VEHICLE)))
                && sentence.children(verb, "obj", "nsubj:pass").stream()
                        .anyMatch(word -> harm.isPerson(sentence.token(word)));
    }

    private boolean isOfTheSentence(Pattern things) {
        return sentence.tokens().stream()
                .anyMatch(token -> things.matcher(token.form()).matches());
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

    boolean hasObject(int verb) {
        return sentence.child(verb, "obj").isPresent();
    }

    boolean isPassive(int verb) {
        return sentence.child(verb, "nsubj:pass", "aux:pass").isPresent();
    }

    OptionalInt agent(int verb) {
        for (int child : sentence.children(verb, "obl", "nmod", "obl:agent")) {
            if (sentence.children(child, "case").stream()
                    .anyMatch(word -> sentence.token(word).lemma().equals("by"))) {
                return OptionalInt.of(child);
            }
        }
        return OptionalInt.empty();
    }

    OptionalInt subject(int verb) {
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
            return sentence.governor(up.getAsInt()).stream()
                    .filter(above -> sentence.token(above).isVerb())
                    .mapToObj(this::subject)
                    .findFirst()
                    .orElse(OptionalInt.empty());
        }
        if (shares && up.isPresent()) {
            return sentence.hasRelation(verb, "acl") && !isApart(verb, up.getAsInt()) ? up : above(verb);
        }
        return OptionalInt.empty();
    }

    /** "fired on a bus, killing nine": a participle behind a comma is said of the subject. */
    private boolean isApart(int verb, int noun) {
        return verb > noun + 1
                && sentence.token(verb).tag().equals("VBG")
                && sentence.token(verb - 1).form().equals(",");
    }

    /** The subject of what a clause hangs from, over nouns. */
    private OptionalInt above(int verb) {
        OptionalInt up = sentence.governor(verb);
        while (up.isPresent() && !sentence.token(up.getAsInt()).isVerb()) {
            up = sentence.governor(up.getAsInt());
        }
        return up.isPresent() ? subject(up.getAsInt()) : up;
    }
}
