package org.onrecord.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onrecord.document.Article;
import org.onrecord.document.Metadata;
import org.onrecord.document.Span;
import org.onrecord.document.Zone;

/**
 * Pairs of articles made of the invented ones in {@code corpus/news}: what outlets do with a wire report, and what only
 * looks like it. The same pairs every time.
 */
final class InventedCopies {
    private static final Path TEXTS = Path.of("../corpus/news/text");
    private static final List<String> BOILERPLATE = List.of(
            "The Tarnow Courier is read in forty towns along the river and has been printed on every working day since the great flood.",
            "If something in this report is wrong, write to the readers' desk with the name of the article and the sentence you mean, and we will look into it.",
            "Our reporters do not take gifts. What they own is listed at the town hall, where anybody may read it between nine and noon.",
            "Letters to the editor should be no longer than two hundred words and carry a name and a street. Not all of them can be printed.");

    /** What one article is to the other; whether they should be one cluster. */
    enum Kind {
        WIRE("wire copy, other headline and dateline, house style", true),
        EDITED("every twelfth word changed", true),
        HALF("cut to the first half", true),
        THIRD("cut to the first third", true),
        ADDED("two paragraphs of its own added", true),
        UPDATED("updated: 3 in 10 sentences replaced", true),
        REWRITTEN("updated: half of the sentences replaced", true),
        TOPIC("same topic: 1 sentence in 4 is the same", false),
        BOILERPLATE("different, same four closing paragraphs", false),
        BRIEF("different and cut to a third, same closing paragraphs", false),
        ROUNDUP("round-up that has the whole article among six", false),
        OTHER("different", false);

        private final String words;
        private final boolean copy;

        Kind(String words, boolean copy) {
            this.words = words;
            this.copy = copy;
        }

        String words() {
            return words;
        }

        boolean isCopy() {
            return copy;
        }
    }

    /** Two bodies and what they are to one another. */
    record Pair(Kind kind, Fingerprint one, Fingerprint other) {}

    private final List<String> bodies;

    private InventedCopies(List<String> bodies) {
        this.bodies = bodies;
    }

    static InventedCopies load() {
        try (Stream<Path> files = Files.list(TEXTS)) {
            return new InventedCopies(files.sorted().map(InventedCopies::body).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String body(Path file) {
        try {
            String text = Files.readString(file);
            return text.substring(text.indexOf('\n')).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> bodies() {
        return bodies;
    }

    List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            for (Kind kind : Kind.values()) {
                pairs.add(new Pair(kind, print(first(kind, i)), print(second(kind, i))));
            }
        }
        return pairs;
    }

    private static Fingerprint print(String body) {
        return Fingerprint.of(Article.ofBody(body));
    }

    private String first(Kind kind, int i) {
        return switch (kind) {
            case BOILERPLATE -> bodies.get(i) + "\n" + String.join("\n", BOILERPLATE);
            case BRIEF -> part(bodies.get(i), 3) + "\n" + String.join("\n", BOILERPLATE);
            default -> bodies.get(i);
        };
    }

    private String second(Kind kind, int i) {
        String body = bodies.get(i);
        String other = bodies.get((i + 1) % bodies.size());
        return switch (kind) {
            case WIRE -> houseStyle(body);
            case EDITED -> changed(body, 12, i);
            case HALF -> part(body, 2);
            case THIRD -> part(body, 3);
            case ADDED -> body + "\n" + part(other, 4);
            case UPDATED -> mixed(body, other, 0.7, i);
            case REWRITTEN -> mixed(body, other, 0.5, i);
            case TOPIC -> mixed(body, other, 0.25, i);
            case BOILERPLATE -> other + "\n" + String.join("\n", BOILERPLATE);
            case BRIEF -> part(other, 3) + "\n" + String.join("\n", BOILERPLATE);
            case ROUNDUP ->
                Stream.iterate(i, n -> (n + 1) % bodies.size())
                        .limit(6)
                        .map(bodies::get)
                        .collect(Collectors.joining("\n"));
            case OTHER -> other;
        };
    }

    private static List<String> sentences(String body) {
        return List.of(body.split("(?<=[.!?][”\"]?)\\s+", -1));
    }

    private static String part(String body, int of) {
        List<String> sentences = sentences(body);
        return String.join(" ", sentences.subList(0, Math.max(1, sentences.size() / of)));
    }

    private static String houseStyle(String body) {
        return body.replace("said", "told reporters")
                .replace("per cent", "percent")
                .replace(" and ", " & ")
                .replace("Monday", "yesterday")
                .replace("two", "2")
                .replace("three", "3");
    }

    private static String changed(String body, int every, int seed) {
        Random random = new Random(seed);
        return Stream.of(body.split(" ", -1))
                .map(word -> random.nextInt(every) == 0 ? "other" + random.nextInt(100) : word)
                .collect(Collectors.joining(" "));
    }

    /** So much of the sentences of one, each missing one replaced by a sentence of the other. */
    private static String mixed(String body, String other, double kept, int seed) {
        Random random = new Random(seed);
        List<String> sentences = new ArrayList<>(sentences(body));
        List<String> others = sentences(other);
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            places.add(i);
        }
        java.util.Collections.shuffle(places, random);
        places.subList((int) Math.ceil(kept * sentences.size()), sentences.size())
                .forEach(place -> sentences.set(place, others.get(place % others.size())));
        return String.join(" ", sentences);
    }

    /** An article with everything around its body that outlets change. */
    static Article article(String headline, String dateline, String body, Metadata metadata) {
        String text = headline + "\n\n" + dateline + "\n\n" + body;
        List<Zone> zones = new ArrayList<>();
        zone(0, headline, Zone.Kind.HEADLINE, zones);
        zone(headline.length() + 2, dateline, Zone.Kind.DATELINE, zones);
        zone(text.length() - body.length(), body, Zone.Kind.BODY, zones);
        return new Article(text, zones, metadata, "en", Article.Status.COMPLETE);
    }

    private static void zone(int start, String words, Zone.Kind kind, List<Zone> zones) {
        if (!words.isEmpty()) {
            zones.add(new Zone(new Span(start, start + words.length()), kind));
        }
    }
}
