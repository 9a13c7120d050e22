package org.onrecord.claim;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onrecord.document.Attribution;
import org.onrecord.document.Claim.Target;
import org.onrecord.document.Parse;
import org.onrecord.document.Span;
import org.onrecord.document.Speaker;
import org.onrecord.reference.Speakers;

/**
 * An attribution as the rules read it.
 *
 * @param clauses the main predicates of the content, in order
 * @param pronouns those that can be the source itself in reported speech
 */
record Saying(Attribution attribution, Optional<Cue> cue, List<Clause> clauses, Set<String> pronouns) {
    private static final Pattern SHARE = Pattern.compile("(?i)%|\\bper ?cent\\b|^[\\d.,]+$"
            + "|\\b(?:\\d+|one|two|three|four|five|six|seven|eight|nine) (?:in|out of) (?:\\d+|[a-z]+)$");

    private static final Pattern NOBODY = Pattern.compile("(?i)^(?:no|none|nobody|nothing|neither|not)\\b");

    /**
     * The words that signal it.
     *
     * @param first first word of the cue
     * @param last last word of the cue, included
     * @param head what its source does
     */
    record Cue(Parse sentence, int first, int last, int head) {}

    static Saying of(Attribution attribution, List<Parse> sentences, Speakers speakers) {
        return new Saying(
                attribution,
                attribution.cue().flatMap(span -> cue(span, sentences)),
                Clause.of(attribution, sentences),
                pronouns(attribution.speaker(), speakers));
    }

    private static Set<String> pronouns(Optional<Speaker> speaker, Speakers speakers) {
        return switch (speaker.map(Speaker::type).orElse(Speaker.Type.ANONYMOUS)) {
            case PERSON, ANONYMOUS ->
                Stream.of("he", "she")
                        .filter(pronoun -> speaker.map(person -> speakers.canBe(pronoun, person))
                                .orElse(true))
                        .collect(Collectors.toUnmodifiableSet());
            case ORGANIZATION, DOCUMENT -> Set.of("it", "they");
            case GROUP -> Set.of("they");
        };
    }

    /** In "has strongly denied" the head of the cue is what somebody does. */
    private static Optional<Cue> cue(Span span, List<Parse> sentences) {
        return Parse.around(sentences, span).flatMap(sentence -> {
            var words = sentence.within(span);
            OptionalInt head = sentence.head(span);
            return words.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Cue(
                            sentence, words.nextSetBit(0), words.length() - 1, head.orElse(words.nextSetBit(0))));
        });
    }

    Optional<Speaker> speaker() {
        return attribution.speaker();
    }

    /** "No group has claimed responsibility": that nobody says so. */
    boolean isNobodys() {
        return speaker()
                .filter(speaker -> NOBODY.matcher(speaker.name()).find())
                .isPresent();
    }

    /** "51 percent of voters", "one in five": a share of those who were asked. */
    boolean isShare() {
        return speaker().filter(speaker -> SHARE.matcher(speaker.name()).find()).isPresent();
    }

    Optional<String> entity() {
        return speaker().flatMap(Speaker::entity);
    }

    boolean isDirect() {
        return attribution.kind() == Attribution.Kind.DIRECT;
    }

    Optional<Clause> main() {
        return clauses.stream().findFirst();
    }

    /** Whether the source speaks of itself: "we", or, in reported speech, a pronoun that can be it. */
    boolean isSelf(Clause clause, int word) {
        String lemma = clause.lemma(word);
        if (lemma.matches("i|we|us|our|my")) {
            return true;
        }
        return !isDirect() && pronouns.contains(lemma);
    }

    /** Whether the source is the subject: "we will", "he did not". */
    boolean isOfSelf(Clause clause) {
        return clause.subject().stream().anyMatch(subject -> isSelf(clause, subject));
    }

    /** Whether the speaker is whom something is aimed at, or speaks for them. */
    boolean isBy(Target target) {
        return speaker()
                .filter(own -> (target.entity().isPresent() && target.entity().equals(own.entity()))
                        || target.name().equalsIgnoreCase(own.name())
                        || own.affiliation()
                                .filter(target.name()::equalsIgnoreCase)
                                .isPresent())
                .isPresent();
    }

    /** Whether the speaker is the same, or one of the two speaks for the other. */
    boolean isBy(Speaker other) {
        return isBy(new Target(other.name(), other.entity()))
                || speaker()
                        .filter(own -> other.affiliation()
                                .filter(own.name()::equalsIgnoreCase)
                                .isPresent())
                        .isPresent();
    }
}
