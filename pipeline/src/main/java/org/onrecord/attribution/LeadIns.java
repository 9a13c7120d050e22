package org.onrecord.attribution;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.onrecord.document.Parse;
import org.onrecord.document.Quote;
import org.onrecord.document.Span;
import org.onrecord.pipeline.Lexicon;
import org.onrecord.reference.Relatives;

/**
 * Sentences that lead up to a quotation which no cue takes: "Maria Quint read from a card.", "Then she listed what it
 * takes:". Whoever they are about speaks (the triggers of Elson and McKeown 2010).
 */
final class LeadIns {
    private final Cues cues;
    private final Lexicon beats;

    private LeadIns(Cues cues, Lexicon beats) {
        this.cues = cues;
        this.beats = beats;
    }

    static LeadIns load() {
        return new LeadIns(Cues.load(), Lexicon.load("attribution/beats.txt"));
    }

    /**
     * Whom a sentence is about, and what they do in it.
     *
     * @param words of the sentence that lead up to the quotation
     * @param introduces whether they end in a colon
     */
    record LeadIn(Parse sentence, Span words, int subject, int verb, boolean introduces) {
        Span cue() {
            return sentence.token(verb).span();
        }

        /** The words that name whom it is about. */
        Span source() {
            return sentence.span(sentence.phrase(subject, "parataxis", "dep", "advcl", "ccomp", "punct", "cc"));
        }
    }

    /**
     * Empty where nobody in the words is said to do what comes before speech.
     *
     * @param words of the sentence before the quotation
     * @param speech quotations, whose own words lead up to nothing
     */
    Optional<LeadIn> of(String text, Parse sentence, Span words, List<Quote> speech) {
        boolean introduces = words.of(text).stripTrailing().endsWith(":");
        BitSet within = sentence.within(words);
        speech.forEach(quote -> within.andNot(sentence.within(quote.span())));
        return within.stream()
                .boxed()
                .filter(word -> sentence.token(word).tag().matches("VBD|VBZ|VBP"))
                .filter(word -> subject(sentence, word, within).isPresent())
                .min(Comparator.comparingInt(word -> depth(sentence, word)))
                .filter(word -> introduces || comesBeforeSpeech(sentence, word))
                .map(word -> new LeadIn(
                        sentence, words, subject(sentence, word, within).orElseThrow(), word, introduces));
    }

    private static OptionalInt subject(Parse sentence, int verb, BitSet within) {
        OptionalInt subject = sentence.child(verb, "nsubj");
        return subject.isPresent() && within.get(subject.getAsInt()) && !Relatives.isOne(sentence, subject.getAsInt())
                ? subject
                : OptionalInt.empty();
    }

    private static int depth(Parse sentence, int word) {
        return (int) IntStream.iterate(
                        word, up -> up >= 0, up -> sentence.governor(up).orElse(-1))
                .limit(sentence.size())
                .count();
    }

    private boolean comesBeforeSpeech(Parse sentence, int verb) {
        return cues.strength(sentence.token(verb)).isPresent()
                || beats.find(sentence.token(verb).lemma().toLowerCase(Locale.ROOT))
                        .isPresent();
    }
}
