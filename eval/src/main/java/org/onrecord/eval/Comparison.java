package org.onrecord.eval;

import java.util.List;
import java.util.Optional;
import org.onrecord.document.Extent;

/**
 * One item of the gold beside what was found for it.
 *
 * @param group what it is a case of: "attribution, indirect"
 * @param gold absent where the item found is spurious
 * @param found absent where the item was missed
 * @param differences attributes in which the two differ
 */
public record Comparison(String group, Optional<Item> gold, Optional<Item> found, List<Difference> differences) {
    /**
     * One side of a comparison.
     *
     * @param parts places in the text with the roles they play there
     * @param label all else that is said of it
     */
    public record Item(List<Part> parts, String label) {
        public Item {
            parts = List.copyOf(parts);
        }
    }

    /** A place and its role: source, cue, content, figure. */
    public record Part(String role, Extent extent) {}

    /** An attribute with its right value and the one found. */
    public record Difference(String attribute, String gold, String found) {}

    /** What became of a gold item, or of an item found. */
    public enum Verdict {
        MISSED,
        SPURIOUS,
        WRONG,
        RIGHT
    }

    public Comparison {
        differences = List.copyOf(differences);
        if (gold.isEmpty() && found.isEmpty()) {
            throw new IllegalArgumentException("nothing to compare");
        }
    }

    public Verdict verdict() {
        if (found.isEmpty()) {
            return Verdict.MISSED;
        }
        if (gold.isEmpty()) {
            return Verdict.SPURIOUS;
        }
        return differences.isEmpty() ? Verdict.RIGHT : Verdict.WRONG;
    }
}
