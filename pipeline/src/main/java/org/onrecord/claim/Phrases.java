package org.onrecord.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.onrecord.document.Parse;
import org.onrecord.pipeline.Lexicon;

/** A word list of lemma sequences, in which {@code _} stands for up to five words of any kind. */
final class Phrases {
    private static final int GAP = 5;
    private static final String ANY = "_";

    private record Phrase(List<String> lemmas, String value) {
        long words() {
            return lemmas.stream().filter(lemma -> !lemma.equals(ANY)).count();
        }
    }

    /**
     * A phrase where it stands in a sentence.
     *
     * @param first its first word
     * @param last its last word, included
     */
    record Match(int first, int last, long words, String value) {}

    private final Map<String, List<Phrase>> byFirst = new HashMap<>();

    private Phrases(Lexicon lexicon) {
        for (String entry : lexicon.entries()) {
            List<String> lemmas = List.of(entry.split(" "));
            byFirst.computeIfAbsent(lemmas.getFirst(), key -> new ArrayList<>())
                    .add(new Phrase(lemmas, lexicon.find(entry).orElse("")));
        }
    }

    static Phrases load(String name) {
        return new Phrases(Lexicon.load(name));
    }

    /** The longest phrase that starts at one of these words; the later of two as long. */
    Optional<Match> longest(Parse sentence, int first, int last) {
        Optional<Match> best = Optional.empty();
        for (int at = Math.max(0, first); at <= last && at < sentence.size(); at++) {
            for (Phrase phrase : byFirst.getOrDefault(lemma(sentence, at), List.of())) {
                int end = end(sentence, at, phrase.lemmas(), 0);
                if (end >= 0 && (best.isEmpty() || phrase.words() >= best.get().words())) {
                    best = Optional.of(new Match(at, end, phrase.words(), phrase.value()));
                }
            }
        }
        return best;
    }

    private static int end(Parse sentence, int at, List<String> lemmas, int next) {
        if (next == lemmas.size()) {
            return at - 1;
        }
        if (lemmas.get(next).equals(ANY)) {
            for (int skipped = 0; skipped <= GAP; skipped++) {
                int end = end(sentence, at + skipped, lemmas, next + 1);
                if (end >= 0) {
                    return end;
                }
            }
            return -1;
        }
        return at < sentence.size() && lemma(sentence, at).equals(lemmas.get(next))
                ? end(sentence, at + 1, lemmas, next + 1)
                : -1;
    }

    static String lemma(Parse sentence, int word) {
        String lemma = sentence.token(word).lemma().toLowerCase(Locale.ROOT);
        return lemma.equals("n't") || lemma.equals("n’t") ? "not" : lemma;
    }
}
