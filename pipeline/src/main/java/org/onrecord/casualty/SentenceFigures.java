package org.onrecord.casualty;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.onrecord.document.Basis;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.CasualtyFigure.Modality;
import org.onrecord.document.CasualtyFigure.Outcome;
import org.onrecord.document.CasualtyFigure.Scope;
import org.onrecord.document.Parse;
import org.onrecord.document.Quantity;
import org.onrecord.document.Span;
import org.onrecord.document.Voice;

/** The figures of one sentence: its numbers first, each bound to what became of those it counts, then what needs others. */
final class SentenceFigures {
    /** "a triple-murder inquiry", "a seven-fatality pile-up" */
    private static final Pattern COMPOUND = Pattern.compile("(?i)\\S+-(murder|homicide|killing|fatality|death|victim)");

    private final Scene scene;
    private final Parse sentence;
    private final Harm harm;
    private final Binder binder;
    private final Composer composer;
    private final Counting counting;
    private final Headlines headlines;
    private final Irrealis irrealis;
    private final Victims victims;
    private final Wholes wholes;
    private final Breakdowns breakdowns;
    private final List<NumberPhrase> numbers;
    private final Map<NumberPhrase, CasualtyFigure> parts = new HashMap<>();
    private final List<CasualtyFigure> figures = new ArrayList<>();
    private final Set<String> open = new HashSet<>();

    SentenceFigures(Scene scene, Harm harm) {
        this.scene = scene;
        this.sentence = scene.sentence();
        this.harm = harm;
        this.binder = new Binder(sentence, harm);
        this.composer = new Composer(scene, harm);
        this.counting = new Counting(sentence, harm);
        this.headlines = new Headlines(sentence, harm);
        this.irrealis = new Irrealis(sentence);
        this.victims = new Victims(sentence, scene.text(), harm);
        this.wholes = new Wholes(sentence, scene.earlier());
        this.breakdowns = new Breakdowns(sentence, harm);
        this.numbers = numbers();
    }

    /** In the order of the text. */
    private List<NumberPhrase> numbers() {
        List<NumberPhrase> found = Numbers.in(sentence);
        return Stream.concat(found.stream(), new Companions(sentence, harm, counting).of(found).stream())
                .sorted(Comparator.comparingInt(NumberPhrase::first))
                .toList();
    }

    /** In the order of the text, with the sums of lists. */
    List<CasualtyFigure> figures() {
        numbers.forEach(number -> figure(number).ifPresent(figures::add));
        headlines.people().forEach(person -> figure(person).filter(this::isNew).ifPresent(figures::add));
        self().filter(this::isNew).ifPresent(figures::add);
        milestones();
        answer().filter(this::isNew).ifPresent(figures::add);
        noCasualties();
        corrected();
        figures.sort(Comparator.comparing(CasualtyFigure::span));
        List<CasualtyFigure> shared = Shared.among(figures, this::areJoined);
        List<CasualtyFigure> placed = new Respectively(sentence, scene.text()).placed(shared, scene.mentions());
        return new Sums(sentence, scene.text()).with(placed, scene.earlier().size());
    }

    /** Ids of the figures of which the text leaves open whether they lived. */
    Set<String> open() {
        return open;
    }

    /** The same clause: nobody else becomes its subject between the two, and neither fills a gap. */
    private boolean areJoined(CasualtyFigure one, CasualtyFigure other) {
        boolean gap = other.basis() instanceof Basis.Rule rule && rule.id().equals("casualty-gap");
        if (gap || one.span().overlaps(other.span())) {
            return false;
        }
        int from = Math.min(one.span().end(), other.span().end());
        int to = Math.max(one.span().start(), other.span().start());
        return sentence.within(new Span(from, to)).stream()
                .noneMatch(word -> sentence.token(word).form().matches("[;:.]|but|while|which|where|whom?")
                        || sentence.hasRelation(word, "nsubj", "nsubj:pass"));
    }

    private boolean isNew(CasualtyFigure found) {
        return figures.stream().noneMatch(figure -> figure.span().overlaps(found.span()));
    }

    private String id() {
        return "f" + (scene.earlier().size() + figures.size() + 1);
    }

    private Optional<CasualtyFigure> figure(NumberPhrase number) {
        int head = counting.head(number);
        CasualtyFigure whole = parts.get(number);
        if (whole != null) {
            Bound part = new Bound(whole.outcome(), head, "casualty-breakdown", 0.8);
            return Optional.of(
                    build(number, head, part, whole.modality(), Optional.of(whole), victims.of(number, head, figures)));
        }
        boolean compound =
                COMPOUND.matcher(sentence.token(number.last()).form()).matches();
        if ((!compound && !counting.canCount(number, head))
                || (number.article() && isAgain(number, head))
                || irrealis.isRate(head)) {
            return Optional.empty();
        }
        if (compound) {
            Bound deed = new Bound(Outcome.KILLED, head, "casualty-compound", 0.8);
            return irrealis.modality(head)
                    .map(modality -> build(number, head, deed, modality, wholes.of(number, figures), Optional.empty()))
                    .map(figure -> figure.withCircumstances(
                            figure.cause().or(() -> murder(number)), figure.place(), figure.time()));
        }
        return tallied(number, head)
                .or(() -> counting.isPunishment(number, head)
                        ? Optional.empty()
                        : bound(number, head).or(() -> filled(number, head)));
    }

    /** "a triple-murder inquiry" */
    private Optional<String> murder(NumberPhrase number) {
        Matcher compound = COMPOUND.matcher(sentence.token(number.last()).form());
        return compound.matches() && compound.group(1).matches("(?i)murder|homicide")
                ? Optional.of(compound.group(1))
                : Optional.empty();
    }

    /** "one of them a soldier", "One of the wounded, a 44-year-old woman": says who, and counts nobody more. */
    private boolean isAgain(NumberPhrase number, int head) {
        int before = number.first() - 1;
        boolean ofThem = before > 0
                && sentence.token(before).form().toLowerCase(Locale.ROOT).matches("them|whom")
                && sentence.token(before - 1).form().equals("of");
        boolean apposed = sentence.hasRelation(head, "appos")
                && numbers.stream()
                        .anyMatch(other -> !other.equals(number)
                                && other.quantity().equals(new Quantity.Exactly(1))
                                && counting.head(other)
                                        == sentence.governor(head).orElse(-1));
        return ofThem || apposed;
    }

    private Optional<CasualtyFigure> bound(NumberPhrase number, int head) {
        Optional<Breakdowns.Breakdown> breakdown = breakdowns.of(number, Math.max(head, number.last()), numbers);
        Optional<CasualtyFigure> whole = wholes.of(number, figures).or(() -> wholes.held(number, figures));
        boolean severity = wholes.isSeverity(number) && whole.isPresent();
        Optional<Bound> bound = (severity || (wholes.isFatal(number) && whole.isPresent())
                        ? Optional.<Bound>empty()
                        : binder.outcome(number, head))
                .or(() -> breakdown.flatMap(breakdowns::fate))
                .or(() -> new Answers(sentence, scene.before(), harm).asked(number))
                .or(() -> whole.map(figure -> new Bound(
                        wholes.isFatal(number) ? Outcome.KILLED : figure.outcome(), head, "casualty-subset", 0.85)));
        if (bound.isEmpty() || irrealis.isStaged(bound.get().anchor())) {
            return Optional.empty();
        }
        boolean unhurt = bound.get().rule().equals(Conditions.UNHURT);
        boolean certain = unhurt
                || number.quantity() instanceof Quantity.None
                || bound.get().rule().equals(Conditions.NOT_SURVIVED);
        Optional<Modality> modality = certain
                ? Optional.of(Modality.ASSERTED)
                : irrealis.modality(bound.get().anchor()).or(() -> joined(number, bound.get()));
        NumberPhrase counted = unhurt ? number.with(new Quantity.None()) : number;
        Optional<CasualtyFigure> figure = modality.map(
                found -> build(counted, head, bound.get(), found, whole, victims.of(number, head, figures)));
        if (figure.isPresent() && breakdown.isPresent()) {
            breakdown.get().parts().forEach(part -> parts.put(part, figure.get()));
        }
        return figure;
    }

    /** "whether a shooting that left two dead and three hurt was planned": the second did happen if the first did. */
    private Optional<Modality> joined(NumberPhrase number, Bound bound) {
        if (figures.isEmpty() || !bound.rule().equals("casualty-adjacent")) {
            return Optional.empty();
        }
        CasualtyFigure before = figures.getLast();
        int from = before.span().end();
        int to = sentence.token(number.first()).span().start();
        BitSet between = from < to ? sentence.within(new Span(from, to)) : new BitSet();
        boolean and = between.stream()
                        .anyMatch(word -> sentence.token(word).form().matches("and|,"))
                && between.stream().allMatch(word -> sentence.token(word).tag().matches("CC|,|JJ.*|VBN|VBD|RB"));
        boolean alike = before.basis() instanceof Basis.Rule rule && rule.id().equals(bound.rule());
        return and && alike ? Optional.of(before.modality()) : Optional.empty();
    }

    private Optional<CasualtyFigure> tallied(NumberPhrase number, int head) {
        return new Tallies(sentence, harm)
                .of(number, figures)
                .filter(unused -> head == number.number())
                .map(tallied -> {
                    NumberPhrase counted = tallied.beyond() && number.quantity() instanceof Quantity.Exactly exactly
                            ? number.with(new Quantity.MoreThan(exactly.count()))
                            : number;
                    CasualtyFigure figure = build(
                            counted,
                            head,
                            tallied.bound(),
                            Modality.ASSERTED,
                            Optional.empty(),
                            victims.among(tallied.bound().anchor()));
                    boolean past = figure.scope() == Scope.SUPERSEDED || figure.scope() == Scope.HISTORICAL;
                    return past ? figure : figure.withScope(tallied.scope());
                });
    }

    private Optional<CasualtyFigure> filled(NumberPhrase number, int head) {
        return new Gaps(sentence)
                .of(number, figures)
                .filter(unused -> head == number.number() || number.article())
                .map(filled -> {
                    Bound bound = new Bound(filled.like().outcome(), head, "casualty-gap", 0.75);
                    CasualtyFigure figure = build(
                            number,
                            head,
                            bound,
                            filled.like().modality(),
                            Optional.empty(),
                            number.article() ? victims.of(number, head, figures) : victims(filled));
                    CasualtyFigure scoped =
                            filled.scope().map(figure::withScope).orElse(figure);
                    return filled.source()
                            .map(words -> scoped.withVoice(new Voice.Source(
                                    sentence.span(words[0], words[1]).of(scene.text()), Optional.empty())))
                            .orElse(scoped);
                });
    }

    /** Of a bare number those of the figure it is like, unless somebody else counts. */
    private static Optional<String> victims(Gaps.Filled filled) {
        return filled.source().isPresent() ? Optional.empty() : filled.like().victims();
    }

    /** "She was the 100th person to be killed on the road this year": a hundred so far, and one now. */
    private void milestones() {
        for (Milestones.Milestone milestone : new Milestones(sentence, harm).all()) {
            NumberPhrase number = milestone.number();
            Optional<String> noun = Optional.of(sentence.token(milestone.noun()).form());
            CasualtyFigure count =
                    build(number, milestone.noun(), milestone.bound(), Modality.ASSERTED, Optional.empty(), noun);
            figures.removeIf(figure -> figure.span().overlaps(count.span()));
            figures.add(count);
            NumberPhrase one = number.with(new Quantity.Exactly(1));
            figures.add(build(one, milestone.noun(), milestone.bound(), Modality.ASSERTED, Optional.empty(), noun)
                    .withScope(Scope.CURRENT));
        }
    }

    /** "There were no casualties": neither dead nor injured. */
    private void noCasualties() {
        for (int i = 0; i < figures.size(); i++) {
            CasualtyFigure figure = figures.get(i);
            boolean plain = figure.outcome() == Outcome.CASUALTIES
                    && figure.quantity() instanceof Quantity.None
                    && figure.span().of(scene.text()).matches("(?i)no casualties");
            if (plain) {
                figures.set(i, figure.withOutcome(Outcome.KILLED));
                figures.add(figure.withOutcome(Outcome.INJURED).withIds(id(), figure.partOf()));
            }
        }
    }

    /** "It was not 12 but 21 who died": twelve is what somebody had said. */
    private void corrected() {
        for (NumberPhrase number : numbers) {
            int next = number.last() + 2;
            boolean denied = number.first() > 0
                    && next < sentence.size()
                    && sentence.token(number.first() - 1).form().equalsIgnoreCase("not")
                    && sentence.token(next - 1).form().equals("but");
            Optional<CasualtyFigure> right = figures.stream()
                    .filter(figure -> next < sentence.size()
                            && figure.span().start()
                                    == sentence.token(next).span().start())
                    .findFirst();
            if (denied && right.isPresent()) {
                Span span = sentence.span(number.first(), number.last());
                figures.removeIf(figure -> figure.span().overlaps(span));
                Bound bound = new Bound(right.get().outcome(), number.number(), "casualty-corrected", 0.8);
                figures.add(build(
                        number,
                        number.number(),
                        bound,
                        Modality.DENIED,
                        Optional.empty(),
                        right.get().victims()));
            }
        }
    }

    private Optional<CasualtyFigure> answer() {
        return new Answers(sentence, scene.before(), harm)
                .all()
                .map(answer -> build(
                        answer.number(),
                        answer.number().number(),
                        answer.bound(),
                        Modality.ASSERTED,
                        Optional.empty(),
                        answer.victims()));
    }

    /** "A farmer killed his two sons and then himself" */
    private Optional<CasualtyFigure> self() {
        for (int word = 1; word < sentence.size(); word++) {
            int self = word;
            boolean reflexive =
                    sentence.token(word).form().toLowerCase(Locale.ROOT).matches("himself|herself|themself|self");
            Optional<CasualtyFigure> other = figures.stream()
                    .filter(figure -> figure.outcome() == Outcome.KILLED
                            && figure.span().end()
                                    <= sentence.token(self).span().start())
                    .reduce((first, second) -> second);
            boolean joined = IntStream.rangeClosed(1, 2)
                    .map(back -> self - back)
                    .filter(at -> at >= 0)
                    .anyMatch(at -> sentence.token(at).form().matches("and|then|,|on|killed|shot|killing|shooting"));
            if (reflexive
                    && joined
                    && other.isPresent()
                    && other.get().perpetrator().isPresent()) {
                NumberPhrase one = new NumberPhrase(self, self, self, new Quantity.Exactly(1), false);
                return Optional.of(build(
                        one,
                        self,
                        new Bound(Outcome.KILLED, self, "casualty-self", 0.8),
                        other.get().modality(),
                        Optional.empty(),
                        other.get().perpetrator()));
            }
        }
        return Optional.empty();
    }

    /** What becomes of those that no number counts. */
    List<Individuals.Fate> fates() {
        return new Fates(scene, harm, binder, composer).of(figures);
    }

    /** "two others were shot", "two died and two were shot", "was also shot, but survived": none of the dead. */
    private boolean isOthers(NumberPhrase number, int head) {
        boolean others = sentence.children(head, "amod").stream()
                        .anyMatch(word -> sentence.token(word).form().equalsIgnoreCase("other"))
                || IntStream.of(number.first(), head, number.last() + 1)
                        .filter(word -> word < sentence.size())
                        .anyMatch(word -> sentence.token(word).form().matches("(?i)others?|more|another"));
        return others
                || Survival.isSaid(sentence)
                || figures.stream()
                        .anyMatch(figure -> figure.outcome() == Outcome.KILLED
                                && figure.quantity().min().orElse(0) > 0
                                && figure.span().end()
                                        <= sentence.token(number.first()).span().start());
    }

    private CasualtyFigure build(
            NumberPhrase number,
            int head,
            Bound bound,
            Modality modality,
            Optional<CasualtyFigure> whole,
            Optional<String> who) {
        String id = id();
        if (binder.leavesOpen(bound) && !isOthers(number, head)) {
            open.add(id);
        }
        return composer.figure(id, number, head, bound, modality, whole, who, figures);
    }
}
