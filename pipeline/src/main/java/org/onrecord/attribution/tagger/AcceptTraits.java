package org.onrecord.attribution.tagger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onrecord.attribution.tagger.Candidates.Candidate;
import org.onrecord.attribution.tagger.Crf.Likely;

/** What tells whether a cue with its best source and content is an attribution that a reader would mark. */
final class AcceptTraits {
    private AcceptTraits() {}

    static List<String> of(Passage p, Candidate candidate, Readings.Choice choice) {
        Optional<Likely> source = choice.reading().source();
        List<Likely> content = choice.reading().content();
        Likely cue = candidate.cue();
        List<String> t = new ArrayList<>();
        Stretch c = cue.stretch();
        int head = p.head(c.first(), c.last());
        String likely = Bins.probability(candidate.mass());
        double worst = content.stream().mapToDouble(Likely::probability).min().orElse(0);
        double best = content.stream().mapToDouble(Likely::probability).max().orElse(0);
        String from = source.map(s -> Bins.probability(s.probability())).orElse("none");
        t.add("bias");
        t.add("r=" + Bins.probability(choice.probability()));
        t.add("cr=" + (int) (candidate.mass() * 5.99) + (int) (choice.probability() * 5.99));
        t.add("c=" + likely);
        t.add("co=" + Bins.probability(cue.probability()));
        t.add("k=" + Bins.probability(best));
        t.add("kw=" + Bins.probability(worst) + Math.min(3, content.size()));
        t.add("s=" + from);
        double all = candidate.mass() * best * source.map(Likely::probability).orElse(0.7);
        t.add("all=" + (int) (all * 20));
        t.add("ckq=" + (int) (candidate.mass() * best * 20));
        t.add("ck=" + (int) (candidate.mass() * 5.99) + (int) (best * 5.99));
        t.add("cs=" + (int) (candidate.mass() * 5.99) + source.isPresent());
        t.add("t=" + p.tag(head).charAt(0));
        t.add("q=" + (p.quote(head) != Passage.NONE));
        int words = 0;
        int quoted = 0;
        for (Likely k : content) {
            for (int w = k.stretch().first(); w <= k.stretch().last(); w++) {
                words++;
                quoted += p.quote(w) != Passage.NONE ? 1 : 0;
            }
        }
        t.add("kl=" + Bins.length(words));
        t.add("kq=" + (quoted == 0 ? "none" : quoted * 10 > words * 9 ? "all" : "some"));
        t.add("kqk=" + (quoted == 0 ? "none" : quoted * 10 > words * 9 ? "all" : "some") + Bins.probability(best)
                + likely);
        return t;
    }
}
