package org.onrecord.casualty;

import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.onrecord.document.CasualtyFigure.Outcome;
import org.onrecord.document.Parse;
import org.onrecord.document.Token;

/**
 * What the words right behind people say became of them, read in order and without the tree, for the sentences that the
 * parser gets wrong and for headlines, which leave auxiliaries out: "a boy, 14, who was found fatally shot", "Teen shot,
 * killed".
 */
final class Predicates {
    private static final Pattern DEATH = Pattern.compile("dead|death|killed|died|dies|dying|fatally|kills");

    /** How far behind a verb its death can stand: "shot in the head and killed". */
    private static final int REACH = 6;

    /** Words of what is put between people and their verb. */
    private static final int INSERTED = 25;

    private static final Pattern OBJECT = Pattern.compile("DT|PRP.*|NN.*|CD|JJ.*|WP.*");

    private final Parse sentence;
    private final Harm harm;

    Predicates(Parse sentence, Harm harm) {
        this.sentence = sentence;
        this.harm = harm;
    }

    /** @param last word of the phrase for the people */
    Optional<Bound> behind(int last) {
        int word = skipOthers(skipAge(skipIncluded(last + 1)));
        if (word < sentence.size() && form(word).matches("who|that")) {
            word++;
        }
        boolean passive = false;
        boolean perfect = false;
        boolean fatal = false;
        while (word < sentence.size() && isLead(word, passive)) {
            passive |= lemma(word).matches("be|get") || form(word).equals("found");
            perfect |= lemma(word).equals("have");
            fatal |= form(word).equals("fatally");
            word++;
        }
        if (word >= sentence.size()) {
            return Optional.empty();
        }
        int verb = word;
        Token token = sentence.token(verb);
        Optional<Outcome> suffered = token.tag().equals("VBG") ? Optional.empty() : harm.suffered(token);
        if (suffered.isPresent()) {
            return suffered.map(outcome -> new Bound(outcome, verb, "casualty-behind", 0.8));
        }
        if (isReflexive(verb)) {
            return harm.done(token).map(outcome -> new Bound(outcome, verb, "casualty-reflexive", 0.8));
        }
        boolean object = verb + 1 < sentence.size()
                && OBJECT.matcher(sentence.token(verb + 1).tag()).matches()
                && !form(verb + 1)
                        .matches("dead|twice|once|multiple|several|outside|inside|today|yesterday|\\w+day|friday");
        boolean participle = (token.tag().matches("VB[ND]|JJ|NN") || isTitled(verb))
                && (passive || !(object || perfect || hasLaterObject(verb)));
        Optional<Outcome> done = participle ? done(verb) : Optional.empty();
        boolean died = fatal || dies(verb + 1);
        return done.map(outcome -> new Bound(
                outcome == Outcome.INJURED && died ? Outcome.KILLED : outcome, verb, "casualty-behind", 0.78));
    }

    /** "16-Year-Old Accidentally Shot": in a title every word looks like a name. */
    private boolean isTitled(int verb) {
        return Headlines.isHeadline(sentence)
                && sentence.token(verb).tag().equals("NNP")
                && form(verb).matches("shot|stabbed|killed|wounded|injured|hurt");
    }

    /** "the two-year-old shot himself", however the parser hung it */
    private boolean isReflexive(int verb) {
        return verb + 1 < sentence.size()
                && sentence.token(verb).isVerb()
                && form(verb + 1).matches("himself|herself|themselves|themself");
    }

    /** "shot and killed his uncle" */
    private boolean hasLaterObject(int verb) {
        int object = verb + 3;
        return object < sentence.size()
                && form(verb + 1).equals("and")
                && sentence.token(verb + 2).isVerb()
                && OBJECT.matcher(sentence.token(object).tag()).matches()
                && !form(object).matches("\\w+day");
    }

    /**
     * What a finite verb phrase says: "died", "were all killed".
     *
     * @param from its first word
     * @param leads whether a word may stand before the verb
     */
    Optional<Bound> finite(int from, IntPredicate leads) {
        int word = from;
        boolean passive = false;
        while (word < sentence.size() && leads.test(word)) {
            passive |= sentence.token(word).lemma().matches("be|get");
            word++;
        }
        if (word >= sentence.size()) {
            return Optional.empty();
        }
        int verb = word;
        Optional<Outcome> outcome = passive
                ? harm.done(sentence.token(verb)).or(() -> harm.state(sentence.token(verb)))
                : harm.suffered(sentence.token(verb));
        return outcome.map(found -> new Bound(found, verb, "casualty-behind", 0.8));
    }

    private Optional<Outcome> done(int verb) {
        Token token = sentence.token(verb);
        return form(verb).equals("shot") || form(verb).equals("stabbed")
                ? Optional.of(Outcome.INJURED)
                : harm.done(token).or(() -> harm.state(token));
    }

    /** ", including two boys and a girl," before a verb */
    private int skipIncluded(int from) {
        boolean opens = from + 1 < sentence.size()
                && form(from).equals(",")
                && form(from + 1).matches("including|among");
        for (int word = from + 2; opens && word + 1 < Math.min(sentence.size(), from + INSERTED); word++) {
            boolean closes = form(word).equals(",") && lemma(word + 1).matches("be|have|get");
            if (closes) {
                return word + 1;
            }
            if (form(word).matches("[.;]|who|which|that")) {
                return from;
            }
        }
        return from;
    }

    /** ", 14," */
    private int skipAge(int from) {
        int word = from;
        while (word < sentence.size() && sentence.token(word).tag().matches(",|CD|-LRB-|-RRB-|:")) {
            word++;
        }
        return word;
    }

    /** "and his son", ", woman" */
    private int skipOthers(int from) {
        int word = from;
        int at = from;
        while (at < sentence.size()
                && (sentence.token(at).tag().matches("CC|DT|PRP\\$|JJ|,") || harm.isPerson(sentence.token(at)))) {
            boolean person = harm.isPerson(sentence.token(at));
            at++;
            word = person ? at : word;
        }
        return word;
    }

    private boolean isLead(int word, boolean passive) {
        return lemma(word).matches("be|have|get")
                || sentence.token(word).tag().matches("RB.?|,")
                || (passive && form(word).matches("found|discovered|left|reported|confirmed"))
                || (form(word).equals("found")
                        && !passive
                        && word + 1 < sentence.size()
                        && form(word + 1).matches("dead|shot|stabbed|fatally|slain"));
    }

    /** "shot to death", "shot and killed", "shot, killed" */
    private boolean dies(int from) {
        for (int word = from; word < Math.min(sentence.size(), from + REACH); word++) {
            if (form(word).matches("[;.]|but|when|while|after|by")
                    || sentence.token(word).tag().equals("CD")) {
                return false;
            }
            if (DEATH.matcher(form(word)).matches()) {
                return true;
            }
        }
        return false;
    }

    private String form(int word) {
        return sentence.token(word).form().toLowerCase(Locale.ROOT);
    }

    private String lemma(int word) {
        return sentence.token(word).lemma().toLowerCase(Locale.ROOT);
    }
}
