package org.onrecord.claim;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.onrecord.document.Attribution;
import org.onrecord.document.Extent;
import org.onrecord.document.Parse;
import org.onrecord.document.Span;
import org.onrecord.document.Token;
import org.onrecord.pipeline.Lexicon;

/**
 * A main predicate of a content, in its sentence.
 *
 * @param words those words of the sentence that belong to the content
 * @param head the highest of them
 * @param text the words as written, in lower case, each between blanks, with question and exclamation marks, a relative "that" as "which"
 */
record Clause(Parse sentence, BitSet words, int head, String text) {
    private static final Set<String> NEGATIONS = Set.of("not", "never", "no", "neither", "nor", "nothing");
    private static final Set<String> SUBJECTS = Set.of("nsubj", "nsubj:pass", "csubj");

    /** The main predicates of a content, one for each sentence it reaches into. */
    static List<Clause> of(Attribution attribution, List<Parse> sentences) {
        List<Clause> clauses = new ArrayList<>();
        Extent content = attribution.content();
        for (Parse sentence : sentences) {
            if (sentence.sentence().span().start() >= content.end()) {
                break;
            }
            if (sentence.sentence().span().end() <= content.start()) {
                continue;
            }
            BitSet words = new BitSet();
            content.spans().forEach(span -> words.or(overlapping(sentence, span)));
            attribution.cue().ifPresent(cue -> words.andNot(overlapping(sentence, cue)));
            head(sentence, words)
                    .ifPresent(head -> clauses.add(new Clause(sentence, words, head, text(sentence, words))));
        }
        return clauses;
    }

    private static BitSet overlapping(Parse sentence, Span span) {
        BitSet words = new BitSet();
        IntStream.range(0, sentence.size())
                .filter(word -> sentence.token(word).span().overlaps(span))
                .forEach(words::set);
        return words;
    }

    /** A verb before anything else, since what an apposition or a broken quotation hangs on is no predicate. */
    private static OptionalInt head(Parse sentence, BitSet words) {
        int[] tops = words.stream()
                .filter(word -> sentence.token(word).isWord())
                .filter(word -> sentence.governor(word).isEmpty()
                        || !words.get(sentence.governor(word).getAsInt()))
                .filter(word -> !sentence.hasRelation(word, "mark", "case", "cc", "det", "punct", "discourse"))
                .toArray();
        OptionalInt predicate = IntStream.of(tops)
                .filter(word -> !sentence.children(word, "nsubj", "nsubj:pass", "cop", "aux")
                                .isEmpty()
                        || sentence.token(word).isVerb())
                .findFirst();
        return predicate.isPresent() ? predicate : IntStream.of(tops).findFirst();
    }

    Token token() {
        return sentence.token(head);
    }

    String lemma() {
        return Phrases.lemma(sentence, head);
    }

    /** The subject inside the content. */
    OptionalInt subject() {
        return sentence.children(head).stream()
                .filter(child -> SUBJECTS.contains(sentence.relation(child)) && words.get(child))
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    /** Auxiliaries and copula, in order, as written, in lower case. */
    List<String> auxiliaries() {
        return sentence.children(head, "aux", "aux:pass", "cop").stream()
                .map(child -> sentence.token(child).form().toLowerCase(Locale.ROOT))
                .toList();
    }

    boolean hasAuxiliary(String... forms) {
        return auxiliaries().stream().anyMatch(Set.of(forms)::contains);
    }

    boolean isNegated() {
        return sentence.children(head, "advmod", "neg", "det", "cc:preconj").stream()
                        .anyMatch(child -> NEGATIONS.contains(lemma(child)))
                || sentence.children(head, "obj", "nsubj", "nsubj:pass", "obl").stream()
                        .anyMatch(this::isNone);
    }

    /** "nothing", "no wrongdoing". */
    private boolean isNone(int word) {
        return Set.of("nothing", "nobody", "no one", "none", "nowhere").contains(lemma(word))
                || sentence.children(word, "det", "advmod").stream()
                        .anyMatch(child -> lemma(child).equals("no"));
    }

    String lemma(int word) {
        return Phrases.lemma(sentence, word);
    }

    boolean isPassive() {
        return !sentence.children(head, "nsubj:pass", "aux:pass").isEmpty();
    }

    boolean isCopular() {
        return !sentence.children(head, "cop").isEmpty();
    }

    /** "The aim is to forge a truce". */
    boolean isInfinitive() {
        return sentence.children(head, "mark", "aux").stream()
                .anyMatch(child -> sentence.token(child).tag().equals("TO"));
    }

    /** What is going to be done. */
    OptionalInt intended() {
        return lemma().equals("go") && token().tag().equals("VBG")
                ? sentence.child(head, "xcomp")
                : OptionalInt.empty();
    }

    /** Whether its sentence asks. */
    boolean isQuestion() {
        return text.endsWith(" ? ");
    }

    boolean hasOneOf(Lexicon lexicon) {
        return words.stream().anyMatch(word -> lexicon.contains(lemma(word)));
    }

    boolean hasNumber() {
        return words.stream().anyMatch(word -> sentence.token(word).tag().equals("CD"));
    }

    private static String text(Parse sentence, BitSet words) {
        StringBuilder text = new StringBuilder(" ");
        words.stream()
                .filter(word -> sentence.token(word).isWord()
                        || sentence.token(word).form().matches("[?!]"))
                .forEach(word -> text.append(plain(sentence.token(word))).append(' '));
        return text.toString();
    }

    /** In "claims that are untrue" nothing is pointed at. */
    private static String plain(Token token) {
        String form = token.form().toLowerCase(Locale.ROOT).replace('’', '\'');
        return form.equals("that") && token.tag().equals("WDT") ? "which" : form;
    }
}
