package org.onrecord.casualty;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.onrecord.document.Basis;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.CasualtyFigure.Scope;
import org.onrecord.document.Extent;
import org.onrecord.document.Parse;
import org.onrecord.document.Quantity;
import org.onrecord.document.Span;
import org.onrecord.document.Token;

/**
 * "A woman and her two children were killed": three, as a derived figure of which the two that the text gives are parts,
 * so that nobody adds it to them.
 */
final class Sums {
    private static final Set<Scope> SUMMED = Set.of(Scope.CURRENT, Scope.CUMULATIVE, Scope.PERIOD, Scope.HISTORICAL);

    /** Words for victims that say nothing more of them. */
    private static final Pattern ANYBODY =
            Pattern.compile("(?i)(?:other |more )?(?:people|persons|victims|others|individuals|residents)");

    private static final Pattern MARK = Pattern.compile("[,:(]|[-–—]|--");

    private final Parse sentence;
    private final String text;

    Sums(Parse sentence, String text) {
        this.sentence = sentence;
        this.text = text;
    }

    /**
     * The figures of a sentence with the sums of those that stand in one list.
     *
     * @param figures in text order
     * @param taken how many ids are taken
     */
    List<CasualtyFigure> with(List<CasualtyFigure> figures, int taken) {
        List<CasualtyFigure> all = new ArrayList<>();
        int ids = taken + figures.size();
        for (int from = 0, to; from < figures.size(); from = to) {
            to = from + 1;
            while (to < figures.size() && continues(figures.get(to - 1), figures.get(to))) {
                to++;
            }
            List<CasualtyFigure> list = figures.subList(from, to);
            if (list.size() > 1 && isWhole(list)) {
                CasualtyFigure whole = list.getFirst();
                all.add(whole);
                list.subList(1, list.size())
                        .forEach(part -> all.add(
                                part.withIds(part.id(), Optional.of(whole.id())).withScope(Scope.SUBSET)));
            } else if (list.size() > 1) {
                CasualtyFigure sum = sum("f" + ++ids, list);
                all.add(sum);
                list.forEach(part ->
                        all.add(part.partOf().isPresent() ? part : part.withIds(part.id(), Optional.of(sum.id()))));
            } else {
                all.addAll(list);
            }
        }
        return all;
    }

    private boolean continues(CasualtyFigure one, CasualtyFigure next) {
        boolean alike = one.outcome() == next.outcome()
                && one.modality() == next.modality()
                && SUMMED.contains(one.scope() == Scope.INCREMENT ? next.scope() : one.scope())
                && (one.scope() == next.scope() || isAnother(one) || isAnother(next))
                && one.partOf().isEmpty()
                && next.partOf().isEmpty()
                && one.quantity() instanceof Quantity.Exactly
                && next.quantity() instanceof Quantity.Exactly
                && one.span().end() <= next.span().start();
        return alike && (isList(one, next) || isSelf(next));
    }

    /**
     * "Three others, two men and a girl, were hurt": the first figure holds those that follow. That they add up to it says
     * so where it names nothing but people or a comma closes the list; where one of them bears no number, both do.
     */
    private boolean isWhole(List<CasualtyFigure> list) {
        CasualtyFigure whole = list.getFirst();
        long total = whole.quantity().min().orElse(0);
        long rest = list.stream()
                .skip(1)
                .mapToLong(part -> part.quantity().min().orElse(0))
                .sum();
        boolean anybody =
                whole.victims().filter(who -> !ANYBODY.matcher(who).matches()).isEmpty();
        boolean opened = isMark(behind(whole));
        boolean closed =
                isMark(behind(list.getLast()).dropWhile(token -> token.tag().matches("NN.*|JJ.*|CC|DT|CD|PRP\\$|POS")));
        return total > 1 && opened && (rest == total ? anybody || closed : rest < total && anybody && closed);
    }

    private Stream<Token> behind(CasualtyFigure figure) {
        return sentence.tokens().stream()
                .filter(token -> token.span().start() >= figure.span().end());
    }

    private static boolean isMark(Stream<Token> tokens) {
        return tokens.findFirst()
                .filter(token -> MARK.matcher(token.form()).matches())
                .isPresent();
    }

    /** "shot another man and a boy": one more than whoever shot, or than the first of the list. */
    private static boolean isAnother(CasualtyFigure figure) {
        return figure.scope() == Scope.INCREMENT && figure.quantity().equals(new Quantity.Exactly(1));
    }

    /** "killed three people and then himself" */
    private static boolean isSelf(CasualtyFigure figure) {
        return figure.basis() instanceof Basis.Rule rule && rule.id().equals("casualty-self");
    }

    /** Only what joins a list stands between, an "and" or a comma at least. */
    private boolean isList(CasualtyFigure one, CasualtyFigure next) {
        int from = one.span().end();
        int to = next.span().start();
        List<String> forms = sentence.tokens().stream()
                .filter(token -> token.span().start() >= from && token.span().end() <= to)
                .map(token -> token.tag().matches("CC|,") ? token.form() : token.tag())
                .toList();
        return forms.stream().anyMatch(form -> form.matches("and|,"))
                && forms.stream().allMatch(form -> form.matches("and|,|DT|PRP\\$|POS|CD|JJ"));
    }

    private CasualtyFigure sum(String id, List<CasualtyFigure> parts) {
        Span hull =
                new Span(parts.getFirst().span().start(), parts.getLast().span().end());
        return of(id, parts, Extent.of(hull), Optional.of(hull.of(text).replaceAll("\\s+", " ")));
    }

    /**
     * The sum of figures of one outcome.
     *
     * @param mentions where the text gives it
     */
    static CasualtyFigure of(String id, List<CasualtyFigure> parts, Extent mentions, Optional<String> victims) {
        CasualtyFigure first = parts.getFirst();
        long total = parts.stream()
                .mapToLong(part -> part.quantity().min().orElse(0))
                .sum();
        return new CasualtyFigure(
                id,
                mentions,
                first.outcome(),
                new Quantity.Exactly(total),
                victims,
                first(parts.stream().map(CasualtyFigure::perpetrator)),
                first(parts.stream().map(CasualtyFigure::cause)),
                first(parts.stream().map(CasualtyFigure::place)),
                first(parts.stream().map(CasualtyFigure::time)),
                first.voice(),
                first.modality(),
                first.scope(),
                Optional.empty(),
                true,
                new Basis.Rule("casualty-sum", 0.8));
    }

    private static Optional<String> first(Stream<Optional<String>> values) {
        return values.flatMap(Optional::stream).findFirst();
    }
}
