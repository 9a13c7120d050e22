package org.onrecord.casualty;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.onrecord.document.Basis;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.CasualtyFigure.Modality;
import org.onrecord.document.CasualtyFigure.Outcome;
import org.onrecord.document.CasualtyFigure.Scope;
import org.onrecord.document.EntityType;
import org.onrecord.document.Extent;
import org.onrecord.document.Parse;
import org.onrecord.document.Span;
import org.onrecord.document.Voice;

/** Puts a number that is bound to an outcome together with all that its sentence says of it. */
final class Composer {
    /** Outcomes that somebody brings about, and no event. */
    private static final Set<Outcome> UNCAUSED = Set.of(Outcome.DETAINED, Outcome.ABDUCTED);

    private static final Pattern ACTORS =
            Pattern.compile("army|force|militia|group|coalition|government|navy|regime|police|troops?");

    private final Scene scene;
    private final Parse sentence;
    private final Harm harm;
    private final Counting counting;
    private final Clause clause;
    private final Causes causes;
    private final Places places;
    private final Times times;
    private final Scopes scopes;
    private final Voices voices;

    Composer(Scene scene, Harm harm) {
        this.scene = scene;
        this.sentence = scene.sentence();
        this.harm = harm;
        this.counting = new Counting(sentence, harm);
        this.clause = new Clause(sentence, scene.text());
        this.causes = new Causes(sentence, scene.text(), harm);
        this.places = new Places(sentence, scene.text(), harm, scene.mentions());
        this.times = new Times(sentence, scene.text(), harm);
        this.scopes = new Scopes(sentence, scene.text(), harm);
        this.voices = new Voices(sentence, scene.text(), causes, scene.attributions(), harm.roles());
    }

    /**
     * The figure.
     *
     * @param head of those counted
     * @param whole that it is a part of
     * @param who they are
     * @param before figures of the sentence so far
     */
    CasualtyFigure figure(
            String id,
            NumberPhrase number,
            int head,
            Bound bound,
            Modality modality,
            Optional<CasualtyFigure> whole,
            Optional<String> who,
            List<CasualtyFigure> before) {
        Span span = sentence.span(number.first(), Math.max(number.last(), counting.lastWord(number, head)));
        boolean counts = bound.rule().matches("casualty-(?:toll|gap)");
        boolean event =
                bound.agent().isPresent() && causes.isEventOrNamed(bound.agent().getAsInt());
        Optional<String> agent =
                bound.agent().isPresent() && !isNobody(bound.agent().getAsInt())
                        ? Optional.of(Clause.bare(clause.words(bound.agent().getAsInt())))
                        : Optional.empty();
        boolean person = bound.agent().isPresent() && isActor(bound.agent().getAsInt());
        boolean adds = (scene.earlier().isEmpty() && before.isEmpty())
                || Stream.concat(scene.earlier().stream(), before.stream())
                        .anyMatch(figure -> figure.outcome() == bound.outcome());
        Scope scope = whole.isPresent() ? Scope.SUBSET : scopes.of(number, bound, adds);
        Optional<Causes.Cause> cause = causes.of(bound.anchor());
        List<Integer> doers = Stream.concat(bound.agent().stream().boxed(), cause.map(Causes.Cause::event).stream())
                .toList();
        Voices.Said said = voices.of(number, span, bound, modality);
        return new CasualtyFigure(
                id,
                Extent.of(span),
                killedOrInjured(bound) ? Outcome.CASUALTIES : bound.outcome(),
                number.quantity(),
                who,
                person && !event ? agent : said.doer().or(() -> swoop(bound)).or(() -> attacker(bound)),
                UNCAUSED.contains(bound.outcome())
                        ? Optional.empty()
                        : cause.map(Causes.Cause::words)
                                .or(() -> person && !event ? Optional.empty() : agent)
                                .or(() -> causes.manner(bound.anchor())),
                places.of(bound.anchor(), head, doers),
                isStill(bound) || (isFound(bound) && scope != Scope.INCREMENT)
                        ? Optional.empty()
                        : times.of(counts ? number.last() : bound.anchor()),
                whole.filter(figure -> said.voice() instanceof Voice.Publisher && isHere(figure))
                        .map(CasualtyFigure::voice)
                        .orElse(said.voice()),
                said.modality(),
                scope,
                whole.map(CasualtyFigure::id),
                false,
                new Basis.Rule(bound.rule(), bound.confidence()));
    }

    /** "The office counts six dead, one of them a soldier": whoever gives a whole gives its parts in the same sentence. */
    private boolean isHere(CasualtyFigure figure) {
        return sentence.sentence().span().contains(figure.span());
    }

    /** At least 20 were killed or wounded. */
    private boolean killedOrInjured(Bound bound) {
        return sentence.children(bound.anchor(), "conj").stream()
                .filter(other -> harm.done(sentence.token(other))
                        .filter(Outcome.INJURED::equals)
                        .isPresent())
                .anyMatch(other -> Stream.concat(
                                sentence.children(bound.anchor(), "cc").stream(),
                                sentence.children(other, "cc").stream())
                        .anyMatch(word -> sentence.token(word).lemma().equals("or")));
    }

    /** "still missing on Tuesday", "in critical condition Saturday": when they were so is not when it befell them. */
    private boolean isStill(Bound bound) {
        boolean lasting = bound.outcome() == Outcome.MISSING || bound.outcome() == Outcome.TRAPPED;
        boolean condition = bound.rule().equals(Conditions.CONDITION)
                && sentence.tokens().stream()
                        .noneMatch(token -> harm.done(token).isPresent());
        return sentence.tokens().stream()
                .anyMatch(token -> (lasting && token.form().equals("still"))
                        || (condition && token.form().equals("condition")));
    }

    /** "had found 17 bodies by Friday": nor is when they were found. */
    private boolean isFound(Bound bound) {
        return Stream.concat(Stream.of(bound.anchor()), sentence.children(bound.anchor(), "obj", "nsubj:pass").stream())
                        .anyMatch(word -> sentence.token(word).lemma().matches("body|corpse|remains"))
                && sentence.tokens().stream()
                        .anyMatch(token -> token.lemma().matches("find|recover|pull|dig|retrieve|discover|exhume"));
    }

    private boolean isActor(int word) {
        boolean named = scene.mentions().stream()
                .anyMatch(mention -> mention.type() != EntityType.LOCATION
                        && mention.span().overlaps(sentence.token(word).span()));
        return named
                || harm.isPerson(sentence.token(word))
                || ACTORS.matcher(sentence.token(word).lemma()).matches();
    }

    /** "killed when guerrillas attacked a police station" */
    private Optional<String> attacker(Bound bound) {
        return clause.occasions(bound.anchor())
                .filter(verb -> harm.manners().contains(sentence.token(verb).lemma()))
                .flatMap(verb -> sentence.children(verb, "nsubj").stream())
                .filter(subject ->
                        sentence.token(subject).isNoun() && isActor(subject) && !causes.isEventOrNamed(subject))
                .findFirst()
                .map(word -> Clause.bare(clause.words(word)));
    }

    /** "Two held as police swoop on ring" */
    private Optional<String> swoop(Bound bound) {
        return bound.outcome() == Outcome.DETAINED
                ? sentence.children(bound.anchor(), "advcl", "obl").stream()
                        .filter(deed -> sentence.children(deed, "mark", "case").stream()
                                .anyMatch(word -> sentence.token(word).form().equalsIgnoreCase("as")))
                        .flatMap(deed -> sentence.children(deed, "nsubj", "compound").stream())
                        .filter(this::isActor)
                        .findFirst()
                        .map(word -> Clause.bare(clause.words(word)))
                : Optional.empty();
    }

    /** "they", "Hours later": no doer of anything. */
    private boolean isNobody(int word) {
        return sentence.token(word).tag().matches("PRP.*|WDT|WP.*|DT|IN|EX|VB[ND]")
                || sentence.token(word).lemma().matches("hour|minute|day|week|month|year|weekend|night");
    }
}
