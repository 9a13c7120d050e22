package org.onrecord.casualty;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.CasualtyFigure.Outcome;
import org.onrecord.document.CasualtyFigure.Scope;
import org.onrecord.document.Quantity;

/**
 * What an article says once of an event holds for every figure of it: the place of the lead is that of the injured of the
 * third paragraph. A figure takes what it lacks from its whole, then from what was told before it, back to where another
 * event is told of, then from what is told behind it in its paragraph or in the lead.
 */
final class Circumstances {
    /** Outcomes that somebody can bring about. */
    private static final Set<Outcome> DONE =
            Set.of(Outcome.KILLED, Outcome.INJURED, Outcome.CASUALTIES, Outcome.ABDUCTED);

    /** Outcomes of one harm, which befalls the same people. */
    private static final Set<Outcome> HARMED =
            Set.of(Outcome.KILLED, Outcome.INJURED, Outcome.CASUALTIES, Outcome.MISSING, Outcome.TRAPPED);

    /** A stretch that has ended: not "since January". */
    private static final Pattern STRETCH = Pattern.compile("(?i)(?:between|from) .*|(?:over )?the weekend|overnight");

    /** What runs on has a time of its own. */
    private static final Set<Scope> RUNNING = Set.of(Scope.CUMULATIVE, Scope.PERIOD, Scope.INCREMENT);

    /** UTF-16 units of a paragraph that are looked at. */
    private static final int LONGEST = 2000;

    /** So many are looked at on either side. */
    private static final int REACH = 50;

    private final String text;
    private final List<Told> told;
    private final Map<String, Told> full = new HashMap<>();

    private final Map<String, String> victims = new HashMap<>();

    /** Who was counted last of those whom the same became of. */
    private final Map<Outcome, String> last = new EnumMap<>(Outcome.class);

    /** Who was counted last of those harmed. */
    private Optional<String> latest = Optional.empty();

    /** When all happened that the article tells of. */
    private Optional<String> stretch = Optional.empty();

    private Circumstances(String text, List<Told> told) {
        this.text = text;
        this.told = new ArrayList<>(told);
    }

    /**
     * The figures with what other sentences say of their events.
     *
     * @param figures in the order of the text
     * @param events of the article, told in sentences with figures or without
     */
    static List<CasualtyFigure> filled(String text, List<CasualtyFigure> figures, List<Told> events, Harm harm) {
        List<Told> told = Stream.concat(events.stream(), figures.stream().map(figure -> Told.of(figure, harm)))
                .filter(one -> !one.aside())
                .sorted(Comparator.comparingInt(Told::at))
                .toList();
        Circumstances circumstances = new Circumstances(text, told);
        return figures.stream()
                .map(figure -> circumstances.filled(figure, Told.of(figure, harm)))
                .toList();
    }

    private CasualtyFigure filled(CasualtyFigure figure, Told own) {
        Told event = figure.outcome() == Outcome.DETAINED // an arrest is an event of its own
                ? own
                : around(figure.partOf()
                        .flatMap(whole -> Optional.ofNullable(full.get(whole)))
                        .map(own::inside)
                        .orElse(own));
        if (own.place().equals(Optional.of(Places.THERE))) {
            event = event.at(last(own.at()), event.time());
        }
        full.put(figure.id(), event);
        replace(own, event);
        if (figure.scope() == Scope.PERIOD) {
            stretch = figure.time()
                    .filter(time -> STRETCH.matcher(time).matches())
                    .or(() -> stretch);
        }
        return named(figure)
                .withCircumstances(
                        figure.outcome() == Outcome.ABDUCTED ? figure.cause() : event.cause(),
                        event.place(),
                        RUNNING.contains(figure.scope())
                                ? figure.time()
                                : event.time()
                                        .or(() -> DONE.contains(figure.outcome()) && !own.past()
                                                ? stretch
                                                : Optional.empty()))
                .withPerpetrator(
                        DONE.contains(figure.outcome())
                                ? figure.perpetrator().or(event::perpetrator)
                                : figure.perpetrator());
    }

    /** "The toll has risen to 38": of the people who were counted before, or of whom it counts some. */
    private CasualtyFigure named(CasualtyFigure figure) {
        boolean counts = !(figure.quantity() instanceof Quantity.None);
        CasualtyFigure named = counts
                ? figure.withVictims(figure.victims()
                        .or(() -> figure.partOf().flatMap(whole -> Optional.ofNullable(victims.get(whole))))
                        .or(() -> figure.scope() == Scope.HISTORICAL
                                ? Optional.empty()
                                : Optional.ofNullable(last.get(figure.outcome()))
                                        .or(() -> beside(figure))))
                : figure;
        boolean anybody = figure.partOf().isEmpty()
                && !(figure.scope() == Scope.SUBSET || figure.scope() == Scope.HISTORICAL)
                && !figure.quantity().equals(new Quantity.Exactly(1));
        named.victims().ifPresent(who -> {
            victims.put(figure.id(), who);
            if (anybody) {
                last.put(figure.outcome(), who);
                if (HARMED.contains(figure.outcome())) {
                    latest = figure.victims();
                }
            }
        });
        return named;
    }

    /** "Nine miners were killed and 20 injured": of those who were counted last, whatever became of them. */
    private Optional<String> beside(CasualtyFigure figure) {
        return HARMED.contains(figure.outcome()) ? latest : Optional.empty();
    }

    private Told around(Told own) {
        int at = index(own.at());
        int end = Math.max(Individuals.LEAD, paragraphEnd(own.at()));
        List<Told> before = told.subList(Math.max(0, at - REACH), at).reversed();
        List<Told> behind = told.subList(at, Math.min(told.size(), at + REACH)).stream()
                .filter(other -> other.at() > own.at() && other.at() < end)
                .toList();
        return joined(joined(own, before), behind);
    }

    /** The place told of last before an offset. */
    private Optional<String> last(int offset) {
        return told.subList(0, index(offset)).reversed().stream()
                .flatMap(other -> other.place().stream())
                .filter(place -> !place.equals(Places.THERE))
                .findFirst();
    }

    /** The lead fills the headline; further on, what comes later than the paragraph is another matter. */
    private int paragraphEnd(int at) {
        int far = Math.min(text.length(), at + LONGEST);
        int line = text.substring(at, far).indexOf('\n');
        return line < 0 ? far : at + line;
    }

    /** Of the first that is told at an offset or behind it. */
    private int index(int offset) {
        int low = 0;
        int high = told.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (told.get(middle).at() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** From now on the others see what is known of it. */
    private void replace(Told own, Told event) {
        for (int at = index(own.at()); at < told.size() && told.get(at).at() == own.at(); at++) {
            if (told.get(at).equals(own)) {
                told.set(at, event);
            }
        }
    }

    /** Goes on until another event is told of; past it only if it is known which event is meant. */
    private static Told joined(Told own, List<Told> others) {
        Told joined = own;
        for (Told other : others) {
            if (joined.mayBeOf(other)) {
                joined = joined.with(other);
            } else if (other.past() == own.past() && other.period() == own.period() && !joined.isTold()) {
                return joined;
            }
        }
        return joined;
    }
}
