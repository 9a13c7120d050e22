package org.onrecord.segment;

import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.ling.TaggedWord;
import edu.stanford.nlp.ling.Word;
import edu.stanford.nlp.process.Morphology;
import edu.stanford.nlp.tagger.maxent.MaxentTagger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.onrecord.document.Basis;
import org.onrecord.document.Kind;
import org.onrecord.document.Span;
import org.onrecord.document.Token;
import org.onrecord.pipeline.Stage;
import org.onrecord.pipeline.View;

/** Tokens with part of speech (CoreNLP's left3words tagger) and lemma. */
public final class Tokens implements Stage<Token> {
    private static final String MODEL = "edu/stanford/nlp/models/pos-tagger/english-left3words-distsim.tagger";
    private static final Basis BASIS = new Basis.Model("corenlp-left3words", 0.97);

    private static final Pattern AGED = Pattern.compile("(?i)[\\w-]+-(year|month|week|day)-old");

    /** Longer "sentences" are tables or lists; cut, they cost no more than their length. */
    private static final int LONGEST_SENTENCE = 400;

    private final MaxentTagger tagger;
    private final Capitals capitals;

    private Tokens(MaxentTagger tagger, Capitals capitals) {
        this.tagger = tagger;
        this.capitals = capitals;
    }

    /** Reads the tagger from the class path; takes about a second. */
    public static Tokens load() {
        return new Tokens(new MaxentTagger(MODEL, new java.util.Properties(), false), Capitals.load());
    }

    @Override
    public Kind<Token> writes() {
        return Kind.TOKEN;
    }

    @Override
    public Set<Kind<?>> reads() {
        return Set.of(Kind.SENTENCE);
    }

    @Override
    public List<Token> annotate(View view) {
        List<Token> tokens = new ArrayList<>();
        Morphology morphology = new Morphology(); // not safe to share between threads
        List<List<CoreLabel>> sentences = view.all(Kind.SENTENCE).stream()
                .map(sentence -> Words.of(view.text(), sentence.span()))
                .toList();
        Set<String> names = names(sentences);
        for (List<CoreLabel> words : sentences) {
            for (int from = 0; from < words.size(); from += LONGEST_SENTENCE) {
                tag(words.subList(from, Math.min(words.size(), from + LONGEST_SENTENCE)), names, morphology, tokens);
            }
        }
        return tokens;
    }

    /** What running text capitalises within a sentence, in lower case. */
    private Set<String> names(List<List<CoreLabel>> sentences) {
        Set<String> names = new HashSet<>();
        sentences.stream()
                .map(words -> words.stream().map(CoreLabel::word).toList())
                .filter(words -> !capitals.inTitleCase(words))
                .forEach(words -> IntStream.range(1, words.size())
                        .filter(i -> isCapitalised(words.get(i)) && !begins(words.get(i - 1)))
                        .forEach(i -> names.add(words.get(i).toLowerCase(Locale.ROOT))));
        return names;
    }

    private static boolean isCapitalised(String word) {
        return Character.isUpperCase(word.codePointAt(0)) && !word.equals(word.toUpperCase(Locale.ROOT));
    }

    /** Behind a colon or an opening quotation mark a capital says nothing. */
    private static boolean begins(String before) {
        return !Character.isLetterOrDigit(before.codePointAt(0)) && !before.matches("[,’'-]");
    }

    private List<String> tags(List<String> forms) {
        boolean hasWord = forms.stream().anyMatch(form -> form.codePoints().anyMatch(Character::isLetterOrDigit));
        if (!hasWord) {
            return Collections.nCopies(forms.size(), "SYM"); // a row of marks costs the tagger a second per thousand
        }
        List<Word> words = forms.stream().map(Tokens::asTrained).map(Word::new).toList();
        List<String> tags = new ArrayList<>(
                tagger.tagSentence(words).stream().map(TaggedWord::tag).toList());
        for (int i = 0; i < tags.size(); i++) {
            if (isSomebodyOfAnAge(forms, tags, i)) {
                tags.set(i, "NN");
            } else if (isSecondVerb(tags, i)) {
                tags.set(i, "VBZ");
            }
        }
        return tags;
    }

    /** "said the 34-year-old.": no noun follows, so it is one; the tagger says adjective, and the parser is lost. */
    private static boolean isSomebodyOfAnAge(List<String> forms, List<String> tags, int word) {
        return AGED.matcher(forms.get(word)).matches()
                && word > 0
                && tags.get(word - 1).matches("DT|PRP\\$|JJ")
                && (word + 1 == forms.size() || tags.get(word + 1).matches("[,.:]|''|VB[DZPN]|MD|IN|W.*|CC|TO|RB|POS"));
    }

    /** "Blast kills 1, wounds 12": a headline’s second verb, which the tagger takes for a noun. */
    private static boolean isSecondVerb(List<String> tags, int word) {
        boolean between = tags.get(word).equals("NNS")
                && word > 2
                && word + 1 < tags.size()
                && tags.get(word - 1).matches(",|CC")
                && tags.get(word + 1).equals("CD");
        int before = word - 2;
        while (between && before > 0 && tags.get(before).matches("CD|JJ|NNS?")) {
            before--;
        }
        return between && before < word - 2 && tags.get(before).equals("VBZ");
    }

    /** The tagger was trained on Penn Treebank marks; a curly one is an unknown word to it, and slow. */
    private static String asTrained(String form) {
        return switch (form) {
            case "“", "„", "‟", "«" -> "``";
            case "”", "»" -> "''";
            case "‘" -> "`";
            case "’" -> "'";
            case "–", "—", "―" -> "--";
            default -> form;
        };
    }

    private void tag(List<CoreLabel> words, Set<String> names, Morphology morphology, List<Token> tokens) {
        List<String> forms = capitals.recase(words.stream().map(CoreLabel::word).toList(), names);
        List<String> tags = tags(forms);
        for (int i = 0; i < tags.size(); i++) {
            CoreLabel word = words.get(i);
            String form = forms.get(i);
            String tag = tags.get(i);
            tokens.add(new Token(
                    "t" + (tokens.size() + 1),
                    new Span(word.beginPosition(), word.endPosition()),
                    form,
                    morphology.lemma(form, tag),
                    tag,
                    BASIS));
        }
    }
}
