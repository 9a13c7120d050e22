package org.onrecord.document;

import java.util.Optional;

/**
 * Everything in the article that names one person, organisation or place.
 *
 * @param name the fullest name that the article gives, without title
 * @param role what the person is, as the text puts it: "spokesman", "Prime Minister"
 * @param affiliation whom the person speaks or works for
 * @param extent the mentions
 */
public record Entity(
        String id,
        Extent extent,
        EntityType type,
        String name,
        Optional<String> role,
        Optional<String> affiliation,
        Basis basis)
        implements Annotation {
    public Entity {
        if (name.isBlank()) {
            throw new IllegalArgumentException("entity " + id + " has no name");
        }
    }
}
