package org.onrecord.search;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * The runs of so many words of a text, as a set of 32-bit hashes, and how much two texts share of them (Broder 1997, On
 * the resemblance and containment of documents). Of more than {@value #KEPT} runs only the lowest hashes are kept: a
 * uniform sample, the same for two texts, from which the shares are estimated. Below that they are exact but for hashes
 * that collide.
 */
final class Shingles {
    static final int KEPT = 1024;

    private final int total;
    private final int[] lowest;

    private Shingles(int total, int[] lowest) {
        if (lowest.length != Math.min(total, KEPT)) {
            throw new IllegalArgumentException(lowest.length + " of " + total + " runs of words are kept");
        }
        this.total = total;
        this.lowest = lowest;
    }

    /** All runs of that many words; of a shorter text, the one run that it is. */
    static Shingles of(List<String> words, int length) {
        int[] hashes = words.isEmpty()
                ? new int[0]
                : IntStream.rangeClosed(0, Math.max(0, words.size() - length))
                        .map(start -> hash(words.subList(start, Math.min(words.size(), start + length))))
                        .sorted()
                        .distinct()
                        .toArray();
        return new Shingles(hashes.length, Arrays.copyOf(hashes, Math.min(hashes.length, KEPT)));
    }

    private static int hash(List<String> run) {
        return StringHelper.murmurhash3_x86_32(new BytesRef(String.join(" ", run)), 0);
    }

    /** How many different runs the text has. */
    int total() {
        return total;
    }

    IntStream hashes() {
        return IntStream.of(lowest);
    }

    /** Shared runs by all runs of the two, 0 to 1; 0 where both have none. */
    double resemblance(Shingles other) {
        boolean whole = total <= KEPT && other.total <= KEPT;
        int most = whole ? Integer.MAX_VALUE : KEPT;
        int i = 0;
        int j = 0;
        int common = 0;
        int seen = 0;
        while (seen < most && (i < lowest.length || j < other.lowest.length)) {
            int order = i == lowest.length
                    ? 1
                    : j == other.lowest.length ? -1 : Integer.compare(lowest[i], other.lowest[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
            seen++;
        }
        return seen == 0 ? 0 : (double) common / seen;
    }

    /** Shared runs by those of the text that has fewer, 0 to 1. */
    double containment(Shingles other) {
        return containment(other, resemblance(other));
    }

    /** The same, where the resemblance is known. */
    double containment(Shingles other, double resemblance) {
        int fewer = Math.min(total, other.total);
        double common = resemblance * (total + (double) other.total) / (1 + resemblance);
        return fewer == 0 ? 0 : Math.min(1, common / fewer);
    }

    /** As bytes: how many there are, then those kept. */
    BytesRef bytes() {
        ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES * (lowest.length + 1));
        buffer.putInt(total);
        hashes().forEach(buffer::putInt);
        return new BytesRef(buffer.array());
    }

    /** Of what {@link #bytes()} made. */
    static Shingles of(BytesRef bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
        int total = buffer.getInt();
        int[] lowest = new int[buffer.remaining() / Integer.BYTES];
        buffer.asIntBuffer().get(lowest);
        return new Shingles(total, lowest);
    }
}
