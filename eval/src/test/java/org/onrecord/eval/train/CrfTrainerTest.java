package org.onrecord.eval.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.onrecord.attribution.tagger.Crf;
import org.onrecord.attribution.tagger.Stretch;

class CrfTrainerTest {
    private static final List<String> SENTENCE = List.of("O", "B-K", "E-K", "O", "U-K", "O");

    private static final List<Integer> SENTENCES =
            IntStream.range(0, 200).boxed().toList();

    /** Words show their label, but now and then another one. */
    private static List<List<String>> noisy(int sentence) {
        Random random = new Random(sentence);
        return SENTENCE.stream()
                .map(label -> List.of("shows " + (random.nextInt(10) == 0 ? "O" : label), "any", "rare " + sentence))
                .toList();
    }

    private static Crf train(double penalty) {
        return new CrfTrainer(2, penalty, 60).train(SENTENCES, CrfTrainerTest::noisy, sentence -> SENTENCE);
    }

    @Test
    void learnsLabelsFromTraitsAndFromTheirNeighbours() {
        Crf crf = train(0.1);
        List<List<String>> clear =
                SENTENCE.stream().map(label -> List.of("shows " + label, "any")).toList();
        assertEquals(
                List.of(new Stretch("K", 1, 2), new Stretch("K", 4, 4)),
                crf.stretches(clear, 0.9).stream().map(Crf.Likely::stretch).toList());
    }

    @Test
    void comesOutTheSameAgain() throws IOException {
        assertArrayEquals(bytes(train(0.5)), bytes(train(0.5)));
    }

    private static byte[] bytes(Crf crf) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        crf.write(new DataOutputStream(bytes), 0);
        return bytes.toByteArray();
    }
}
