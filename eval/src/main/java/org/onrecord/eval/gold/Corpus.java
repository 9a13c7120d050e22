package org.onrecord.eval.gold;

import java.util.List;
import java.util.Set;

/**
 * Annotated articles.
 *
 * @param name the form of the corpus
 * @param digest SHA-256 of the files read, in hexadecimal
 * @param problems one sentence for each line or file left out
 * @param notes one sentence for each choice made in reading that whoever reads the scores should know of
 */
public record Corpus(
        String name,
        String digest,
        Set<Aspect> aspects,
        List<Gold> articles,
        List<String> problems,
        List<String> notes) {
    public Corpus(String name, String digest, Set<Aspect> aspects, List<Gold> articles, List<String> problems) {
        this(name, digest, aspects, articles, problems, List.of());
    }

    public Corpus {
        aspects = Set.copyOf(aspects);
        articles = List.copyOf(articles);
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }
}
