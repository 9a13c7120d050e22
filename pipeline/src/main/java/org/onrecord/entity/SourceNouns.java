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
                .map(type -> several(noun, type));
    }

    /** Police are one body though the word is a plural; "farmers' groups" speak as bodies do. */
    private static EntityType several(Token noun, EntityType type) {
        boolean plural = noun.tag().endsWith("S") && !noun.lemma().equalsIgnoreCase(noun.form());
        return switch (type) {
            case ROLE -> noun.tag().endsWith("S") ? EntityType.GROUP : type;
            case ORGANIZATION -> plural && !noun.lemma().equalsIgnoreCase("group") ? EntityType.GROUP : type;
            default -> type;
        };
    }

    /** Whether a name that ends in the word is the name of a body: "Shipping Board". */
    boolean isBody(String word) {
        return types.find(word.toLowerCase(Locale.ROOT))
                .filter("organization"::equals)
                .isPresent();
    }

    boolean isRole(Token noun) {
        return noun.isNoun()
                && types.find(noun.lemma().toLowerCase(Locale.ROOT))
                        .filter("role"::equals)
                        .isPresent();
    }
}
