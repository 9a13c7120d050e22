package org.onrecord.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One sentence as a dependency tree, for reading. Words are numbered from 0 within the sentence. An overlong
 * sentence is not parsed and has tokens and no arcs: {@link #isParsed()} is false and nothing governs anything.
 */
public final class Parse {
    private final Sentence sentence;
    private final List<Token> tokens;
    private final int[] governors;
    private final String[] relations;
    private final boolean parsed;

    private Parse(Sentence sentence, List<Token> tokens, int[] governors, String[] relations, boolean parsed) {
        this.sentence = sentence;
        this.tokens = tokens;
        this.governors = governors;
        this.relations = relations;
        this.parsed = parsed;
    }

    /** The sentences of a document in order, each with its tokens and arcs. All three lists are in text order. */
    public static List<Parse> of(List<Sentence> sentences, List<Token> tokens, List<Dependency> dependencies) {
        List<Parse> parses = new ArrayList<>(sentences.size());
        int[] governors = new int[tokens.size()];
        Arrays.fill(governors, Integer.MIN_VALUE);
        String[] relations = new String[tokens.size()];
        Arrays.fill(relations, "");
        for (Dependency arc : dependencies) {
            governors[arc.dependent()] = arc.governor();
            relations[arc.dependent()] = arc.relation();
        }
        int next = 0;
        for (Sentence sentence : sentences) {
            int first = next;
            while (next < tokens.size()
                    && tokens.get(next).span().start() < sentence.span().end()) {
                next++;
            }
            parses.add(slice(sentence, tokens.subList(first, next), first, governors, relations));
        }
        return parses;
    }

    private static Parse slice(Sentence sentence, List<Token> tokens, int first, int[] governors, String[] relations) {
        int[] own = new int[tokens.size()];
        boolean parsed = false;
        for (int i = 0; i < own.length; i++) {
            int governor = governors[first + i];
            parsed |= governor != Integer.MIN_VALUE;
            own[i] = governor < first ? Dependency.ROOT : governor - first;
        }
        String[] ownRelations = Arrays.copyOfRange(relations, first, first + own.length);
        return new Parse(sentence, List.copyOf(tokens), own, ownRelations, parsed);
    }

    /** The sentence that holds all of a span, if one does. */
    public static Optional<Parse> around(List<Parse> sentences, Span span) {
        return sentences.stream()
                .filter(sentence -> sentence.sentence().span().contains(span))
                .findFirst();
    }

    public Sentence sentence() {
        return sentence;
    }

    public List<Token> tokens() {
        return tokens;
    }

    public Token token(int word) {
        return tokens.get(word);
    }

    public int size() {
        return tokens.size();
    }

    public boolean isParsed() {
        return parsed;
    }

    /** The word that governs this one; empty for the root and in a sentence without arcs. */
    public OptionalInt governor(int word) {
        return governors[word] == Dependency.ROOT ? OptionalInt.empty() : OptionalInt.of(governors[word]);
    }

    /** The relation of a word to its governor, such as {@code nsubj:pass} or {@code obl}; empty without arcs. */
    public String relation(int word) {
        return relations[word];
    }

    public boolean hasRelation(int word, String... any) {
        return Arrays.asList(any).contains(relations[word]);
    }

    /** The words that this one governs directly, left to right. */
    public List<Integer> children(int word) {
        List<Integer> children = new ArrayList<>();
        for (int i = 0; i < governors.length; i++) {
            if (governors[i] == word) {
                children.add(i);
            }
        }
        return children;
    }

    /** Those children that stand in one of the relations. */
    public List<Integer> children(int word, String... relation) {
        return children(word).stream()
                .filter(child -> hasRelation(child, relation))
                .toList();
    }

    /** The first child in one of the relations. */
    public OptionalInt child(int word, String... relation) {
        return children(word, relation).stream().mapToInt(Integer::intValue).findFirst();
    }

    /** The word and everything below it. */
    public BitSet subtree(int word) {
        BitSet seen = new BitSet(size());
        collect(word, seen);
        return seen;
    }

    private void collect(int word, BitSet seen) {
        if (!seen.get(word)) {
            seen.set(word);
            children(word).forEach(child -> collect(child, seen));
        }
    }

    /** Whether {@code ancestor} is the word itself or stands above it. */
    public boolean dominates(int ancestor, int word) {
        int at = word;
        for (int steps = 0; steps <= size(); steps++) {
            if (at == ancestor) {
                return true;
            }
            OptionalInt up = governor(at);
            if (up.isEmpty()) {
                return false;
            }
            at = up.getAsInt();
        }
        return false;
    }

    /**
     * The words of the phrase around a head: its subtree without those children that stand in one of the relations,
     * as far as it runs on without a gap, punctuation at either end trimmed.
     */
    public BitSet phrase(int head, String... without) {
        BitSet words = subtree(head);
        children(head, without).forEach(child -> words.andNot(subtree(child)));
        int first = head;
        while (first > 0 && (words.get(first - 1) || bridges(words, first - 1, first - 2))) {
            first--;
        }
        int last = head;
        while (last + 1 < size() && (words.get(last + 1) || bridges(words, last + 1, last + 2))) {
            last++;
        }
        while (first < head && isMark(first)) {
            first++;
        }
        while (last > head && isMark(last)) {
            last--;
        }
        BitSet phrase = new BitSet(size());
        phrase.set(first, last + 1);
        return phrase;
    }

    /** A comma that the parser hung elsewhere does not break a phrase that goes on behind it. */
    private boolean bridges(BitSet words, int mark, int beyond) {
        return hasRelation(mark, "punct") && beyond >= 0 && words.get(beyond);
    }

    private boolean isMark(int word) {
        return hasRelation(word, "punct", "cc");
    }

    /** The span from the first to the last of these words. */
    public Span span(BitSet words) {
        return new Span(
                tokens.get(words.nextSetBit(0)).span().start(),
                tokens.get(words.length() - 1).span().end());
    }

    /** The span from one word to another, both included. */
    public Span span(int firstWord, int lastWord) {
        return new Span(
                tokens.get(firstWord).span().start(),
                tokens.get(lastWord).span().end());
    }

    /** The words whose tokens lie inside the span. */
    public BitSet within(Span span) {
        BitSet words = new BitSet(size());
        for (int i = 0; i < tokens.size(); i++) {
            if (span.contains(tokens.get(i).span())) {
                words.set(i);
            }
        }
        return words;
    }

    /** The highest word inside the span: the first whose governor lies outside. */
    public OptionalInt head(Span span) {
        BitSet words = within(span);
        return words.stream()
                .filter(word -> governors[word] == Dependency.ROOT || !words.get(governors[word]))
                .filter(word -> !tokens.get(word).tag().matches("\\W+|DT|IN|CC"))
                .findFirst();
    }

    /** The word at an offset of the article text. */
    public Optional<Token> at(int offset) {
        return tokens.stream().filter(token -> token.span().contains(offset)).findFirst();
    }
}
