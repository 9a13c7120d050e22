package org.onrecord.app;

/** Exit codes of the contract. */
final class Exit {
    static final int DONE = 0;
    static final int SOME_FAILED = 1;
    static final int WRONG_USE = 2;
    static final int NOTHING_DONE = 3;

    private Exit() {}
}
