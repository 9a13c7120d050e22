package org.onrecord.attribution;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.onrecord.document.Entity;
import org.onrecord.document.EntityType;
import org.onrecord.document.Span;
import org.onrecord.document.Token;

/**
 * Whom a pronoun stands for. Every entity in reach that agrees is weighed: how near it was last spoken of, whether as a
 * subject, and whether it was the last to speak (after the salience factors of Lappin and Leass 1994).
 */
final class Pronouns {
    /** How far back a pronoun reaches, in characters: some three paragraphs. */
    private static final int REACH = 900;

    /** How far ahead of the name a pronoun can stand. */
    private static final int AHEAD = 160;

    /** How far back the place is whose government "its government" is. */
    private static final int NEAR = 120;

    private static final double EACH_SENTENCE = 1.0;
    private static final double SUBJECT = 1.6;
    private static final double SUBJECT_WITHIN = 0.7;
    private static final double MODIFIER = -1.2;
    private static final double SPOKE_LAST = 1.3;
    private static final double NAMED = 0.6;
    private static final double KNOWN_GENDER = 0.8;
    private static final double GROUP = 1.0;

    private final Mentions mentions;
    private final Genders genders;

    /** What pronouns that were certain told about names that do not. */
    private final Map<String, Genders.Gender> learnt = new HashMap<>();

    Pronouns(Mentions mentions, Genders genders) {
        this.mentions = mentions;
        this.genders = genders;
    }

    /**
     * The antecedent of a pronoun.
     *
     * @param lastHeard who spoke last, and where
     */
    Optional<Entity> antecedent(Token pronoun, List<Heard> lastHeard) {
        String form = pronoun.form().toLowerCase(Locale.ROOT);
        return switch (form) {
            case "he", "she", "his", "her" -> {
                Optional<Entity> person =
                        best(pronoun, entity -> Mentions.isPerson(entity) && agrees(entity, form), lastHeard);
                person.ifPresent(found -> learn(found, form));
                yield person;
            }
            case "it" -> best(pronoun, entity -> isThing(entity) || spoke(entity, lastHeard), lastHeard);
            case "its" -> best(pronoun, Pronouns::isThing, lastHeard);
            case "they", "their" -> best(pronoun, Pronouns::isMany, lastHeard);
            default -> Optional.empty();
        };
    }

    /** Whose government "its government" is: a place's before anybody else's. */
    Optional<Entity> governed(Token pronoun, List<Heard> heard) {
        int offset = pronoun.span().start();
        return mentions.entities().stream()
                .filter(entity -> entity.type() == EntityType.LOCATION)
                .filter(entity -> lastBefore(entity, offset) >= offset - NEAR)
                .max(Comparator.comparingInt(entity -> lastBefore(entity, offset)))
                .or(() -> antecedent(pronoun, heard));
    }

    private int lastBefore(Entity entity, int offset) {
        return mentions.lastBefore(entity, offset).map(Span::start).orElse(Integer.MIN_VALUE);
    }

    /** A place stands for its government once that has spoken. */
    private static boolean spoke(Entity entity, List<Heard> heard) {
        return entity.type() == EntityType.LOCATION
                && heard.stream().anyMatch(before -> before.entity().equals(entity));
    }

    /** An entity that spoke, at the end of its mention as a source. */
    record Heard(Entity entity, int offset) {}

    private record Candidate(Entity entity, Span mention, double weight) {}

    private Optional<Entity> best(Token pronoun, Predicate<Entity> fits, List<Heard> heard) {
        int offset = pronoun.span().start();
        Optional<Span> quotation = mentions.quotation(pronoun.span());
        List<Entity> fitting = mentions.entities().stream().filter(fits).toList();
        Stream<Candidate> near = quotation.isPresent()
                ? fitting.stream()
                        .flatMap(entity -> mentions
                                .lastWithin(quotation.get(), entity, offset)
                                .map(mention -> new Candidate(entity, mention, mention.start()))
                                .stream())
                : fitting.stream().flatMap(entity -> candidate(entity, pronoun, heard).stream());
        Optional<Entity> before = near.max(Comparator.comparingDouble(Candidate::weight)
                        .thenComparingInt(candidate -> candidate.mention().start()))
                .map(Candidate::entity);
        return before.isPresent() || quotation.isPresent() ? before : ahead(offset, fitting);
    }

    private Optional<Candidate> candidate(Entity entity, Token pronoun, List<Heard> heard) {
        int offset = pronoun.span().start();
        Optional<Span> mention = mentions.lastBefore(entity, offset);
        Optional<Integer> spoke = heard.stream()
                .filter(before -> before.entity().equals(entity) && before.offset() <= offset)
                .map(Heard::offset)
                .reduce((first, second) -> second);
        if (mention.isEmpty()) {
            return Optional.empty();
        }
        int last = Math.max(mention.get().start(), spoke.orElse(0));
        if (last < offset - REACH) {
            return Optional.empty();
        }
        boolean last1 = !heard.isEmpty() && heard.getLast().entity().equals(entity);
        double weight = -EACH_SENTENCE * mentions.sentencesBetween(last, offset)
                + part(mention.get(), last)
                + (last1 ? SPOKE_LAST : 0)
                + (Mentions.isNamed(entity) ? NAMED : 0)
                + special(entity, pronoun.form().toLowerCase(Locale.ROOT));
        return Optional.of(new Candidate(entity, mention.get(), weight));
    }

    /** Whoever spoke after the mention did so as a subject, be it as a pronoun. */
    private double part(Span mention, int last) {
        if (last > mention.start()) {
            return SUBJECT;
        }
        return switch (mentions.part(mention)) {
            case SUBJECT -> SUBJECT;
            case SUBJECT_WITHIN -> SUBJECT_WITHIN;
            case OTHER -> 0;
            case MODIFIER -> MODIFIER;
        };
    }

    private double special(Entity entity, String pronoun) {
        return switch (pronoun) {
            case "he", "she", "his", "her" -> gender(entity).isPresent() ? KNOWN_GENDER : 0;
            case "they", "their" -> entity.type() == EntityType.GROUP ? GROUP : 0;
            default -> 0;
        };
    }

    /** "“…,” he said, and then Oskar Lund walked out": the name comes after, where nobody came before. */
    private Optional<Entity> ahead(int offset, List<Entity> fitting) {
        return fitting.stream()
                .filter(Mentions::isNamed)
                .filter(entity -> mentions.firstAfter(entity, offset)
                        .filter(mention -> mention.start() <= offset + AHEAD
                                && mentions.sentencesBetween(offset, mention.start()) <= 1)
                        .isPresent())
                .min(Comparator.comparingInt(entity ->
                        mentions.firstAfter(entity, offset).map(Span::start).orElse(Integer.MAX_VALUE)));
    }

    private boolean agrees(Entity entity, String pronoun) {
        Optional<Genders.Gender> asked = Genders.ofPronoun(pronoun);
        return gender(entity)
                .map(found -> asked.filter(found::equals).isPresent())
                .orElse(true);
    }

    private Optional<Genders.Gender> gender(Entity entity) {
        return addressed(entity).or(() -> genders.of(entity)).or(() -> Optional.ofNullable(learnt.get(entity.id())));
    }

    /** "Ms Rusk" */
    private Optional<Genders.Gender> addressed(Entity entity) {
        return entity.type() == EntityType.PERSON
                ? entity.extent().spans().stream()
                        .flatMap(span -> mentions.wordBefore(span).stream())
                        .flatMap(word -> Genders.ofWords(word).stream())
                        .findFirst()
                : Optional.empty();
    }

    private void learn(Entity entity, String pronoun) {
        if (gender(entity).isEmpty()) {
            Genders.ofPronoun(pronoun).ifPresent(gender -> learnt.put(entity.id(), gender));
        }
    }

    private static boolean isThing(Entity entity) {
        return switch (entity.type()) {
            case ORGANIZATION, DOCUMENT -> true;
            default -> false;
        };
    }

    private static boolean isMany(Entity entity) {
        return entity.type() == EntityType.GROUP || entity.type() == EntityType.ORGANIZATION;
    }
}
