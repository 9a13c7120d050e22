package org.onrecord.claim;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.onrecord.document.Claim;
import org.onrecord.document.Claim.Answer;
import org.onrecord.document.Claim.Stance;
import org.onrecord.document.Speaker;

/**
 * Which claim a denial answers: what both are about, who is accused or named by whom, what kind of saying the denial
 * calls it, and how near it stands. Below a certain weight the denial stays unlinked.
 */
final class Contests {
    private static final double ENOUGH = 1.5;
    /** "The accusation" is somebody's. */
    private static final double ENOUGH_FOR_A_NOUN = -0.5;

    private static final double INSIDE = 6;
    private static final double NAMED = 3;
    private static final double AIMED_AT = 2;
    private static final double KIND = 1.5;
    private static final double REFUSED = 2;
    /** "Engineers doubt it": what was said last. */
    private static final double POINTED_AT = 2;
    /** "No, sir": to whoever spoke last. */
    private static final double SAYS_NO = 2;

    private static final int SHORT = 3;
    private static final double NEXT = 1.5;
    private static final double FAR = 0.35;
    private static final double LATER = 1.5;

    private static final Pattern IT = Pattern.compile("(?i)\\W*(?:it|that|this|so)\\W*");

    private record Weighed(Side side, double weight) {}

    private final Sides sides;

    Contests(Sides sides) {
        this.sides = sides;
    }

    Answer of(int index) {
        Side denial = sides.get(index);
        if (!denial.claim().stance().answers() || denial.claim().negated()) {
            return new Answer.Nothing();
        }
        return best(denial, denial.anaphor() ? ENOUGH_FOR_A_NOUN : ENOUGH)
                .map(Side::asAnswered)
                .orElseGet(Answer.Unlinked::new);
    }

    private Optional<Side> best(Side denial, double enough) {
        return sides.all().stream()
                .filter(other -> Sides.areOpposed(denial, other))
                .filter(other -> Sides.isInside(other, denial) || !Sides.areNested(denial, other))
                .map(other -> new Weighed(other, weight(denial, other)))
                .filter(weighed -> weighed.weight() >= enough)
                .max(Comparator.comparingDouble(Weighed::weight)
                        .thenComparingInt(weighed -> -Math.abs(weighed.side().start() - denial.start())))
                .map(Weighed::side);
    }

    /** What somebody was asked to do counts only where they refuse it. */
    private static boolean isAimed(Side claim, Side at) {
        boolean counts = claim.claim().stance() != Stance.DEMAND || refuses(at);
        return counts
                && claim.claim()
                        .target()
                        .map(Claim.Target::name)
                        .filter(name -> name.equals(at.name()))
                        .isPresent();
    }

    private double weight(Side denial, Side other) {
        boolean anaphor = denial.anaphor();
        Optional<String> named = denial.claim().target().map(Claim.Target::name);
        double weight = 0;
        boolean theirs = named.filter(name -> name.equals(other.name())).isPresent();
        if (named.isPresent()) {
            weight += theirs ? NAMED : -NAMED;
        }
        weight += isAimed(other, denial) ? AIMED_AT : 0;
        weight += Sides.isInside(other, denial) ? INSIDE : 0;
        boolean before = other.start() < denial.start();
        boolean neighbours = sides.neighbours(denial, other);
        boolean last = before && neighbours;
        boolean saysNo = last
                && denial.content().toLowerCase(Locale.ROOT).startsWith("no ")
                && !Frame.of(other.saying()).asks()
                && denial.saying().isDirect();
        weight += saysNo ? SAYS_NO : 0;
        boolean refused = other.claim().stance() == Stance.DEMAND
                && refuses(denial)
                && (denial.anaphor() || Frame.of(denial.saying()) == Frame.TO);
        weight += refused ? REFUSED : 0;
        boolean it = last && IT.matcher(denial.content().strip()).matches();
        weight += it ? POINTED_AT : 0;
        weight += denial.about(other);
        weight += anaphor ? kind(denial, other) : 0;
        int paragraphs = sides.paragraphs(denial, other);
        if (last) {
            weight += anaphor || denial.saying().isDirect() ? NEXT : NEXT / 3;
        }
        if (!anaphor
                && !refused
                && !saysNo
                && !(theirs && neighbours)
                && !isAimed(other, denial)
                && denial.about(other) == 0
                && !Sides.isInside(other, denial)) {
            return -NAMED;
        }
        weight -= before ? FAR * Math.max(0, paragraphs - 1) : LATER + FAR * paragraphs;
        weight -= other.claim().stance().answers() ? 2 : 0;
        return weight;
    }

    /** "Refused to go", "rejected it": what is refused was asked for. */
    private static boolean refuses(Side denial) {
        boolean pointsBack = denial.anaphor() || denial.content().strip().split(" ", -1).length <= SHORT;
        return pointsBack
                && denial.saying()
                        .cue()
                        .filter(cue -> Phrases.lemma(cue.sentence(), cue.head())
                                .matches("refuse|reject|decline|rebuff|spurn|veto|resist"))
                        .isPresent();
    }

    private static double kind(Side denial, Side other) {
        String words = denial.content();
        Stance stance = other.claim().stance();
        if (words.matches("(?s).*\\b(?:accus|alleg|charg|critici|complain).*")) {
            return stance == Stance.ACCUSE ? KIND : -KIND;
        }
        if (words.matches("(?s).*\\b(?:figure|number|estimate|count|toll|total)s?\\b.*")) {
            return stance == Stance.ESTIMATE || hasNumber(other) ? KIND : -KIND;
        }
        if (words.matches("(?s).*\\b(?:demand|request|call|idea|proposal|plan)s?\\b.*")) {
            return stance == Stance.DEMAND ? KIND : 0;
        }
        if (words.matches("(?s).*\\b(?:report|finding|study)s?\\b.*")) {
            return other.saying()
                            .speaker()
                            .filter(speaker -> speaker.type() == Speaker.Type.DOCUMENT)
                            .isPresent()
                    ? KIND
                    : 0;
        }
        return stance == Stance.ACCUSE ? KIND : 0.5;
    }

    private static boolean hasNumber(Side side) {
        return side.saying().clauses().stream().anyMatch(Clause::hasNumber);
    }
}
