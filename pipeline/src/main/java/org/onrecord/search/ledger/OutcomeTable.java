package org.onrecord.search.ledger;

import java.util.List;
import org.onrecord.document.CasualtyFigure.Outcome;

/**
 * What the sources of an event say of one outcome.
 *
 * @param rows of totals, those who count everybody first, the most reported first
 * @param apart figures that are no totals, the earliest first
 */
public record OutcomeTable(Outcome outcome, List<SourceRow> rows, List<Apart> apart) {
    /** A figure that is no total, and whose. */
    public record Apart(Aside why, Teller teller, Report report) {}

    public OutcomeTable {
        rows = List.copyOf(rows);
        apart = List.copyOf(apart);
        if (rows.isEmpty() && apart.isEmpty()) {
            throw new IllegalArgumentException("a table of nothing");
        }
    }
}
