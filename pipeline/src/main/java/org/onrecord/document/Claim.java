package org.onrecord.document;

import java.util.List;
import java.util.Optional;

/**
 * An attribution read for what the source does with the content.
 *
 * @param extent the content of the attribution
 * @param attribution id of the attribution
 * @param figures ids of the casualty figures inside the content
 * @param contests id of the claim that this one answers
 */
public record Claim(
        String id,
        Extent extent,
        String attribution,
        Stance stance,
        Optional<Target> target,
        boolean hedged,
        boolean negated,
        List<String> figures,
        Optional<String> contests,
        Basis basis)
        implements Annotation {
    /** What the source does. */
    public enum Stance {
        ASSERT,
        DENY,
        ACCUSE,
        ADMIT,
        DOUBT,
        PROMISE,
        DEMAND,
        ESTIMATE
    }

    /** Whom it is aimed at. */
    public record Target(String name, Optional<String> entity) {}

    public Claim {
        figures = List.copyOf(figures);
    }
}
