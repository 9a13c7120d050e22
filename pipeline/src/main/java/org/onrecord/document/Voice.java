package org.onrecord.document;

import java.util.Optional;

/** Who answers for a figure: the publisher, or somebody the publisher names. */
public sealed interface Voice {
    /** The publisher's own assertion. */
    record Publisher() implements Voice {}

    /**
     * A source.
     *
     * @param attribution id of the attribution that carries the figure, where there is one
     */
    record Source(String name, Optional<String> attribution) implements Voice {
        public Source {
            if (name.isBlank()) {
                throw new IllegalArgumentException("a source has a name");
            }
        }
    }
}
