package org.onrecord.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.onrecord.document.Claim;
import org.onrecord.document.Claim.Answer;
import org.onrecord.document.Claim.Stance;
import org.onrecord.document.Speaker;
import org.onrecord.document.Zone;
import org.onrecord.pipeline.View;

/**
 * Which claim a denial answers: what both are about, who is accused or named by whom, what kind of saying the denial
 * calls it, and how near it stands. Below a certain weight the denial stays unlinked.
 */
final class Contests {
    private static final double ENOUGH = 1.5;
    /** "The accusation" is somebody's. */
    private static final double ENOUGH_FOR_A_NOUN = -0.5;

    private static final double ENOUGH_TO_CONTRADICT = 2.2;
    private static final double ENOUGH_TO_NEGATE = 1.3;
    private static final int NEAR = 3;
    private static final double INSIDE = 6;
    private static final Pattern REPLY = Pattern.compile("counter|reply|retort|answer|respond|insist|maintain|protest");
    private static final double NAMED = 3;
    private static final double AIMED_AT = 2;
    private static final double KIND = 1.5;
    private static final double REFUSED = 2;
    /** "No, sir": to whoever spoke last. */
    private static final double SAYS_NO = 2;

    private static final int SHORT = 3;
    private static final double NEXT = 1.5;
    private static final double FAR = 0.35;
    private static final double LATER = 1.5;

    private record Weighed(Side side, double weight) {}

    private final List<Side> sides = new ArrayList<>();
    private final View view;

    Contests(List<Claim> claims, List<Saying> sayings, View view) {
        this.view = view;
        for (int i = 0; i < claims.size(); i++) {
            sides.add(Side.of(claims.get(i), sayings.get(i), i));
        }
    }

    Answer of(int index) {
        Side denial = sides.get(index);
        if (!denial.claim().stance().answers() || denial.claim().negated()) {
            return new Answer.Nothing();
        }
        return best(denial, denial.anaphor() ? ENOUGH_FOR_A_NOUN : ENOUGH)
                .<Answer>map(side -> new Answer.To(List.of(side.claim().id())))
                .orElseGet(Answer.Unlinked::new);
    }

    /** The claim that a plain statement contradicts: it says "no" or "not" of what somebody else just said. */
    Optional<Answer> contradicted(int index) {
        Side statement = sides.get(index);
        boolean replies = statement
                .saying()
                .cue()
                .filter(cue ->
                        REPLY.matcher(Phrases.lemma(cue.sentence(), cue.head())).matches())
                .isPresent();
        boolean negates = statement.saying().clauses().stream().anyMatch(Contests::negates);
        Optional<Side> gainsaid = sides.stream()
                .filter(other -> other.order() < index && gainsays(statement, other))
                .reduce((first, second) -> second);
        if (gainsaid.isPresent()) {
            return gainsaid.map(side -> new Answer.To(List.of(side.claim().id())));
        }
        if (statement.claim().stance() != Stance.ASSERT
                || statement.claim().negated()
                || !(replies || negates || isAccused(statement))) {
            return Optional.empty();
        }
        return sides.stream()
                .filter(other -> isAnother(statement, other) && !nested(statement, other))
                .filter(other -> other.start() < statement.start())
                .filter(other -> other.claim().stance() != Stance.PROMISE)
                .filter(other -> paragraphs(statement, other) <= NEAR)
                .flatMap(other -> weighed(statement, other, replies, negates).stream())
                .max(Comparator.comparingDouble(Weighed::weight))
                .map(weighed -> new Answer.To(List.of(weighed.side().claim().id())));
    }

    /** The other with its weight, where it weighs enough to be what the statement contradicts. */
    private Optional<Weighed> weighed(Side statement, Side other, boolean replies, boolean negates) {
        boolean aimed = isAimed(other, statement);
        boolean negated = negates && negatesWordOf(statement, other);
        boolean related = statement.about(other) > 0 || (replies && aimed);
        if (!related || !(replies || aimed || negated)) {
            return Optional.empty();
        }
        return Optional.of(new Weighed(other, weight(statement, other)))
                .filter(weighed -> weighed.weight() >= (negated ? ENOUGH_TO_NEGATE : ENOUGH_TO_CONTRADICT));
    }

    private boolean isAccused(Side statement) {
        return sides.stream().anyMatch(other -> other.claim().stance() == Stance.ACCUSE && isAimed(other, statement));
    }

    /** "Tane is wrong", "the union is lying": said of the other speaker. */
    private static boolean gainsays(Side statement, Side other) {
        return statement.saying().clauses().stream()
                .filter(clause -> clause.lemma().matches("wrong|mistaken|lie|liar|confused|misinformed"))
                .anyMatch(clause -> clause.subject().isPresent()
                        && List.of(other.name().toLowerCase(Locale.ROOT).split("\\W+"))
                                .contains(clause.lemma(clause.subject().getAsInt())));
    }

    private static boolean negates(Clause clause) {
        return (clause.isNegated() || clause.text().matches(" (?:no|not|never|nobody|none) .*"))
                && !clause.hasAuxiliary("will", "wo", "'ll", "would");
    }

    /** Whether what the statement says "no" to is a word of the other: its predicate, or what "no" or "not" stands by. */
    private static boolean negatesWordOf(Side statement, Side other) {
        return statement.saying().clauses().stream()
                .filter(Contests::negates)
                .anyMatch(clause -> other.lemmas().contains(clause.lemma())
                        || clause.sentence().children(clause.head()).stream()
                                .filter(clause.words()::get)
                                .filter(child ->
                                        clause.sentence().hasRelation(child, "obj", "nsubj", "nsubj:pass", "obl"))
                                .anyMatch(child -> other.lemmas().contains(clause.lemma(child))
                                        && !clause.sentence().token(child).isName()));
    }

    private Optional<Side> best(Side denial, double enough) {
        return sides.stream()
                .filter(other -> isAnother(denial, other))
                .filter(other -> isInside(other, denial) || !nested(denial, other))
                .map(other -> new Weighed(other, weight(denial, other)))
                .filter(weighed -> weighed.weight() >= enough)
                .max(Comparator.comparingDouble(Weighed::weight))
                .map(Weighed::side);
    }

    /** Whether the other is said, and by somebody on another side. */
    private static boolean isAnother(Side one, Side other) {
        return other.order() != one.order()
                && !one.isOf(other)
                && !other.claim().negated();
    }

    /** "denied an allegation by villagers that …": the answered claim stands in the denial itself. */
    private static boolean isInside(Side claim, Side denial) {
        return claim.claim().within().filter(denial.claim().id()::equals).isPresent();
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
        weight += isInside(other, denial) ? INSIDE : 0;
        boolean saysNo = nearest(denial, other)
                && other.start() < denial.start()
                && denial.content().toLowerCase(Locale.ROOT).startsWith("no ")
                && Frame.of(other.saying()) != Frame.WH
                && denial.saying().isDirect();
        weight += saysNo ? SAYS_NO : 0;
        boolean refused = other.claim().stance() == Stance.DEMAND
                && refuses(denial)
                && (denial.anaphor() || Frame.of(denial.saying()) == Frame.TO);
        weight += refused ? REFUSED : 0;
        weight += denial.about(other);
        weight += anaphor ? kind(denial, other) : 0;
        int paragraphs = paragraphs(denial, other);
        boolean before = other.start() < denial.start();
        if (before && nearest(denial, other)) {
            weight += anaphor || denial.saying().isDirect() ? NEXT : NEXT / 3;
        }
        if (!anaphor
                && !refused
                && !saysNo
                && !theirs
                && !isAimed(other, denial)
                && denial.about(other) == 0
                && !isInside(other, denial)) {
            return -NAMED;
        }
        weight -= before ? FAR * Math.max(0, paragraphs - 1) : LATER + FAR * paragraphs;
        weight -= other.claim().stance().answers() ? 1 : 0;
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

    /** Whether no other speaker's claim stands between them. */
    private boolean nearest(Side denial, Side other) {
        return sides.stream()
                .filter(side -> side.order() != denial.order() && side.order() != other.order())
                .filter(side -> !side.isOf(denial))
                .filter(side -> !side.isOf(other))
                .noneMatch(side -> side.start() > other.start() && side.start() < denial.start());
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

    private int paragraphs(Side one, Side other) {
        int first = Math.min(one.start(), other.start());
        int last = Math.max(one.start(), other.start());
        return (int) view.article().zones().stream()
                .map(Zone::span)
                .filter(span -> span.start() > first && span.start() <= last)
                .count();
    }

    private static boolean nested(Side one, Side other) {
        return isInside(one, other) || isInside(other, one);
    }
}
