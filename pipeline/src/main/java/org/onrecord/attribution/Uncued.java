package org.onrecord.attribution;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.onrecord.attribution.tagger.Passage;
import org.onrecord.document.Attribution;
import org.onrecord.document.Parse;
import org.onrecord.document.Quote;
import org.onrecord.document.Span;
import org.onrecord.document.Speaker;
import org.onrecord.reference.Speakers;

/**
 * Whose the quotations of a paragraph are that no cue takes: what the sentence before them says.
 *
 * @param quotes all quotations of the paragraph
 */
record Uncued(Passage passage, Wording wording, List<Quote> quotes, LeadIns leadIns) {
    /** What stands before a quotation that is a sentence of its own. */
    private static final Pattern BEGINS = Pattern.compile("(?:^|[.!?…:”\"’')])\\s*$");

    /** Characters before a quotation that are looked at for the end of a sentence. */
    private static final int NEAR = 20;

    Uncued {
        quotes = List.copyOf(quotes);
    }

    /** What leads up to a quotation. */
    sealed interface Before {
        /** A sentence with a colon: "Then she listed what it takes:". */
        record Introduction(Span source, Span cue) implements Before {}

        /**
         * Another sentence.
         *
         * @param acts whom it is about, where they do in it what comes before speech
         */
        record Sentence(Parse sentence, Optional<Speaker> acts) implements Before {}

        /** Nothing in the paragraph. */
        record Nothing() implements Before {}
    }

    /** Empty for a quotation that is part of a sentence. */
    Optional<Before> before(Quote quote, Speakers speakers) {
        int end = wording.withMarks(quote.span()).start();
        int start = Math.max(passage.paragraph().start(), end - NEAR);
        if (quote.kind() != Quote.Kind.DIRECT
                || !BEGINS.matcher(wording.text().substring(start, end)).find()) {
            return Optional.empty();
        }
        Optional<Parse> last = passage.sentences().stream()
                .takeWhile(sentence -> sentence.sentence().span().start() < end)
                .filter(sentence -> hasWordsBefore(sentence, end))
                .reduce((first, second) -> second);
        return Optional.of(
                last.map(sentence -> leadingUp(sentence, end, speakers)).orElseGet(Before.Nothing::new));
    }

    private Before leadingUp(Parse sentence, int end, Speakers speakers) {
        Span span = sentence.sentence().span();
        Optional<LeadIns.LeadIn> leadIn =
                leadIns.of(wording.text(), sentence, new Span(span.start(), Math.min(span.end(), end)), quotes);
        return leadIn.filter(LeadIns.LeadIn::introduces)
                .<Before>map(found -> new Before.Introduction(found.source(), found.cue()))
                .orElseGet(() -> new Before.Sentence(sentence, leadIn.flatMap(found -> person(found, speakers))));
    }

    private static boolean hasWordsBefore(Parse sentence, int offset) {
        return sentence.tokens().stream()
                .anyMatch(token -> token.isWord() && token.span().end() <= offset);
    }

    private static Optional<Speaker> person(LeadIns.LeadIn leadIn, Speakers speakers) {
        return speakers.meant(leadIn.source(), leadIn.subject(), leadIn.sentence(), Optional.empty())
                .filter(speaker -> speaker.type() == Speaker.Type.PERSON);
    }

    /**
     * Whom the paragraph leads up to at its end, for a quotation in the next; nobody where somebody is quoted there.
     *
     * @param attributions of the paragraph
     */
    Optional<Speaker> acts(List<Attribution> attributions, Speakers speakers) {
        return passage.sentences().stream()
                .reduce((first, second) -> second)
                .filter(sentence -> attributions.stream()
                        .noneMatch(attribution ->
                                isIn(attribution, sentence.sentence().span())))
                .flatMap(sentence ->
                        leadIns.of(wording.text(), sentence, sentence.sentence().span(), quotes))
                .flatMap(leadIn -> person(leadIn, speakers));
    }

    private static boolean isIn(Attribution attribution, Span sentence) {
        return attribution.content().overlaps(sentence)
                || attribution.cue().filter(sentence::overlaps).isPresent();
    }
}
