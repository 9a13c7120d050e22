package org.onrecord.claim;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.onrecord.document.Claim.Target;
import org.onrecord.document.Entity;
import org.onrecord.document.EntityType;
import org.onrecord.document.Extent;
import org.onrecord.document.Parse;
import org.onrecord.document.Span;

/** Whom a noun phrase of a content means: one of the entities of the article, or nobody known, as it stands. */
final class Referents {
    private static final Set<EntityType> BODIES =
            Set.of(EntityType.ORGANIZATION, EntityType.GROUP, EntityType.DOCUMENT);
    private static final String[] OUTSIDE = {
        "acl:relcl",
        "acl",
        "appos",
        "parataxis",
        "punct",
        "cc",
        "conj",
        "case",
        "mark",
        "advcl",
        "cop",
        "aux",
        "advmod",
        "nsubj",
        "obl:tmod",
        "nmod:tmod",
        "dep",
        "xcomp",
        "ccomp"
    };

    private final List<Entity> entities;
    private final String text;

    Referents(List<Entity> entities, String text) {
        this.entities = entities;
        this.text = text;
    }

    /** What the head of a noun phrase stands for; not the speaker itself, except where it says so. */
    Optional<Target> of(Parse sentence, int head, Saying saying) {
        if (isPronoun(sentence, head)) {
            return antecedent(
                    Phrases.lemma(sentence, head), sentence.token(head).span().start(), saying);
        }
        OptionalInt name = sentence.children(head, "appos").stream()
                .filter(child -> sentence.token(child).isName())
                .mapToInt(Integer::intValue)
                .findFirst();
        if (name.isPresent() && !sentence.token(head).isName()) {
            return of(sentence, name.getAsInt(), saying);
        }
        Span span = sentence.token(head).span();
        Optional<Entity> entity = entities.stream()
                .filter(candidate -> candidate.extent().overlaps(span))
                .min(Comparator.comparingInt(
                        candidate -> mention(candidate, span).length()));
        if (entity.isPresent()) {
            return entity.map(Referents::target);
        }
        return Optional.of(new Target(phrase(sentence, head), Optional.empty()));
    }

    boolean isEntity(Span span) {
        return entities.stream()
                .filter(entity -> entity.type() != EntityType.LOCATION)
                .anyMatch(entity -> entity.extent().overlaps(span));
    }

    static boolean isPronoun(Parse sentence, int word) {
        return sentence.token(word).tag().startsWith("PRP")
                || Phrases.lemma(sentence, word).matches("this|that|it|they|these|those|which|who");
    }

    /** The nearest earlier mention of somebody whom the pronoun can mean. */
    private Optional<Target> antecedent(String pronoun, int at, Saying saying) {
        Optional<String> self = saying.entity();
        boolean person = pronoun.matches("he|she|him|her|his|hers");
        boolean body = pronoun.matches("it|its|they|them|their|this|that");
        if (!person && !body) {
            return Optional.empty();
        }
        return entities.stream()
                .filter(entity -> !self.equals(Optional.of(entity.id())))
                .filter(entity -> person ? entity.type() == EntityType.PERSON : BODIES.contains(entity.type()))
                .filter(entity -> entity.extent().start() < at)
                .max(Comparator.comparingInt(entity -> last(entity.extent(), at)))
                .map(Referents::target);
    }

    private static int last(Extent extent, int at) {
        return extent.spans().stream()
                .mapToInt(Span::start)
                .filter(start -> start < at)
                .max()
                .orElse(-1);
    }

    private static Span mention(Entity entity, Span span) {
        return entity.extent().spans().stream()
                .filter(span::overlaps)
                .findFirst()
                .orElseThrow();
    }

    private static Target target(Entity entity) {
        return new Target(entity.name(), Optional.of(entity.id()));
    }

    private String phrase(Parse sentence, int head) {
        String words = sentence.span(sentence.phrase(head, OUTSIDE)).of(text).replaceAll("\\s+", " ");
        return sentence.token(head).isName()
                ? words
                : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }
}
