package org.onrecord.search;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.minhash.MinHashFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.shingle.FixedShingleFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.onrecord.document.Article;
import org.onrecord.document.Zone;

/**
 * What an article's body is known by among near-copies: headline, dateline, byline and what stands around the article
 * have no part in it.
 *
 * @param shingles what two bodies share is measured by
 * @param bands terms of which near-copies very probably share one: pairs of neighbouring minima of one permutation of the
 *     shingles, cut in {@value #MINIMA} bins (Broder 1997; Li, Owen and Zhang 2012, One permutation hashing; empty bins
 *     as in Shrivastava and Li 2014; pairs as in Indyk and Motwani 1998). Two bodies of resemblance r share one with
 *     probability 1 − (1 − r²)^64: 0.93 at 0.2, 0.998 at 0.3
 */
record Fingerprint(Shingles shingles, List<String> bands) {
    private static final int RUN = 3;
    private static final int MINIMA = 128;
    private static final int PAIR = 2;

    /** Shorter bodies are copies only where the whole text is the same: too little is left to tell by. */
    static final int FEWEST = 12;

    /** See docs/decisions/0010-near-duplicates.md for how the two were chosen. */
    static final double RESEMBLANCE = 0.5;

    static final double CONTAINMENT = 0.8;

    /** A body that is a smaller part than this of another is quoted by it, or stands in a round-up. */
    static final double SMALLEST_PART = 0.25;

    Fingerprint {
        bands = List.copyOf(bands);
    }

    static Fingerprint of(Article article) {
        String body = article.zones().stream()
                .filter(zone -> zone.kind() == Zone.Kind.BODY)
                .map(zone -> zone.span().of(article.text()))
                .collect(Collectors.joining("\n"));
        return new Fingerprint(
                Shingles.of(AnalysedText.terms(words(body)), RUN),
                bands(AnalysedText.terms(
                        new MinHashFilter(new FixedShingleFilter(words(body), RUN), 1, MINIMA, 1, true))));
    }

    /** Whether one body is a copy of the other, lightly edited, shortened or added to. */
    boolean isNear(Fingerprint other) {
        return isNear(shingles, other.shingles);
    }

    static boolean isNear(Shingles one, Shingles other) {
        return isNear(one, other, RESEMBLANCE, CONTAINMENT);
    }

    static boolean isNear(Shingles one, Shingles other, double resemblance, double containment) {
        int fewer = Math.min(one.total(), other.total());
        int more = Math.max(one.total(), other.total());
        if (fewer < FEWEST) {
            return false;
        }
        double shared = one.resemblance(other);
        return shared >= resemblance
                || (fewer >= SMALLEST_PART * more && one.containment(other, shared) >= containment);
    }

    private static TokenStream words(String text) {
        StandardTokenizer words = new StandardTokenizer();
        words.setReader(new StringReader(text));
        return new ASCIIFoldingFilter(new LowerCaseFilter(words));
    }

    private static List<String> bands(List<String> minima) {
        List<String> bands = new ArrayList<>();
        for (int i = 0; i + PAIR <= minima.size(); i += PAIR) {
            bands.add(i / PAIR + "-"
                    + Integer.toHexString(minima.subList(i, i + PAIR).hashCode()));
        }
        return bands;
    }
}
