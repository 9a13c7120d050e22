package org.onrecord.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.onrecord.document.Entity;
import org.onrecord.document.EntityType;
import org.onrecord.document.Parse;
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

    /** Those are followed through the text. */
    private static final Set<String> FOLLOWED = Set.of("he", "she", "him", "his", "her");

    private static final double EACH_SENTENCE = 1.0;
    private static final double OFTEN = 0.5;
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

    /** Where the writer's pronouns spoke of an entity, by its id. */
    private final Map<String, List<Span>> followed = new HashMap<>();

    private int followedTo;

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
        follow(pronoun.span().start(), lastHeard);
        return resolve(pronoun, lastHeard);
    }

    /**
     * Whom a pronoun means that somebody uses of somebody else; out of a quotation it may reach back to whoever was spoken
     * of before.
     *
     * @param speaker id of the entity that speaks
     */
    Optional<Entity> meant(Token pronoun, List<Heard> lastHeard, Optional<String> speaker) {
        follow(pronoun.span().start(), lastHeard);
        String form = pronoun.form().toLowerCase(Locale.ROOT);
        Predicate<Entity> another =
                entity -> speaker.filter(entity.id()::equals).isEmpty();
        Predicate<Entity> fits = switch (form) {
            case "he", "she", "him", "his", "her" -> entity -> Mentions.isPerson(entity) && agrees(entity, form);
            case "it", "its" -> Pronouns::isThing;
            case "they", "them", "their" -> Pronouns::isMany;
            default -> entity -> false;
        };
        Optional<Entity> within = best(pronoun, another.and(fits), lastHeard);
        return within.isPresent() || mentions.quotation(pronoun.span()).isEmpty()
                ? within
                : fromOutside(pronoun, another.and(fits), lastHeard);
    }

    private Optional<Entity> fromOutside(Token pronoun, Predicate<Entity> fits, List<Heard> heard) {
        return mentions.entities().stream()
                .filter(fits)
                .flatMap(entity -> candidate(entity, pronoun, heard).stream())
                .max(Comparator.comparingDouble(Candidate::weight)
                        .thenComparingInt(candidate -> candidate.mention().start()))
                .map(Candidate::entity);
    }

    /** Reads on up to the offset: "the director told her" and "she was born" keep somebody in mind. */
    private void follow(int offset, List<Heard> heard) {
        if (offset <= followedTo) {
            return;
        }
        for (Parse sentence : mentions.sentencesWithin(followedTo, offset)) {
            for (Token token : sentence.tokens()) {
                Span span = token.span();
                if (span.start() >= followedTo
                        && span.start() < offset
                        && FOLLOWED.contains(token.form().toLowerCase(Locale.ROOT))
                        && mentions.quotation(span).isEmpty()) {
                    resolve(token, heard)
                            .ifPresent(entity -> followed.computeIfAbsent(entity.id(), id -> new ArrayList<>())
                                    .add(span));
                }
            }
        }
        followedTo = offset;
    }

    private Optional<Entity> resolve(Token pronoun, List<Heard> lastHeard) {
        String form = pronoun.form().toLowerCase(Locale.ROOT);
        return switch (form) {
            case "he", "she", "him", "his", "her" -> {
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
        Optional<Span> beside = quotation.isPresent() ? Optional.empty() : subjectBeside(pronoun);
        Stream<Candidate> near = quotation.isPresent()
                ? fitting.stream()
                        .flatMap(entity -> mentions
                                .lastWithin(quotation.get(), entity, offset)
                                .map(mention -> new Candidate(entity, mention, mention.start()))
                                .stream())
                : fitting.stream()
                        .filter(entity ->
                                beside.filter(place -> isAt(entity, place)).isEmpty())
                        .flatMap(entity -> candidate(entity, pronoun, heard).stream());
        Optional<Entity> before = near.max(Comparator.comparingDouble(Candidate::weight)
                        .thenComparingInt(candidate -> candidate.mention().start()))
                .map(Candidate::entity);
        return before.isPresent() || quotation.isPresent() ? before : ahead(offset, fitting);
    }

    private Optional<Candidate> candidate(Entity entity, Token pronoun, List<Heard> heard) {
        int offset = pronoun.span().start();
        Optional<Span> mention = mentions.lastBefore(entity, offset);
        if (mention.isEmpty()) {
            return Optional.empty();
        }
        List<Span> spokenOf = Stream.concat(
                        mentions.ownWords(entity).stream(), followed.getOrDefault(entity.id(), List.of()).stream())
                .filter(span -> span.end() <= offset && span.start() >= offset - REACH)
                .toList();
        DoubleStream asMentioned = spokenOf.stream().mapToDouble(span -> part(span) - distance(span.start(), offset));
        DoubleStream asHeard = heard.stream()
                .filter(before -> before.entity().equals(entity)
                        && before.offset() <= offset
                        && before.offset() >= offset - REACH)
                .mapToDouble(before -> SUBJECT - distance(before.offset(), offset));
        OptionalDouble salience = DoubleStream.concat(asMentioned, asHeard).max();
        if (salience.isEmpty()) {
            return Optional.empty();
        }
        boolean spokeLast = !heard.isEmpty() && heard.getLast().entity().equals(entity);
        double weight = salience.getAsDouble()
                + (spokeLast ? SPOKE_LAST : 0)
                + OFTEN * Math.log1p(spokenOf.size())
                + (Mentions.isNamed(entity) ? NAMED : 0)
                + special(entity, pronoun.form().toLowerCase(Locale.ROOT));
        return Optional.of(new Candidate(entity, mention.get(), weight));
    }

    private double distance(int from, int to) {
        return EACH_SENTENCE * mentions.sentencesBetween(from, to);
    }

    /** "The director told her": she is not the director. */
    private Optional<Span> subjectBeside(Token pronoun) {
        return mentions.sentence(pronoun.span().start())
                .filter(Parse::isParsed)
                .flatMap(sentence -> subjectBeside(sentence, sentence.tokens().indexOf(pronoun)));
    }

    private static Optional<Span> subjectBeside(Parse sentence, int word) {
        OptionalInt verb = sentence.governor(word);
        OptionalInt subject = verb.isPresent() && sentence.hasRelation(word, "obj", "iobj", "dobj")
                ? sentence.child(verb.getAsInt(), "nsubj")
                : OptionalInt.empty();
        return subject.isPresent()
                ? Optional.of(sentence.token(subject.getAsInt()).span())
                : Optional.empty();
    }

    private boolean isAt(Entity entity, Span place) {
        return entity.extent().overlaps(place)
                || followed.getOrDefault(entity.id(), List.of()).contains(place);
    }

    private double part(Span mention) {
        return switch (mentions.part(mention)) {
            case SUBJECT -> SUBJECT;
            case SUBJECT_WITHIN -> SUBJECT_WITHIN;
            case OTHER -> 0;
            case MODIFIER -> MODIFIER;
        };
    }

    private double special(Entity entity, String pronoun) {
        return switch (pronoun) {
            case "he", "she", "him", "his", "her" -> gender(entity).isPresent() ? KNOWN_GENDER : 0;
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

    /** Whether the pronoun agrees with the person, as far as the gender is known. */
    boolean agrees(Entity entity, String pronoun) {
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

    /** Keeps what the pronoun says of a person of whom nothing else does. */
    void learn(Entity entity, String pronoun) {
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
