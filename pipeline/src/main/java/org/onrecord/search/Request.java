package org.onrecord.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is searched for: a query and what narrows it down.
 *
 * @param min lowest and {@code max} highest count of a figure, by its lower bound where it has one, else its upper
 * @param since first and {@code until} last day of publication
 * @param types empty for all but whole articles; for these alone where the query asks for a language that is not read
 * @param copies whether every copy of a finding in near-duplicate articles is a row of its own
 * @param limit most rows
 * @param offset rows passed over first
 * @param also further queries that must be answered
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
        int offset,
        Order order,
        List<String> also) {
    /** In which order rows come. */
    public enum Order {
        /** Score, then newest. */
        RELEVANCE,
        NEWEST,
        OLDEST,
        /** Figures by their count, the highest first; what has none comes last. */
        HIGHEST,
        LOWEST
    }

    /** The highest limit, and the highest offset. */
    public static final int MOST = 10_000;

    public Request {
        types = Set.copyOf(types);
        also = List.copyOf(also);
        if (limit < 1 || offset < 0 || limit > MOST || offset > MOST) {
            throw new IllegalArgumentException(
                    "limit " + limit + " and offset " + offset + " must be within 1.." + MOST + " and 0.." + MOST);
        }
    }

    /** By relevance. */
    public Request(
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
        this(
                query,
                speaker,
                outcome,
                min,
                max,
                since,
                until,
                types,
                source,
                site,
                copies,
                limit,
                offset,
                Order.RELEVANCE,
                List.of());
    }

    /** The same in another order. */
    public Request in(Order other) {
        return with(types, limit, offset, other, also);
    }

    /** The same for what another query finds as well. */
    public Request and(String other) {
        return with(
                types,
                limit,
                offset,
                order,
                Stream.concat(also.stream(), Stream.of(other)).toList());
    }

    /** The same for findings of some types. */
    public Request of(Hit.Type... others) {
        return with(Set.of(others), limit, offset, order, also);
    }

    /** The same for figures of an outcome and within bounds, where they are given. */
    public Request figures(Optional<String> of, OptionalLong atLeast, OptionalLong atMost) {
        return new Request(
                query, speaker, of, atLeast, atMost, since, until, types, source, site, copies, limit, offset, order,
                also);
    }

    /** The same with other rows shown. */
    public Request page(int most, int passedOver) {
        return with(types, most, passedOver, order, also);
    }

    private Request with(Set<Hit.Type> kinds, int most, int passedOver, Order by, List<String> more) {
        return new Request(
                query,
                speaker,
                outcome,
                min,
                max,
                since,
                until,
                kinds,
                source,
                site,
                copies,
                most,
                passedOver,
                by,
                more);
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
