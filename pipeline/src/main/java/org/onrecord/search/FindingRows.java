package org.onrecord.search;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.Voice;

/**
 * By what the findings of one article are known again in its near-copies: a 64-bit hash of who says what, case and
 * punctuation apart, or how many according to whom. What an article has twice has two of them, the same two as in its copies.
 */
final class FindingRows {
    private final Map<String, Integer> seen = new HashMap<>();

    /** Of one speaker count the last word only: a copy may have lost the place where the full name stood. */
    long said(Hit.Type type, String speaker, String words) {
        String name = Plain.words(speaker);
        return next(type + "\n" + name.substring(name.lastIndexOf(' ') + 1) + "\n" + Plain.words(words));
    }

    /** Its words do not count: the same figure is found in the headline of one copy and in the body of another. */
    long figure(CasualtyFigure figure) {
        String source = figure.voice() instanceof Voice.Source named ? Plain.words(named.name()) : "";
        return next(Hit.Type.FIGURE + "\n" + figure.outcome().name().toLowerCase(Locale.ROOT) + "\n" + figure.quantity()
                + "\n" + source);
    }

    long article() {
        return next(Hit.Type.ARTICLE.name());
    }

    private long next(String finding) {
        int times = seen.merge(finding, 1, Integer::sum);
        return StringHelper.murmurhash3_x64_128(new BytesRef(finding + "\n" + times))[0];
    }
}
