package org.onrecord.app.pages.ledger;

import java.util.Optional;
import org.onrecord.document.Quantity;

/**
 * A quantity as a chart shows it.
 *
 * @param value where its sign stands
 * @param low end of what it leaves open, and {@code high}
 * @param openBelow whether it may be any lower, and {@code openAbove}, any higher
 */
record Stated(long value, long low, long high, boolean openBelow, boolean openAbove) {
    private static final long TENTH = 10;

    /** Empty for words without bounds, which no chart can show. */
    static Optional<Stated> of(Quantity quantity) {
        return switch (quantity) {
            case Quantity.Exactly exactly -> Optional.of(exactly(exactly.count()));
            case Quantity.None none -> Optional.of(exactly(0));
            case Quantity.AtLeast least ->
                Optional.of(new Stated(least.count(), least.count(), least.count(), false, true));
            case Quantity.MoreThan more ->
                Optional.of(new Stated(more.count(), more.count(), more.count(), false, true));
            case Quantity.AtMost most -> Optional.of(new Stated(most.count(), most.count(), most.count(), true, false));
            case Quantity.FewerThan fewer ->
                Optional.of(new Stated(fewer.count(), fewer.count(), fewer.count(), true, false));
            case Quantity.About about -> {
                long tenth = (about.count() + TENTH - 1) / TENTH;
                yield Optional.of(new Stated(
                        about.count(), Math.max(0, about.count() - tenth), about.count() + tenth, false, false));
            }
            case Quantity.Between between ->
                Optional.of(new Stated(
                        between.low() + (between.high() - between.low()) / 2,
                        between.low(),
                        between.high(),
                        false,
                        false));
            case Quantity.Vague vague ->
                vague.min().isPresent() && vague.max().isPresent()
                        ? Optional.of(new Stated(
                                vague.min().getAsLong()
                                        + (vague.max().getAsLong() - vague.min().getAsLong()) / 2,
                                vague.min().getAsLong(),
                                vague.max().getAsLong(),
                                false,
                                false))
                        : Optional.empty();
        };
    }

    private static Stated exactly(long count) {
        return new Stated(count, count, count, false, false);
    }

    boolean isExact() {
        return low == high && !openBelow && !openAbove;
    }
}
