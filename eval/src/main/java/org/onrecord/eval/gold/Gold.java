package org.onrecord.eval.gold;

import java.util.Set;
import org.onrecord.document.Article;
import org.onrecord.document.Document;

/**
 * One article and what annotators found in it.
 *
 * @param id names it within its corpus
 * @param input what a system is given: the same text as the gold, zones as the program finds them
 * @param document the annotations
 * @param optional ids of figures that may be found and need not be
 * @param section the part of the corpus that it stands in; scores are also given by it where there are several
 */
public record Gold(String id, Article input, Document document, Set<String> optional, String section) {
    public Gold {
        optional = Set.copyOf(optional);
        if (!input.text().equals(document.text())) {
            throw new IllegalArgumentException(id + ": gold and input differ in their text");
        }
    }
}
