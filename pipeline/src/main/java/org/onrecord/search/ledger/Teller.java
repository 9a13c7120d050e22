package org.onrecord.search.ledger;

/** According to whom. */
public sealed interface Teller {
    /** As it is shown. */
    String name();

    /** A source that the publisher names. */
    record Named(String name) implements Teller {
        public Named {
            if (name.isBlank()) {
                throw new IllegalArgumentException("a source has a name");
            }
        }
    }

    /** A publisher in its own voice, by its site. */
    record Publisher(String name) implements Teller {}
}
