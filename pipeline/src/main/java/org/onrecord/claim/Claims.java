package org.onrecord.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.onrecord.document.Annotation;
import org.onrecord.document.Attribution;
import org.onrecord.document.Basis;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.Claim;
import org.onrecord.document.Claim.Stance;
import org.onrecord.document.Entity;
import org.onrecord.document.EntityType;
import org.onrecord.document.Kind;
import org.onrecord.document.Parse;
import org.onrecord.document.Sentence;
import org.onrecord.document.Span;
import org.onrecord.document.Speaker;
import org.onrecord.document.Token;
import org.onrecord.pipeline.Lexicon;
import org.onrecord.pipeline.Stage;
import org.onrecord.pipeline.View;

/** One claim for every attribution: stance, target, hedging, negation, the figures it carries, the claim it answers. */
public final class Claims implements Stage<Claim> {
    private static final double CONFIDENCE = 0.8;
    private static final Set<Stance> AIMED = Set.of(Stance.ACCUSE, Stance.DENY, Stance.DOUBT);

    private static final Set<EntityType> CAN_SPEAK =
            Set.of(EntityType.PERSON, EntityType.ORGANIZATION, EntityType.DOCUMENT);

    private final Stances stances;
    private final Lexicon hedges;

    private Claims(Stances stances, Lexicon hedges) {
        this.stances = stances;
        this.hedges = hedges;
    }

    public static Claims load() {
        return new Claims(Stances.load(), Lexicon.load("claim/hedges.txt"));
    }

    @Override
    public Kind<Claim> writes() {
        return Kind.CLAIM;
    }

    @Override
    public Set<Kind<?>> reads() {
        return Set.of(Kind.SENTENCE, Kind.TOKEN, Kind.DEPENDENCY, Kind.ENTITY, Kind.ATTRIBUTION, Kind.CASUALTY);
    }

    @Override
    public List<Claim> annotate(View view) {
        List<Claim> claims = new ArrayList<>();
        List<Parse> sentences = view.parses();
        for (Attribution attribution : view.all(Kind.ATTRIBUTION)) {
            claims.add(claim("c" + (claims.size() + 1), attribution, view, sentences, claims));
        }
        return claims;
    }

    private Claim claim(String id, Attribution attribution, View view, List<Parse> sentences, List<Claim> earlier) {
        Optional<Cue> cue = attribution.cue().flatMap(span -> cue(span, view, sentences));
        String content = attribution.content().of(view.text());
        Stance stance = stances.of(cue.map(Cue::token), content);
        Optional<Claim.Target> target = AIMED.contains(stance) ? target(attribution, stance, view) : Optional.empty();
        return new Claim(
                id,
                attribution.content(),
                attribution.id(),
                stance,
                target,
                isHedged(attribution, view),
                cue.filter(Cue::isNegated).isPresent(),
                figures(attribution, view),
                stance == Stance.DENY ? contested(attribution, target, earlier, view) : Optional.empty(),
                new Basis.Rule("claim-" + stance.name().toLowerCase(Locale.ROOT), CONFIDENCE));
    }

    private record Cue(Parse sentence, int word) {
        Token token() {
            return sentence.token(word);
        }

        boolean isNegated() {
            return sentence.children(word, "advmod", "neg").stream()
                    .map(child -> sentence.token(child).form().toLowerCase(Locale.ROOT))
                    .anyMatch(form -> form.matches("not|n't|n’t|never"));
        }
    }

    private static Optional<Cue> cue(Span span, View view, List<Parse> sentences) {
        List<Sentence> all = view.all(Kind.SENTENCE);
        return Annotation.at(all, span.start()).map(all::indexOf).flatMap(index -> {
            Parse sentence = sentences.get(index);
            // "has strongly denied": the head of the cue is what somebody does
            OptionalInt head = sentence.head(span);
            OptionalInt word =
                    head.isPresent() ? head : sentence.within(span).stream().findFirst();
            return word.isPresent() ? Optional.of(new Cue(sentence, word.getAsInt())) : Optional.empty();
        });
    }

    private boolean isHedged(Attribution attribution, View view) {
        return attribution.content().spans().stream()
                .flatMap(span -> Annotation.within(view.all(Kind.TOKEN), span).stream())
                .anyMatch(token -> hedges.contains(token.lemma().toLowerCase(Locale.ROOT)) && !isMonthOfMay(token));
    }

    private static boolean isMonthOfMay(Token token) {
        return token.isName();
    }

    private static List<String> figures(Attribution attribution, View view) {
        return view.all(Kind.CASUALTY).stream()
                .filter(figure -> attribution.content().spans().stream().anyMatch(span -> span.contains(figure.span())))
                .map(CasualtyFigure::id)
                .toList();
    }

    /** The first entity in the content that is not the speaker: whom it is said against. */
    private static Optional<Claim.Target> target(Attribution attribution, Stance stance, View view) {
        Optional<String> self = attribution.speaker().flatMap(Speaker::entity);
        return view.all(Kind.ENTITY).stream()
                .filter(entity -> !self.equals(Optional.of(entity.id())))
                .filter(entity -> stance == Stance.ACCUSE || CAN_SPEAK.contains(entity.type()))
                .filter(entity -> attribution.content().spans().stream().anyMatch(entity.extent()::overlaps))
                .min(Comparator.comparingInt(entity -> firstIn(entity, attribution)))
                .map(entity -> new Claim.Target(entity.name(), Optional.of(entity.id())));
    }

    private static int firstIn(Entity entity, Attribution attribution) {
        return entity.extent().spans().stream()
                .filter(mention -> attribution.content().spans().stream().anyMatch(mention::overlaps))
                .mapToInt(Span::start)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    /** The last earlier claim that the denier was the target of, or that came from whom the denial names. */
    private static Optional<String> contested(
            Attribution denial, Optional<Claim.Target> target, List<Claim> earlier, View view) {
        Optional<String> denier = denial.speaker().flatMap(Speaker::entity);
        Optional<String> named = target.flatMap(Claim.Target::entity);
        return earlier.reversed().stream()
                .filter(claim -> {
                    boolean against = denier.isPresent()
                            && claim.target().flatMap(Claim.Target::entity).equals(denier);
                    boolean theirs = named.isPresent() && speaker(claim, view).equals(named);
                    return claim.stance() != Stance.DENY && (against || theirs);
                })
                .map(Claim::id)
                .findFirst();
    }

    private static Optional<String> speaker(Claim claim, View view) {
        return view.all(Kind.ATTRIBUTION).stream()
                .filter(attribution -> attribution.id().equals(claim.attribution()))
                .findFirst()
                .flatMap(Attribution::speaker)
                .flatMap(Speaker::entity);
    }
}
