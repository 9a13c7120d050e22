package org.onrecord.eval.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.onrecord.attribution.tagger.Ranker;

class RankerTrainerTest {
    /** The right one of three is the largest, now and then another; their names tell nothing. */
    private static List<RankerTrainer.Choice> choices() {
        Random random = new Random(7);
        List<RankerTrainer.Choice> choices = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            List<Map<String, Double>> alternatives = new ArrayList<>();
            double[] sizes = random.doubles(3).toArray();
            int largest = 0;
            for (int k = 0; k < 3; k++) {
                alternatives.add(Map.of("size", sizes[k], "name " + random.nextInt(5), 1.0));
                largest = sizes[k] > sizes[largest] ? k : largest;
            }
            int right = random.nextInt(20) == 0 ? random.nextInt(3) : largest;
            choices.add(new RankerTrainer.Choice(alternatives, bits(right)));
        }
        return choices;
    }

    private static BitSet bits(int... set) {
        BitSet bits = new BitSet();
        Arrays.stream(set).forEach(bits::set);
        return bits;
    }

    @Test
    void learnsWhatTellsTheRightAlternative() {
        Ranker ranker = new RankerTrainer(2, 0.1, 100).train(choices(), choice -> choice);
        double[] probabilities = ranker.probabilities(
                List.of(Map.of("size", 0.2, "name 1", 1.0), Map.of("size", 0.9, "name 2", 1.0), Map.of("size", 0.3)));
        assertTrue(probabilities[1] > 0.9, "probability " + probabilities[1]);
    }

    @Test
    void aHighPenaltyLeavesTheChoiceOpen() {
        Ranker ranker = new RankerTrainer(2, 1e6, 100).train(choices(), choice -> choice);
        assertArrayEquals(
                new double[] {0.5, 0.5}, ranker.probabilities(List.of(Map.of("size", 0.1), Map.of("size", 0.9))), 0.01);
    }

    @Test
    void severalMayBeRight() {
        RankerTrainer.Choice choice =
                new RankerTrainer.Choice(List.of(Map.of("a", 1.0), Map.of("b", 1.0), Map.of("c", 1.0)), bits(0, 1));
        Ranker ranker = new RankerTrainer(1, 0.01, 100).train(List.of(choice, choice), one -> one);
        double[] probabilities = ranker.probabilities(choice.alternatives());
        assertTrue(probabilities[2] < 0.1);
        assertTrue(probabilities[0] > 0.4 && probabilities[1] > 0.4);
    }
}
