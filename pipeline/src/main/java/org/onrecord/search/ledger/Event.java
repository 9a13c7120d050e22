package org.onrecord.search.ledger;

import java.util.List;
import java.util.Optional;

/**
 * One event as its reports tell it.
 *
 * @param days when it happened; where no report says so, when it was reported first and last; empty without any date
 * @param dated whether a report says when it happened
 * @param articles that report it, near-copies counted once
 */
public record Event(
        Optional<String> place,
        Optional<String> cause,
        Optional<Days> days,
        boolean dated,
        Optional<String> title,
        long articles,
        List<OutcomeTable> outcomes) {
    public Event {
        outcomes = List.copyOf(outcomes);
        if (outcomes.isEmpty()) {
            throw new IllegalArgumentException("an event without a figure");
        }
    }
}
