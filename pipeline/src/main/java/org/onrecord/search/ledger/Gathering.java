package org.onrecord.search.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An event while strands are gathered to it. A strand fits when its days are near those of the first strand, so that
 * strike after strike does not run into one, and when it names the same place, or enough of the same names. A different
 * place or cause asks for more names.
 */
final class Gathering {
    /** Days between two tellings of when one event happened. */
    private static final int NEAR_DAYS = 1;

    /** Days for which an event is reported without saying when it happened. */
    private static final int REPORTED_DAYS = 10;

    private static final int LEAST_NAMES = 2;
    private static final double SAME_PLACE = 0.2;
    private static final double NO_PLACE = 0.3;
    private static final double OTHER_PLACE = 0.5;

    private final Strand first;
    private final List<Strand> strands = new ArrayList<>();

    Gathering(Strand first) {
        this.first = first;
        strands.add(first);
    }

    void add(Strand strand) {
        strands.add(strand);
    }

    List<Report> reports() {
        return strands.stream()
                .flatMap(strand -> strand.reports().stream())
                .sorted(Report.EARLIEST_FIRST)
                .toList();
    }

    /** How well a strand fits; nothing where it does not. */
    Optional<Double> fit(Strand strand) {
        return isNear(strand)
                ? strands.stream().flatMap(known -> fit(known, strand).stream()).max(Double::compare)
                : Optional.empty();
    }

    private boolean isNear(Strand strand) {
        if (first.happened().isPresent() && strand.happened().isPresent()) {
            return first.happened().get().isNear(strand.happened().get(), NEAR_DAYS);
        }
        Optional<Days> one = first.happened().or(() -> first.published().map(Days::of));
        Optional<Days> other = strand.happened().or(() -> strand.published().map(Days::of));
        return one.isEmpty() || other.isEmpty() || one.get().isNear(other.get(), REPORTED_DAYS);
    }

    private static Optional<Double> fit(Strand one, Strand other) {
        boolean oneArticle = one.reports()
                .getFirst()
                .printed()
                .cluster()
                .equals(other.reports().getFirst().printed().cluster());
        if (oneArticle) { // the article itself tells them apart
            return Optional.empty();
        }
        boolean bothPlaced = !one.places().isEmpty() && !other.places().isEmpty();
        boolean samePlace = !Collections.disjoint(one.places(), other.places());
        boolean otherCause = !one.causes().isEmpty()
                && !other.causes().isEmpty()
                && Collections.disjoint(one.causes(), other.causes());
        boolean dated = one.happened().isPresent() && other.happened().isPresent();
        double shared = shared(one.names(), other.names());
        double needed;
        if (samePlace) {
            needed = dated && !otherCause ? 0 : otherCause ? NO_PLACE : SAME_PLACE;
        } else {
            needed = bothPlaced ? OTHER_PLACE : NO_PLACE;
        }
        boolean named = samePlace
                || !bothPlaced
                || !Collections.disjoint(one.places(), other.names())
                || !Collections.disjoint(other.places(), one.names());
        return named && shared >= needed ? Optional.of(shared + (samePlace ? 1 : 0)) : Optional.empty();
    }

    /** The part of the smaller set that is in the other; two names at least, else nothing. */
    private static double shared(Set<String> one, Set<String> other) {
        if (one.size() > other.size()) {
            return shared(other, one);
        }
        long common = one.stream().filter(other::contains).count();
        return common < LEAST_NAMES ? 0 : (double) common / one.size();
    }
}
