package org.onrecord.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.onrecord.document.Attribution;
import org.onrecord.document.Basis;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.Claim;
import org.onrecord.document.Claim.Answer;
import org.onrecord.document.Claim.Target;
import org.onrecord.document.Extent;
import org.onrecord.document.Kind;
import org.onrecord.document.Parse;
import org.onrecord.document.Speaker;
import org.onrecord.pipeline.Stage;
import org.onrecord.pipeline.View;
import org.onrecord.reference.Genders;
import org.onrecord.reference.Speakers;

/** One claim for every attribution: stance, target, hedging, negation, what it carries, and the claim it answers. */
public final class Claims implements Stage<Claim> {
    private static final double CONFIDENCE = 0.8;
    private static final Basis CONTRADICTS = new Basis.Rule("claim-contradicts", 0.6);

    private final Stances stances;
    private final Hedges hedges;
    private final Genders genders;

    private Claims(Stances stances, Hedges hedges, Genders genders) {
        this.stances = stances;
        this.hedges = hedges;
        this.genders = genders;
    }

    public static Claims load() {
        return new Claims(Stances.load(), Hedges.load(), Genders.load());
    }

    @Override
    public Kind<Claim> writes() {
        return Kind.CLAIM;
    }

    @Override
    public Set<Kind<?>> reads() {
        return Set.of(
                Kind.SENTENCE, Kind.TOKEN, Kind.DEPENDENCY, Kind.ENTITY, Kind.QUOTE, Kind.ATTRIBUTION, Kind.CASUALTY);
    }

    @Override
    public List<Claim> annotate(View view) {
        List<Attribution> attributions = view.all(Kind.ATTRIBUTION);
        List<Parse> sentences = view.parses();
        Speakers speakers = speakers(view, sentences);
        List<Saying> sayings = attributions.stream()
                .map(attribution -> Saying.of(attribution, sentences, speakers))
                .toList();
        Targets targets = new Targets(new Referents(view.all(Kind.ENTITY), view.text(), speakers), sayings);
        List<Claim> claims = IntStream.range(0, sayings.size())
                .mapToObj(i -> claim(i, sayings, targets, view))
                .toList();
        Sides sides = Sides.of(claims, sayings, view);
        Contests contests = new Contests(sides);
        Contradictions contradictions = new Contradictions(sides);
        List<Claim> answered = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            int index = i;
            Optional<Answer> contradicted = contradictions.of(i);
            Claim claim = contradicted.isPresent() ? claims.get(i).denying(CONTRADICTS) : claims.get(i);
            Answer answer = contradicted.orElseGet(() -> contests.of(index));
            answered.add(claim.answering(answer, target(answer, claims, attributions)));
        }
        return answered;
    }

    /** They know of whom the article's sources say "he" and of whom "she". */
    private Speakers speakers(View view, List<Parse> sentences) {
        Speakers speakers = Speakers.of(view, sentences, genders);
        view.all(Kind.ATTRIBUTION)
                .forEach(attribution -> attribution
                        .speaker()
                        .ifPresent(speaker -> attribution
                                .source()
                                .map(source -> source.of(view.text()).toLowerCase(Locale.ROOT))
                                .filter(source -> source.matches("he|she"))
                                .ifPresent(pronoun -> speakers.learn(pronoun, speaker))));
        return speakers;
    }

    private Claim claim(int index, List<Saying> sayings, Targets targets, View view) {
        Saying saying = sayings.get(index);
        Attribution attribution = saying.attribution();
        Stances.Read read = stances.of(saying);
        return new Claim(
                id(index),
                attribution.content(),
                attribution.id(),
                read.stance(),
                targets.of(index, read.stance()),
                hedges.of(saying, read.stance(), read.negated()),
                read.negated(),
                figures(attribution, view),
                new Answer.Nothing(),
                within(index, sayings),
                saying.clauses().stream().map(clause -> clause.token().span()).toList(),
                SpeakingTimes.of(saying),
                new Basis.Rule(read.rule(), CONFIDENCE));
    }

    private static String id(int index) {
        return "c" + (index + 1);
    }

    private static List<String> figures(Attribution attribution, View view) {
        return view.all(Kind.CASUALTY).stream()
                .filter(figure -> attribution.content().spans().stream().anyMatch(span -> span.contains(figure.span())))
                .map(CasualtyFigure::id)
                .toList();
    }

    /** The smallest content that holds all of this attribution: "Amnesty said the army had admitted …". */
    private static Optional<String> within(int index, List<Saying> sayings) {
        Attribution inner = sayings.get(index).attribution();
        return IntStream.range(0, sayings.size())
                .filter(i -> i != index)
                .filter(i -> holds(sayings.get(i).attribution().content(), inner))
                .boxed()
                .min(Comparator.comparingInt(
                        i -> sayings.get(i).attribution().content().hull().length()))
                .map(Claims::id);
    }

    private static boolean holds(Extent outer, Attribution inner) {
        return inner.cue()
                        .filter(cue -> outer.spans().stream().anyMatch(span -> span.contains(cue)))
                        .isPresent()
                && inner.content().spans().stream()
                        .allMatch(part -> outer.spans().stream().anyMatch(part::overlaps))
                && !inner.content().equals(outer);
    }

    /** Whose claim is answered. */
    private static Optional<Target> target(Answer answer, List<Claim> claims, List<Attribution> attributions) {
        return answer instanceof Answer.To to
                ? IntStream.range(0, claims.size())
                        .filter(i -> to.claims().contains(claims.get(i).id()))
                        .mapToObj(i -> attributions.get(i).speaker())
                        .flatMap(Optional::stream)
                        .map((Speaker speaker) -> new Target(speaker.name(), speaker.entity()))
                        .findFirst()
                : Optional.empty();
    }
}
