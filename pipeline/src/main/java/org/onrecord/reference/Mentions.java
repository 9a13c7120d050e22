package org.onrecord.reference;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.onrecord.document.Entity;
import org.onrecord.document.EntityType;
import org.onrecord.document.Parse;
import org.onrecord.document.Span;
import org.onrecord.document.Token;

/** Where an article speaks of its entities, and as what. */
final class Mentions {
    private final List<Entity> entities;
    private final List<Parse> sentences;
    private final List<Span> quotations;
    /** By where they begin. */
    private final NavigableMap<Integer, Numbered> numbered = new TreeMap<>();

    private final Map<String, List<Span>> ownWords = new HashMap<>();

    Mentions(List<Entity> entities, List<Parse> sentences, List<Span> quotations) {
        this.entities = entities;
        this.sentences = sentences;
        this.quotations = quotations;
        sentences.forEach(sentence ->
                numbered.put(sentence.sentence().span().start(), new Numbered(numbered.size() + 1, sentence)));
        for (Entity entity : entities) {
            ownWords.put(
                    entity.id(),
                    entity.extent().spans().stream()
                            .filter(span -> quotations.stream().noneMatch(span::overlaps))
                            .toList());
        }
    }

    private record Numbered(int number, Parse sentence) {}

    /** The sentences that reach into the stretch of text, in its order. */
    Collection<Parse> sentencesWithin(int from, int to) {
        Integer first = numbered.floorKey(from);
        return numbered.subMap(first == null ? from : first, to).values().stream()
                .map(Numbered::sentence)
                .filter(sentence -> sentence.sentence().span().end() > from)
                .toList();
    }

    List<Entity> entities() {
        return entities;
    }

    /** The quotation around a place, if it stands in one. */
    Optional<Span> quotation(Span place) {
        return quotations.stream().filter(span -> span.contains(place)).findFirst();
    }

    /** The entity whose mention covers the place most closely. */
    Optional<Entity> holding(Span place) {
        return entities.stream()
                .filter(entity -> entity.extent().overlaps(place))
                .min(Comparator.comparingInt(entity -> shortest(entity, place)));
    }

    private static int shortest(Entity entity, Span place) {
        return entity.extent().spans().stream()
                .filter(place::overlaps)
                .mapToInt(Span::length)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    /** The last mention before the offset in the writer's own words. */
    Optional<Span> lastBefore(Entity entity, int offset) {
        return ownWords(entity).stream().takeWhile(span -> span.end() <= offset).reduce((first, second) -> second);
    }

    /** All mentions in the writer's own words, in the order of the text. */
    List<Span> ownWords(Entity entity) {
        return ownWords.getOrDefault(entity.id(), List.of());
    }

    /** The last mention before the offset that stands in the quotation. */
    Optional<Span> lastWithin(Span quotation, Entity entity, int offset) {
        return entity.extent().spans().stream()
                .filter(span -> quotation.contains(span) && span.end() <= offset)
                .reduce((first, second) -> second);
    }

    Optional<Span> firstAfter(Entity entity, int offset) {
        return ownWords(entity).stream().filter(span -> span.start() >= offset).findFirst();
    }

    /** Two people named side by side, in the sentence before the offset or the one before that. */
    Optional<String> pairBefore(int offset) {
        return sentences.stream()
                .filter(sentence -> sentence.sentence().span().start() < offset
                        && sentencesBetween(sentence.sentence().span().start(), offset) <= 2)
                .flatMap(sentence -> pair(sentence).stream())
                .reduce((first, second) -> second);
    }

    private Optional<String> pair(Parse sentence) {
        return sentence.tokens().stream()
                .filter(token -> token.form().equals("and"))
                .flatMap(and -> person(sentence, and, -1)
                        .flatMap(first -> person(sentence, and, 1).map(second -> first + " and " + second))
                        .stream())
                .findFirst();
    }

    private Optional<String> person(Parse sentence, Token and, int step) {
        int at = sentence.tokens().indexOf(and) + step;
        return at < 0 || at >= sentence.size()
                ? Optional.empty()
                : holding(sentence.token(at).span())
                        .filter(entity -> entity.type() == EntityType.PERSON)
                        .map(Entity::name);
    }

    /** How many sentences begin between the two places. */
    int sentencesBetween(int from, int to) {
        return Math.max(0, numberOf(to) - numberOf(from));
    }

    private int numberOf(int offset) {
        Map.Entry<Integer, Numbered> last = numbered.floorEntry(offset);
        return last == null ? 0 : last.getValue().number();
    }

    /** What stands right before a mention in its sentence. */
    Optional<String> wordBefore(Span mention) {
        return sentence(mention.start())
                .flatMap(sentence -> sentence.tokens().stream()
                        .filter(token -> token.span().end() <= mention.start())
                        .reduce((first, second) -> second)
                        .map(Token::form));
    }

    Optional<Parse> sentence(int offset) {
        return Optional.ofNullable(numbered.floorEntry(offset))
                .map(entry -> entry.getValue().sentence())
                .filter(sentence -> sentence.sentence().span().contains(offset));
    }

    /** What a mention does in its sentence. */
    enum Part {
        /** Subject of its sentence. */
        SUBJECT,
        /** Subject of a clause within it. */
        SUBJECT_WITHIN,
        OTHER,
        /** Only says whose or which something is. */
        MODIFIER
    }

    Part part(Span mention) {
        return sentence(mention.start())
                .map(sentence -> part(sentence, mention))
                .orElse(Part.OTHER);
    }

    private static Part part(Parse sentence, Span mention) {
        if (!sentence.isParsed()) {
            return mention.start() == sentence.sentence().span().start() ? Part.SUBJECT : Part.OTHER;
        }
        OptionalInt head = sentence.head(mention);
        if (head.isEmpty()) {
            return Part.OTHER;
        }
        if (isAlias(sentence, mention)) {
            return Part.MODIFIER;
        }
        int at = head.getAsInt();
        for (int steps = 0; sentence.hasRelation(at, "appos", "flat") && steps < 3; steps++) {
            at = sentence.governor(at).orElse(at);
        }
        if (sentence.hasRelation(at, "nsubj", "nsubj:pass")) {
            OptionalInt verb = sentence.governor(at);
            boolean main = verb.isPresent()
                    && (sentence.governor(verb.getAsInt()).isEmpty()
                            || sentence.hasRelation(verb.getAsInt(), "conj", "parataxis"));
            return main ? Part.SUBJECT : Part.SUBJECT_WITHIN;
        }
        return sentence.hasRelation(at, "nmod:poss", "compound", "nmod", "amod") ? Part.MODIFIER : Part.OTHER;
    }

    /** "a group calling itself the Black Banner": what goes on is spoken of as the group. */
    private static boolean isAlias(Parse sentence, Span mention) {
        return sentence.tokens().stream()
                .filter(token ->
                        token.span().end() <= mention.start() && !token.tag().equals("DT"))
                .reduce((first, second) -> second)
                .filter(token -> token.form().matches("itself|themselves|called|named|dubbed"))
                .isPresent();
    }

    static boolean isNamed(Entity entity) {
        return switch (entity.type()) {
            case PERSON, LOCATION -> true;
            case ORGANIZATION -> Character.isUpperCase(entity.name().charAt(0));
            default -> false;
        };
    }

    static boolean isPerson(Entity entity) {
        return entity.type() == EntityType.PERSON || entity.type() == EntityType.ROLE;
    }
}
