package org.onrecord.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.onrecord.document.Entity;
import org.onrecord.document.EntityType;
import org.onrecord.document.Parse;
import org.onrecord.document.Span;
import org.onrecord.document.Speaker;
import org.onrecord.document.Token;

/**
 * Resolves sources to speakers while the article is read from top to bottom. Remembers who spoke last, for pronouns and
 * for what somebody "said in a statement"; one instance per article.
 */
final class Speakers {
    /** How far back a pronoun reaches, in characters: some three paragraphs. */
    private static final int REACH = 900;

    private final List<Entity> entities;
    private final List<Parse> sentences;
    /** Mentions outside quotations, by entity. */
    private final Map<String, List<Span>> ownWords = new HashMap<>();

    private final Genders genders;
    private final List<Entity> heard = new ArrayList<>();
    private Optional<Speaker> issuer = Optional.empty();

    Speakers(List<Entity> entities, List<Parse> sentences, List<Span> quotations, Genders genders) {
        this.entities = entities;
        this.sentences = sentences;
        for (Entity entity : entities) {
            ownWords.put(
                    entity.id(),
                    entity.extent().spans().stream()
                            .filter(span -> quotations.stream().noneMatch(span::overlaps))
                            .toList());
        }
        this.genders = genders;
    }

    /** The speaker of a frame; empty where it has no source or nobody fits. */
    Optional<Speaker> of(Frame frame) {
        if (frame.source().isEmpty() || frame.sourceHead().isEmpty()) {
            return Optional.empty();
        }
        Parse sentence = frame.sentence();
        Token head = sentence.token(frame.sourceHead().getAsInt());
        Optional<Speaker> speaker = head.tag().startsWith("PRP")
                ? pronoun(head)
                : noun(frame.source().get(), head, sentence);
        speaker.ifPresent(found -> remember(found, frame));
        return speaker;
    }

    private void remember(Speaker speaker, Frame frame) {
        entity(speaker).ifPresent(heard::add);
        boolean issues = frame.sentence().tokens().stream()
                .filter(token -> token.span().start() > frame.hull().start())
                .anyMatch(token -> token.lemma().equals("statement"));
        if (issues && speaker.type() != Speaker.Type.DOCUMENT) {
            issuer = Optional.of(speaker);
        }
    }

    private Optional<Entity> entity(Speaker speaker) {
        return entities.stream()
                .filter(entity -> speaker.entity().filter(entity.id()::equals).isPresent())
                .findFirst();
    }

    private Optional<Speaker> noun(Span source, Token head, Parse sentence) {
        if (head.lemma().equals("statement") && issuer.isPresent()) {
            return issuer;
        }
        return mentioned(source, head, sentence).map(Speakers::speaker).or(() -> unnamed(source, head, sentence));
    }

    /** The entity whose mention holds the head, or the one named in apposition to it, or the body that it is short for. */
    private Optional<Entity> mentioned(Span source, Token head, Parse sentence) {
        Optional<Entity> byHead = holding(head.span());
        if (byHead.filter(Speakers::isNamed).isPresent()) {
            return byHead;
        }
        return apposed(head, sentence)
                .or(() -> personWithin(source, byHead, head))
                .or(() -> byHead)
                .or(() -> shortFor(head, sentence));
    }

    private Optional<Entity> holding(Span place) {
        return entities.stream()
                .filter(entity -> entity.extent().overlaps(place))
                .min(Comparator.comparingInt(entity -> shortest(entity, place)));
    }

    /** "The port's operator, Ellery Terminals, said" */
    private Optional<Entity> apposed(Token head, Parse sentence) {
        return sentence.children(sentence.tokens().indexOf(head), "appos").stream()
                .flatMap(word -> holding(sentence.token(word).span()).stream())
                .filter(entity -> isNamed(entity) && entity.type() != EntityType.LOCATION)
                .findFirst();
    }

    private Optional<Entity> personWithin(Span source, Optional<Entity> byHead, Token head) {
        return entities.stream()
                .filter(entity -> entity.type() == EntityType.PERSON)
                .filter(entity -> entity.extent().spans().stream().anyMatch(source::contains))
                .filter(entity -> isRole(byHead, head))
                .findFirst();
    }

    /** "the front" for "Dorva Liberation Front" */
    private Optional<Entity> shortFor(Token head, Parse sentence) {
        boolean definite = sentence.children(sentence.tokens().indexOf(head), "det").stream()
                .anyMatch(word -> sentence.token(word).lemma().equals("the"));
        return entities.stream()
                .filter(entity -> definite && entity.type() == EntityType.ORGANIZATION && isNamed(entity))
                .filter(entity -> lastBefore(entity, head.span().start()) >= 0)
                .filter(entity -> entity.name()
                        .toLowerCase(Locale.ROOT)
                        .endsWith(" " + head.lemma().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private static boolean isNamed(Entity entity) {
        return switch (entity.type()) {
            case PERSON, LOCATION -> true;
            case ORGANIZATION -> Character.isUpperCase(entity.name().charAt(0));
            default -> false;
        };
    }

    private static boolean isRole(Optional<Entity> byHead, Token head) {
        return byHead.map(entity -> entity.type() == EntityType.ROLE)
                .orElse(head.isNoun() && !head.tag().endsWith("S"));
    }

    private static int shortest(Entity entity, Span place) {
        return entity.extent().spans().stream()
                .filter(place::overlaps)
                .mapToInt(Span::length)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private static Optional<Speaker> unnamed(Span source, Token head, Parse sentence) {
        if (!head.isNoun() && !head.tag().equals("CD")) {
            return Optional.empty();
        }
        String name = sentence.tokens().stream()
                .filter(token -> source.contains(token.span()))
                .dropWhile(token -> token.tag().matches("DT|PRP\\$|[,.:]"))
                .takeWhile(token -> !token.tag().equals(","))
                .map(Token::form)
                .reduce((first, second) -> first + " " + second)
                .orElse("");
        Speaker.Type type = head.tag().endsWith("S") ? Speaker.Type.GROUP : Speaker.Type.ANONYMOUS;
        return name.isBlank()
                ? Optional.empty()
                : Optional.of(new Speaker(name, Optional.empty(), type, Optional.empty(), Optional.empty()));
    }

    private Optional<Speaker> pronoun(Token pronoun) {
        String lemma = pronoun.form().toLowerCase(Locale.ROOT);
        return switch (lemma) {
            case "he", "she" -> antecedent(pronoun.span(), entity -> isPerson(entity) && agrees(entity, lemma));
            case "it" -> antecedent(pronoun.span(), Speakers::isBody);
            case "they" -> antecedent(pronoun.span(), Speakers::isMany);
            default -> Optional.empty();
        };
    }

    private boolean agrees(Entity entity, String pronoun) {
        Optional<Genders.Gender> asked = Genders.ofPronoun(pronoun);
        return genders.of(entity)
                .map(found -> asked.filter(found::equals).isPresent())
                .orElse(true);
    }

    private static boolean isPerson(Entity entity) {
        return entity.type() == EntityType.PERSON || entity.type() == EntityType.ROLE;
    }

    private static boolean isBody(Entity entity) {
        return entity.type() == EntityType.ORGANIZATION || entity.type() == EntityType.DOCUMENT;
    }

    private static boolean isMany(Entity entity) {
        return entity.type() == EntityType.GROUP || entity.type() == EntityType.ORGANIZATION;
    }

    /**
     * Who the pronoun stands for. A subject since the last speaker was heard comes first, then that speaker, then the
     * nearest that fits (centering: Grosz, Joshi and Weinstein 1995).
     */
    private Optional<Speaker> antecedent(Span pronoun, Predicate<Entity> fits) {
        List<Entity> near = entities.stream()
                .filter(fits)
                .filter(entity -> lastBefore(entity, pronoun.start()) >= pronoun.start() - REACH)
                .sorted(Comparator.comparingInt((Entity entity) -> lastBefore(entity, pronoun.start()))
                        .reversed())
                .toList();
        Optional<Entity> spoke = heard.reversed().stream().filter(fits).findFirst();
        int since = spoke.map(entity -> lastBefore(entity, pronoun.start())).orElse(-1);
        return near.stream()
                .filter(entity -> lastBefore(entity, pronoun.start()) > since && wasSubject(entity, pronoun.start()))
                .findFirst()
                .or(() -> spoke)
                .or(() -> near.stream().findFirst())
                .map(Speakers::speaker);
    }

    /** Start of the last mention before the offset in the writer's own words. */
    private int lastBefore(Entity entity, int offset) {
        int last = Integer.MIN_VALUE / 2;
        for (Span span : ownWords.getOrDefault(entity.id(), List.of())) {
            if (span.end() > offset) {
                break;
            }
            last = span.start();
        }
        return last;
    }

    /** By syntax where the sentence was parsed; else by standing first in it. */
    private boolean wasSubject(Entity entity, int before) {
        int start = lastBefore(entity, before);
        return sentences.stream()
                .filter(sentence -> sentence.sentence().span().contains(start))
                .anyMatch(sentence -> sentence.isParsed()
                        ? isSubject(sentence, entity, start)
                        : start == sentence.sentence().span().start());
    }

    private static boolean isSubject(Parse sentence, Entity entity, int start) {
        return entity.extent().spans().stream()
                .filter(span -> span.start() == start)
                .flatMapToInt(span -> sentence.head(span).stream())
                .anyMatch(word -> sentence.hasRelation(word, "nsubj", "nsubj:pass"));
    }

    static Speaker speaker(Entity entity) {
        Speaker.Type type = switch (entity.type()) {
            case PERSON -> Speaker.Type.PERSON;
            case ORGANIZATION, LOCATION -> Speaker.Type.ORGANIZATION;
            case DOCUMENT -> Speaker.Type.DOCUMENT;
            case GROUP -> Speaker.Type.GROUP;
            case ROLE -> Speaker.Type.ANONYMOUS;
        };
        return new Speaker(entity.name(), Optional.of(entity.id()), type, entity.role(), entity.affiliation());
    }
}
