package org.onrecord.harvest;

/** One item that is no article; the message is one sentence for the user and ends up in {@link Harvested.Rejected}. */
public final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1;

    private final String reason;

    UnreadableException(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** What is wrong, in words that follow the name of the item. */
    public String reason() {
        return reason;
    }
}
