package org.onrecord.document;

import java.util.List;
import java.util.Optional;

/** Anything found in an article. {@link #id()} is unique within its layer. */
public sealed interface Annotation
        permits Sentence, Token, Dependency, Mention, Entity, Quote, Attribution, CasualtyFigure, Claim {
    String id();

    Extent extent();

    Basis basis();

    /**
     * The items that lie wholly inside the span, found by bisection.
     *
     * @param ordered disjoint items in text order, as the layers of sentences, tokens and quotes are
     */
    static <A extends Annotation> List<A> within(List<A> ordered, Span span) {
        int first = firstFrom(ordered, span.start());
        int last = firstFrom(ordered, span.end());
        while (last > first && ordered.get(last - 1).extent().end() > span.end()) {
            last--;
        }
        return ordered.subList(first, last);
    }

    /** The item whose extent holds the offset. */
    static <A extends Annotation> Optional<A> at(List<A> ordered, int offset) {
        int next = firstFrom(ordered, offset + 1);
        return next > 0 && ordered.get(next - 1).extent().end() > offset
                ? Optional.of(ordered.get(next - 1))
                : Optional.empty();
    }

    private static int firstFrom(List<? extends Annotation> ordered, int offset) {
        int low = 0;
        int high = ordered.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ordered.get(middle).extent().start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
