package org.onrecord.search.ledger;

import org.onrecord.document.CasualtyFigure.Modality;

/** What a reader of a row should know before taking its numbers. */
public sealed interface Mark {
    /** The source gave another total later. */
    record Revision(Report earlier, Report later) implements Mark {
        public Revision {
            if (!later.isAfter(earlier)) {
                throw new IllegalArgumentException("a revision is later than what it revises");
            }
        }
    }

    /** Another source gave, at about the same time, a total that cannot be true together with this one. */
    record Conflict(Report own, Teller other, Report theirs) implements Mark {}

    /** The source commits itself to less than that it is so. */
    record Hedged(Modality modality, Report report) implements Mark {
        public Hedged {
            if (modality == Modality.ASSERTED || modality == Modality.DENIED) {
                throw new IllegalArgumentException(modality + " is no hedge");
            }
        }
    }

    /** The source says that it is not so. */
    record Denial(Report report) implements Mark {}

    /** Another source says that this figure is not so. */
    record Contested(Report own, Teller by, Report denial) implements Mark {}

    /** One article gives two totals by the source: which is the whole cannot be told. */
    record Several(Report one, Report other) implements Mark {}
}
