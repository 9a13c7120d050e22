package org.onrecord.attribution.tagger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onrecord.attribution.tagger.Tagger.Tagged;

/** Each word carries what it is of which attribution: S, C and K with its number. */
class NestedTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    story/S1 suggests/C1 the/K1S2 government/K1S2 understands/K1C2 that/K2 it/K2 needs/K2 help/K2 . | the government understands that it needs help
                    They/S1 denounced/C1 what/K1 the/K1S2 minister/K1S2 called/C2 the/K2 provocations/K2 .          | what the minister called the provocations
                    She/S1 said/C1 he/K1S2 denies/K1C2 it/K1K2 and/K1 left/K1 .                                  | he denies it and left
                    It/K1 rained/K1 ,/- Orr/S1 said/C1 ,/- adding/C2 it/K2 snowed/K2 .                           | It rained
                    She/S1 said/C1 he/K1 left/K1 and/- the/S2 mayor/S2 denied/C2 it/K2 .                            | he left
                    He/K1S2 hopes/K1C2 ,/- she/S1 said/C1 ,/- to/K2 win/K2 .                                     | He hopes
                    """)
    void aContentDoesNotBreakOffWithinAnother(String words, String content) {
        String[] marked = words.split(" +", -1);
        Map<Integer, Map<String, Stretch>> parts = new TreeMap<>();
        for (int i = 0; i < marked.length; i++) {
            int slash = marked[i].indexOf('/');
            String marks = slash < 0 ? "" : marked[i].substring(slash + 1).replace("-", "");
            for (int k = 0; k + 1 < marks.length(); k += 2) {
                String label = marks.substring(k, k + 1);
                int word = i;
                parts.computeIfAbsent(marks.charAt(k + 1) - '0', number -> new HashMap<>())
                        .merge(
                                label,
                                new Stretch(label, word, word),
                                (before, one) -> new Stretch(label, before.first(), one.last()));
            }
        }
        List<Tagged> all = new ArrayList<>();
        for (Map<String, Stretch> part : parts.values()) {
            Stretch cue = Objects.requireNonNull(part.get("C"));
            Stretch said = Objects.requireNonNull(part.get("K"));
            all.add(new Tagged(cue, Optional.ofNullable(part.get("S")), List.of(said), 0.9));
        }
        Stretch whole = Nested.whole(all).getFirst().content().getFirst();
        List<String> found = new ArrayList<>();
        for (int i = whole.first(); i <= whole.last(); i++) {
            found.add(marked[i].replaceFirst("/.*", ""));
        }
        assertEquals(content, String.join(" ", found));
    }
}
