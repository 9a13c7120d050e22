package org.onrecord.document;

import java.util.OptionalLong;

/**
 * How many, as precisely as the text says and no more. {@link #min()} and {@link #max()} are whole and inclusive; for
 * {@link Vague} words they are the interval of contract.md, and the word is kept.
 */
public sealed interface Quantity {
    OptionalLong min();

    OptionalLong max();

    /** 12 */
    record Exactly(long count) implements Quantity {
        public Exactly {
            requireCount(count);
        }

        @Override
        public OptionalLong min() {
            return OptionalLong.of(count);
        }

        @Override
        public OptionalLong max() {
            return OptionalLong.of(count);
        }
    }

    /** at least 12 */
    record AtLeast(long count) implements Quantity {
        public AtLeast {
            requireCount(count);
        }

        @Override
        public OptionalLong min() {
            return OptionalLong.of(count);
        }

        @Override
        public OptionalLong max() {
            return OptionalLong.empty();
        }
    }

    /** more than 12: from 13 */
    record MoreThan(long count) implements Quantity {
        public MoreThan {
            requireCount(count);
        }

        @Override
        public OptionalLong min() {
            return OptionalLong.of(count + 1);
        }

        @Override
        public OptionalLong max() {
            return OptionalLong.empty();
        }
    }

    /** up to 90 */
    record AtMost(long count) implements Quantity {
        public AtMost {
            requireCount(count);
        }

        @Override
        public OptionalLong min() {
            return OptionalLong.empty();
        }

        @Override
        public OptionalLong max() {
            return OptionalLong.of(count);
        }
    }

    /** fewer than 50: up to 49 */
    record FewerThan(long count) implements Quantity {
        public FewerThan {
            requireCount(count);
            if (count == 0) {
                throw new IllegalArgumentException("fewer than none");
            }
        }

        @Override
        public OptionalLong min() {
            return OptionalLong.empty();
        }

        @Override
        public OptionalLong max() {
            return OptionalLong.of(count - 1);
        }
    }

    /** about 40; also "nearly 500" */
    record About(long count) implements Quantity {
        public About {
            requireCount(count);
        }

        @Override
        public OptionalLong min() {
            return OptionalLong.of(count);
        }

        @Override
        public OptionalLong max() {
            return OptionalLong.of(count);
        }
    }

    /** 30 to 40 */
    record Between(long low, long high) implements Quantity {
        public Between {
            requireCount(low);
            if (high < low) {
                throw new IllegalArgumentException("range " + low + ".." + high + " runs backwards");
            }
        }

        @Override
        public OptionalLong min() {
            return OptionalLong.of(low);
        }

        @Override
        public OptionalLong max() {
            return OptionalLong.of(high);
        }
    }

    /** dozens, several, many: the word, and its interval where it has one. */
    record Vague(String words, OptionalLong min, OptionalLong max) implements Quantity {}

    /** No casualties at all, said in so many words. */
    record None() implements Quantity {
        @Override
        public OptionalLong min() {
            return OptionalLong.of(0);
        }

        @Override
        public OptionalLong max() {
            return OptionalLong.of(0);
        }
    }

    private static void requireCount(long count) {
        if (count < 0) {
            throw new IllegalArgumentException("a count is not negative: " + count);
        }
    }
}
