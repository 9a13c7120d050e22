package org.onrecord.claim;

import java.util.BitSet;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.onrecord.document.Parse;
import org.onrecord.document.Span;

/** When it was said: "on Monday", "last week", "yesterday", where they hang on the cue and stand outside the content. */
final class SpeakingTimes {
    private static final Pattern TIME = Pattern.compile(
            "(?i)mon(day)?|tues?(day)?|wednes(day)?|wed|thurs?(day)?|fri(day)?|satur(day)?|sat|sun(day)?|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|today|yesterday|tonight|week|weekend|month|year|morning|afternoon|evening|night|midday|midnight|noon|spring|summer|autumn|winter|1[89]\\d\\d|20\\d\\d|earlier|later|recently|previously|hour|day");
    private static final Pattern RELATION = Pattern.compile("obl(:tmod)?|nmod(:tmod)?|advmod|obl:npmod|dep|nummod");
    private static final Pattern ADVERB =
            Pattern.compile("(?i)today|yesterday|tonight|recently|earlier|later|previously");

    private SpeakingTimes() {}

    static Optional<Span> of(Saying saying) {
        return saying.cue().flatMap(cue -> {
            Parse sentence = cue.sentence();
            return Stream.concat(
                            sentence.children(cue.head()).stream(),
                            sentence.children(cue.head(), "nsubj").stream()
                                    .flatMap(subject ->
                                            sentence.children(subject, "nmod", "nmod:tmod", "obl:tmod").stream()
                                                    .filter(child -> child > subject)))
                    .filter(child -> RELATION.matcher(sentence.relation(child)).matches())
                    .filter(child -> isTime(sentence, child))
                    .filter(child -> !isContent(saying, sentence, child))
                    .map(child -> phrase(sentence, child, saying))
                    .findFirst();
        });
    }

    private static boolean isTime(Parse sentence, int word) {
        boolean placed = sentence.children(word, "case").stream()
                .allMatch(mark -> Phrases.lemma(sentence, mark).matches("on|in|at|during|before|after"));
        return placed
                && TIME.matcher(Phrases.lemma(sentence, word)).matches()
                && (!sentence.hasRelation(word, "advmod")
                        || ADVERB.matcher(sentence.token(word).form()).matches());
    }

    private static boolean isContent(Saying saying, Parse sentence, int word) {
        return saying.attribution().content().overlaps(sentence.token(word).span());
    }

    /** The phrase without its preposition. */
    private static Span phrase(Parse sentence, int head, Saying saying) {
        BitSet words = sentence.phrase(head, "case", "acl:relcl", "advcl", "punct", "acl");
        words.stream()
                .filter(word -> isContent(saying, sentence, word))
                .boxed()
                .toList()
                .forEach(words::clear);
        return sentence.span(words);
    }
}
