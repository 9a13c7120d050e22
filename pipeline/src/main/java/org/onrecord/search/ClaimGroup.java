package org.onrecord.search;

import java.util.List;
import java.util.Optional;

/**
 * What one source said, once, however many places printed it. A figure that publishers give in their own voice has no
 * source: it stands apart from the same figure "according to" somebody.
 *
 * @param source empty for the publishers' own voice
 * @param places where it stands, the earliest published first; those without a date last
 */
public record ClaimGroup(Optional<Hit.Said> source, List<Hit> places) {
    public ClaimGroup {
        places = List.copyOf(places);
        if (places.isEmpty()) {
            throw new IllegalArgumentException("a claim stands somewhere");
        }
    }

    /** The earliest of them, in whose words the claim is shown. */
    public Hit first() {
        return places.getFirst();
    }

    /** Articles that have it. */
    public long articles() {
        return places.stream().map(Hit::article).distinct().count();
    }
}
