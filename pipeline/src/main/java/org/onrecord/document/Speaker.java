package org.onrecord.document;

import java.util.Optional;

/**
 * Who said it, resolved within the article.
 *
 * @param name the canonical name, or the describing noun phrase of one who is not named
 * @param entity id of the entity, where the speaker is one
 */
public record Speaker(
        String name, Optional<String> entity, Type type, Optional<String> role, Optional<String> affiliation) {
    /** What kind of source it is. */
    public enum Type {
        PERSON,
        ORGANIZATION,
        DOCUMENT,
        ANONYMOUS,
        GROUP
    }

    public Speaker {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a speaker has a name");
        }
    }
}
