package org.onrecord.entity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.onrecord.document.EntityType;
import org.onrecord.document.Span;

/** An entity in the making: mentions are added while the article is read; lives only inside one call of the stage. */
final class Cluster {
    private final EntityType type;
    private String name;
    private final NavigableSet<Span> mentions = new TreeSet<>();
    private Optional<String> role = Optional.empty();
    private final Set<String> roles = new LinkedHashSet<>();
    private Optional<Span> affiliation = Optional.empty();

    Cluster(EntityType type, String name) {
        this.type = type;
        this.name = name;
    }

    EntityType type() {
        return type;
    }

    String name() {
        return name;
    }

    NavigableSet<Span> mentions() {
        return mentions;
    }

    Optional<String> role() {
        return role;
    }

    /** Everything that the text says they are; what stands first is the role. */
    Set<String> roles() {
        return roles;
    }

    /** Where the text says whom they speak for. */
    Optional<Span> affiliation() {
        return affiliation;
    }

    List<String> words() {
        return List.of(name.split("\\s+"));
    }

    String key() {
        return name.toLowerCase(Locale.ROOT);
    }

    void add(Span mention, String as) {
        if (mentions.stream().noneMatch(mention::overlaps)) {
            mentions.add(mention);
            if (as.length() > name.length()) {
                name = as;
            }
        }
    }

    /** The first role that the text gives stays; later ones only fill what is missing. */
    void describe(String newRole, Optional<Span> newAffiliation) {
        roles.add(newRole);
        role = role.or(() -> Optional.of(newRole));
        affiliation = affiliation.or(() -> newAffiliation);
    }

    /** Whom they belong to, where the text says so without a role. */
    void affiliate(Span body) {
        affiliation = affiliation.or(() -> Optional.of(body));
    }

    /** Takes over everything that is said of the other. */
    void join(Cluster other) {
        other.mentions.forEach(mention -> add(mention, ""));
        other.roles.forEach(also -> describe(also, other.affiliation));
    }

    /** Start of the last mention before the offset; -1 when there is none. */
    int lastBefore(int offset) {
        Span last = mentions.lower(new Span(offset, offset + 1));
        return last == null ? -1 : last.start();
    }
}
