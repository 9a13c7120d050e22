package org.onrecord.casualty;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.onrecord.document.Parse;
import org.onrecord.document.Quantity;
import org.onrecord.document.Token;

/**
 * People in headlines, which leave articles and auxiliaries out: "Girl, 9, hurt as oak falls", "Shooting kills teen",
 * "5-year-old dies". A bare singular noun for a person counts one there.
 */
final class Headlines {
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

    /** "Kills 1, Wounds 12": what the tagger takes for a name or a noun. */
    static boolean isHarm(Token word) {
        return word.form().matches("Kills|Wounds|Injures|Hurts");
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
}
