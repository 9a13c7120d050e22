package org.onrecord.document;

import java.util.List;
import java.util.Optional;

/**
 * An attribution read for what the source does with the content: the commitments of Searle (1976) and the factuality of
 * FactBank (Saurí &amp; Pustejovsky 2009), as {@code corpus/GUIDELINES.md} puts them.
 *
 * @param extent the content of the attribution
 * @param attribution id of the attribution
 * @param negated whether the saying itself is negated: "did not say"
 * @param figures ids of the casualty figures inside the content
 * @param answer the claim that a denial or doubt answers
 * @param within id of the claim in whose content this one is reported
 * @param events the words of the content that tell what happened or is to happen, its main predicate first
 * @param said the words that say when it was said
 */
public record Claim(
        String id,
        Extent extent,
        String attribution,
        Stance stance,
        Optional<Target> target,
        Optional<Hedge> hedge,
        boolean negated,
        List<String> figures,
        Answer answer,
        Optional<String> within,
        List<Span> events,
        Optional<Span> said,
        Basis basis)
        implements Annotation {
    /** What the source does. */
    public enum Stance {
        ASSERT,
        DENY,
        ACCUSE,
        ADMIT,
        DOUBT,
        PROMISE,
        DEMAND,
        ESTIMATE;

        /** Whether it speaks against what somebody else may have said. */
        public boolean answers() {
            return this == DENY || this == DOUBT;
        }
    }

    /** Whom it is aimed at. */
    public record Target(String name, Optional<String> entity) {}

    /** How far the source goes short of certainty; the words are absent where an annotator noted only that it does. */
    public record Hedge(Certainty certainty, Optional<Span> words) {}

    /** Degrees of FactBank below certainty. */
    public enum Certainty {
        PROBABLE,
        POSSIBLE
    }

    /** The link from a denial or doubt to what it answers within the article. */
    public sealed interface Answer {
        /** It answers nothing: it is no denial and no doubt. */
        record Nothing() implements Answer {}

        /** It denies or doubts, and the article does not let the answered claim be made out. */
        record Unlinked() implements Answer {}

        /** The claim that is denied or doubted; any of them where the article states it more than once. */
        record To(List<String> claims) implements Answer {
            public To {
                claims = List.copyOf(claims);
                if (claims.isEmpty()) {
                    throw new IllegalArgumentException("a link leads to a claim");
                }
            }
        }
    }

    public Claim {
        figures = List.copyOf(figures);
        events = List.copyOf(events);
    }

    public boolean hedged() {
        return hedge.isPresent();
    }

    /** The same with what it answers, and aimed at the speaker of that unless it names somebody itself. */
    public Claim answering(Answer other, Optional<Target> theirs) {
        return with(stance, target.or(() -> theirs), other, basis);
    }

    /** The same read as a denial. */
    public Claim denying(Basis why) {
        return with(Stance.DENY, target, answer, why);
    }

    private Claim with(Stance read, Optional<Target> aim, Answer reply, Basis why) {
        return new Claim(id, extent, attribution, read, aim, hedge, negated, figures, reply, within, events, said, why);
    }

    /** Id of the claim that this one answers. */
    public Optional<String> contests() {
        return answer instanceof Answer.To to ? Optional.of(to.claims().getFirst()) : Optional.empty();
    }
}
