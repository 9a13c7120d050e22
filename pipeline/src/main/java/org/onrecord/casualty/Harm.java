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
    /** Verbs that say of nearly whatever they are said that it harmed somebody. */
    private static final Pattern MISHAP = Pattern.compile(
            "crash|collapse|explode|capsize|sink|derail|collide|overturn|erupt|burst|plunge|topple|detonate|crumble");

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
        Optional<String> pair = Optional.of(words)
                .filter(all -> all.size() > 1)
                .flatMap(all -> events.find(String.join(" ", all.subList(all.size() - 2, all.size()))));
        if (pair.isPresent()) {
            return pair.get(); // "artillery fire" is no fire
        }
        List<String> named = words.reversed().stream()
                .map(word -> events.contains(word) ? word : word.replaceFirst("s$", ""))
                .filter(events::contains)
                .toList();
        if (named.isEmpty()) {
            return words.size() == 1 ? words.getLast() : ANY; // "a crowd surged" may be a stampede
        }
        String last = named.getFirst();
        if (words.size() == 1 || !isOpen(last)) {
            return kindOf(last).orElse(last);
        }
        return named.stream() // "drone attack" is a strike, "dawn raid" no other event
                .skip(1)
                .filter(word -> !isOpen(word))
                .flatMap(word -> kindOf(word).stream())
                .findFirst()
                .orElse(last);
    }

    /** Of an event that a word names. */
    private Optional<String> kindOf(String event) {
        return events.find(event).filter(kind -> !kind.isEmpty() && !kind.equals(THING));
    }

    /** "attack", which "drone" may tell more of. */
    private boolean isOpen(String event) {
        return kindOf(event).equals(Optional.of(ANY));
    }

    /** "crashed", "exploded" */
    static boolean isMishap(Token verb) {
        return verb.isVerb() && MISHAP.matcher(verb.lemma()).matches();
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
