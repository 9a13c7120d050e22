package org.onrecord.harvest;

/** A source that cannot be opened at all; the message is one sentence for the user. */
public final class SourceException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SourceException(String message) {
        super(message);
    }
}
