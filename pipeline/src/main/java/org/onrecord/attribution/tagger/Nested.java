package org.onrecord.attribution.tagger;

import java.util.List;
import java.util.Optional;
import org.onrecord.attribution.tagger.Tagger.Tagged;

/**
 * Attributions that begin within the content of another: the content takes in all of what is said there. "The story suggests
 * {the government understands | that it needs a plan}" is one content, up to the plan; "denounced {what the minister | called |
 * the provocations}" too.
 */
final class Nested {
    private Nested() {}

    /** The same attributions, none of whose contents breaks off in the middle of another. */
    static List<Tagged> whole(List<Tagged> all) {
        return all.stream()
                .map(outer -> new Tagged(
                        outer.cue(),
                        outer.source(),
                        outer.content().stream()
                                .map(part -> whole(part, outer, all))
                                .toList(),
                        outer.confidence()))
                .toList();
    }

    private static Stretch whole(Stretch part, Tagged outer, List<Tagged> all) {
        int last = all.stream()
                .filter(inner -> !inner.equals(outer) && begins(inner, part))
                .flatMap(inner -> next(inner).stream())
                .mapToInt(Stretch::last)
                .max()
                .orElse(part.last());
        boolean free = last < outer.cue().first() || outer.cue().last() < part.first();
        return last > part.last() && free ? new Stretch(part.label(), part.first(), last) : part;
    }

    /** Whether the cue stands in the part behind its first word, or right behind the part with its source within. */
    private static boolean begins(Tagged inner, Stretch part) {
        int cue = inner.cue().first();
        boolean cueWithin = part.first() < cue && cue <= part.last();
        boolean sourceWithin =
                inner.source().filter(source -> part.contains(source.first())).isPresent();
        return cueWithin || (cue == part.last() + 1 && sourceWithin);
    }

    /** The content that follows its cue, with no more than a conjunction between. */
    private static Optional<Stretch> next(Tagged inner) {
        int behind = inner.cue().last() + 1;
        return inner.content().stream()
                .filter(content -> content.first() == behind || content.first() == behind + 1)
                .findFirst();
    }
}
