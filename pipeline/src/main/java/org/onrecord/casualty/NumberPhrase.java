package org.onrecord.casualty;

import org.onrecord.document.Quantity;

/**
 * A number with what qualifies it: "at least 12", "dozens", "a", "no".
 *
 * @param first first word of the phrase in the sentence
 * @param number word that carries the number and hangs in the tree
 * @param last last word of the phrase
 * @param article whether it is only "a" or "another": counts one where a person follows
 */
record NumberPhrase(int first, int number, int last, Quantity quantity, boolean article) {
    NumberPhrase with(Quantity other) {
        return new NumberPhrase(first, number, last, other, article);
    }
}
