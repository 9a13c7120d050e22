package org.onrecord.attribution.tagger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.onrecord.document.Attribution;

/**
 * What tells the source and the content of one cue: the traits of every word of the passage with regard to that cue. As in
 * semantic role labelling (Gildea and Jurafsky 2002), the way through the tree from the cue to the word counts most.
 */
public final class ArgumentTraits {
    private static final Pattern STOPS = Pattern.compile("[.?!:]+");
    private static final int LONGEST_WAY = 5;

    private final Passage p;
    private final Stretch cue;
    private final List<Stretch> cues;
    private final int head;
    private final String cueCluster;
    private final String[] ways;
    private final String[] branches;
    private final int[] branchWord;
    private final int[] depths;
    private final String context;
    private final String ruleName;
    private final String[] ruled;
    private final boolean[] inOtherCue;
    private final boolean[] above;

    ArgumentTraits(Passage passage, Stretch cue, List<Stretch> cues) {
        this.p = passage;
        this.cue = cue;
        this.cues = cues;
        this.head = passage.head(cue.first(), cue.last());
        this.cueCluster = passage.fine(head);
        int size = passage.size();
        ways = new String[size];
        branches = new String[size];
        branchWord = new int[size];
        depths = new int[size];
        Arrays.fill(branchWord, Passage.NONE);
        above = new boolean[size];
        for (int at = head, steps = 0; at != Passage.NONE && steps < size; at = passage.governor(at), steps++) {
            above[at] = true;
        }
        ways();
        context = context();
        ruled = new String[size];
        ruleName = rules();
        inOtherCue = new boolean[size];
        for (Stretch other : cues) {
            if (!other.equals(cue)) {
                Arrays.fill(inOtherCue, other.first(), other.last() + 1, true);
            }
        }
    }

    /**
     * The traits of each word.
     *
     * @param cues all cues of the passage, this one among them
     */
    public static List<List<String>> of(Passage passage, Stretch cue, List<Stretch> cues) {
        return new ArgumentTraits(passage, cue, cues).words();
    }

    List<List<String>> words() {
        List<List<String>> all = new ArrayList<>(p.size());
        for (int word = 0; word < p.size(); word++) {
            all.add(of(word));
        }
        return all;
    }

    /** The way through the tree from the cue to a word. */
    String way(int word) {
        return ways[word];
    }

    /** For each word of the sentence: the relations up from the cue, then those down to the word. */
    private void ways() {
        Arrays.fill(ways, "far");
        Arrays.fill(branches, "far");
        List<Integer> upward = new ArrayList<>();
        for (int at = head; at != Passage.NONE && upward.size() < 12; at = p.governor(at)) {
            upward.add(at);
        }
        for (int word = 0; word < p.size(); word++) {
            if (p.sentence(word) != p.sentence(head) || !p.isParsed(head)) {
                continue;
            }
            List<Integer> down = new ArrayList<>();
            int at = word;
            while (at != Passage.NONE && !upward.contains(at) && down.size() < 40) {
                down.add(at);
                at = p.governor(at);
            }
            if (at == Passage.NONE || !upward.contains(at)) {
                continue;
            }
            int climbed = upward.indexOf(at);
            StringBuilder up = new StringBuilder();
            for (int i = 0; i < Math.min(climbed, 4); i++) {
                up.append('^').append(p.relation(upward.get(i)));
            }
            if (climbed > 4) {
                up.append("^^");
            }
            String branch = down.isEmpty() ? "self" : p.relation(down.getLast());
            branchWord[word] = down.isEmpty() ? Passage.NONE : down.getLast();
            branches[word] = up + "v" + branch;
            depths[word] = down.size();
            StringBuilder way = new StringBuilder(up);
            for (int i = down.size() - 1; i >= Math.max(0, down.size() - LONGEST_WAY); i--) {
                way.append('v').append(p.relation(down.get(i)));
            }
            ways[word] = way.toString();
        }
    }

    /** How the cue stands in its sentence. */
    private String context() {
        boolean subject = false;
        boolean clause = false;
        for (int child = p.firstBelow(head); child <= p.lastBelow(head); child++) {
            if (p.governor(child) == head) {
                subject |= p.relation(child).startsWith("nsubj");
                clause |= p.relation(child).equals("ccomp") || p.relation(child).equals("xcomp");
            }
        }
        return p.relation(head)
                + (subject ? "S" : "")
                + (clause ? "C" : "")
                + edge(cue.first() - 1)
                + edge(cue.last() + 1);
    }

    private String edge(int word) {
        if (p.isQuotationMark(word)) {
            return "\"";
        }
        String tag = p.tag(word);
        return p.isMark(word) ? p.form(word) : tag.length() > 2 ? tag.substring(0, 2) : tag;
    }

    /** What the rules make of this cue, word by word; their name, or that they have none. */
    private String rules() {
        Arrays.fill(ruled, "n");
        for (Attribution attribution : p.ruled(cue)) {
            Arrays.fill(ruled, "o");
            boolean[] content = p.covered(attribution.content());
            for (int word = 0; word < p.size(); word++) {
                if (content[word]) {
                    boolean begins = word == 0 || !content[word - 1];
                    boolean ends = word + 1 == p.size() || !content[word + 1];
                    ruled[word] = "K" + (begins ? "b" : "") + (ends ? "e" : "");
                }
            }
            attribution
                    .source()
                    .map(p::words)
                    .filter(words -> words.length == 2)
                    .ifPresent(words -> {
                        for (int word = words[0]; word <= words[1]; word++) {
                            ruled[word] = "S" + (word == words[0] ? "b" : "") + (word == words[1] ? "e" : "");
                        }
                    });
            return attribution.kind().name();
        }
        return "none";
    }

    private String at(String[] values, int word) {
        return word < 0 ? "<s>" : word >= values.length ? "</s>" : values[word];
    }

    private List<String> of(int w) {
        List<String> t = new ArrayList<>(80);
        if (cue.contains(w)) {
            t.add("cue");
            return t;
        }
        String side = w < cue.first() ? "<" : ">";
        int sentences = p.sentence(w) - p.sentence(head);
        String where = side + (sentences == 0 ? "" : Math.max(-3, Math.min(3, sentences)));
        String tag = p.tag(w);
        String lemma = p.lemma(w);
        String cueLemma = p.lemma(head);
        String branch = branches[w];
        String edge = edgeOfBranch(w);
        boolean mark = p.isMark(w);

        t.add("where=" + where);
        t.add("w=" + p.form(w));
        t.add("l=" + lemma + side);
        t.add("p=" + tag + side);
        t.add("l-1=" + p.lemma(w - 1) + side);
        t.add("l+1=" + p.lemma(w + 1) + side);
        t.add("p-1p=" + p.tag(w - 1) + "_" + tag + side);
        t.add("pp+1=" + tag + "_" + p.tag(w + 1) + side);
        t.add("p3=" + p.tag(w - 1) + "_" + tag + "_" + p.tag(w + 1));
        t.add("e=" + p.type(w) + side + (w > 0 && p.type(w - 1).equals(p.type(w)))
                + (w + 1 < p.size() && p.type(w + 1).equals(p.type(w))));

        t.add("way=" + ways[w]);
        t.add("wayp=" + ways[w] + tag);
        t.add("waye=" + ways[w] + edge);
        t.add("br=" + branch + side);
        t.add("brp=" + branch + tag + edge);
        t.add("bre=" + branch + edge);
        t.add("bred=" + branch + edge + Math.min(depths[w], 3) + p.relation(w));
        t.add("brl=" + branch + cueLemma);
        t.add("brel=" + branch + edge + cueLemma);
        t.add("brt=" + branch + edge + p.tag(head));
        t.add("brx=" + branch + edge + context);
        t.add("brq=" + branch + edge + quotation(w));
        t.add("br-1=" + at(branches, w - 1) + ">" + branch);
        t.add("br+1=" + branch + ">" + at(branches, w + 1));
        t.add("br-1p=" + at(branches, w - 1) + ">" + branch + p.tag(w - 1) + tag);
        t.add("br+1p=" + branch + ">" + at(branches, w + 1) + tag + p.tag(w + 1));
        t.add("br-1f=" + branch + p.form(w - 1));
        t.add("br+1f=" + branch + p.form(w + 1));
        t.add("br-2=" + at(branches, w - 2) + ">" + branch);
        t.add("br+2=" + branch + ">" + at(branches, w + 2));
        t.add("rel=" + p.relation(w) + side + (sentences == 0));
        t.add("dom=" + dominance(w) + where);
        t.add("domp=" + dominance(w) + side + tag);

        t.add("x=" + context + where);
        t.add("xp=" + context + where + tag);
        t.add("xl=" + cueLemma + where);
        t.add("xlp=" + cueLemma + where + tag);
        t.add("xlq=" + cueLemma + where + quotation(w));

        String gap = gap(w);
        t.add("gap=" + gap);
        t.add("gapp=" + gap + tag);
        t.add("gapx=" + gap + context);
        t.add("gapq=" + gap + quotation(w));
        t.add("dist=" + distance(w) + side);
        t.add("distp=" + distance(w) + side + tag);
        if (distance(w).length() == 1) {
            t.add("distl=" + distance(w) + side + lemma + "_" + cueLemma);
            t.add("distpl=" + distance(w) + side + tag + "_" + cueLemma);
        }
        t.add("edge=" + edgeOfSentence(w) + side);
        t.add("edger=" + edgeOfSentence(w) + where + context);

        t.add("q=" + quotation(w) + where);
        t.add("qp=" + quotation(w) + side + tag);
        t.add("q-1=" + quotation(w - 1) + ">" + quotation(w) + where);
        t.add("q+1=" + quotation(w) + ">" + quotation(w + 1) + where);
        t.add("qx=" + quotation(w) + where + context);

        String opens = opening(w);
        String closes = closing(w);
        t.add("op=" + opens + side);
        t.add("opx=" + opens + context);
        t.add("opl=" + opens + cueLemma);
        t.add("opq=" + opens + quotation(w));
        t.add("op-1=" + opens + tag + p.tag(w - 1) + side);
        t.add("op-1f=" + opens + p.form(w - 1) + side);
        t.add("opf=" + opens + p.form(w) + side);
        t.add("cl=" + closes + side);
        t.add("clx=" + closes + context);
        t.add("cll=" + closes + cueLemma);
        t.add("clq=" + closes + quotation(w));
        t.add("cl+1=" + closes + tag + p.tag(w + 1) + side);
        t.add("cl+1f=" + closes + p.form(w + 1) + side);
        t.add("clop=" + closes + opening(w + 1));
        t.add("opcl=" + closing(w - 1) + opens);

        t.add(WordClusters.MARK + "K=" + p.fine(w) + side);
        t.add(WordClusters.MARK + "k=" + p.coarse(w) + branch);
        t.add(WordClusters.MARK + "k-1=" + p.coarse(w - 1) + p.coarse(w) + side);
        t.add(WordClusters.MARK + "k+1=" + p.coarse(w) + p.coarse(w + 1) + side);
        t.add(WordClusters.MARK + "Kx=" + cueCluster + where);
        t.add(WordClusters.MARK + "Kxp=" + cueCluster + where + tag);
        t.add(WordClusters.MARK + "Kbr=" + branch + cueCluster);
        t.add(WordClusters.MARK + "Kbre=" + branch + edge + cueCluster);
        t.add(WordClusters.MARK + "Kop=" + opens + cueCluster);
        t.add(WordClusters.MARK + "Kcl=" + closes + cueCluster);
        t.add(WordClusters.MARK + "Kopk=" + opens + p.fine(w));
        t.add(WordClusters.MARK + "kway=" + ways[w] + p.coarse(w));
        if (distance(w).length() == 1) {
            t.add(WordClusters.MARK + "Kdist=" + distance(w) + side + p.coarse(w) + "_" + p.coarse(head));
            t.add(WordClusters.MARK + "Kdistp=" + distance(w) + side + tag + "_" + cueCluster);
        }

        t.add("R=" + ruled[w]);
        t.add("Rn=" + ruled[w] + ruleName);
        t.add("Rb=" + ruled[w] + branch);
        t.add("Rg=" + ruled[w] + gap);
        t.add("Rx=" + ruled[w] + context);
        t.add("Rl=" + ruled[w] + cueLemma);
        t.add("Rq=" + ruled[w] + quotation(w) + where);
        t.add("Rp=" + ruled[w] + tag);
        t.add("R-1=" + at(ruled, w - 1) + ">" + ruled[w]);
        t.add("R+1=" + ruled[w] + ">" + at(ruled, w + 1));
        t.add("oc=" + inOtherCue[w] + side);
        t.add("oc-1=" + (w > 0 && inOtherCue[w - 1]) + (w + 1 < p.size() && inOtherCue[w + 1]) + where);
        if (mark) {
            t.add("m=" + p.form(w) + side + p.form(w + 1));
            t.add("mb=" + at(branches, w - 1) + p.form(w) + at(branches, w + 1));
        }
        if (p.isMark(w + 1)) {
            t.add("m+1=" + p.form(w + 1) + where + branch + at(branches, w + 2));
        }
        if (p.isMark(w - 1)) {
            t.add("m-1=" + p.form(w - 1) + where + branch + at(branches, w - 2));
        }
        return t;
    }

    /** The way to the highest word whose subtree begins here and does not hold the cue. */
    String opening(int w) {
        if (w < 0 || w >= p.size() || ways[w].equals("far")) {
            return "-";
        }
        int top = w;
        for (int up = w; up != Passage.NONE && p.firstBelow(up) == w && !above[up]; up = p.governor(up)) {
            top = up;
        }
        return p.firstBelow(w) == w ? ways[top] : "i";
    }

    /** The way to the highest word whose subtree ends here, marks aside, and does not hold the cue. */
    String closing(int w) {
        if (w < 0 || w >= p.size() || ways[w].equals("far")) {
            return "-";
        }
        int top = w;
        for (int up = w; up != Passage.NONE && lastWord(up) == w && !above[up]; up = p.governor(up)) {
            top = up;
        }
        return lastWord(w) == w ? ways[top] : "i";
    }

    /** Whether the word is the first or last below the top of its branch. */
    private String edgeOfBranch(int w) {
        int top = branchWord[w];
        if (top == Passage.NONE) {
            return "";
        }
        return (p.firstBelow(top) == w ? "F" : "") + (lastWord(top) == w ? "L" : "");
    }

    private int lastWord(int top) {
        int last = p.lastBelow(top);
        while (last > top && p.isMark(last)) {
            last--;
        }
        return last;
    }

    /** Whether the cue governs the word, the word the cue, or neither. */
    private String dominance(int w) {
        if (p.firstBelow(head) <= w
                && w <= p.lastBelow(head)
                && !branches[w].startsWith("^")
                && !branches[w].equals("far")) {
            return "below";
        }
        int at = head;
        for (int steps = 0; at != Passage.NONE && steps < 40; steps++) {
            if (at == w) {
                return "above";
            }
            at = p.governor(at);
        }
        return branches[w].equals("far") ? "far" : "beside";
    }

    private String distance(int w) {
        int distance = w < cue.first() ? cue.first() - w : w - cue.last();
        return distance <= 5
                ? String.valueOf(distance)
                : distance <= 8 ? "6+" : distance <= 14 ? "9+" : distance <= 25 ? "15+" : "26+";
    }

    /** What stands between word and cue: commas, quotation marks, verbs, other cues, sentence ends. */
    private String gap(int w) {
        boolean before = w < cue.first();
        int from = before ? w + 1 : cue.last() + 1;
        int to = before ? cue.first() : w;
        int commas = 0;
        int marks = 0;
        int verbs = 0;
        int stops = 0;
        int others = 0;
        for (int word = from; word < to; word++) {
            String form = p.form(word);
            if (p.isQuotationMark(word)) {
                marks++;
            } else if (form.equals(",") || form.equals(";") || form.startsWith("--") || form.equals("—")) {
                commas++;
            } else if (STOPS.matcher(form).matches()) {
                stops++;
            } else if (p.tag(word).startsWith("VB")) {
                verbs++;
            }
        }
        for (Stretch other : cues) {
            others += !other.equals(cue) && from <= other.first() && other.last() < to ? 1 : 0;
        }
        return (w < cue.first() ? "<" : ">")
                + Math.min(commas, 2)
                + Math.min(marks, 3)
                + Math.min(verbs, 2)
                + Math.min(stops, 2)
                + Math.min(others, 2);
    }

    /** Whether the word stands in a quotation, the same as the cue, and the one next to it. */
    private String quotation(int w) {
        if (w < 0 || w >= p.size()) {
            return "-";
        }
        int quote = p.quote(w);
        if (quote == Passage.NONE) {
            return p.quote(head) == Passage.NONE ? "o" : "out";
        }
        if (quote == p.quote(head)) {
            return "same";
        }
        int nearest = nearestQuote(w < cue.first());
        String begins = w == 0 || p.quote(w - 1) != quote ? "b" : "";
        String ends = w + 1 == p.size() || p.quote(w + 1) != quote ? "e" : "";
        return "in" + Math.min(2, Math.abs(quote - nearest)) + begins + ends;
    }

    private int nearestQuote(boolean before) {
        if (before) {
            for (int word = cue.first() - 1; word >= 0; word--) {
                if (p.quote(word) != Passage.NONE) {
                    return p.quote(word);
                }
            }
        } else {
            for (int word = cue.last() + 1; word < p.size(); word++) {
                if (p.quote(word) != Passage.NONE) {
                    return p.quote(word);
                }
            }
        }
        return Passage.NONE;
    }

    private String edgeOfSentence(int w) {
        boolean first = w == 0 || p.sentence(w - 1) != p.sentence(w);
        boolean last = w + 1 >= p.size() || p.sentence(w + 1) != p.sentence(w);
        boolean lastWord = w + 2 >= p.size() || p.sentence(w + 2) != p.sentence(w);
        return (first ? "F" : "") + (last ? "L" : lastWord ? "l" : "");
    }
}
