package org.onrecord.attribution.tagger;

import java.util.ArrayList;
import java.util.List;
import org.onrecord.attribution.tagger.Crf.Likely;
import org.onrecord.document.Attribution;
import org.onrecord.document.Span;

/**
 * What tells whether a stretch is, from end to end, the source or a content of a cue: traits of the stretch as a whole,
 * which word by word cannot be seen, such as whether it is a constituent and whether its quotation marks are paired.
 */
final class SegmentTraits {
    private final Passage p;
    private final Stretch cue;
    private final int cueHead;
    private final ArgumentTraits words;
    private final List<Likely> candidates;
    private final List<Stretch> others;

    /**
     * @param words the traits of the single words for the same cue
     * @param candidates all stretches that compete
     * @param others other cues of the passage
     */
    SegmentTraits(Passage passage, Stretch cue, ArgumentTraits words, List<Likely> candidates, List<Stretch> others) {
        this.p = passage;
        this.cue = cue;
        this.cueHead = passage.head(cue.first(), cue.last());
        this.words = words;
        this.candidates = candidates;
        this.others = others;
    }

    List<String> of(Likely candidate) {
        Stretch s = candidate.stretch();
        String label = s.label();
        List<String> t = new ArrayList<>();
        String likely = Bins.probability(candidate.probability());
        String rank = rank(candidate);
        t.add(label);
        t.add("pr=" + likely);
        t.add("prr=" + likely + rank);
        t.add("rank=" + rank + margin(candidate));
        int before = s.first() - 1;
        int after = s.last() + 1;
        t.add("f=" + p.form(s.first()));
        t.add("ft=" + p.tag(s.first()) + p.tag(before));
        t.add("b=" + p.form(before));
        t.add("bf=" + p.form(before) + "_" + p.form(s.first()));
        t.add("l=" + p.form(s.last()));
        t.add("lt=" + p.tag(s.last()) + p.tag(after));
        t.add("a=" + p.form(after));
        t.add("la=" + p.form(s.last()) + "_" + p.form(after));
        t.add("ta=" + p.tag(after) + "_" + p.tag(after + 1));
        t.add("len=" + Bins.length(s.last() - s.first() + 1));
        String side = s.last() < cue.first() ? "<" : s.first() > cue.last() ? ">" : "=";
        t.add("side=" + side + Math.min(3, Math.abs(p.sentence(s.first()) - p.sentence(cue.first()))));
        t.add("gap=" + side + Bins.length(side.equals("<") ? cue.first() - s.last() : s.first() - cue.last()));
        t.add("open=" + words.opening(s.first()));
        t.add("close=" + words.closing(s.last()));
        t.add("oc=" + words.opening(s.first()) + words.closing(s.last()));
        t.add("anext=" + words.opening(after));
        t.add("canext=" + words.closing(s.last()) + ">" + words.opening(after) + p.form(after));
        t.add("bprev=" + words.closing(before));
        roots(s, t);
        quotations(s, t);
        rules(s, t);
        t.add("sent=" + edges(s));
        t.add("sentl=" + edges(s) + Bins.length(s.last() - s.first() + 1));
        long cues = others.stream()
                .filter(other -> s.first() <= other.first() && other.last() <= s.last())
                .count();
        t.add("cues=" + Math.min(2, cues));
        t.add("cl=" + p.lemma(cueHead) + side);
        t.add("clK=" + p.fine(cueHead) + side);
        t.add("clKf=" + p.fine(cueHead) + "_" + p.form(s.first()));
        t.add("clf=" + p.lemma(cueHead) + "_" + p.form(s.first()));
        for (int i = 1; i < t.size(); i++) {
            t.set(i, label + t.get(i));
        }
        return t;
    }

    private String rank(Likely candidate) {
        long better = candidates.stream()
                .filter(other ->
                        other.stretch().label().equals(candidate.stretch().label())
                                && other.probability() > candidate.probability())
                .count();
        return String.valueOf(Math.min(3, better));
    }

    /** How the best candidate in its way compares. */
    private String margin(Likely candidate) {
        return candidates.stream()
                .filter(other -> !other.stretch().equals(candidate.stretch())
                        && other.stretch().overlaps(candidate.stretch()))
                .mapToDouble(Likely::probability)
                .max()
                .stream()
                .mapToObj(best -> Bins.ratio(candidate.probability() / best))
                .findFirst()
                .orElse("alone");
    }

    /** The words whose governor lies outside: one in a constituent. */
    private void roots(Stretch s, List<String> t) {
        int roots = 0;
        int cut = 0;
        StringBuilder relations = new StringBuilder();
        StringBuilder ways = new StringBuilder();
        for (int w = s.first(); w <= s.last(); w++) {
            int governor = p.governor(w);
            if (!p.isMark(w) && (governor == Passage.NONE || !s.contains(governor))) {
                roots++;
                relations.append(p.relation(w)).append(' ');
                ways.append(words.way(w)).append(' ');
            }
        }
        for (int w = Math.max(0, s.first() - 12); w < Math.min(p.size(), s.last() + 13); w++) {
            if (!s.contains(w) && !p.isMark(w) && p.governor(w) != Passage.NONE && s.contains(p.governor(w))) {
                cut++;
            }
        }
        t.add("roots=" + Math.min(4, roots) + "," + Math.min(2, cut));
        if (roots <= 3) {
            t.add("rr=" + relations + Math.min(2, cut));
            t.add("rw=" + ways);
            t.add("rwc=" + ways + cut);
        }
        int head = p.head(s.first(), s.last());
        t.add("h=" + p.lemma(head));
        t.add("hK=" + p.fine(head));
        t.add("hKk=" + p.coarse(head) + p.coarse(cueHead));
        t.add("ht=" + p.tag(head) + p.type(head));
        t.add("hw=" + words.way(head) + Math.min(2, cut));
    }

    private void quotations(Stretch s, List<String> t) {
        int marks = 0;
        for (int w = s.first(); w <= s.last(); w++) {
            marks += p.isQuotationMark(w) ? 1 : 0;
        }
        boolean marked = p.isQuotationMark(s.first() - 1);
        boolean ends = p.isQuotationMark(s.last() + 1) || p.isQuotationMark(s.last() + 2);
        int quoteBegins = p.quote(s.first());
        int quoteEnds = p.quote(s.last());
        boolean beginsInside =
                quoteBegins != Passage.NONE && s.first() > 0 && p.quote(s.first() - 1) == quoteBegins && !marked;
        boolean endsInside = quoteEnds != Passage.NONE
                && s.last() + 1 < p.size()
                && p.quote(s.last() + 1) == quoteEnds
                && !p.isMark(s.last() + 1);
        t.add("q=" + Math.min(3, marks) + marked + ends + beginsInside + endsInside);
        t.add("qq=" + (quoteBegins != Passage.NONE) + (quoteEnds != Passage.NONE) + (quoteBegins == quoteEnds)
                + (p.quote(cue.first()) != Passage.NONE));
    }

    private void rules(Stretch s, List<String> t) {
        String best = "none";
        for (Attribution attribution : p.ruled(cue)) {
            best = "other";
            List<Span> spans = s.label().equals(Tagger.SOURCE)
                    ? attribution.source().stream().toList()
                    : attribution.content().spans();
            for (Span span : spans) {
                int[] there = p.words(span);
                if (there.length == 2) {
                    boolean first = there[0] == s.first();
                    boolean last = there[1] == s.last();
                    if (first && last) {
                        t.add("rule=same" + attribution.kind());
                        return;
                    }
                    best = first ? "first" : last ? "last" : best;
                }
            }
        }
        t.add("rule=" + best);
    }

    private String edges(Stretch s) {
        boolean first = s.first() == 0 || p.sentence(s.first() - 1) != p.sentence(s.first());
        int next = s.last() + 1;
        while (p.isMark(next)) {
            next++;
        }
        boolean last = next >= p.size() || p.sentence(next) != p.sentence(s.last());
        boolean one = p.sentence(s.first()) == p.sentence(s.last());
        return (first ? "F" : "") + (last ? "L" : "") + (one ? "" : "+");
    }
}
