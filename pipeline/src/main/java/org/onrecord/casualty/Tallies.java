package org.onrecord.casualty;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.CasualtyFigure.Outcome;
import org.onrecord.document.CasualtyFigure.Scope;
import org.onrecord.document.Parse;

/**
 * Running counts: "Deaths rose by 14 to 96, up from 82 on Friday", "revised the toll from 59 to 47", "The toll, 140 on
 * Monday, passed 200". What stands before a bare number says which of them it is.
 */
final class Tallies {
    private static final Pattern NOUN = Pattern.compile("toll|death|fatality|casualty|injury|loss|count|tally|number");
    private static final Pattern MOVES = Pattern.compile(
            "rise|climb|reach|pass|hit|stand|revise|put|jump|grow|increase|exceed|top|surpass|total|fall|drop|double|soar|raise|lower|bring|take|cut|near|approach|be|give");
    private static final Set<String> UP_TO = Set.of("to", "at");
    private static final Set<String> BEYOND = Set.of("pass", "exceed", "top", "surpass");
    private static final Pattern REACHED =
            Pattern.compile("reach|hit|total|pass|exceed|top|surpass|near|approach|be|stand");

    private final Parse sentence;
    private final Harm harm;

    Tallies(Parse sentence, Harm harm) {
        this.sentence = sentence;
        this.harm = harm;
    }

    /**
     * A number of a running count.
     *
     * @param beyond whether the count is said to be more than the number
     */
    record Tallied(Bound bound, Scope scope, boolean beyond) {}

    /** @param figures of the sentence so far */
    Optional<Tallied> of(NumberPhrase number, List<CasualtyFigure> figures) {
        if (number.first() == 0) {
            return Optional.empty();
        }
        Optional<Tallied> revised = revised(number, figures);
        if (revised.isPresent()) {
            return revised;
        }
        int noun = noun(number.first());
        if (noun < 0 || !moves(noun) || isOnlyPossible(noun, number.first())) {
            return Optional.empty();
        }
        String before = sentence.token(number.first() - 1).form().toLowerCase(Locale.ROOT);
        String lemma = sentence.token(number.first() - 1).lemma().toLowerCase(Locale.ROOT);
        Bound bound = new Bound(outcome(noun), noun, "casualty-toll", 0.85);
        if (before.equals("by")) {
            return Optional.of(new Tallied(bound, Scope.INCREMENT, false));
        }
        if (before.equals("from")) {
            return Optional.of(new Tallied(bound, Scope.SUPERSEDED, false));
        }
        if (before.equals(",") && noun == number.first() - 2 && isDated(number.last() + 1)) {
            return Optional.of(new Tallied(bound, Scope.SUPERSEDED, false));
        }
        boolean reached = REACHED.matcher(lemma).matches()
                && (sentence.token(number.first() - 1).isVerb() || lemma.equals("total"));
        boolean named = harm.state(sentence.token(number.first() - 1)).isPresent() && number.first() - noun <= 4;
        boolean put = before.equals("at")
                && sentence.tokens().subList(0, number.first()).stream()
                        .anyMatch(token -> token.lemma().matches("put|estimate|give"));
        if (put) {
            return Optional.of(new Tallied(bound, Scope.CURRENT, false));
        }
        boolean endsThere = UP_TO.contains(before) || reached || named;
        return endsThere ? Optional.of(new Tallied(bound, Scope.CUMULATIVE, BEYOND.contains(lemma))) : Optional.empty();
    }

    /** "put the number of dead at 12; it is now nine", "by evening the figure was 24", "it was nearer seven" */
    private Optional<Tallied> revised(NumberPhrase number, List<CasualtyFigure> before) {
        int verb = number.first() - 1;
        while (verb > 0
                && sentence.token(verb)
                        .form()
                        .toLowerCase(Locale.ROOT)
                        .matches("now|then|at|already|nearer|closer|to")) {
            verb--;
        }
        boolean count = verb > 0
                && sentence.token(verb).lemma().matches("be|stand")
                && sentence.token(verb - 1).form().toLowerCase(Locale.ROOT).matches("it|figure|count|total|number");
        boolean named = count && !sentence.token(verb - 1).form().equalsIgnoreCase("it");
        boolean said = named || verb + 1 < number.first();
        return count && said && !before.isEmpty()
                ? Optional.of(new Tallied(
                        new Bound(before.getLast().outcome(), verb, "casualty-toll", 0.8), Scope.CUMULATIVE, false))
                : Optional.empty();
    }

    private boolean isDated(int word) {
        return word < sentence.size() && sentence.token(word).form().matches("on|in|by|at|last|yesterday");
    }

    /** The noun of the count before a number, with no full stop or semicolon between; -1 where there is none. */
    private int noun(int number) {
        for (int word = number - 1; word >= 0; word--) {
            if (sentence.token(word).form().matches("[;.]")) {
                return -1;
            }
            if ((sentence.token(word).isNoun() && isCount(word)) || isPutAt(word)) {
                return word;
            }
        }
        return -1;
    }

    /** "Locals put the dead at 40" */
    private boolean isPutAt(int word) {
        return word > 1
                && harm.state(sentence.token(word)).isPresent()
                && sentence.token(word - 1).form().equalsIgnoreCase("the")
                && sentence.token(word - 2).lemma().matches("put|estimate|number|count")
                && behind(word, "at");
    }

    /** "could reach 100" */
    private boolean isOnlyPossible(int noun, int number) {
        return sentence.tokens().subList(noun, number).stream()
                .anyMatch(token -> token.tag().equals("MD") || token.lemma().matches("expect|likely|fear|if"));
    }

    private boolean isCount(int word) {
        String lemma = sentence.token(word).lemma().toLowerCase(Locale.ROOT);
        if (!NOUN.matcher(lemma).matches()) {
            return false;
        }
        boolean plural = sentence.token(word).tag().endsWith("S");
        return switch (lemma) {
            case "toll" -> true;
            case "number" -> outcomeBehind(word).isPresent();
            case "count", "tally" ->
                word > 0 && sentence.token(word - 1).lemma().matches("body|death|casualty");
            case "loss" -> plural && behind(word, "among");
            default -> plural;
        };
    }

    private boolean behind(int word, String form) {
        return word + 1 < sentence.size() && sentence.token(word + 1).form().equalsIgnoreCase(form);
    }

    private boolean moves(int noun) {
        return sentence.tokens().stream()
                        .anyMatch(token ->
                                token.isVerb() && MOVES.matcher(token.lemma()).matches())
                || sentence.tokens().stream().anyMatch(token -> token.lemma().equals("total"))
                || behind(noun, ",")
                || behind(noun, "at");
    }

    /** "the number of wounded" */
    private Optional<Outcome> outcomeBehind(int number) {
        return sentence.tokens().subList(number + 1, Math.min(sentence.size(), number + 5)).stream()
                .flatMap(token -> harm
                        .state(token)
                        .or(() -> harm.counted(token))
                        .or(() -> token.lemma().equalsIgnoreCase("victim")
                                ? Optional.of(Outcome.KILLED)
                                : Optional.empty())
                        .stream())
                .findFirst();
    }

    private Outcome outcome(int noun) {
        String lemma = sentence.token(noun).lemma().toLowerCase(Locale.ROOT);
        Optional<Outcome> put = isPutAt(noun) ? harm.state(sentence.token(noun)) : Optional.empty();
        if (put.isPresent()) {
            return put.get();
        }
        boolean injuries = noun > 0 && sentence.token(noun - 1).lemma().matches("injury|injured|wounded");
        return switch (lemma) {
            case "number" -> outcomeBehind(noun).orElse(Outcome.KILLED);
            case "casualty" -> Outcome.CASUALTIES;
            case "injury" -> Outcome.INJURED;
            default -> injuries ? Outcome.INJURED : Outcome.KILLED;
        };
    }
}
