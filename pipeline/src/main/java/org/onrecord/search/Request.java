package org.onrecord.search;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What is searched for: a query and what narrows it down.
 *
 * @param min lowest and {@code max} highest count of a figure, by its lower bound where it has one, else its upper
 * @param since first and {@code until} last day of publication
 * @param types empty for all but whole articles; for these alone where the query asks for a language that is not read
 * @param copies whether every copy of a finding in near-duplicate articles is a row of its own
 * @param limit most rows
 * @param offset rows passed over first
 */
public record Request(
        String query,
        Optional<String> speaker,
        Optional<String> outcome,
        OptionalLong min,
        OptionalLong max,
        Optional<LocalDate> since,
        Optional<LocalDate> until,
        Set<Hit.Type> types,
        Optional<String> source,
        Optional<String> site,
        boolean copies,
        int limit,
        int offset) {
    /** The highest limit, and the highest offset. */
    public static final int MOST = 10_000;

    public Request {
        types = Set.copyOf(types);
        if (limit < 1 || offset < 0 || limit > MOST || offset > MOST) {
            throw new IllegalArgumentException(
                    "limit " + limit + " and offset " + offset + " must be within 1.." + MOST + " and 0.." + MOST);
        }
    }

    public static Request of(String query) {
        return new Request(
                query,
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                10,
                0);
    }
}
