package org.onrecord.eval.gold;

import java.util.List;
import java.util.Set;

/**
 * Annotated articles.
 *
 * @param name the form of the corpus
 * @param digest SHA-256 of the files read, in hexadecimal
 * @param problems one sentence for each line or file left out
 */
public record Corpus(String name, String digest, Set<Aspect> aspects, List<Gold> articles, List<String> problems) {
    public Corpus {
        aspects = Set.copyOf(aspects);
        articles = List.copyOf(articles);
        problems = List.copyOf(problems);
    }
}
