package org.onrecord.claim;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.onrecord.document.Charges;
import org.onrecord.document.Claim.Target;
import org.onrecord.document.Entity;
import org.onrecord.document.EntityType;
import org.onrecord.document.Parse;
import org.onrecord.document.Span;
import org.onrecord.document.Speaker;
import org.onrecord.pipeline.Lexicon;
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

    /** "by Friday", "last year's figures" */
    private static final Pattern TIME = Pattern.compile(
            "(?:jan|feb|mar|apr|aug|sept?|oct|nov|dec)\\.|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december|christmas|easter|ramadan|yesterday|today|tomorrow|night|midnight|noon|morning|evening|afternoon|spring|summer|autumn|winter|day|week|month|year|decade|now|then|[\\d.,]+");

    /** Nouns for people and bodies. */
    private static final Lexicon NOUNS = Lexicon.load("entity/nouns.txt");

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
        Optional<Target> called = apposed(sentence, head).filter(target -> !saying.isBy(target));
        if (called.isPresent()) {
            return called;
        }
        Span phrase = phrase(sentence, head, saying);
        Optional<Target> found = speakers.meant(phrase, head, sentence, saying.entity())
                .filter(speaker -> !saying.isBy(speaker))
                .map(Referents::target);
        return found.isPresent() || isPronoun(sentence, head)
                ? found
                : Optional.of(new Target(phrase(sentence, phrase, head), Optional.empty()))
                        .filter(target -> !saying.isBy(target));
    }

    /** "The grid operator, Western Load,", "the banker Osric Vane": the name behind it, however the parser hung it. */
    private Optional<Target> apposed(Parse sentence, int head) {
        boolean described = NOUNS.contains(Phrases.lemma(sentence, head))
                && !sentence.token(head).isName()
                && head + 2 < sentence.size();
        if (!described) {
            return Optional.empty();
        }
        boolean comma = sentence.token(head + 1).form().equals(",");
        int start = sentence.token(comma ? head + 2 : head + 1).span().start();
        return entities.stream()
                .filter(entity -> Character.isUpperCase(entity.name().charAt(0)))
                .filter(entity -> entity.extent().spans().stream()
                        .anyMatch(span -> span.start() == start && (!comma || closes(span))))
                .findFirst()
                .map(entity -> new Target(entity.name(), Optional.of(entity.id())));
    }

    /** A comma or the end follows: it is not the next of a list. */
    private boolean closes(Span span) {
        return span.end() < text.length() && text.substring(span.end()).matches("(?s)[,.;:].*");
    }

    /** Between the cue and a quotation mark; without what somebody is accused of. */
    private Span phrase(Parse sentence, int head, Saying saying) {
        BitSet words = sentence.phrase(head, OUTSIDE);
        saying.cue()
                .filter(cue -> cue.sentence() == sentence && cue.last() < head)
                .ifPresent(cue -> words.clear(0, cue.last() + 1));
        sentence.children(head, "nmod").stream()
                .filter(child -> child > head && (isDeed(sentence, child) || Charges.isCharge(sentence, head, child)))
                .forEach(child -> words.andNot(sentence.subtree(child)));
        int mark = IntStream.range(head, sentence.size())
                .filter(word -> sentence.token(word).form().matches("[“”\"‘]|``|''"))
                .findFirst()
                .orElse(sentence.size());
        boolean named = mark > 0
                && mark < sentence.size()
                && sentence.token(mark - 1).form().matches("of|the|a|an");
        int end = named ? closing(sentence, mark) : mark;
        words.clear(end, sentence.size());
        if (named) {
            words.set(end - 1);
        }
        int opening = IntStream.range(0, head)
                .filter(word -> sentence.token(word).form().matches("[“”\"‘]|``|''"))
                .reduce((first, second) -> second)
                .orElse(-1);
        words.clear(0, opening + 1);
        words.set(head);
        return sentence.span(words);
    }

    /** Behind the mark that closes what this one opens. */
    private static int closing(Parse sentence, int opening) {
        return IntStream.range(opening + 1, sentence.size())
                        .filter(word -> sentence.token(word).form().matches("[”\"’]|''"))
                        .findFirst()
                        .orElse(opening - 1)
                + 1;
    }

    /** "of going from tent to tent", "for selling it". */
    private static boolean isDeed(Parse sentence, int word) {
        return sentence.token(word).tag().equals("VBG")
                || sentence.children(word, "case", "mark").stream()
                        .anyMatch(mark -> Phrases.lemma(sentence, mark).equals("for"));
    }

    /** "Nothing happened", "there was": nobody and nothing in particular. */
    private static boolean canBeMeant(Parse sentence, int head) {
        return !isTime(sentence, head)
                && !sentence.token(head).isVerb()
                && (!sentence.token(head).tag().startsWith("JJ")
                        || !sentence.children(head, "det").isEmpty())
                && !Phrases.lemma(sentence, head)
                        .matches(
                                "nothing|nobody|no-one|none|there|anything|something|everything|what|who|i|we|us|one|\\W+")
                && sentence.children(head, "det").stream()
                        .noneMatch(det -> Phrases.lemma(sentence, det).equals("no"));
    }

    static boolean isTime(Parse sentence, int word) {
        return TIME.matcher(Phrases.lemma(sentence, word)).matches();
    }

    /** Whether somebody is meant who can act: a person, a body, a group. */
    boolean isActor(Parse sentence, int head) {
        return sentence.token(head).isName()
                || sentence.token(head).tag().matches("PRP")
                || NOUNS.contains(Phrases.lemma(sentence, head))
                || isEntity(sentence.token(head).span(), EntityType.LOCATION);
    }

    /** The last named person between two words whom the pronoun can mean, but for the source. */
    Optional<Target> lastPerson(Parse sentence, int from, int to, String pronoun, Saying saying) {
        Span between = sentence.span(from, to);
        return entities.stream()
                .filter(entity -> entity.type() == EntityType.PERSON
                        && Character.isUpperCase(entity.name().charAt(0)))
                .filter(entity -> speakers.canBe(pronoun, entity))
                .filter(entity -> !saying.isBy(target(entity)))
                .filter(entity -> lastIn(between, entity) >= 0)
                .max(Comparator.comparingInt(entity -> lastIn(between, entity)))
                .map(Referents::target);
    }

    private static int lastIn(Span words, Entity entity) {
        return entity.extent().spans().stream()
                .filter(words::contains)
                .mapToInt(Span::start)
                .max()
                .orElse(-1);
    }

    private static Target target(Entity entity) {
        return new Target(entity.name(), Optional.of(entity.id()));
    }

    boolean isPerson(Parse sentence, int word) {
        return entities.stream()
                .filter(entity -> entity.type() == EntityType.PERSON || entity.type() == EntityType.ROLE)
                .anyMatch(
                        entity -> entity.extent().overlaps(sentence.token(word).span()));
    }

    /** Somebody who can do as asked: no place and no paper. */
    boolean isBody(Span span) {
        return isEntity(span, EntityType.LOCATION, EntityType.DOCUMENT);
    }

    private boolean isEntity(Span span, EntityType... without) {
        List<EntityType> others = List.of(without);
        return entities.stream()
                .filter(entity -> !others.contains(entity.type()))
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
