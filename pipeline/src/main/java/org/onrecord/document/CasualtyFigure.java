package org.onrecord.document;

import java.util.Optional;

/**
 * How many came to what harm, according to whom.
 *
 * @param span the words that give the number and, where they stand together, the people: "at least 12 people"
 * @param partOf id of the figure that includes this one
 * @param derived whether the number was computed ("a woman and her two children": 3)
 */
public record CasualtyFigure(
        String id,
        Span span,
        Outcome outcome,
        Quantity quantity,
        Optional<String> victims,
        Optional<String> perpetrator,
        Optional<String> cause,
        Optional<String> place,
        Optional<String> time,
        Voice voice,
        Modality modality,
        Scope scope,
        Optional<String> partOf,
        boolean derived,
        Basis basis)
        implements Annotation {
    /** What happened to them. CASUALTIES: killed or injured, the text does not say which. */
    public enum Outcome {
        KILLED,
        INJURED,
        MISSING,
        DISPLACED,
        DETAINED,
        ABDUCTED,
        TRAPPED,
        EVACUATED,
        CASUALTIES
    }

    /** How far the source commits itself. */
    public enum Modality {
        ASSERTED,
        ALLEGED,
        DENIED,
        FEARED,
        POSSIBLE
    }

    /** What the figure counts, in time and in relation to the others. */
    public enum Scope {
        CURRENT,
        CUMULATIVE,
        PERIOD,
        INCREMENT,
        SUBSET,
        HISTORICAL,
        SUPERSEDED
    }

    @Override
    public Extent extent() {
        return Extent.of(span);
    }
}
