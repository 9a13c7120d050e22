package org.onrecord.entity;

import java.util.Locale;
import java.util.Optional;
import org.onrecord.document.EntityType;
import org.onrecord.document.Token;
import org.onrecord.pipeline.Lexicon;

/** Nouns that stand for a source without naming it: the ministry, a report, residents, a spokesman. */
final class SourceNouns {
    private final Lexicon types;

    private SourceNouns(Lexicon types) {
        this.types = types;
    }

    static SourceNouns load() {
        return new SourceNouns(Lexicon.load("entity/nouns.txt"));
    }

    /** What kind of source the noun stands for; a role in the plural is a group. */
    Optional<EntityType> type(Token noun) {
        if (!noun.isNoun()) {
            return Optional.empty();
        }
        return types.find(noun.lemma().toLowerCase(Locale.ROOT))
                .or(() -> types.find(noun.form().toLowerCase(Locale.ROOT)))
                .map(type -> EntityType.valueOf(type.toUpperCase(Locale.ROOT)))
                .map(type -> type == EntityType.ROLE && noun.tag().endsWith("S") ? EntityType.GROUP : type)
                .map(type -> type == EntityType.ORGANIZATION && noun.tag().endsWith("S") ? EntityType.GROUP : type);
    }

    boolean isRole(Token noun) {
        return types.find(noun.lemma().toLowerCase(Locale.ROOT))
                .filter("role"::equals)
                .isPresent();
    }
}
