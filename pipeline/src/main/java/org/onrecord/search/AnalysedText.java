package org.onrecord.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** What an analyzer makes of a text. */
final class AnalysedText {
    private AnalysedText() {}

    /** All terms in their order; the stream is used up and closed. */
    static List<String> terms(TokenStream source) {
        List<String> terms = new ArrayList<>();
        try (TokenStream stream = source) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("analysing a text failed", e);
        }
        return terms;
    }
}
