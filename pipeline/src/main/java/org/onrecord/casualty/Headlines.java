package org.onrecord.casualty;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.onrecord.document.CasualtyFigure.Outcome;
import org.onrecord.document.Parse;
import org.onrecord.document.Quantity;
import org.onrecord.document.Token;

/**
 * People in headlines, which leave articles and auxiliaries out: "Girl, 9, hurt as oak falls", "Shooting kills teen",
 * "5-year-old dies". A bare singular noun for a person counts one there.
 */
final class Headlines {
    /** What can stand between the noun and what became of it: an age, an adverb, a mark. */
    private static final String BETWEEN = "RB.?|CD|CC|,|:|HYPH|-LRB-|-RRB-";

    /** People who report, search or judge are no victims when a headline leaves their article out. */
    private static final Set<String> OFFICE = Set.of(
            "police", "cop", "judge", "mayor", "governor", "minister", "suspect", "gunman", "shooter", "coroner");

    private final Parse sentence;
    private final Harm harm;

    Headlines(Parse sentence, Harm harm) {
        this.sentence = sentence;
        this.harm = harm;
    }

    /** A sentence without a mark at its end. */
    static boolean isHeadline(Parse sentence) {
        return sentence.token(sentence.size() - 1).isWord();
    }

    /** The people a headline counts by naming what they are, each as one. */
    List<NumberPhrase> people() {
        List<NumberPhrase> people = new ArrayList<>();
        for (int word = 0; isHeadline(sentence) && word < sentence.size(); word++) {
            if (isBarePerson(word)) {
                people.add(new NumberPhrase(word, word, word, new Quantity.Exactly(1), true));
            }
        }
        return people;
    }

    private boolean isBarePerson(int word) {
        Token noun = sentence.token(word);
        boolean singular = noun.tag().matches("NNP?|JJ|UH|CD")
                && harm.isPerson(noun)
                && !noun.tag().endsWith("S");
        boolean office = OFFICE.contains(noun.lemma().toLowerCase(Locale.ROOT));
        boolean modifies = word + 1 < sentence.size()
                && (sentence.token(word + 1).isNoun()
                        || sentence.token(word + 1).tag().equals("POS"))
                && harm.state(sentence.token(word + 1)).isEmpty()
                && !sentence.token(word + 1).form().equalsIgnoreCase("shot");
        return singular
                && !office
                && !modifies
                && sentence.children(word, "det", "nummod", "nmod:poss").stream()
                        .noneMatch(child -> child < word);
    }

    /** What became of a bare person according to the word behind; for when the parser makes nothing of the headline. */
    Optional<Bound> fate(int person) {
        int verb = person + 1;
        while (verb < sentence.size()
                && (sentence.token(verb).tag().matches(BETWEEN)
                        || (verb > person + 1 && harm.isPerson(sentence.token(verb))))) {
            verb++;
        }
        if (verb >= sentence.size() || !sentence.token(verb).tag().matches("VB[NDZ]|JJ|NN")) {
            return Optional.empty();
        }
        int at = verb;
        Token harmed = sentence.token(verb);
        boolean dies = sentence.tokens().subList(verb + 1, Math.min(sentence.size(), verb + 4)).stream()
                .takeWhile(token -> token.tag().matches(",|CC|RB.?|TO|VB.|NN|JJ"))
                .anyMatch(token -> token.form().toLowerCase(Locale.ROOT).matches("killed|dead|dies|died|death"));
        boolean shot = harmed.form().equalsIgnoreCase("shot");
        if (shot && !dies && sentence.child(verb, "obj").isEmpty()) {
            return Optional.of(new Bound(Outcome.INJURED, at, "casualty-headline", 0.75));
        }
        if (dies && (shot || harm.done(harmed).isPresent())) {
            return Optional.of(new Bound(Outcome.KILLED, at, "casualty-headline", 0.8));
        }
        return harmed.tag().equals("VBZ")
                ? harm.suffered(harmed).map(outcome -> new Bound(outcome, at, "casualty-headline", 0.8))
                : sentence.child(verb, "obj").isPresent()
                        ? Optional.empty()
                        : harm.done(harmed)
                                .or(() -> harm.state(harmed))
                                .map(outcome -> new Bound(outcome, at, "casualty-headline", 0.8));
    }
}
