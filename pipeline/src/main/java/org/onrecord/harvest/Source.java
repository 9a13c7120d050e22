package org.onrecord.harvest;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Something that yields articles one after another, in bounded memory. */
public interface Source {
    /** As the user named it. */
    String name();

    /** How many items it holds, where that is known without reading them; for progress only. */
    OptionalLong size();

    /** The items in a stable order. To be closed. Bad items are {@link Harvested.Rejected}, never exceptions. */
    default Stream<Harvested> items() {
        return items(Reached.NOTHING);
    }

    /** The items that an earlier run has not taken. */
    Stream<Harvested> items(Reached reached);

    /**
     * What it is known by from run to run: the same as long as it holds the same. Empty where reading it again from the
     * start costs little, or cannot be done.
     */
    default Optional<String> key() {
        return Optional.empty();
    }

    /** Whether the items of one {@link #key()} are the same in each run, so that a number says how far it was read. */
    default boolean isFixed() {
        return true;
    }

    /** The sources it is made of, in order; itself where it is one. */
    default List<Source> parts() {
        return List.of(this);
    }
}
