package org.onrecord.harvest;

import java.util.OptionalLong;
import java.util.stream.Stream;

/** Something that yields articles one after another, in bounded memory. */
public interface Source {
    /** As the user named it. */
    String name();

    /** How many items it holds, where that is known without reading them; for progress only. */
    OptionalLong size();

    /** The items in a stable order. To be closed. Bad items are {@link Harvested.Rejected}, never exceptions. */
    Stream<Harvested> items();
}
