package org.onrecord.casualty;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.onrecord.document.CasualtyFigure.Outcome;
import org.onrecord.document.Token;
import org.onrecord.pipeline.Lexicon;

/**
 * The words of harm and what became of people according to them, the words for people, and those for what harms them, where,
 * and how.
 */
record Harm(
        Lexicon transitive,
        Lexicon intransitive,
        Lexicon states,
        Lexicon nouns,
        Lexicon persons,
        Lexicon roles,
        Lexicon things,
        Lexicon events,
        Lexicon places,
        Lexicon mishaps,
        Lexicon manners) {
    /** "a five-year-old", who is a person. */
    private static final Pattern AGED = Pattern.compile("[\\p{L}\\d-]+-(?:year|month|week|day)-olds?");

    /** The kind of what any event can be called. */
    static final String ANY = "any";

    private static final String THING = "thing";

    static Harm load() {
        return new Harm(
                Lexicon.load("casualty/transitive.txt"),
                Lexicon.load("casualty/intransitive.txt"),
                Lexicon.load("casualty/states.txt"),
                Lexicon.load("casualty/nouns.txt"),
                Lexicon.load("casualty/persons.txt"),
                Lexicon.load("entity/nouns.txt"),
                Lexicon.load("casualty/things.txt"),
                Lexicon.load("casualty/events.txt"),
                Lexicon.load("casualty/places.txt"),
                Lexicon.load("casualty/mishaps.txt"),
                Lexicon.load("casualty/manners.txt"));
    }

    /** Events do harm and say nothing; people and bodies do and say. */
    boolean isEvent(Token noun) {
        return events.contains(noun.lemma().toLowerCase(Locale.ROOT));
    }

    /** A bus, a knife: it harms, but does not happen. */
    boolean isThing(Token noun) {
        return events.find(noun.lemma().toLowerCase(Locale.ROOT))
                .filter(THING::equals)
                .isPresent();
    }

    /** The kind of event that a phrase speaks of, by the last of its words that names one; else its last word. */
    String kind(String phrase) {
        List<String> words = List.of(phrase.toLowerCase(Locale.ROOT).split("[^\\p{L}-]+"));
        return words.reversed().stream()
                .map(word -> events.contains(word) ? word : word.replaceFirst("s$", ""))
                .filter(events::contains)
                .map(word -> events.find(word)
                        .filter(kind -> !kind.isEmpty() && !kind.equals(THING))
                        .filter(kind -> words.size() == 1 || !kind.equals(ANY)) // "dawn raid" is no other event
                        .orElse(word))
                .findFirst()
                .orElseGet(() -> words.isEmpty() ? phrase : words.getLast());
    }

    /** What the verb does to its object. */
    Optional<Outcome> done(Token verb) {
        return outcome(transitive, verb)
                .filter(outcome -> verb.isVerb() || verb.tag().startsWith("JJ"));
    }

    /** What the verb says of its subject. */
    Optional<Outcome> suffered(Token verb) {
        return outcome(intransitive, verb).filter(outcome -> verb.isVerb());
    }

    /** What a state says of whom it is predicated: dead, missing, wounded. */
    Optional<Outcome> state(Token word) {
        return states.find(word.form().toLowerCase(Locale.ROOT)).map(Harm::outcome);
    }

    /** What a noun counts: deaths, injuries, bodies. */
    Optional<Outcome> counted(Token noun) {
        return noun.isNoun() ? outcome(nouns, noun) : Optional.empty();
    }

    /** Nouns for people, the five-year-old, and plural names, which are of peoples or orders: "12 Kurds", "six Jesuits". */
    boolean isPerson(Token noun) {
        String lemma = noun.lemma().toLowerCase(Locale.ROOT);
        boolean many = noun.tag().equals("NNS");
        boolean looksLikePeople = many
                && lemma.matches(".{3,}(?:er|or|ist|ian|man|woman|eer|ee|ant|folk|mate)")
                && !things.contains(lemma);
        boolean role = roles.find(lemma).filter("role"::equals).isPresent();
        boolean plural = many && persons.contains(lemma.replaceFirst("s$", ""));
        boolean people = noun.tag().equals("NNPS") && !things.contains(lemma.replaceFirst("s$", ""));
        return persons.contains(lemma)
                || persons.contains(singular(lemma))
                || plural
                || people
                || role
                || looksLikePeople
                || AGED.matcher(lemma).matches();
    }

    /** "Two Men Killed": of a word whose capital hid its lemma. */
    private static String singular(String lemma) {
        if (lemma.equals("children")) {
            return "child";
        }
        return lemma.endsWith("men") ? lemma.substring(0, lemma.length() - 2) + "an" : lemma;
    }

    private static Optional<Outcome> outcome(Lexicon words, Token word) {
        return words.find(word.lemma().toLowerCase(Locale.ROOT)).map(Harm::outcome);
    }

    private static Outcome outcome(String name) {
        return Outcome.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
