package org.onrecord.claim;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.onrecord.document.Claim.Target;
import org.onrecord.document.Entity;
import org.onrecord.document.EntityType;
import org.onrecord.document.Parse;
import org.onrecord.document.Span;
import org.onrecord.document.Speaker;
import org.onrecord.reference.Speakers;

/**
 * Whom a noun phrase of a content means: one of the entities of the article, or nobody known, as it stands. Read from top to
 * bottom, so that pronouns are resolved with what was said before.
 */
final class Referents {
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
    private final Speakers speakers;

    Referents(List<Entity> entities, String text, Speakers speakers) {
        this.entities = entities;
        this.text = text;
        this.speakers = speakers;
    }

    /** Goes on below an attribution, with its speaker as the one who spoke last. */
    void passed(Saying saying) {
        saying.cue()
                .ifPresent(cue -> saying.speaker()
                        .ifPresent(speaker -> speakers.heard(
                                speaker,
                                cue.sentence(),
                                saying.attribution()
                                        .source()
                                        .map(source -> Span.covering(
                                                source, cue.sentence().span(cue.first(), cue.last())))
                                        .orElse(cue.sentence().span(cue.first(), cue.last())))));
    }

    /** What the head of a noun phrase stands for; not the speaker itself. */
    Optional<Target> of(Parse sentence, int head, Saying saying) {
        if (!canBeMeant(sentence, head)) {
            return Optional.empty();
        }
        Span phrase = sentence.span(sentence.phrase(head, OUTSIDE));
        Optional<Target> found = speakers.meant(phrase, head, sentence, saying.entity())
                .filter(speaker -> !saying.isBy(speaker))
                .map(Referents::target);
        return found.isPresent() || isPronoun(sentence, head)
                ? found
                : Optional.of(new Target(phrase(sentence, phrase, head), Optional.empty()))
                        .filter(target -> !saying.isBy(new Speaker(
                                target.name(),
                                Optional.empty(),
                                Speaker.Type.GROUP,
                                Optional.empty(),
                                Optional.empty())));
    }

    /** "Nothing happened", "there was": nobody and nothing in particular. */
    private static boolean canBeMeant(Parse sentence, int head) {
        return !Phrases.lemma(sentence, head)
                        .matches(
                                "nothing|nobody|no-one|none|there|anything|something|everything|what|who|i|we|us|one|\\W+")
                && sentence.children(head, "det").stream()
                        .noneMatch(det -> Phrases.lemma(sentence, det).equals("no"));
    }

    /** Whether somebody is meant who can act: a person, a body, a group. */
    boolean isActor(Parse sentence, int head) {
        return sentence.token(head).isName()
                || sentence.token(head).tag().matches("PRP")
                || isEntity(sentence.token(head).span());
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

    static Target target(Speaker speaker) {
        return new Target(speaker.name(), speaker.entity());
    }

    private String phrase(Parse sentence, Span span, int head) {
        String words = span.of(text).replaceAll("\\s+", " ");
        return sentence.token(head).isName()
                ? words
                : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }
}
