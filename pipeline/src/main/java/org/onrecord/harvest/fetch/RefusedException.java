package org.onrecord.harvest.fetch;

/** An address that is not fetched at all; the reason is words that follow the address. */
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    private final String reason;

    RefusedException(String reason) {
        super(reason);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
