package org.onrecord.casualty;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.CasualtyFigure.Modality;
import org.onrecord.document.CasualtyFigure.Outcome;
import org.onrecord.document.CasualtyFigure.Scope;
import org.onrecord.document.Extent;
import org.onrecord.document.Quantity;

/**
 * People whom no number counts: a name, "the boy", "she". They are mostly among those whom the article counts elsewhere, so
 * they are figures only where it counts nobody of that fate: "Ada Brenn was shot outside her home. She died in hospital" is
 * one dead and none injured.
 */
final class Individuals {
    private static final Set<Scope> ELSEWHERE = Set.of(Scope.HISTORICAL, Scope.SUPERSEDED);

    /** Words that can stand for anybody hurt. */
    private static final Pattern ANYBODY = Pattern.compile(
            "victim|person|people|patient|teen|teenager|juvenile|minor|child|male|female|youth|kid|student|resident|suspect|.*-old|old");

    private static final Pattern MALE =
            Pattern.compile("man|boy|father|son|husband|brother|grandfather|uncle|boyfriend");
    private static final Pattern FEMALE =
            Pattern.compile("woman|girl|mother|daughter|wife|sister|grandmother|aunt|girlfriend");

    /** UTF-16 units in which an article says what it is about. */
    static final int LEAD = 400;

    /** The same where it says at once that something happened in which people get hurt, and later to whom. */
    private static final int EVENTFUL_LEAD = 1200;

    private static final int OFTEN = 2;

    private final List<CasualtyFigure> counted;
    private final List<CasualtyFigure> dead;
    private final Set<String> open;
    private final List<Fate> fates;

    private Individuals(List<CasualtyFigure> counted, Set<String> open, List<Fate> fates, boolean eventful) {
        this.counted = counted;
        this.dead = counted(Outcome.KILLED);
        this.open = open;
        boolean violent = eventful
                || counted.stream().anyMatch(Individuals::isHarm)
                || fates.stream().anyMatch(fate -> !fate.plain());
        List<Fate> harmed = fates.stream()
                .filter(fate -> isNews(fate.figure()))
                .filter(fate -> violent || !fate.plain())
                .toList();
        this.fates = isAbout(harmed, eventful) ? harmed : List.of();
    }

    /** An article on harm says so at once or more than once; another only speaks of it. */
    private static boolean isAbout(List<Fate> fates, boolean eventful) {
        return fates.size() >= OFTEN
                || fates.stream().anyMatch(fate -> fate.figure().span().start() < (eventful ? EVENTFUL_LEAD : LEAD));
    }

    /**
     * What became of somebody.
     *
     * @param figure as it would be if it counted
     * @param anchor word of the sentence that says so: those of one list share it
     * @param named whether a name says who it was
     * @param plain whether they only died, or were injured, as people do
     * @param lived whether they were hurt and the words leave no doubt that they lived
     * @param kin whether they are somebody's: "her mother"
     */
    record Fate(CasualtyFigure figure, int anchor, boolean named, boolean plain, boolean lived, boolean kin) {}

    /**
     * The counted figures and those for whom none counts, in the order of the text.
     *
     * @param counted figures of numbers, articles and nouns
     * @param open ids of those of which the text leaves open whether they lived
     * @param fates of individuals, in the order of the text
     * @param eventful whether the article says at once that something happened in which people get hurt
     */
    static List<CasualtyFigure> with(
            List<CasualtyFigure> counted, Set<String> open, List<Fate> fates, boolean eventful) {
        return new Individuals(counted, open, fates, eventful).all();
    }

    private List<CasualtyFigure> all() {
        List<CasualtyFigure> died = dead.isEmpty() ? those(Outcome.KILLED) : List.of();
        boolean noneDied = dead.isEmpty() && died.isEmpty();
        List<CasualtyFigure> hurt =
                counted(Outcome.INJURED).isEmpty() ? noneDied ? those(Outcome.INJURED) : survivors() : List.of();
        return Stream.of(
                        counted.stream()
                                .filter(Predicate.not(this::isOfTheDead))
                                .toList(),
                        died,
                        hurt)
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(figure -> figure.span().start()))
                .toList();
    }

    private List<CasualtyFigure> counted(Outcome outcome) {
        return counted.stream()
                .filter(figure -> figure.outcome() == outcome
                        && isNews(figure)
                        && figure.quantity().min().orElse(0) > 0)
                .toList();
    }

    /** Those who were wounded where others died. */
    private List<CasualtyFigure> survivors() {
        Set<String> died = Stream.concat(
                        dead.stream(),
                        fates.stream().map(Fate::figure).filter(figure -> figure.outcome() == Outcome.KILLED))
                .flatMap(figure -> noun(figure).stream())
                .collect(Collectors.toSet());
        return those(
                Outcome.INJURED,
                fates.stream()
                        .filter(fate -> fate.figure().outcome() == Outcome.INJURED
                                && fate.lived()
                                && (fate.named() || fate.kin() || isOfOtherSex(noun(fate.figure()), died)))
                        .filter(fate -> noun(fate.figure())
                                .filter(name -> !died.contains(name))
                                .isPresent())
                        .toList());
    }

    /** "The boy was killed. The woman was also shot": nobody who died can be meant. */
    private static boolean isOfOtherSex(Optional<String> noun, Set<String> died) {
        return noun.filter(word -> (MALE.matcher(word).matches() && areAll(FEMALE, died))
                        || (FEMALE.matcher(word).matches() && areAll(MALE, died)))
                .isPresent();
    }

    private static boolean areAll(Pattern words, Set<String> died) {
        return died.stream().allMatch(dead -> words.matcher(dead).matches());
    }

    private List<CasualtyFigure> those(Outcome outcome) {
        return those(
                outcome,
                fates.stream()
                        .filter(fate -> fate.figure().outcome() == outcome)
                        .toList());
    }

    /** All named, or else those of whom the article says so first. */
    private static List<CasualtyFigure> those(Outcome outcome, List<Fate> such) {
        boolean named = such.stream().anyMatch(Fate::named);
        List<Fate> chosen = such.stream()
                .filter(fate -> such.stream()
                        .noneMatch(other -> !other.equals(fate)
                                && other.figure().span().length()
                                        > fate.figure().span().length()
                                && other.figure().span().contains(fate.figure().span())))
                .filter(fate ->
                        named ? fate.named() : fate.anchor() == such.getFirst().anchor())
                .toList();
        List<CasualtyFigure> found = chosen.stream().map(Fate::figure).toList();
        boolean listed =
                found.size() > 1 && chosen.stream().map(Fate::anchor).distinct().count() == 1;
        return listed ? summed(outcome, found) : found;
    }

    /** With how many they are together; who is named again counts once. */
    private static List<CasualtyFigure> summed(Outcome outcome, List<CasualtyFigure> found) {
        Map<String, CasualtyFigure> persons = new LinkedHashMap<>();
        found.forEach(figure -> persons.putIfAbsent(noun(figure).orElse(""), figure));
        if (persons.size() < 2) {
            return found;
        }
        List<CasualtyFigure> parts = List.copyOf(persons.values());
        Extent places = new Extent(parts.stream().map(CasualtyFigure::span).toList());
        CasualtyFigure sum = Sums.of("individuals-" + outcome, parts, places, Optional.empty());
        return Stream.concat(Stream.of(sum), found.stream().map(part -> part.withIds(part.id(), Optional.of(sum.id()))))
                .toList();
    }

    /** One who was hurt and then died is not also one of the injured. */
    private boolean isOfTheDead(CasualtyFigure figure) {
        if (figure.outcome() != Outcome.INJURED
                || !isNews(figure)
                || !(figure.quantity() instanceof Quantity.Exactly)
                || !open.contains(figure.id())) {
            return false;
        }
        boolean onlyPronouns = figure.quantity().equals(new Quantity.Exactly(1))
                && dead.isEmpty()
                && fates.stream().anyMatch(fate -> fate.figure().outcome() == Outcome.KILLED);
        return onlyPronouns
                || dead.stream()
                        .filter(other -> other.quantity().equals(figure.quantity()))
                        .anyMatch(other -> isSame(noun(other), noun(figure)));
    }

    private static boolean isSame(Optional<String> dead, Optional<String> hurt) {
        return dead.isPresent()
                && hurt.isPresent()
                && (dead.equals(hurt)
                        || ANYBODY.matcher(dead.get()).matches()
                        || ANYBODY.matcher(hurt.get()).matches());
    }

    private static boolean isHarm(CasualtyFigure figure) {
        return figure.outcome() == Outcome.KILLED || figure.outcome() == Outcome.INJURED;
    }

    private static boolean isNews(CasualtyFigure figure) {
        return !ELSEWHERE.contains(figure.scope()) && figure.modality() != Modality.DENIED;
    }

    private static Optional<String> noun(CasualtyFigure figure) {
        return figure.victims().map(Repeats::last);
    }
}
