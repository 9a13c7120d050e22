package org.onrecord.casualty;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.CasualtyFigure.Scope;

/**
 * Circumstances and people that coordinated figures share: "killed 33 people and wounded at least 80 in a crowded market on Thursday"
 * says where and when of both.
 */
final class Shared {
    private Shared() {}

    /**
     * The figures of one sentence, what each leaves out filled by the nearest other that speaks of the same.
     *
     * @param joined whether two figures stand in one clause
     */
    static List<CasualtyFigure> among(List<CasualtyFigure> figures, Joined joined) {
        List<CasualtyFigure> filled = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            CasualtyFigure figure = figures.get(i);
            for (int j = 0; j < figures.size(); j++) {
                CasualtyFigure other = figures.get(j);
                if (i != j && sameTime(figure, other) && joined.test(figure, other)) {
                    figure = filledBy(figure, other);
                }
            }
            filled.add(figure);
        }
        return filled;
    }

    /** Whether one clause gives both. */
    interface Joined {
        boolean test(CasualtyFigure one, CasualtyFigure other);
    }

    private static boolean sameTime(CasualtyFigure one, CasualtyFigure other) {
        return (one.scope() == Scope.HISTORICAL) == (other.scope() == Scope.HISTORICAL);
    }

    private static CasualtyFigure filledBy(CasualtyFigure figure, CasualtyFigure other) {
        Optional<String> cause = figure.cause().or(other::cause);
        Optional<String> place = figure.place().or(other::place);
        boolean part = other.partOf().filter(figure.id()::equals).isPresent(); // "six dead, one of them a soldier"
        return figure.withCircumstances(cause, place, figure.time().or(other::time))
                .withVictims(part ? figure.victims() : figure.victims().or(other::victims));
    }
}
