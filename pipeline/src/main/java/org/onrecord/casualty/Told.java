package org.onrecord.casualty;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.CasualtyFigure.Modality;
import org.onrecord.document.CasualtyFigure.Outcome;
import org.onrecord.document.CasualtyFigure.Scope;
import org.onrecord.document.Voice;

/**
 * What one sentence tells of an event.
 *
 * @param at offset in the text
 * @param past whether it is another event than those that the article reports as news
 * @param period whether it is told of all that happened in a stretch of time
 * @param aside whether it is told of some of those harmed only, or of what came with the event
 * @param kind of event, as {@link Harm#kind} names it
 * @param voice who says whose deed it was
 */
record Told(
        int at,
        boolean past,
        boolean period,
        boolean aside,
        Optional<String> kind,
        Optional<String> cause,
        Optional<String> place,
        Optional<String> time,
        Optional<String> perpetrator,
        Voice voice) {
    /** A year, or a month where there is no year behind it. */
    private static final Pattern DATE = Pattern.compile("(?:1[5-9]|20)\\d\\d|" + Times.MONTHS);

    /** What has its own reasons and places: an arrest, a flight from the war. */
    private static final Set<Outcome> BESIDE = Set.of(Outcome.DETAINED, Outcome.DISPLACED, Outcome.EVACUATED);

    /** Of a figure. */
    static Told of(CasualtyFigure figure, Harm harm) {
        return new Told(
                figure.span().start(),
                figure.scope() == Scope.HISTORICAL,
                figure.scope() == Scope.PERIOD,
                figure.partOf().isPresent() || figure.scope() == Scope.SUBSET || BESIDE.contains(figure.outcome()),
                figure.cause().map(harm::kind),
                figure.cause(),
                figure.place(),
                figure.time(),
                figure.perpetrator().filter(doer -> figure.modality() == Modality.ASSERTED),
                figure.voice());
    }

    /** Whether nothing that both say tells two events apart. */
    boolean mayBeOf(Told other) {
        return past == other.past && period == other.period && tellsSameEvent(other);
    }

    /** The same, of what is past and what is not. */
    private boolean tellsSameEvent(Told other) {
        return (kind.isEmpty() || other.kind.isEmpty() || sameKind(kind.get(), other.kind.get()))
                && (place.isEmpty() || other.place.isEmpty() || samePlace(place.get(), other.place.get()))
                && !(period && time.isPresent() && other.time.isPresent() && !time.equals(other.time))
                && !(past && isOtherDate(other))
                && !(perpetrator.isPresent()
                        && other.perpetrator.isPresent()
                        && !perpetrator.equals(other.perpetrator)
                        && past);
    }

    /** "in 1996" and "in 1987", "In June" and "in March"; "that night" may be of either. */
    private boolean isOtherDate(Told other) {
        Optional<String> own = time.flatMap(Told::date);
        Optional<String> others = other.time.flatMap(Told::date);
        return own.isPresent() && others.isPresent() && !own.equals(others);
    }

    private static Optional<String> date(String time) {
        return DATE.matcher(time).results().map(MatchResult::group).reduce((first, second) -> second);
    }

    /** Whether it says which event it tells of. */
    boolean isTold() {
        return cause.isPresent() || place.isPresent();
    }

    /** As a part of a whole: where and when that was, though the part may have died of something else. */
    Told inside(Told whole) {
        return tellsSameEvent(whole) ? with(whole) : at(place.or(whole::place), time.or(whole::time));
    }

    /** The same at another place and time. */
    Told at(Optional<String> where, Optional<String> when) {
        return new Told(at, past, period, aside, kind, cause, where, when, perpetrator, voice);
    }

    /** With what another says that it leaves out, and with the other's place where that has the name of it. */
    Told with(Told other) {
        boolean named = place.isPresent()
                && !place.equals(other.place)
                && !isNamed(place.get())
                && other.place.filter(Told::isNamed).isPresent();
        boolean fuller = cause.isPresent() && isFuller(other);
        return new Told(
                at,
                past,
                period,
                aside,
                fuller ? other.kind : kind.or(other::kind),
                fuller ? other.cause : cause.or(other::cause),
                named ? other.place : place.or(other::place),
                time.or(other::time),
                perpetrator.or(() -> isBelieved(other) ? other.perpetrator : Optional.empty()),
                voice);
    }

    /** "riot", where this says violence; "ferry fire", where this says fire. */
    private boolean isFuller(Told other) {
        return other.kind.isPresent()
                && !other.kind.equals(Optional.of(Harm.ANY))
                && (kind.equals(Optional.of(Harm.ANY))
                        || (kind.equals(other.kind) && count(other.cause) > count(cause)));
    }

    /** Of words. */
    static int count(Optional<String> words) {
        return words.map(text -> text.split(" ").length).orElse(0);
    }

    /** Whose deed it was, one source says, and another need not. */
    private boolean isBelieved(Told other) {
        return other.voice instanceof Voice.Publisher
                || voice instanceof Voice.Publisher
                || (voice instanceof Voice.Source own
                        && other.voice instanceof Voice.Source source
                        && own.name().equals(source.name()));
    }

    private static boolean sameKind(String one, String other) {
        return one.equals(other) || one.equals(Harm.ANY) || other.equals(Harm.ANY);
    }

    private static boolean samePlace(String one, String other) {
        return one.equals(other)
                || words(one).stream().anyMatch(words(other)::contains)
                || (!isNamed(one) && one.matches("(?i)the .*"));
    }

    private static boolean isNamed(String place) {
        return place.chars().anyMatch(Character::isUpperCase);
    }

    private static List<String> words(String place) {
        return Arrays.stream(place.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.matches("|an?|the|of|in|at|on|near|off|outside|north|south|east|west"))
                .toList();
    }
}
