package org.onrecord.document;

import java.util.Optional;

/**
 * How many came to what harm, according to whom.
 *
 * @param mentions every place that gives this figure: the number, its qualifier and, where they stand together, the
 *     people: "at least 12 people"
 * @param partOf id of the figure that includes this one
 * @param derived whether the number was computed ("a woman and her two children": 3)
 */
public record CasualtyFigure(
        String id,
        Extent mentions,
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

    /** The first mention. */
    public Span span() {
        return mentions.spans().getFirst();
    }

    /** Under another id, and as a part of another whole or of none. */
    public CasualtyFigure withIds(String own, Optional<String> whole) {
        return with(own, outcome, victims, perpetrator, cause, place, time, voice, scope, whole);
    }

    public CasualtyFigure withOutcome(Outcome other) {
        return with(id, other, victims, perpetrator, cause, place, time, voice, scope, partOf);
    }

    public CasualtyFigure withVictims(Optional<String> who) {
        return with(id, outcome, who, perpetrator, cause, place, time, voice, scope, partOf);
    }

    public CasualtyFigure withPerpetrator(Optional<String> doer) {
        return with(id, outcome, victims, doer, cause, place, time, voice, scope, partOf);
    }

    /** With another cause, place and time. */
    public CasualtyFigure withCircumstances(Optional<String> by, Optional<String> where, Optional<String> when) {
        return with(id, outcome, victims, perpetrator, by, where, when, voice, scope, partOf);
    }

    public CasualtyFigure withVoice(Voice other) {
        return with(id, outcome, victims, perpetrator, cause, place, time, other, scope, partOf);
    }

    public CasualtyFigure withScope(Scope other) {
        return with(id, outcome, victims, perpetrator, cause, place, time, voice, other, partOf);
    }

    private CasualtyFigure with(
            String own,
            Outcome harm,
            Optional<String> who,
            Optional<String> doer,
            Optional<String> by,
            Optional<String> where,
            Optional<String> when,
            Voice saying,
            Scope counts,
            Optional<String> whole) {
        return new CasualtyFigure(
                own, mentions, harm, quantity, who, doer, by, where, when, saying, modality, counts, whole, derived,
                basis);
    }

    /** The mentions. */
    @Override
    public Extent extent() {
        return mentions;
    }
}
