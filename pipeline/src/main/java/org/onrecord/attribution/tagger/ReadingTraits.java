package org.onrecord.attribution.tagger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.onrecord.attribution.tagger.Candidates.Candidate;
import org.onrecord.attribution.tagger.Crf.Likely;
import org.onrecord.document.Attribution;

/**
 * What tells the right reading of a cue from others: how source, cue and contents lie in the sentence, and what is left out
 * of it. No segment by itself shows these.
 */
final class ReadingTraits {
    private final Passage p;
    private final Candidate candidate;
    private final Stretch cue;
    private final String lemma;
    private final String tag;
    private final String cluster;
    private final List<Stretch> others;
    private final List<Attribution> ruled;

    /** @param candidates all of the passage */
    ReadingTraits(Passage passage, Candidate candidate, List<Candidate> candidates) {
        this.p = passage;
        this.candidate = candidate;
        this.cue = candidate.cue().stretch();
        int head = passage.head(cue.first(), cue.last());
        this.lemma = passage.lemma(head);
        this.tag = passage.tag(head);
        this.cluster = passage.fine(head);
        this.others = candidates.stream()
                .filter(Candidate::isSure)
                .map(other -> other.cue().stretch())
                .filter(other -> !other.overlaps(cue))
                .toList();
        this.ruled = passage.ruled(cue);
    }

    Map<String, Double> of(Reading reading) {
        Map<String, Double> t = new LinkedHashMap<>();
        t.put(
                "odds K" + Math.min(3, reading.content().size()),
                reading.content().stream().mapToDouble(Reading::odds).sum());
        t.put("odds S", reading.source().map(Reading::odds).orElse(0.0));
        String n =
                "n" + Math.min(3, reading.content().size()) + (reading.source().isPresent() ? "s" : "-");
        t.put(n, 1.0);
        t.put(n + lemma, 1.0);
        t.put(n + cluster, 1.0);
        t.put(n + tag, 1.0);
        layout(reading, t);
        boolean[] covered = covered(reading);
        leftOut(covered, t);
        quotations(covered, t);
        rules(reading, t);
        for (Likely part : reading.content()) {
            part(part, t);
        }
        return t;
    }

    /** Source, cue and contents in the order of the text with what stands between them. */
    private void layout(Reading reading, Map<String, Double> t) {
        List<Stretch> items = new ArrayList<>(List.of(cue));
        reading.source().ifPresent(source -> items.add(source.stretch()));
        reading.content().forEach(part -> items.add(part.stretch()));
        items.sort(Comparator.comparingInt(Stretch::first));
        StringBuilder order = new StringBuilder();
        StringBuilder whole = new StringBuilder();
        for (int i = 0; i < items.size(); i++) {
            Stretch item = items.get(i);
            String name = item.label()
                    + (p.quote(item.first()) != Passage.NONE && item.label().equals(Tagger.CONTENT) ? "q" : "");
            order.append(name);
            whole.append(name);
            if (i + 1 < items.size()) {
                String between = between(item.last() + 1, items.get(i + 1).first() - 1);
                whole.append(between);
                add("sep=" + item.label() + between + items.get(i + 1).label(), t);
                add("sepl=" + item.label() + between + items.get(i + 1).label() + lemma, t);
                add("sepK=" + item.label() + between + items.get(i + 1).label() + cluster, t);
            }
        }
        String shape = order.toString();
        add("order=" + shape, t);
        add("orderl=" + shape + lemma, t);
        add("orderK=" + shape + cluster, t);
        add("ordert=" + shape + tag, t);
        add("whole=" + whole, t);
    }

    /** What stands between two parts: marks as they are, one or two words as they are, more as their number. */
    private String between(int first, int last) {
        if (first > last) {
            return "";
        }
        StringBuilder marks = new StringBuilder();
        List<String> words = new ArrayList<>();
        for (int w = first; w <= last; w++) {
            if (w > first && p.sentence(w) != p.sentence(w - 1)) {
                marks.append('|');
            }
            if (p.isQuotationMark(w)) {
                marks.append('"');
            } else if (p.isMark(w)) {
                marks.append(p.form(w), 0, 1);
            } else {
                words.add(p.form(w));
            }
        }
        if (last + 1 < p.size() && p.sentence(last) != p.sentence(last + 1)) {
            marks.append('|');
        }
        String said = words.size() <= 1 ? String.join("_", words) : Bins.length(words.size());
        return "<" + (marks.length() > 4 ? marks.substring(0, 4) : marks.toString()) + said + ">";
    }

    private boolean[] covered(Reading reading) {
        boolean[] covered = new boolean[p.size()];
        Stream.concat(
                        Stream.of(cue),
                        Stream.concat(reading.source().stream(), reading.content().stream())
                                .map(Likely::stretch))
                .forEach(part -> Arrays.fill(covered, part.first(), part.last() + 1, true));
        return covered;
    }

    /** What the reading leaves out at the two ends of the cue's sentence and between its parts. */
    private void leftOut(boolean[] covered, Map<String, Double> t) {
        int first = cue.first();
        while (first > 0 && p.sentence(first - 1) == p.sentence(cue.first())) {
            first--;
        }
        int last = cue.last();
        while (last + 1 < p.size() && p.sentence(last + 1) == p.sentence(cue.first())) {
            last++;
        }
        int from = first;
        int before = 0;
        while (from <= last && !covered[from]) {
            before += p.isMark(from) ? 0 : 1;
            from++;
        }
        int to = last;
        int after = 0;
        while (to >= first && !covered[to]) {
            after += p.isMark(to) ? 0 : 1;
            to--;
        }
        add("pre=" + Bins.length(before), t);
        add("post=" + Bins.length(after), t);
        add("prepost=" + Bins.length(before) + "," + Bins.length(after), t);
        if (before > 0) {
            add("pref=" + p.relation(p.head(first, from - 1)) + p.tag(from - 1), t);
            add("prefw=" + p.form(first) + (before == 1), t);
        }
        if (after > 0) {
            add("postr=" + p.relation(p.head(to + 1, last)) + p.tag(p.head(to + 1, last)), t);
            add("postw=" + p.form(to + 1) + p.tag(to + 2), t);
        }
    }

    /** Whether quotations are taken whole, in part, or left. */
    private void quotations(boolean[] covered, Map<String, Double> t) {
        int[] inside = new int[p.size() + 1];
        int[] taken = new int[p.size() + 1];
        int[] sentence = new int[p.size() + 1];
        int most = -1;
        for (int w = 0; w < p.size(); w++) {
            int q = p.quote(w);
            if (q != Passage.NONE && !p.isMark(w)) {
                if (q >= inside.length) {
                    return;
                }
                inside[q]++;
                taken[q] += covered[w] ? 1 : 0;
                sentence[q] = p.sentence(w);
                most = Math.max(most, q);
            }
        }
        boolean cueInside = p.quote(cue.first()) != Passage.NONE;
        for (int q = 0; q <= most; q++) {
            if (inside[q] == 0 || (cueInside && p.quote(cue.first()) == q)) {
                continue;
            }
            String how = taken[q] == 0 ? "left" : taken[q] == inside[q] ? "whole" : "part";
            boolean near = sentence[q] == p.sentence(cue.first());
            boolean isLong = inside[q] > 4;
            add("quote=" + how + near + isLong + cueInside, t);
            if (!near) {
                boolean claimed = claimed(q);
                add("quotec=" + how + claimed + isLong, t);
            }
        }
    }

    /** Whether another likely cue stands in a sentence with the quotation. */
    private boolean claimed(int q) {
        for (int w = 0; w < p.size(); w++) {
            if (p.quote(w) == q) {
                int s = p.sentence(w);
                if (others.stream().anyMatch(other -> p.sentence(other.first()) == s && p.quote(other.first()) != q)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void rules(Reading reading, Map<String, Double> t) {
        if (ruled.isEmpty()) {
            add("rule=none", t);
            return;
        }
        for (Attribution attribution : ruled) {
            List<int[]> content = attribution.content().spans().stream()
                    .map(p::words)
                    .filter(words -> words.length == 2)
                    .toList();
            boolean same = content.size() == reading.content().size();
            for (int i = 0; same && i < content.size(); i++) {
                Stretch part = reading.content().get(i).stretch();
                same = content.get(i)[0] == part.first() && content.get(i)[1] == part.last();
            }
            int[] source = attribution.source().map(p::words).orElse(new int[0]);
            boolean sameSource = reading.source()
                    .map(one -> source.length == 2
                            && one.stretch().first() == source[0]
                            && one.stretch().last() == source[1])
                    .orElse(source.length == 0);
            add("rule=" + same + content.size() + reading.content().size() + attribution.kind(), t);
            add("ruleS=" + sameSource, t);
            add("ruleKS=" + same + sameSource, t);
        }
    }

    /** One content against those that could stand in its place. */
    private void part(Likely part, Map<String, Double> t) {
        Stretch s = part.stretch();
        long crossed = others.stream()
                .filter(other -> s.contains(other.first()) != s.contains(other.last())
                        || (s.first() > other.last() && other.first() > cue.last())
                        || (s.last() < other.first() && other.last() < cue.first()))
                .count();
        add("crossed=" + Math.min(2, crossed), t);
        add("tail=" + p.tag(s.last()) + p.form(s.last() + 1) + p.tag(s.last() + 2), t);
        add("lead=" + p.form(s.first() - 1) + p.tag(s.first()), t);
        List<Likely> sameStart = rivals(s, other -> other.first() == s.first());
        List<Likely> sameEnd = rivals(s, other -> other.last() == s.last());
        add(
                "ls=" + quarter(sameStart, other -> other.size() > s.size())
                        + quarter(sameStart, other -> other.size() < s.size()),
                t);
        longer(sameStart, s).ifPresent(longer -> edge("out>", s.last() + 1, longer.last(), s, t));
        shorter(sameStart, s).ifPresent(shorter -> edge("in>", shorter.last() + 1, s.last(), shorter, t));
        longer(sameEnd, s).ifPresent(longer -> edge("out<", longer.first(), s.first() - 1, s, t));
        shorter(sameEnd, s).ifPresent(shorter -> edge("in<", s.first(), shorter.first() - 1, shorter, t));
    }

    private List<Likely> rivals(Stretch s, Predicate<Stretch> alike) {
        return candidate.segments().stream()
                .filter(other -> other.stretch().label().equals(s.label())
                        && !other.stretch().equals(s)
                        && alike.test(other.stretch()))
                .toList();
    }

    /** The probability of the likeliest in quarters. */
    private static int quarter(List<Likely> rivals, Predicate<Stretch> which) {
        return (int) (4
                * rivals.stream()
                        .filter(rival -> which.test(rival.stretch()))
                        .mapToDouble(Likely::probability)
                        .max()
                        .orElse(0));
    }

    /** The shortest that is longer. */
    private static Optional<Stretch> longer(List<Likely> rivals, Stretch s) {
        return rivals.stream()
                .map(Likely::stretch)
                .filter(other -> other.size() > s.size())
                .min(Comparator.comparingInt(Stretch::size));
    }

    /** The longest that is shorter. */
    private static Optional<Stretch> shorter(List<Likely> rivals, Stretch s) {
        return rivals.stream()
                .map(Likely::stretch)
                .filter(other -> other.size() < s.size())
                .max(Comparator.comparingInt(Stretch::size));
    }

    /** What stands at an edge: words that one candidate takes in and another leaves out. */
    private void edge(String name, int first, int last, Stretch core, Map<String, Double> t) {
        int from = first;
        while (from < last && p.isMark(from)) {
            from++;
        }
        int to = last;
        while (to > from && p.isMark(to)) {
            to--;
        }
        String mark = p.isMark(first) ? p.form(first) : p.isMark(last) ? p.form(last) : "";
        int head = p.head(from, to);
        int governor = p.governor(head);
        String above = governor == Passage.NONE
                ? "root"
                : cue.contains(governor) ? "cue" : core.contains(governor) ? "core" : "else";
        String relation = p.relation(head);
        String length = Bins.length(to - from + 1);
        add(name + mark + p.form(from), t);
        add(name + p.tag(from) + p.form(from + 1), t);
        add(name + mark + relation + above, t);
        add(name + mark + relation + above + length, t);
        add(name + relation + p.lemma(head), t);
        add(name + p.tag(head) + p.type(head) + mark, t);
        add(name + above + lemma + mark, t);
        add(name + relation + lemma, t);
        add(name + above + cluster + mark, t);
        add(name + relation + cluster, t);
        add(name + relation + p.fine(head), t);
        add(name + length + mark + (p.quote(from) != Passage.NONE) + (p.quote(core.last()) == p.quote(from)), t);
    }

    private static void add(String name, Map<String, Double> t) {
        t.merge(name, 1.0, Double::sum);
    }
}
