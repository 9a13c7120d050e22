package org.onrecord.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.onrecord.document.Basis;
import org.onrecord.document.Entity;
import org.onrecord.document.EntityType;
import org.onrecord.document.Extent;
import org.onrecord.document.Kind;
import org.onrecord.document.Mention;
import org.onrecord.document.Parse;
import org.onrecord.document.Span;
import org.onrecord.pipeline.Lexicon;
import org.onrecord.pipeline.Stage;
import org.onrecord.pipeline.View;
import org.onrecord.reference.Genders;

/** Clusters names and descriptions into the people, organisations, documents and groups that an article speaks of. */
public final class Entities implements Stage<Entity> {
    private static final Basis NAMED = new Basis.Rule("entity-name", 0.95);
    private static final Basis DESCRIBED = new Basis.Rule("entity-description", 0.85);

    /** How far back "its" reaches, in characters. */
    private static final int REACH = 400;

    /** How many words of a mention are looked at for its head. */
    private static final int LONGEST_NAME = 5;

    /** Roles that are held in a body even where the text does not say in which. */
    private static final Pattern EMPLOYED = Pattern.compile(
            "^(chief (executive|operating|financial)|spokes(wo)?man|spokesperson|general secretary|chair(wo)?man)");

    private static final Set<String> RELATIONS = Set.of(
            "daughter",
            "son",
            "wife",
            "husband",
            "widow",
            "widower",
            "mother",
            "father",
            "brother",
            "sister",
            "barrister",
            "friend",
            "neighbour",
            "neighbor",
            "driver",
            "colleague",
            "rival",
            "counterpart");

    private final NameClusters names;
    private final Roles roles;
    private final Nominals nominals;
    private final Openings openings = new Openings();

    private Entities(NameClusters names, Roles roles, Nominals nominals) {
        this.names = names;
        this.roles = roles;
        this.nominals = nominals;
    }

    public static Entities load() {
        Titles titles = Titles.load();
        SourceNouns nouns = SourceNouns.load();
        Roles roles = new Roles(nouns, titles);
        return new Entities(
                new NameClusters(titles, nouns, Lexicon.load("entity/generic.txt"), Genders.load()),
                roles,
                new Nominals(nouns, roles));
    }

    @Override
    public Kind<Entity> writes() {
        return Kind.ENTITY;
    }

    @Override
    public Set<Kind<?>> reads() {
        return Set.of(Kind.SENTENCE, Kind.TOKEN, Kind.DEPENDENCY, Kind.MENTION);
    }

    @Override
    public List<Entity> annotate(View view) {
        List<Parse> sentences = view.parses();
        List<Mention> mentions = view.all(Kind.MENTION);
        List<Cluster> clusters = names.of(sentences, mentions);
        describe(clusters, sentences);
        nominals.addTo(clusters, sentences, mentions.stream().map(Mention::span).toList());
        openings.join(clusters, sentences);
        clusters.sort(Comparator.comparing(cluster -> cluster.mentions().first()));
        List<Entity> entities = new ArrayList<>();
        for (Cluster cluster : clusters) {
            entities.add(new Entity(
                    "e" + (entities.size() + 1),
                    new Extent(List.copyOf(cluster.mentions())),
                    cluster.type(),
                    cluster.name(),
                    cluster.role(),
                    cluster.affiliation()
                            .filter(span -> !isRelation(cluster))
                            .flatMap(span -> affiliation(span, cluster, clusters, sentences, view.text()))
                            .or(() -> employer(cluster, clusters, sentences)),
                    mentions.stream()
                                    .anyMatch(mention -> mention.span()
                                            .overlaps(cluster.mentions().first()))
                            ? NAMED
                            : DESCRIBED));
        }
        return entities;
    }

    private void describe(List<Cluster> clusters, List<Parse> sentences) {
        for (Cluster person : clusters) {
            if (person.type() == EntityType.PERSON || person.type() == EntityType.ORGANIZATION) {
                for (Span mention : person.mentions()) {
                    Parse.around(sentences, mention).stream()
                            .flatMap(sentence -> roles.of(sentence, mention).stream())
                            .forEach(found -> person.describe(found.role(), found.affiliation()));
                }
            }
            if (person.type() == EntityType.PERSON) {
                for (Span mention : person.mentions()) {
                    Parse.around(sentences, mention)
                            .flatMap(sentence -> roles.affiliation(sentence, mention))
                            .filter(body -> !isPlace(body, clusters))
                            .ifPresent(person::affiliate);
                }
                for (Span mention : person.mentions()) {
                    Parse.around(sentences, mention)
                            .flatMap(sentence -> roles.title(sentence, mention))
                            .ifPresent(title -> person.describe(title, Optional.empty()));
                }
            }
        }
    }

    /** "Lena Brandt, of Keld": where somebody lives is no affiliation. */
    private static boolean isPlace(Span body, List<Cluster> clusters) {
        return clusters.stream()
                .filter(cluster -> cluster.type() == EntityType.LOCATION)
                .anyMatch(cluster -> cluster.mentions().stream().anyMatch(body::overlaps));
    }

    /** "its spokesman": the spokesman of the body last spoken of. */
    private static Optional<Cluster> bodyBefore(int offset, List<Cluster> clusters, List<Parse> sentences) {
        List<Cluster> near = clusters.stream()
                .filter(cluster -> cluster.type() == EntityType.ORGANIZATION)
                .filter(cluster -> cluster.lastBefore(offset) >= Math.max(0, offset - REACH))
                .sorted(Comparator.comparingInt((Cluster cluster) -> cluster.lastBefore(offset))
                        .reversed())
                .toList();
        return near.stream()
                .filter(cluster -> isSubject(cluster.lastBefore(offset), sentences))
                .findFirst()
                .or(() -> near.stream().findFirst());
    }

    private static boolean isSubject(int offset, List<Parse> sentences) {
        return sentences.stream()
                .filter(sentence -> sentence.sentence().span().contains(offset))
                .anyMatch(sentence -> sentence.tokens().stream()
                        .filter(token -> token.span().start() >= offset)
                        .limit(LONGEST_NAME)
                        .anyMatch(
                                token -> sentence.hasRelation(sentence.tokens().indexOf(token), "nsubj")));
    }

    /** "the chief executive, Harriet Boone": of the body last spoken of. */
    private static Optional<String> employer(Cluster person, List<Cluster> clusters, List<Parse> sentences) {
        boolean speaksForABody = person.role()
                .filter(role -> EMPLOYED.matcher(role.toLowerCase(Locale.ROOT)).find())
                .isPresent();
        boolean describable = person.type() == EntityType.PERSON || person.type() == EntityType.ROLE;
        return speaksForABody && describable && person.affiliation().isEmpty()
                ? bodyBefore(person.mentions().first().start(), clusters, sentences)
                        .map(Cluster::name)
                : Optional.empty();
    }

    /** Somebody's daughter or lawyer belongs to nobody. */
    private static boolean isRelation(Cluster person) {
        return person.role()
                .filter(role -> RELATIONS.contains(
                        role.substring(role.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT)))
                .isPresent();
    }

    /** The canonical name of whatever the words name; otherwise the words. */
    private static Optional<String> affiliation(
            Span span, Cluster self, List<Cluster> clusters, List<Parse> sentences, String text) {
        if (span.of(text).equalsIgnoreCase("its")) {
            return bodyBefore(span.start(), clusters, sentences).map(Cluster::name);
        }
        Optional<Cluster> fuller = clusters.stream()
                .filter(cluster -> cluster.type() == EntityType.ORGANIZATION
                        && cluster.lastBefore(span.start()) >= 0
                        && cluster.key().endsWith(" " + span.of(text).toLowerCase(Locale.ROOT)))
                .max(Comparator.comparingInt(cluster -> cluster.lastBefore(span.start())));
        if (fuller.isPresent()) {
            return fuller.map(Cluster::name);
        }
        return clusters.stream()
                .filter(cluster -> cluster != self
                        && cluster.mentions().stream()
                                .anyMatch(mention -> span.overlaps(mention) && mention.end() <= span.end()))
                .max(Comparator.comparingInt(cluster -> cluster.name().length()))
                .map(Cluster::name)
                .or(() -> Optional.of(span.of(text).replaceAll("\\s+", " ")));
    }
}
