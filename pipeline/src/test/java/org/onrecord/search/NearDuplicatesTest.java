package org.onrecord.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where the line between a copy and another article is drawn, measured. */
class NearDuplicatesTest {
    private static final List<InventedCopies.Pair> PAIRS = InventedCopies.load().pairs();
    private static final double NEVER = 2;

    private static boolean isNear(InventedCopies.Pair pair, double resemblance, double containment) {
        return !Collections.disjoint(pair.one().bands(), pair.other().bands())
                && Fingerprint.isNear(pair.one().shingles(), pair.other().shingles(), resemblance, containment);
    }

    private static String line(double resemblance, double containment) {
        long hits = PAIRS.stream()
                .filter(pair -> pair.kind().isCopy() && isNear(pair, resemblance, containment))
                .count();
        long found = PAIRS.stream()
                .filter(pair -> isNear(pair, resemblance, containment))
                .count();
        long all = PAIRS.stream().filter(pair -> pair.kind().isCopy()).count();
        return String.format(
                Locale.ROOT,
                "| %.2f | %s | %.1f | %.1f |",
                resemblance,
                containment == NEVER ? "—" : String.format(Locale.ROOT, "%.1f", containment),
                100.0 * hits / found,
                100.0 * hits / all);
    }

    private static String table() {
        StringBuilder table =
                new StringBuilder("| resemblance | containment | precision | recall |\n|--:|--:|--:|--:|\n");
        for (double resemblance : new double[] {0.2, 0.3, 0.4, 0.45, 0.5, 0.6, 0.7}) {
            table.append(line(resemblance, NEVER)).append('\n');
        }
        for (double resemblance : new double[] {0.45, 0.5, 0.6}) {
            for (double containment : new double[] {0.5, 0.6, 0.7, 0.8, 0.9}) {
                table.append(line(resemblance, containment)).append('\n');
            }
        }
        table.append("\n| pair | taken for copies |\n|---|--:|\n");
        Map<InventedCopies.Kind, Long> all = new EnumMap<>(InventedCopies.Kind.class);
        Map<InventedCopies.Kind, Long> near = new EnumMap<>(InventedCopies.Kind.class);
        for (InventedCopies.Pair pair : PAIRS) {
            all.merge(pair.kind(), 1L, Long::sum);
            near.merge(pair.kind(), pair.one().isNear(pair.other()) ? 1L : 0L, Long::sum);
        }
        all.forEach((kind, count) -> table.append("| ")
                .append(kind.words())
                .append(" | ")
                .append(near.getOrDefault(kind, 0L))
                .append(" of ")
                .append(count)
                .append(" |\n"));
        return table.toString();
    }

    @Test
    void theDecisionShowsWhatIsMeasured() throws IOException {
        String decision = Files.readString(Path.of("../docs/decisions/0010-near-duplicates.md"));
        assertTrue(decision.contains(table()), () -> "the table is now:\n" + table());
    }

    @Test
    void copiesAreFoundByTheirBands() {
        long missed = PAIRS.stream()
                .filter(pair -> pair.one().isNear(pair.other()))
                .filter(pair ->
                        Collections.disjoint(pair.one().bands(), pair.other().bands()))
                .count();
        assertEquals(0, missed);
    }

    @Test
    void nothingIsNearWhereNothingIsLeftToCompare() {
        InventedCopies.Pair pair = PAIRS.getFirst();
        Fingerprint empty = Fingerprint.of(org.onrecord.document.Article.ofBody(""));
        assertFalse(empty.isNear(empty));
        assertFalse(empty.isNear(pair.one()));
        assertTrue(empty.bands().isEmpty());
        assertTrue(pair.one().isNear(pair.one()));
    }
}
