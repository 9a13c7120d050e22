package org.onrecord.entity;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.onrecord.document.EntityType;
import org.onrecord.document.Parse;
import org.onrecord.document.Span;
import org.onrecord.document.Token;

/**
 * Headline and first sentence describe whom the article then names: "A celebrity chef has deleted a post …. Lorcan Veitch,
 * who …"; "A federal judge ruled …. U.S. District Judge Leon Abrams wrote …".
 */
final class Openings {
    /** An opening begins within this many characters, headline included. */
    private static final int OPENING = 250;

    /** How soon after the opening its person is introduced, in characters. */
    private static final int INTRODUCED = 500;

    /** Headline, byline and the sentence with the description lie before the one with the name. */
    private static final int SENTENCES = 3;

    /** Words that fit whatever else somebody is. */
    private static final Set<String> ANYBODY = Set.of("man", "woman", "worker", "teenager", "boy", "girl", "person");

    private static final Set<String> SPEAKS = Set.of("say", "tell", "add", "ask", "call", "describe", "claim", "think");

    private static final Pattern AGE = Pattern.compile("\\d{1,3}");

    /** Joins those described in the opening with those named after it. */
    void join(List<Cluster> clusters, List<Parse> sentences) {
        List<Cluster> opening = clusters.stream()
                .filter(cluster -> cluster.type() == EntityType.ROLE
                        && cluster.mentions().first().start() < OPENING
                        && isSubject(cluster.mentions().first(), sentences))
                .toList();
        Map<Cluster, Cluster> people = new LinkedHashMap<>();
        for (Cluster described : opening) {
            named(described, clusters, sentences).ifPresent(person -> people.put(described, person));
        }
        people.forEach((described, person) -> person.join(described));
        clusters.removeAll(people.keySet());
    }

    private static Optional<Cluster> named(Cluster described, List<Cluster> clusters, List<Parse> sentences) {
        Span first = described.mentions().first();
        List<Cluster> people = clusters.stream()
                .filter(cluster -> cluster.type() == EntityType.PERSON)
                .sorted(Comparator.comparing(cluster -> cluster.mentions().first()))
                .toList();
        List<Cluster> later = people.stream()
                .filter(person -> person.mentions().stream()
                        .anyMatch(
                                mention -> mention.start() > first.end() && mention.start() < first.end() + INTRODUCED))
                .toList();
        List<Cluster> alike = later.stream()
                .filter(person -> person.roles().stream().anyMatch(role -> endsAlike(role, described)))
                .toList();
        if (alike.size() == 1) {
            return Optional.of(alike.getFirst());
        }
        return later.stream()
                .findFirst()
                .filter(person -> people.getFirst() == person
                        && person.mentions().first().start() > first.end()
                        && alike.isEmpty())
                .filter(person -> isIntroduced(person, described, sentences));
    }

    private static boolean isIntroduced(Cluster person, Cluster described, List<Parse> sentences) {
        Span name = person.mentions().first();
        boolean aged = isAged(name, sentences);
        boolean fits = person.roles().isEmpty()
                ? !ANYBODY.contains(noun(described)) || aged
                : aged && ANYBODY.contains(noun(described));
        return fits
                && (isSubject(name, sentences) || actsNext(name, sentences))
                && sentencesBetween(described.mentions().first(), name, sentences) <= SENTENCES
                && (aged || isDefinite(described, sentences) || !speaksNext(name, sentences));
    }

    /** "The minister": there is one, whom whatever name comes next is likely to name; "a nurse" may be anybody. */
    private static boolean isDefinite(Cluster described, List<Parse> sentences) {
        return described.mentions().stream()
                .flatMap(mention -> Parse.around(sentences, mention).stream()
                        .map(sentence -> sentence.token(sentence.within(mention).nextSetBit(0))))
                .anyMatch(first -> first.form().equalsIgnoreCase("the"));
    }

    /** "A nurse was suspended. Anna Brill said she was shocked": hardly the nurse. */
    private static boolean speaksNext(Span name, List<Parse> sentences) {
        return Parse.around(sentences, name).stream()
                .flatMap(sentence -> sentence.tokens().stream())
                .filter(token -> token.span().start() >= name.end())
                .limit(2)
                .anyMatch(token -> SPEAKS.contains(token.lemma()));
    }

    /** "federal judge" and "District Judge", "care minister" and "Minister". */
    private static boolean endsAlike(String role, Cluster described) {
        String full = Titles.inFull(role.toLowerCase(Locale.ROOT));
        return full.endsWith(noun(described))
                && Titles.areOfOneOffice(
                        full, described.role().orElse(described.name()).toLowerCase(Locale.ROOT));
    }

    private static String noun(Cluster described) {
        String role = described.role().orElse(described.name());
        return role.substring(role.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    }

    private static long sentencesBetween(Span one, Span other, List<Parse> sentences) {
        return sentences.stream()
                .map(sentence -> sentence.sentence().span().start())
                .filter(start -> start > one.start() && start <= other.start())
                .count();
    }

    private static boolean isAged(Span name, List<Parse> sentences) {
        return Parse.around(sentences, name).stream()
                .flatMap(sentence -> sentence.tokens().stream()
                        .filter(token -> token.span().start() >= name.end())
                        .limit(2))
                .anyMatch(token -> AGE.matcher(token.form()).matches());
    }

    private static boolean isSubject(Span mention, List<Parse> sentences) {
        return Parse.around(sentences, mention)
                .filter(sentence -> sentence.head(mention).stream()
                        .anyMatch(head -> sentence.hasRelation(head, "nsubj", "nsubj:pass", "nsubjpass")))
                .isPresent();
    }

    /** "Helen Rusk said", "Lorcan Veitch, who …", whatever the parser made of it. */
    private static boolean actsNext(Span name, List<Parse> sentences) {
        List<Token> after = Parse.around(sentences, name).stream()
                .flatMap(sentence -> sentence.tokens().stream())
                .filter(token -> token.span().start() >= name.end())
                .limit(2)
                .toList();
        return after.size() == 2
                && (after.getFirst().tag().startsWith("VB")
                        || (after.getFirst().form().equals(",")
                                && after.getLast().form().equals("who")));
    }
}
