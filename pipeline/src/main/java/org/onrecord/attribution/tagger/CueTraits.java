package org.onrecord.attribution.tagger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.onrecord.document.Attribution;

/** What tells a cue: the traits of every word of a passage. */
public final class CueTraits {
    private final Passage passage;
    private final String[] bins;
    private final String[] ruled;
    private final int quotes;

    private CueTraits(Passage passage, CueCounts counts, CueCounts own) {
        this.passage = passage;
        this.bins = new String[passage.size()];
        this.ruled = new String[passage.size()];
        Arrays.fill(ruled, "-");
        for (int word = 0; word < passage.size(); word++) {
            bins[word] = counts.bin(passage, word, own);
        }
        for (Attribution attribution : passage.ruled()) {
            mark(attribution);
        }
        quotes = (int) IntStream.range(0, passage.size())
                .map(passage::quote)
                .filter(quote -> quote != Passage.NONE)
                .distinct()
                .count();
    }

    private void mark(Attribution attribution) {
        boolean[] content = passage.covered(attribution.content());
        for (int word = 0; word < passage.size(); word++) {
            if (content[word] && ruled[word].equals("-")) {
                ruled[word] = "K";
            }
        }
        attribution
                .source()
                .map(passage::words)
                .filter(words -> words.length == 2)
                .ifPresent(words -> {
                    for (int word = words[0]; word <= words[1]; word++) {
                        ruled[word] = "S";
                    }
                });
        attribution.cue().map(passage::cue).filter(words -> words.length == 2).ifPresent(words -> {
            for (int word = words[0]; word <= words[1]; word++) {
                ruled[word] = "C:" + attribution.basis().getClass().getSimpleName()
                        + (attribution.source().isPresent() ? "+s" : "") + attribution.kind();
            }
        });
    }

    /**
     * The traits of each word.
     *
     * @param own counts of the article itself, left out of the shares; empty outside training
     */
    public static List<List<String>> of(Passage passage, CueCounts counts, CueCounts own) {
        CueTraits traits = new CueTraits(passage, counts, own);
        List<List<String>> all = new ArrayList<>();
        for (int word = 0; word < passage.size(); word++) {
            all.add(traits.of(word));
        }
        return all;
    }

    private String bin(int word) {
        return word < 0 || word >= passage.size() ? "-" : bins[word];
    }

    private List<String> of(int w) {
        List<String> t = new ArrayList<>(64);
        String lemma = passage.lemma(w);
        String tag = passage.tag(w);
        String rel = passage.relation(w);
        t.add("w=" + passage.form(w));
        t.add("l=" + lemma);
        t.add("p=" + tag);
        t.add("lp=" + lemma + "/" + tag);
        for (int d = -3; d <= 3; d++) {
            if (d != 0) {
                t.add("l" + d + "=" + passage.lemma(w + d));
                t.add("p" + d + "=" + passage.tag(w + d));
                t.add("b" + d + "=" + bin(w + d));
            }
        }
        t.add("l-1l=" + passage.lemma(w - 1) + "_" + lemma);
        t.add("ll+1=" + lemma + "_" + passage.lemma(w + 1));
        t.add("l-1l+1=" + passage.lemma(w - 1) + "_" + passage.lemma(w + 1));
        t.add("p-1p=" + passage.tag(w - 1) + "_" + tag);
        t.add("pp+1=" + tag + "_" + passage.tag(w + 1));
        t.add("p-1pp+1=" + passage.tag(w - 1) + "_" + tag + "_" + passage.tag(w + 1));
        t.add("p-2p-1p=" + passage.tag(w - 2) + "_" + passage.tag(w - 1) + "_" + tag);
        t.add("pp+1p+2=" + tag + "_" + passage.tag(w + 1) + "_" + passage.tag(w + 2));
        t.add("b=" + bin(w));
        t.add("bp=" + bin(w) + tag);
        t.add("b-1b=" + bin(w - 1) + bin(w));
        t.add("bb+1=" + bin(w) + bin(w + 1));
        t.add("b-1bb+1=" + bin(w - 1) + bin(w) + bin(w + 1));
        t.add("suf=" + (lemma.length() > 3 ? lemma.substring(lemma.length() - 3) : lemma) + tag);
        t.add("r=" + rel);
        t.add("rl=" + rel + lemma);
        t.add("rb=" + rel + bin(w));
        t.add("rp=" + rel + tag);
        int g = passage.governor(w);
        t.add("g=" + passage.lemma(g) + (g < w ? "<" : ">"));
        t.add("gr=" + (g < 0 ? "-" : passage.relation(g)) + rel);
        t.add("gb=" + bin(g) + rel);
        t.add("gp=" + passage.tag(g) + rel);
        children(w, t);
        quotations(w, t);
        t.add("R=" + ruled[w]);
        t.add("Rb=" + ruled[w] + bin(w));
        t.add("Rl=" + ruled[w] + lemma);
        t.add("R-1=" + (w > 0 ? ruled[w - 1] : "<") + ruled[w]);
        t.add("R+1=" + ruled[w] + (w + 1 < passage.size() ? ruled[w + 1] : ">"));
        t.add("e=" + passage.type(w));
        clusters(w, t);
        return t;
    }

    private void clusters(int w, List<String> t) {
        String fine = passage.fine(w);
        String coarse = passage.coarse(w);
        t.add(WordClusters.MARK + "K=" + fine);
        t.add(WordClusters.MARK + "Kp=" + fine + passage.tag(w));
        t.add(WordClusters.MARK + "Kr=" + fine + passage.relation(w));
        t.add(WordClusters.MARK + "KR=" + fine + ruled[w]);
        t.add(WordClusters.MARK + "Ki=" + fine + (passage.quote(w) != Passage.NONE));
        t.add(WordClusters.MARK + "k=" + coarse);
        t.add(WordClusters.MARK + "kr=" + coarse + passage.relation(w));
        for (int d = -2; d <= 2; d++) {
            if (d != 0) {
                t.add(WordClusters.MARK + "K" + d + "=" + passage.fine(w + d));
                t.add(WordClusters.MARK + "k" + d + "=" + coarse + passage.coarse(w + d));
            }
        }
        int governor = passage.governor(w);
        t.add(WordClusters.MARK + "Kg=" + passage.relation(w) + passage.fine(governor));
        t.add(WordClusters.MARK + "kg=" + coarse + passage.relation(w) + passage.coarse(governor));
    }

    private void children(int w, List<String> t) {
        StringBuilder seen = new StringBuilder();
        boolean subject = false;
        boolean clause = false;
        int first = passage.firstBelow(w);
        int last = passage.lastBelow(w);
        for (int child = first; child <= last; child++) {
            if (passage.governor(child) != w) {
                continue;
            }
            String relation = passage.relation(child);
            if (relation.equals("punct")) {
                continue;
            }
            t.add("c=" + relation + (child < w ? "<" : ">"));
            t.add("cl=" + relation + passage.lemma(child));
            t.add("cb=" + relation + bin(w));
            if (relation.startsWith("nsubj")) {
                subject = true;
                t.add("sp=" + passage.tag(child) + bin(w));
                t.add("st=" + passage.type(child) + bin(w));
                t.add("sl=" + passage.lemma(child));
                t.add(WordClusters.MARK + "sK=" + passage.fine(child) + bin(w));
                t.add(WordClusters.MARK + "sk=" + passage.coarse(child) + passage.coarse(w));
            }
            if (relation.equals("ccomp") || relation.equals("xcomp") || relation.equals("parataxis")) {
                clause = true;
                t.add("cc=" + relation + passage.tag(child) + (child < w ? "<" : ">"));
                t.add("ccl=" + relation + passage.lemma(w));
                t.add("ccm=" + relation + passage.lemma(passage.firstBelow(child)));
                t.add(WordClusters.MARK + "ccK=" + relation + passage.fine(w));
            }
            seen.append(relation).append(' ');
        }
        t.add("cs=" + seen);
        t.add("sc=" + subject + clause + bin(w));
        t.add("scl=" + subject + clause + passage.lemma(w));
        t.add(WordClusters.MARK + "scK=" + subject + clause + passage.fine(w));
    }

    private void quotations(int w, List<String> t) {
        boolean inside = passage.quote(w) != Passage.NONE;
        t.add("q=" + inside);
        t.add("qb=" + inside + bin(w));
        String near = "far";
        for (int d = 1; d <= 8 && near.equals("far"); d++) {
            if (passage.isQuotationMark(w - d)) {
                near = "<" + Math.min(d, 4);
            } else if (passage.isQuotationMark(w + d)) {
                near = ">" + Math.min(d, 4);
            }
        }
        t.add("qn=" + near + inside);
        t.add("qnb=" + near + inside + bin(w));
        t.add("qnp=" + near + inside + passage.tag(w));
        t.add("qs=" + Math.min(quotes, 2) + inside + bin(w));
    }
}
