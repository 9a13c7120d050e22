package org.onrecord.eval.gold;

/** What annotators of a corpus looked for. Only that is scored. */
public enum Aspect {
    /** Source, cue and content. */
    ATTRIBUTIONS,
    /** A quotation over several paragraphs is one attribution, not one for each of them. */
    WHOLE_QUOTATIONS,
    /** Whom the source resolves to. */
    SPEAKERS,
    /** What quotation marks are for. */
    QUOTES,
    /** Stance, target, hedging. */
    CLAIMS,
    /** Every figure in the text. */
    FIGURES,
    /** Victims, cause, place, time, source, modality and scope of figures. */
    DETAILS,
    /** The same, but only those that the gold gives: where it gives none, nothing is judged. */
    GIVEN_DETAILS,
    /** The function of each line. */
    ZONES,
    /** All counts of killed and injured in the article; where the text gives them is not marked. */
    COUNTS,
    /** How many the reported incident killed and injured, one number each. */
    TOLL
}
