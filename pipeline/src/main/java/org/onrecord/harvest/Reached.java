package org.onrecord.harvest;

import java.util.Set;

/**
 * How far an earlier run came in a source.
 *
 * @param items taken, counted from the first; for sources that are the same each time
 * @param origins of those that were taken; for sources that are not
 */
public record Reached(long items, Set<String> origins) {
    public static final Reached NOTHING = new Reached(0, Set.of());

    public Reached {
        origins = Set.copyOf(origins);
        if (items < 0) {
            throw new IllegalArgumentException("fewer than no items: " + items);
        }
    }
}
