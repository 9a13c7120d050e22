package org.onrecord.casualty;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onrecord.document.Parse;
import org.onrecord.document.Token;
import org.onrecord.document.Voice;

/** Events that a sentence tells of, whether it counts anybody or not: "an explosion at the Corley mill on Monday". */
final class Events {
    /** What events do where they are. */
    private static final Set<String> HAPPENS = Set.of(
            "happen",
            "occur",
            "take",
            "hit",
            "strike",
            "start",
            "break",
            "begin",
            "rock",
            "rip",
            "tear",
            "sweep",
            "kill",
            "leave",
            "destroy",
            "wound",
            "injure",
            "claim",
            "explode",
            "go",
            "come",
            "engulf",
            "devastate",
            "flatten",
            "gut",
            "bury",
            "shake",
            "lash",
            "batter",
            "pound");

    /** What lasts, and began long before the harm. */
    private static final Pattern LASTING =
            Pattern.compile("war|fighting|epidemic|pandemic|outbreak|disease|famine|drought");

    /** What the police and the fire brigade are. */
    private static final Pattern CALLS = Pattern.compile("call|respond|summon|dispatch|attend|rush");

    /** "Province: Dorva." */
    private static final Pattern LABEL = Pattern.compile(
            "(?i:province|town|city|district|village|state|region|county|island|place|location): (\\p{Lu}[^.:;]{1,60})\\.?");

    private final Parse sentence;
    private final String text;
    private final Harm harm;
    private final Clause clause;
    private final Places places;
    private final Times times;

    Events(Scene scene, Harm harm) {
        this.sentence = scene.sentence();
        this.text = scene.text();
        this.harm = harm;
        this.clause = new Clause(sentence, text);
        this.places = new Places(sentence, text, harm, scene.mentions());
        this.times = new Times(sentence, text, harm);
    }

    /** Whether a verb says that an event was, or what it did. */
    static boolean happens(Token verb) {
        return HAPPENS.contains(verb.lemma());
    }

    /** In the order of the text. */
    List<Told> told() {
        List<Told> all = new ArrayList<>();
        Matcher label = LABEL.matcher(sentence.sentence().span().of(text));
        if (label.matches()) {
            all.add(told(0, Optional.empty(), Optional.of(label.group(1)), Optional.empty()));
        }
        for (int word = 0; word < sentence.size(); word++) {
            Token noun = sentence.token(word);
            boolean event = noun.isNoun()
                    && harm.isEvent(noun)
                    && !harm.isThing(noun)
                    && !(harm.places().contains(noun.lemma())
                            && clause.preposition(word).matches("in|at|near|inside|outside")) // "at the Orsa mine"
                    && !LASTING.matcher(noun.lemma()).matches();
            if (event) {
                told(word).ifPresent(all::add);
            } else if (Harm.isMishap(noun)) {
                mishap(word).ifPresent(all::add);
            } else if (CALLS.matcher(noun.lemma()).matches() && noun.isVerb()) {
                called(word).ifPresent(all::add);
            }
        }
        return all;
    }

    private Optional<Told> told(int event) {
        Optional<Integer> happening = happening(event);
        Optional<String> place = places.ofEvent(event, happening);
        boolean lone = place.isEmpty() && happening.isEmpty();
        boolean named = sentence.child(event, "compound").isPresent()
                && !harm.places().contains(sentence.token(event).lemma())
                && sentence.token(event).span().end() <= Individuals.LEAD; // "the heaviest night of drone attacks"
        if (lone && !named) {
            return Optional.empty();
        }
        return Optional.of(
                told(event, Optional.of(Clause.bare(clause.narrow(event))), place, happening.flatMap(times::of)));
    }

    private Told told(int word, Optional<String> cause, Optional<String> place, Optional<String> time) {
        return new Told(
                sentence.token(word).span().start(),
                Scopes.isPast(sentence.sentence().span().of(text)),
                false,
                false,
                cause.map(harm::kind),
                cause,
                place,
                time,
                Optional.empty(),
                new Voice.Publisher());
    }

    /** "A helicopter crashed into the sea off Skarne": an event without a noun for it. */
    private Optional<Told> mishap(int verb) {
        Optional<String> what = sentence.children(verb, "nsubj").stream()
                .filter(subject -> sentence.token(subject).isNoun() && !harm.isPerson(sentence.token(subject)))
                .map(subject -> Clause.bare(clause.narrow(subject)) + " "
                        + sentence.token(verb).form())
                .findFirst();
        Optional<String> place = places.ofEvent(verb, Optional.of(verb));
        return what.isPresent() && place.isPresent()
                ? Optional.of(told(verb, what, place, times.of(verb)))
                : Optional.empty();
    }

    /** "Police were called to a house in Hollow Lane": where, whatever it was. */
    private Optional<Told> called(int verb) {
        return places.calledTo(verb).map(place -> told(verb, Optional.empty(), Optional.of(place), times.of(verb)));
    }

    /** The verb that says that it was: "a fire broke out", "set fire to the barn". */
    private Optional<Integer> happening(int event) {
        OptionalInt verb = sentence.governor(event);
        if (verb.isEmpty()) {
            return Optional.empty();
        }
        String lemma = sentence.token(verb.getAsInt()).lemma();
        boolean happens = (sentence.hasRelation(event, "nsubj", "nsubj:pass") && HAPPENS.contains(lemma))
                || (sentence.hasRelation(event, "obj") && lemma.equals("set"));
        return happens
                ? Optional.of(verb.getAsInt())
                : sentence.children(event, "acl:relcl").stream() // "a blaze that tore through a factory"
                        .filter(clause -> happens(sentence.token(clause)))
                        .findFirst();
    }
}
