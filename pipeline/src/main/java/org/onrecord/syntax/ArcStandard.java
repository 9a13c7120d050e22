package org.onrecord.syntax;

import java.util.Arrays;

/**
 * A half-built tree in the arc-standard system (Nivre 2004): words wait in a buffer, pass over a stack, and get a governor when
 * they leave it. Words are numbered from one, the root is zero.
 */
final class ArcStandard {
    /** There is no such word: the stack is not as deep, the buffer is empty, a word has no dependent there. */
    static final int NONE = -1;

    private final int words;
    private final int[] stack;
    private final int[] governors;
    private final int[] labels;
    private int depth = 1;
    private int next = 1;

    ArcStandard(int words) {
        this.words = words;
        stack = new int[words + 1];
        governors = new int[words + 1];
        labels = new int[words + 1];
        Arrays.fill(governors, NONE);
    }

    boolean isComplete() {
        return depth == 1 && next > words;
    }

    boolean canShift() {
        return next <= words;
    }

    /** Whether the word below the top of the stack may go under the top: any but the root may. */
    boolean canReduceLeft() {
        return depth > 2;
    }

    /** Whether the top may go under the word below it; under the root only when it is the last. */
    boolean canReduceRight() {
        return depth > 2 || (depth == 2 && !canShift());
    }

    void shift() {
        stack[depth++] = next++;
    }

    void reduceLeft(int label) {
        int top = stack[--depth];
        attach(stack[depth - 1], top, label);
        stack[depth - 1] = top;
    }

    void reduceRight(int label) {
        int top = stack[--depth];
        attach(top, stack[depth - 1], label);
    }

    private void attach(int dependent, int governor, int label) {
        governors[dependent] = governor;
        labels[dependent] = label;
    }

    /** The word so far below the top of the stack. */
    int stacked(int below) {
        return below < depth ? stack[depth - 1 - below] : NONE;
    }

    /** The word so far behind the front of the buffer. */
    int buffered(int behind) {
        return next + behind <= words ? next + behind : NONE;
    }

    /** The n-th dependent from the left that stands before a word. */
    int leftDependent(int word, int nth) {
        int seen = 0;
        for (int i = 1; i < word; i++) {
            if (governors[i] == word && ++seen == nth) {
                return i;
            }
        }
        return NONE;
    }

    /** The n-th dependent from the right that stands after a word. */
    int rightDependent(int word, int nth) {
        if (word == NONE) {
            return NONE;
        }
        int seen = 0;
        for (int i = words; i > word; i--) {
            if (governors[i] == word && ++seen == nth) {
                return i;
            }
        }
        return NONE;
    }

    int governor(int word) {
        return governors[word];
    }

    /** The label a word was attached with, by its place in the labels of the model. */
    int label(int word) {
        return labels[word];
    }
}
