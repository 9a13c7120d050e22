package org.onrecord.casualty;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.onrecord.document.Basis;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.CasualtyFigure.Outcome;
import org.onrecord.document.CasualtyFigure.Scope;
import org.onrecord.document.Quantity;

/**
 * "Four people were shot, one of them fatally": the four are dead or injured, and three are left who lived. That somebody
 * was shot leaves open whether he lived, so a count of such people holds the dead that the text parts from them.
 */
final class Divided {
    /** UTF-16 units between "Four shot" and "one killed" at most. */
    private static final int NEAR = 30;

    private final List<CasualtyFigure> figures;
    private final Set<String> open;
    private final Set<Long> dead;
    private final Set<Long> hurt;

    private Divided(List<CasualtyFigure> figures, Set<String> open) {
        this.figures = figures;
        this.open = open;
        this.dead = figures.stream().filter(Divided::isDead).map(Divided::count).collect(Collectors.toSet());
        this.hurt = figures.stream()
                .filter(figure -> figure.outcome() == Outcome.INJURED && count(figure) > 0)
                .map(Divided::count)
                .collect(Collectors.toSet());
    }

    /** @param open ids of the figures of which the text leaves open whether they lived */
    static List<CasualtyFigure> with(List<CasualtyFigure> figures, Set<String> open) {
        return new Divided(figures, open).all();
    }

    private List<CasualtyFigure> all() {
        List<CasualtyFigure> divided = divided();
        Set<Long> held = divided.stream()
                .filter(figure -> figure.outcome() == Outcome.CASUALTIES)
                .map(Divided::count)
                .collect(Collectors.toSet());
        return divided.stream()
                .map(figure -> isOpenCount(figure) && held.contains(count(figure))
                        ? figure.withOutcome(Outcome.CASUALTIES) // the same count again
                        : figure)
                .toList();
    }

    private List<CasualtyFigure> divided() {
        List<CasualtyFigure> all = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            CasualtyFigure figure = figures.get(i);
            Optional<CasualtyFigure> next = i + 1 < figures.size() ? Optional.of(figures.get(i + 1)) : Optional.empty();
            Optional<CasualtyFigure> ofThem = ofThem(figure);
            Optional<CasualtyFigure> dead =
                    next.filter(other -> isDead(other) && isPart(other, figure)).or(() -> ofThem);
            boolean parted = ofThem.isPresent() || isOpenCount(figure);
            if (!parted || (dead.isEmpty() && !isAddedUp(figure))) {
                all.add(figure);
            } else {
                all.add(figure.withOutcome(Outcome.CASUALTIES));
                dead.ifPresent(some -> all.add(rest(figure, some)));
            }
        }
        return all;
    }

    /** "One of four women wounded has died": the one, said of the four. */
    private Optional<CasualtyFigure> ofThem(CasualtyFigure figure) {
        return figure.outcome() != Outcome.INJURED
                ? Optional.empty()
                : figures.stream()
                        .filter(dead ->
                                isDead(dead) && dead.span().contains(figure.span()) && count(dead) < count(figure))
                        .findFirst();
    }

    /** A count of people of whom the text leaves open whether they lived, or the sum of such. */
    private boolean isOpenCount(CasualtyFigure figure) {
        boolean leftOpen = open.contains(figure.id()) || (figure.derived() && isSumOfOpen(figure));
        return figure.outcome() == Outcome.INJURED && leftOpen && count(figure) > 1 && figure.scope() == Scope.CURRENT;
    }

    /** One of those who make it up may have died, or is among the dead already. */
    private boolean isSumOfOpen(CasualtyFigure sum) {
        List<CasualtyFigure> parts = figures.stream()
                .filter(part -> part.partOf().filter(sum.id()::equals).isPresent())
                .toList();
        return parts.stream().anyMatch(part -> open.contains(part.id()))
                || parts.stream().mapToLong(Divided::count).sum() < count(sum);
    }

    private static boolean isDead(CasualtyFigure figure) {
        return figure.outcome() == Outcome.KILLED && count(figure) > 0;
    }

    /** Some of them: said to be, or named right behind as fewer. */
    private static boolean isPart(CasualtyFigure dead, CasualtyFigure figure) {
        boolean said = dead.partOf().filter(figure.id()::equals).isPresent();
        boolean behind = dead.partOf().isEmpty()
                && dead.scope() == Scope.CURRENT
                && dead.span().start() - figure.span().end() < NEAR
                && dead.victims().isEmpty();
        return count(dead) < count(figure) && (said || behind);
    }

    /** The article also gives dead and injured that make up the same number. */
    private boolean isAddedUp(CasualtyFigure figure) {
        return dead.stream().anyMatch(died -> hurt.contains(count(figure) - died));
    }

    private static CasualtyFigure rest(CasualtyFigure figure, CasualtyFigure dead) {
        return new CasualtyFigure(
                figure.id() + "-rest",
                figure.mentions(),
                Outcome.INJURED,
                new Quantity.Exactly(count(figure) - count(dead)),
                figure.victims(),
                figure.perpetrator(),
                figure.cause(),
                figure.place(),
                figure.time(),
                figure.voice(),
                figure.modality(),
                figure.scope(),
                Optional.of(figure.id()),
                true,
                new Basis.Rule("casualty-rest", 0.7));
    }

    private static long count(CasualtyFigure figure) {
        return figure.quantity() instanceof Quantity.Exactly exactly ? exactly.count() : 0;
    }
}
