package org.onrecord.reference;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onrecord.document.Entity;

/** Guesses from a first name, a form of address or a role whether "he" or "she" can mean somebody. */
public final class Genders {
    /** What a pronoun or a name says about gender. */
    enum Gender {
        FEMALE,
        MALE
    }

    /** First names with their usual gender; comes with CoreNLP's models. */
    private static final String NAMES = "/edu/stanford/nlp/models/dcoref/namegender.combine.txt";

    private static final List<String> FEMALE = List.of(
            "mrs",
            "ms",
            "miss",
            "spokeswoman",
            "chairwoman",
            "congresswoman",
            "councilwoman",
            "mother",
            "wife",
            "widow",
            "daughter",
            "sister",
            "aunt",
            "granddaughter",
            "niece",
            "stepdaughter",
            "grandmother",
            "queen",
            "princess",
            "lady",
            "baroness",
            "dame",
            "woman",
            "girl",
            "actress");
    private static final List<String> MALE = List.of(
            "mr",
            "spokesman",
            "chairman",
            "congressman",
            "councilman",
            "father",
            "husband",
            "widower",
            "son",
            "brother",
            "uncle",
            "grandson",
            "nephew",
            "stepson",
            "grandfather",
            "king",
            "prince",
            "lord",
            "sir",
            "man",
            "boy",
            "actor");

    private final Map<String, Gender> names;

    private Genders(Map<String, Gender> names) {
        this.names = names;
    }

    /** Read once, whoever asks. */
    private static final class Shared {
        private static final Genders GENDERS = read();
    }

    public static Genders load() {
        return Shared.GENDERS;
    }

    private static Genders read() {
        Map<String, Gender> names = new HashMap<>();
        Set<String> both = new HashSet<>();
        try (InputStream in = Genders.class.getResourceAsStream(NAMES)) {
            if (in == null) {
                throw new IllegalStateException("CoreNLP's models are not on the class path: no " + NAMES);
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .forEach(line -> {
                        String[] columns = line.split("\t", -1);
                        if (columns.length == 2 && !columns[1].equals("NEUTRAL")) {
                            String name = columns[0].toLowerCase(Locale.ROOT);
                            Gender gender = Gender.valueOf(columns[1].trim());
                            if (names.put(name, gender) == other(gender)) {
                                both.add(name);
                            }
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + NAMES, e);
        }
        names.keySet().removeAll(both);
        return new Genders(names);
    }

    private static Gender other(Gender gender) {
        return gender == Gender.FEMALE ? Gender.MALE : Gender.FEMALE;
    }

    static Optional<Gender> ofPronoun(String lemma) {
        return switch (lemma) {
            case "she", "her" -> Optional.of(Gender.FEMALE);
            case "he", "him", "his" -> Optional.of(Gender.MALE);
            default -> Optional.empty();
        };
    }

    /** Empty where nothing tells. */
    Optional<Gender> of(Entity entity) {
        return entity.role()
                .flatMap(Genders::ofWords)
                .or(() -> ofWords(entity.name()))
                .or(() -> Optional.ofNullable(names.get(plain(entity.name().split("\\s+", -1)[0]))));
    }

    /** "Mrs" before Bill: whether a form of address cannot be that of somebody with this first name. */
    public boolean disagree(String address, String firstName) {
        Optional<Gender> named = Optional.ofNullable(names.get(plain(firstName)));
        return named.isPresent() && ofWords(address).isPresent() && !named.equals(ofWords(address));
    }

    /** Whether the first name of one is a man's and of the other a woman's. */
    public boolean differ(String firstName, String otherFirstName) {
        Optional<Gender> one = Optional.ofNullable(names.get(plain(firstName)));
        Optional<Gender> other = Optional.ofNullable(names.get(plain(otherFirstName)));
        return one.isPresent() && other.isPresent() && !one.equals(other);
    }

    /** Without accents, in lower case: Zoë, François. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    /** What titles and roles say: "Ms", "spokesman". */
    static Optional<Gender> ofWords(String words) {
        for (String word : words.toLowerCase(Locale.ROOT).split("[\\s.]+", -1)) {
            if (FEMALE.contains(word)) {
                return Optional.of(Gender.FEMALE);
            }
            if (MALE.contains(word)) {
                return Optional.of(Gender.MALE);
            }
        }
        return Optional.empty();
    }
}
