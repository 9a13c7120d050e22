package org.onrecord.casualty;

import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.onrecord.document.Parse;

/** The clause of a figure: phrases in it, and what stands behind the harm however the parser hung it. */
final class Clause {
    private static final String[] OUTSIDE = {
        "acl:relcl",
        "punct",
        "cc",
        "conj",
        "parataxis",
        "dep",
        "advcl",
        "case",
        "appos",
        "nsubj",
        "nsubj:pass",
        "cop",
        "aux",
        "expl",
        "advmod"
    };
    private static final String[] NARROW = Stream.concat(
                    Stream.of(OUTSIDE), Stream.of("acl", "nmod", "obl", "nmod:tmod", "obl:tmod"))
            .toArray(String[]::new);

    private final Parse sentence;
    private final String text;

    Clause(Parse sentence, String text) {
        this.sentence = sentence;
        this.text = text;
    }

    /** The phrase of a word, without clauses and lists that hang from it. */
    String words(int head) {
        return sentence.span(sentence.phrase(head, OUTSIDE)).of(text).replaceAll("\\s+", " ");
    }

    /** "drone strike", without where and when it was. */
    String narrow(int head) {
        return sentence.span(sentence.phrase(head, NARROW)).of(text).replaceAll("\\s+", " ");
    }

    /** Words without an article or whose it is. */
    static String bare(String words) {
        return words.replaceFirst("^(?i)(?:an?|the|its|their|his|her) ", "");
    }

    /** Whether a preposition that fits hangs from a word. */
    boolean isUnder(int word, String prepositions) {
        return sentence.children(word, "case").stream()
                .anyMatch(child -> sentence.token(child).form().matches(prepositions));
    }

    /** Of a phrase, in lower case; empty where it has none. */
    String preposition(int word) {
        return sentence.children(word, "case").stream()
                .map(child -> sentence.token(child).lemma().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("");
    }

    /**
     * The first word behind the anchor, in its clause, that fits.
     *
     * @param reach how many words behind it are looked at
     * @param ends whether an "and" ends the clause
     */
    Optional<Integer> behind(int anchor, int reach, IntPredicate ends, IntPredicate fits) {
        for (int word = anchor + 1; word < Math.min(sentence.size(), anchor + reach); word++) {
            String form = sentence.token(word).form();
            if (form.matches("[;.:“”\"]|but|which|who|that") || (form.equals("and") && ends.test(word))) {
                return Optional.empty();
            }
            if (fits.test(word)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    /** Verbs of the clauses that say when or after what it happened: "when the boiler exploded". */
    Stream<Integer> occasions(int anchor) {
        return sentence.children(anchor, "advcl").stream()
                .filter(verb -> sentence.children(verb, "mark", "advmod").stream()
                        .anyMatch(word -> sentence.token(word).form().matches("(?i)when|after|as")));
    }

    /** The words before one, the nearest first, up to a semicolon. */
    IntStream before(int word) {
        return IntStream.range(0, word)
                .map(back -> word - 1 - back)
                .takeWhile(at -> !sentence.token(at).form().equals(";"));
    }

    /** Whether an "and" joins clauses, not nouns. */
    boolean opensClause(int and) {
        return sentence.governor(and).stream()
                .anyMatch(word -> sentence.token(word).isVerb());
    }
}
