package org.onrecord.search;

/** A set of hashes that grows, without a box for each. */
final class LongSet {
    private static final int LEAST = 64;

    /** Zero is an empty place; its own membership is kept apart. */
    private long[] places = new long[LEAST];

    private boolean zero;
    private int size;

    /** Whether it was not in it before. */
    boolean add(long hash) {
        if (hash == 0) {
            boolean added = !zero;
            zero = true;
            return added;
        }
        if (2 * size >= places.length) {
            grow();
        }
        boolean added = put(hash, places);
        size += added ? 1 : 0;
        return added;
    }

    private void grow() {
        long[] larger = new long[2 * places.length];
        for (long hash : places) {
            if (hash != 0) {
                put(hash, larger);
            }
        }
        places = larger;
    }

    private static boolean put(long hash, long[] places) {
        int mask = places.length - 1;
        int at = (int) (hash ^ hash >>> 32) & mask;
        while (places[at] != 0) {
            if (places[at] == hash) {
                return false;
            }
            at = at + 1 & mask;
        }
        places[at] = hash;
        return true;
    }
}
