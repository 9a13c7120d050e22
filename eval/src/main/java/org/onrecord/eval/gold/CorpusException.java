package org.onrecord.eval.gold;

/** A corpus that cannot be read at all; the message says what is missing. */
public final class CorpusException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CorpusException(String message) {
        super(message);
    }
}
