package org.onrecord.syntax;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.onrecord.document.Token;

/**
 * The parser of Chen and Manning (2014) with CoreNLP's model of it. It gives the trees of CoreNLP's own
 * {@code DependencyParser}, several times faster: sums are single-precision and ordered so that the machine adds eight at a
 * time (docs/decisions/0016-parsing-faster.md).
 */
final class TransitionParser {
    /** Symbols that a state is seen as: words, tags and labels around the stack and the buffer. */
    static final int PLACES = 48;

    private static final int WORDS = 18;
    private static final int LABELS = 36;

    /** Its place among the labels. */
    private static final int ROOT = 1;

    private static final Set<String> SUBJECTS = Set.of("nsubj", "csubj");

    private final Symbols words;
    private final Symbols tags;
    private final List<String> labels;
    private final int firstLabel;
    private final Network network;

    /**
     * Strings of the model by number.
     *
     * @param unknown for a string that the model does not have
     * @param none for a word that is not there
     * @param root for the root
     */
    record Symbols(Map<String, Integer> numbers, int unknown, int none, int root) {
        private int[] of(List<String> strings) {
            int[] symbols = new int[strings.size() + 1];
            symbols[0] = root;
            for (int i = 0; i < strings.size(); i++) {
                symbols[i + 1] = numbers.getOrDefault(strings.get(i), unknown);
            }
            return symbols;
        }
    }

    /**
     * @param labels the first stands for none, the second for the root
     * @param firstLabel the number of the first label among all symbols
     */
    TransitionParser(Symbols words, Symbols tags, List<String> labels, int firstLabel, Network network) {
        this.words = words;
        this.tags = tags;
        this.labels = labels;
        this.firstLabel = firstLabel;
        this.network = network;
    }

    /**
     * One word's place in the tree.
     *
     * @param governor counted from one, zero for the root
     */
    record Arc(int governor, String label) {}

    /** The arc of each token. */
    List<Arc> parse(List<Token> tokens) {
        int[] forms = words.of(tokens.stream().map(Token::form).toList());
        int[] parts = tags.of(tokens.stream().map(Token::tag).toList());
        ArcStandard state = new ArcStandard(tokens.size());
        int[] seen = new int[PLACES];
        while (!state.isComplete()) {
            look(state, forms, parts, seen);
            apply(state, network.scores(seen));
        }
        BitSet passive = new BitSet();
        IntStream.rangeClosed(1, tokens.size())
                .filter(word -> labels.get(state.label(word)).equals("aux:pass"))
                .forEach(word -> passive.set(state.governor(word)));
        return IntStream.rangeClosed(1, tokens.size())
                .mapToObj(word -> new Arc(state.governor(word), label(state, word, passive)))
                .toList();
    }

    /** The label as CoreNLP mends it: a root below a word is some dependent, a subject of a passive a passive one. */
    private String label(ArcStandard state, int word, BitSet passive) {
        String label = labels.get(state.label(word));
        if (state.label(word) == ROOT && state.governor(word) != 0) {
            return "dep";
        }
        return SUBJECTS.contains(label) && passive.get(state.governor(word)) ? label + ":pass" : label;
    }

    /** The symbols of a state: three words of the stack and of the buffer, and the outer dependents of the upper two. */
    private void look(ArcStandard state, int[] forms, int[] parts, int[] seen) {
        for (int i = 0; i < 3; i++) {
            see(state.stacked(2 - i), i, forms, parts, seen);
            see(state.buffered(i), 3 + i, forms, parts, seen);
        }
        for (int i = 0; i < 2; i++) {
            int word = state.stacked(i);
            int left = state.leftDependent(word, 1);
            int right = state.rightDependent(word, 1);
            int[] dependents = {
                left,
                right,
                state.leftDependent(word, 2),
                state.rightDependent(word, 2),
                state.leftDependent(left, 1),
                state.rightDependent(right, 1)
            };
            for (int j = 0; j < dependents.length; j++) {
                int place = dependents.length * i + j;
                see(dependents[j], 6 + place, forms, parts, seen);
                seen[LABELS + place] =
                        firstLabel + (dependents[j] == ArcStandard.NONE ? 0 : state.label(dependents[j]));
            }
        }
    }

    private void see(int word, int place, int[] forms, int[] parts, int[] seen) {
        seen[place] = word == ArcStandard.NONE ? words.none() : forms[word];
        seen[WORDS + place] = word == ArcStandard.NONE ? tags.none() : parts[word];
    }

    /** Takes the best of the steps that are open: left arcs by label, right arcs by label, shift. */
    private void apply(ArcStandard state, float[] scores) {
        int arcs = labels.size() - 1;
        int best = ArcStandard.NONE;
        for (int step = 0; step < scores.length; step++) {
            if ((best == ArcStandard.NONE || scores[step] > scores[best]) && isOpen(state, step, arcs)) {
                best = step;
            }
        }
        if (best == 2 * arcs) {
            state.shift();
        } else if (best < arcs) {
            state.reduceLeft(best + 1);
        } else {
            state.reduceRight(best - arcs + 1);
        }
    }

    /** Under the root only its own label may stand, which is the first. */
    private static boolean isOpen(ArcStandard state, int step, int arcs) {
        if (step == 2 * arcs) {
            return state.canShift();
        }
        return step < arcs ? state.canReduceLeft() : state.canReduceRight() && (state.stacked(1) != 0 || step == arcs);
    }
}
