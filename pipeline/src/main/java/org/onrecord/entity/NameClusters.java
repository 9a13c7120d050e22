package org.onrecord.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.onrecord.document.EntityType;
import org.onrecord.document.Mention;
import org.onrecord.document.Parse;
import org.onrecord.document.Span;
import org.onrecord.document.Token;
import org.onrecord.pipeline.Lexicon;
import org.onrecord.reference.Genders;

/**
 * Puts names of the same person, organisation or place together. Full names come first; a surname, a first name, an
 * acronym or a shortened name joins the nearest full name before it, or else after it.
 */
final class NameClusters {
    private static final Set<String> FAMILY = Set.of("family", "brother", "sister", "couple", "household");

    /** Forms of address that a text does not change for one and the same person. */
    private static final Set<String> ADDRESS = Set.of("mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady");

    private static final Pattern GENERATION = Pattern.compile("(?i)[js]r\\.?|II|III|IV|,");

    private final Titles titles;
    private final Misreadings misreadings;
    private final Lexicon generic;
    private final Genders genders;

    NameClusters(Titles titles, SourceNouns nouns, Lexicon generic, Genders genders) {
        this.genders = genders;
        this.titles = titles;
        this.misreadings = new Misreadings(nouns);
        this.generic = generic;
    }

    /**
     * A mention with its cleaned name: without titles, in running-text case.
     *
     * @param address "ms" or "dr", where one stands before it
     */
    private record Name(Span span, EntityType type, List<String> words, Optional<String> address) {
        Name withSurname(String surname) {
            return new Name(span, type, List.of(words.getFirst(), surname), address);
        }

        String text() {
            return String.join(" ", words);
        }

        String key() {
            return text().toLowerCase(Locale.ROOT);
        }
    }

    List<Cluster> of(List<Parse> sentences, List<Mention> mentions) {
        List<Name> names = names(sentences, mentions);
        Map<String, EntityType> types = new HashMap<>(prevailingTypes(names));
        types.putAll(misreadings.of(sentences, mentions));
        List<Cluster> clusters = new ArrayList<>();
        Map<Cluster, Set<String>> addressed = new HashMap<>();
        // Longest first, so that short forms find what they are short for; the sort is stable, so text order holds.
        names.stream()
                .sorted(Comparator.comparingInt((Name name) -> -name.words().size()))
                .forEach(name -> {
                    EntityType type = types.getOrDefault(name.key(), name.type());
                    Cluster cluster = known(name, type, addressedAlike(name, clusters, addressed))
                            .orElseGet(() -> {
                                Cluster unseen = new Cluster(type, called(name, clusters));
                                clusters.add(unseen);
                                return unseen;
                            });
                    cluster.add(name.span(), name.text());
                    name.address()
                            .ifPresent(address -> addressed
                                    .computeIfAbsent(cluster, unused -> new HashSet<>())
                                    .add(address));
                });
        return clusters;
    }

    /**
     * "Ms. Renn" and "Dr. Renn" in one article are two people, if there are two of that name; "Mr. Renn" is not Ottavia
     * Renn, if there is nobody else.
     */
    private List<Cluster> addressedAlike(Name name, List<Cluster> clusters, Map<Cluster, Set<String>> addressed) {
        if (name.address().isEmpty() || name.words().size() > 1) {
            return clusters;
        }
        String address = name.address().get();
        List<Cluster> namesakes = namesakes(name, clusters);
        List<Cluster> others = namesakes.stream()
                .filter(cluster -> cannotBe(address, cluster)
                        || !addressed.getOrDefault(cluster, Set.of(address)).contains(address))
                .toList();
        return others.size() == namesakes.size() && namesakes.stream().noneMatch(one -> cannotBe(address, one))
                ? clusters
                : clusters.stream().filter(cluster -> !others.contains(cluster)).toList();
    }

    private boolean cannotBe(String address, Cluster person) {
        return person.words().size() > 1
                && genders.disagree(address, person.words().getFirst());
    }

    private static List<Cluster> namesakes(Name name, List<Cluster> clusters) {
        String word = name.words().getFirst();
        return clusters.stream()
                .filter(cluster -> isPerson(cluster) && same(surname(cluster.words()), word))
                .toList();
    }

    /** "Mr Renn", where there is another of that name to be told from. */
    private static String called(Name name, List<Cluster> clusters) {
        return name.address()
                .filter(address ->
                        name.words().size() == 1 && !namesakes(name, clusters).isEmpty())
                .map(address -> address.substring(0, 1).toUpperCase(Locale.ROOT) + address.substring(1) + " ")
                .orElse("")
                .concat(name.text());
    }

    private List<Name> names(List<Parse> sentences, List<Mention> mentions) {
        List<Name> names = new ArrayList<>();
        int next = 0;
        for (Parse sentence : sentences) {
            while (next < mentions.size()
                    && sentence.sentence().span().contains(mentions.get(next).span())) {
                name(sentence, mentions.get(next))
                        .filter(name -> !isFamily(sentence, name.span()))
                        .ifPresent(names::add);
                next++;
            }
        }
        return coupled(sentences, names);
    }

    /** "Carlos and Mary Brandt": of a man and a woman the surname is both's. */
    private List<Name> coupled(List<Parse> sentences, List<Name> names) {
        List<Name> whole = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Name name = names.get(i);
            boolean couple = i + 1 < names.size() && isCouple(sentences, name, names.get(i + 1));
            boolean surname = couple
                    && names.stream()
                            .anyMatch(other -> other.words().size() > 1
                                    && same(surname(other.words()), name.words().getFirst()));
            whole.add(
                    couple && !surname
                            ? name.withSurname(surname(names.get(i + 1).words()))
                            : name);
        }
        return whole;
    }

    private boolean isCouple(List<Parse> sentences, Name one, Name other) {
        return one.type() == EntityType.PERSON
                && other.type() == EntityType.PERSON
                && one.words().size() == 1
                && other.words().size() == 2
                && one.address().isEmpty()
                && genders.differ(one.words().getFirst(), other.words().getFirst())
                && Parse.around(sentences, one.span())
                        .filter(sentence -> sentence.tokens().stream()
                                .filter(token -> token.span().start()
                                                >= one.span().end()
                                        && token.span().end() <= other.span().start())
                                .map(Token::form)
                                .toList()
                                .equals(List.of("and")))
                        .isPresent();
    }

    /** "the Badran family" is none of its members. */
    private static boolean isFamily(Parse sentence, Span name) {
        return sentence.tokens().stream()
                .filter(token -> token.span().start() >= name.end())
                .findFirst()
                .filter(token -> FAMILY.contains(token.lemma()))
                .isPresent();
    }

    private Optional<Name> name(Parse sentence, Mention mention) {
        List<Token> tokens = sentence.tokens().stream()
                .filter(token -> mention.span().contains(token.span()))
                .dropWhile(token -> mention.type() == EntityType.PERSON && titles.contains(token.form()))
                .dropWhile(token -> token.tag().equals("DT"))
                .takeWhile(token -> mention.type() != EntityType.ORGANIZATION
                        || !token.form().matches("in|at"))
                .toList();
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        Span span = new Span(
                tokens.getFirst().span().start(), tokens.getLast().span().end());
        List<String> words = tokens.stream().map(Token::form).collect(Collectors.toList());
        return Optional.of(new Name(span, mention.type(), words, address(sentence, tokens.getFirst())));
    }

    private static Optional<String> address(Parse sentence, Token name) {
        int before = sentence.tokens().indexOf(name) - 1;
        return Optional.of(before)
                .filter(word -> word >= 0)
                .map(word ->
                        sentence.token(word).form().toLowerCase(Locale.ROOT).replace(".", ""))
                .filter(ADDRESS::contains);
    }

    /** The recogniser wavers between types for one and the same name: the majority decides. */
    private static Map<String, EntityType> prevailingTypes(List<Name> names) {
        Map<String, EnumMap<EntityType, Integer>> votes = new HashMap<>();
        for (Name name : names) {
            votes.computeIfAbsent(name.key(), key -> new EnumMap<>(EntityType.class))
                    .merge(name.type(), 1, Integer::sum);
        }
        return votes.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        vote -> vote.getValue().entrySet().stream()
                                .max(Map.Entry.comparingByValue())
                                .orElseThrow()
                                .getKey()));
    }

    private Optional<Cluster> known(Name name, EntityType type, List<Cluster> clusters) {
        return nearest(
                        name,
                        clusters,
                        cluster -> cluster.type() == type && cluster.key().equals(name.key()))
                .or(() -> switch (type) {
                    case PERSON -> person(name, clusters);
                    case ORGANIZATION -> organization(name, clusters);
                    default -> Optional.empty();
                });
    }

    private static Optional<Cluster> person(Name name, List<Cluster> clusters) {
        if (name.words().size() > 1) {
            return nearest(
                    name,
                    clusters,
                    cluster -> isPerson(cluster)
                            && (sameFullName(cluster.words(), name.words())
                                    || isSurnameOf(name.words(), cluster.words())));
        }
        String word = name.words().getFirst();
        return nearest(name, clusters, cluster -> isPerson(cluster) && same(surname(cluster.words()), word))
                .or(() -> nearest(
                        name,
                        clusters,
                        cluster -> isPerson(cluster) && same(cluster.words().getFirst(), word)));
    }

    /** "PENCE" in the label of an interview, "O'Neill" with either apostrophe. */
    private static boolean same(String one, String other) {
        return one.replace('’', '\'').equalsIgnoreCase(other.replace('’', '\''));
    }

    /** Without what only tells generations apart. */
    private static String surname(List<String> words) {
        return words.reversed().stream()
                .filter(word -> !GENERATION.matcher(word).matches())
                .findFirst()
                .orElse(words.getLast());
    }

    /** "De Blasio" for "Bill de Blasio" */
    private static boolean isSurnameOf(List<String> surname, List<String> name) {
        int first = name.size() - surname.size();
        return first > 0 && IntStream.range(0, surname.size()).allMatch(i -> same(surname.get(i), name.get(first + i)));
    }

    /** "Thomas A. Veale" and "Thomas Veale"; "T. Veale" and "Thomas Veale". */
    private static boolean sameFullName(List<String> longer, List<String> shorter) {
        String first = longer.getFirst();
        String initial = shorter.getFirst();
        boolean initials = (initial.length() <= 2 || first.length() <= 2) && initial.charAt(0) == first.charAt(0);
        return same(surname(longer), surname(shorter)) && (first.equals(initial) || initials);
    }

    private Optional<Cluster> organization(Name name, List<Cluster> clusters) {
        return nearest(
                name,
                clusters,
                cluster -> cluster.type() == EntityType.ORGANIZATION
                        && (isShortFor(name.words(), cluster.words()) || isAcronymOf(name.words(), cluster.words())));
    }

    private boolean isShortFor(List<String> shorter, List<String> longer) {
        return shorter.size() < longer.size()
                && longer.subList(0, shorter.size()).equals(shorter)
                && !shorter.stream().allMatch(word -> generic.contains(word.toLowerCase(Locale.ROOT)));
    }

    private static boolean isAcronymOf(List<String> acronym, List<String> name) {
        String letters = acronym.getFirst().replace(".", "");
        String initials = name.stream()
                .filter(word -> Character.isUpperCase(word.charAt(0)))
                .map(word -> word.substring(0, 1))
                .collect(Collectors.joining());
        return acronym.size() == 1 && letters.length() > 1 && letters.equals(initials);
    }

    private static boolean isPerson(Cluster cluster) {
        return cluster.type() == EntityType.PERSON;
    }

    private static Optional<Cluster> nearest(Name name, List<Cluster> clusters, Predicate<Cluster> matches) {
        int start = name.span().start();
        return clusters.stream()
                .filter(matches)
                .max(Comparator.comparingInt((Cluster cluster) -> cluster.lastBefore(start))
                        .thenComparing(Comparator.comparingInt((Cluster cluster) ->
                                        cluster.mentions().first().start())
                                .reversed()));
    }
}
