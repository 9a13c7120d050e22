package org.onrecord.attribution.tagger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.onrecord.document.Attribution;
import org.onrecord.document.Entity;
import org.onrecord.document.Extent;
import org.onrecord.document.Parse;
import org.onrecord.document.Quote;
import org.onrecord.document.Span;
import org.onrecord.document.Token;
import org.onrecord.document.Weekdays;

/**
 * One paragraph as the tagger sees it: the words of all its sentences in a row, their trees, the quotations and mentions
 * they stand in, and the attributions that the rules found in it. Words are numbered from the start of the paragraph.
 */
public final class Passage {
    static final int NONE = -1;

    private static final Set<String> TIMES = Set.of(
            "morning",
            "afternoon",
            "evening",
            "night",
            "today",
            "yesterday",
            "tomorrow",
            "tonight",
            "week",
            "weekend",
            "month",
            "year");

    private static final Set<String> WHICH_TIME =
            Set.of("last", "this", "next", "late", "early", "earlier", "later", "on", "in", "the");

    private final Span paragraph;
    private final List<Parse> sentences;
    private final List<Token> tokens = new ArrayList<>();
    private final String[] forms;
    private final String[] lemmas;
    private final String[] coarse;
    private final String[] fine;
    private final int[] sentence;
    private final int[] governor;
    private final String[] relation;
    private final int[] quote;
    private final String[] type;
    private final boolean[] parsed;
    private final int[] firstBelow;
    private final int[] lastBelow;
    private final List<Attribution> ruled;

    private Passage(
            Span paragraph, List<Parse> sentences, List<Quote> speech, List<Entity> entities, List<Attribution> ruled) {
        this.paragraph = paragraph;
        this.sentences = sentences;
        sentences.forEach(parse -> tokens.addAll(parse.tokens()));
        int size = tokens.size();
        forms = new String[size];
        lemmas = new String[size];
        coarse = new String[size];
        fine = new String[size];
        words();
        sentence = new int[size];
        governor = new int[size];
        relation = new String[size];
        parsed = new boolean[size];
        int first = 0;
        for (int s = 0; s < sentences.size(); s++) {
            Parse parse = sentences.get(s);
            for (int word = 0; word < parse.size(); word++) {
                sentence[first + word] = s;
                governor[first + word] = parse.governor(word).isPresent()
                        ? first + parse.governor(word).getAsInt()
                        : NONE;
                relation[first + word] = parse.relation(word).isEmpty() ? "-" : parse.relation(word);
                parsed[first + word] = parse.isParsed();
            }
            first += parse.size();
        }
        quote = new int[size];
        Arrays.fill(quote, NONE);
        for (int q = 0; q < speech.size(); q++) {
            fill(quote, speech.get(q).span(), q);
        }
        type = new String[size];
        Arrays.fill(type, "");
        for (Entity entity : entities) {
            entity.extent().spans().forEach(span -> {
                for (int word = 0; word < size; word++) {
                    if (span.contains(tokens.get(word).span())) {
                        type[word] = entity.type().name();
                    }
                }
            });
        }
        this.ruled = ruled;
        firstBelow = new int[size];
        lastBelow = new int[size];
        reach();
    }

    /** The passage of one paragraph; of all lists only what lies inside it is taken. */
    public static Passage of(
            Span paragraph, List<Parse> sentences, List<Quote> speech, List<Entity> entities, List<Attribution> ruled) {
        return new Passage(
                paragraph,
                sentences.stream()
                        .filter(parse -> paragraph.contains(parse.sentence().span()))
                        .toList(),
                speech.stream()
                        .filter(quote -> paragraph.contains(quote.span()))
                        .toList(),
                entities.stream()
                        .filter(entity -> entity.extent().overlaps(paragraph))
                        .toList(),
                ruled.stream()
                        .filter(attribution -> attribution.content().overlaps(paragraph))
                        .toList());
    }

    /** Asked for again and again: for each cue the traits of every word. */
    private void words() {
        for (int word = 0; word < forms.length; word++) {
            Token token = tokens.get(word);
            forms[word] = token.form().toLowerCase(Locale.ROOT);
            lemmas[word] = token.lemma().toLowerCase(Locale.ROOT);
            WordClusters.Cuts clusters = Clusters.SHIPPED.of(forms[word], lemmas[word]);
            char kind = token.tag().charAt(0);
            coarse[word] = kind + clusters.coarse();
            fine[word] = kind + clusters.fine();
        }
    }

    private void fill(int[] array, Span span, int value) {
        for (int word = 0; word < array.length; word++) {
            if (span.overlaps(tokens.get(word).span())) {
                array[word] = value;
            }
        }
    }

    /** First and last word below each word, itself included. */
    private void reach() {
        for (int word = 0; word < size(); word++) {
            firstBelow[word] = word;
            lastBelow[word] = word;
        }
        for (int word = 0; word < size(); word++) {
            int up = word;
            for (int steps = 0; up != NONE && steps < size(); steps++) {
                firstBelow[up] = Math.min(firstBelow[up], word);
                lastBelow[up] = Math.max(lastBelow[up], word);
                up = governor[up];
            }
        }
    }

    public Span paragraph() {
        return paragraph;
    }

    /** Its sentences in text order. */
    public List<Parse> sentences() {
        return sentences;
    }

    /** A word of a sentence, numbered from its start. */
    public record Head(Parse sentence, int word) {}

    /** The head word of a span in the sentence that it begins in. */
    public Optional<Head> headed(Span span) {
        return sentences.stream()
                .filter(parse -> parse.sentence().span().overlaps(span))
                .findFirst()
                .flatMap(parse -> parse.head(span).stream()
                        .boxed()
                        .findFirst()
                        .or(() -> parse.within(span).stream().boxed().findFirst())
                        .map(word -> new Head(parse, word)));
    }

    public int size() {
        return tokens.size();
    }

    public Token token(int word) {
        return tokens.get(word);
    }

    List<Attribution> ruled() {
        return ruled;
    }

    /** What the rules found for a cue: the attributions whose cue shares a word with it. */
    List<Attribution> ruled(Stretch cue) {
        return ruled.stream()
                .filter(attribution -> attribution
                        .cue()
                        .map(this::cue)
                        .filter(words -> words.length == 2 && words[0] <= cue.last() && cue.first() <= words[1])
                        .isPresent())
                .toList();
    }

    int sentence(int word) {
        return sentence[word];
    }

    int governor(int word) {
        return governor[word];
    }

    String relation(int word) {
        return relation[word];
    }

    /** The number of the quotation that the word stands in, or {@link #NONE}. */
    int quote(int word) {
        return quote[word];
    }

    String type(int word) {
        return type[word];
    }

    boolean isParsed(int word) {
        return parsed[word];
    }

    int firstBelow(int word) {
        return firstBelow[word];
    }

    int lastBelow(int word) {
        return lastBelow[word];
    }

    String form(int word) {
        return at(forms, word);
    }

    String lemma(int word) {
        return at(lemmas, word);
    }

    private static String at(String[] words, int word) {
        return word < 0 ? "<s>" : word >= words.length ? "</s>" : words[word];
    }

    String tag(int word) {
        return word < 0 || word >= size() ? "-" : tokens.get(word).tag();
    }

    /** The coarse cluster of a word with its kind of word. */
    String coarse(int word) {
        return at(coarse, word);
    }

    /** The fine cluster of a word with its kind of word. */
    String fine(int word) {
        return at(fine, word);
    }

    /** Read when first asked for. */
    private static final class Clusters {
        static final WordClusters SHIPPED = WordClusters.load();
    }

    boolean isMark(int word) {
        return word >= 0 && word < size() && !tokens.get(word).isWord();
    }

    boolean isQuotationMark(int word) {
        return word >= 0
                && word < size()
                && (tokens.get(word).tag().equals("``")
                        || tokens.get(word).tag().equals("''"));
    }

    /** The words inside a span, marks at its edges left out; first and last, or an empty array. */
    public int[] words(Span span) {
        int first = 0;
        while (first < size() && (tokens.get(first).span().end() <= span.start() || isMark(first))) {
            first++;
        }
        int last = size() - 1;
        while (last >= first && (tokens.get(last).span().start() >= span.end() || isMark(last))) {
            last--;
        }
        return first <= last && tokens.get(first).span().start() < span.end() ? new int[] {first, last} : new int[0];
    }

    /** The words of a cue, which may be no more than a mark: a colon. */
    public int[] cue(Span span) {
        int[] words = words(span);
        if (words.length == 2) {
            return words;
        }
        return IntStream.range(0, size())
                .filter(word -> span.contains(tokens.get(word).span()))
                .limit(1)
                .flatMap(word -> IntStream.of(word, word))
                .toArray();
    }

    /** Which words an extent holds. */
    boolean[] covered(Extent extent) {
        boolean[] covered = new boolean[size()];
        for (Span span : extent.spans()) {
            int[] words = words(span);
            if (words.length == 2) {
                Arrays.fill(covered, words[0], words[1] + 1, true);
            }
        }
        return covered;
    }

    /** The highest word of a stretch: the first whose governor lies outside. */
    int head(int first, int last) {
        for (int word = first; word <= last; word++) {
            if (!isMark(word) && (governor[word] < first || governor[word] > last) && isParsed(word)) {
                return word;
            }
        }
        return first;
    }

    /** The span from the start of one word to the end of another. */
    public Span span(int first, int last) {
        return new Span(
                tokens.get(first).span().start(), tokens.get(last).span().end());
    }

    /** "Thursday morning", "last week": says when, not who. */
    boolean isTime(Stretch stretch) {
        List<String> words = IntStream.rangeClosed(stretch.first(), stretch.last())
                .mapToObj(this::form)
                .toList();
        return words.stream().anyMatch(Passage::isTime)
                && words.stream().allMatch(word -> isTime(word) || WHICH_TIME.contains(word));
    }

    private static boolean isTime(String word) {
        return TIMES.contains(word) || Weekdays.NAMES.contains(word);
    }
}
