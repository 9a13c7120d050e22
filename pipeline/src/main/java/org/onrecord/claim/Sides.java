package org.onrecord.claim;

import java.util.ArrayList;
import java.util.List;
import org.onrecord.document.Claim;
import org.onrecord.document.Claim.Stance;
import org.onrecord.document.Zone;
import org.onrecord.pipeline.View;

/** The claims of an article as they may answer each other, in the order of its attributions. */
record Sides(List<Side> all, View view) {
    static Sides of(List<Claim> claims, List<Saying> sayings, View view) {
        List<Side> sides = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            sides.add(Side.of(claims.get(i), sayings.get(i), i));
        }
        return new Sides(List.copyOf(sides), view);
    }

    Side get(int index) {
        return all.get(index);
    }

    /** Whether no other speaker's claim stands between them. */
    boolean neighbours(Side later, Side earlier) {
        return all.stream()
                .filter(side -> side.order() != later.order() && side.order() != earlier.order())
                .filter(side -> !side.isOf(later))
                .filter(side -> !side.isOf(earlier))
                .noneMatch(side -> side.start() > earlier.start() && side.start() < later.start());
    }

    /** How many paragraphs begin between the two. */
    int paragraphs(Side one, Side other) {
        int first = Math.min(one.start(), other.start());
        int last = Math.max(one.start(), other.start());
        return (int) view.article().zones().stream()
                .map(Zone::span)
                .filter(span -> span.start() > first && span.start() <= last)
                .count();
    }

    /** Whether the other is said, and by somebody on another side. */
    static boolean areOpposed(Side one, Side other) {
        return other.order() != one.order()
                && !one.isOf(other)
                && !other.claim().negated();
    }

    /** Whether one of them is the content of the other. */
    static boolean areNested(Side one, Side other) {
        return isInside(one, other) || isInside(other, one);
    }

    /** "denied an allegation by villagers that …": the answered claim stands in the denial itself. */
    static boolean isInside(Side claim, Side denial) {
        return claim.claim().within().filter(denial.claim().id()::equals).isPresent();
    }

    /** Whether it accuses the other's speaker, or those the speaker speaks for. */
    static boolean isAccusedBy(Side accused, Side accuser) {
        return accuser.claim().stance() == Stance.ACCUSE
                && accuser.claim().target().filter(accused.saying()::isBy).isPresent();
    }
}
