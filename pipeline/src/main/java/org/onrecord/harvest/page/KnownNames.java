package org.onrecord.harvest.page;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The names that a logistic model weighs, put up to be looked up by single words: a page asks for tens of thousands. */
final class KnownNames {
    private static final int MASK = (1 << 18) - 1;

    private final Map<String, Name> names = new HashMap<>();
    private final Map<NameKind, Phrase> phrases =
            Map.of(NameKind.TAGS, new Phrase(), NameKind.OPENS, new Phrase(), NameKind.WHOLE, new Phrase());
    /** The ends of the hashes of all: most words of a page are none, which is told without a look into the table. */
    private final BitSet tokens = new BitSet(MASK);

    private final float bias;

    KnownNames(NameWeights model) {
        bias = model.bias();
        model.weights().forEach((name, weight) -> {
            NameKind kind = NameKind.kind(name);
            String token = NameKind.token(name);
            Phrase start = phrases.get(kind);
            if (start == null) {
                tokens.set(token.hashCode() & MASK);
                names.computeIfAbsent(token, key -> new Name(names.size()))
                        .weights
                        .put(kind, weight);
            } else {
                start.put(List.of(token.split("[ /]", -1)), weight);
            }
        });
    }

    /** One name, with its weight for each kind of which the model knows it. */
    static final class Name {
        private final int number;
        private final Map<NameKind, Float> weights = new EnumMap<>(NameKind.class);

        private Name(int number) {
            this.number = number;
        }

        /** From 0. */
        int number() {
            return number;
        }

        float weight(NameKind kind) {
            Float weight = weights.get(kind);
            return weight == null ? 0 : weight;
        }
    }

    /** A name of several words or tags, up to one of them. */
    static final class Phrase {
        private final Map<String, Phrase> next = new HashMap<>();
        private float weight;

        private void put(List<String> words, float weighs) {
            if (words.isEmpty() || words.getFirst().isEmpty()) {
                weight = weighs;
            } else {
                next.computeIfAbsent(words.getFirst(), key -> new Phrase()).put(words.subList(1, words.size()), weighs);
            }
        }

        /** With one more word; null where no name goes on so. */
        @Nullable
        Phrase then(String word) {
            return next.get(word);
        }

        /** Of the name that ends here; 0 if none does. */
        float weight() {
            return weight;
        }
    }

    @Nullable
    Name find(String token) {
        return tokens.get(token.hashCode() & MASK) ? names.get(token) : null;
    }

    /** Where the names of several words of a kind start. */
    Phrase phrases(NameKind kind) {
        return Optional.ofNullable(phrases.get(kind))
                .orElseThrow(() -> new IllegalArgumentException(kind + " has names of one word"));
    }

    /** How many numbers there are. */
    int size() {
        return names.size();
    }

    float bias() {
        return bias;
    }
}
