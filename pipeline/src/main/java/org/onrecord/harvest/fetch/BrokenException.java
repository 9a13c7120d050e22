package org.onrecord.harvest.fetch;

/** A request that came to nothing; the reason is words that follow the address. */
final class BrokenException extends Exception {
    private static final long serialVersionUID = 1;

    private final String reason;
    private final boolean passing;

    /** @param passing whether the same request may well succeed a little later */
    BrokenException(String reason, boolean passing) {
        super(reason);
        this.reason = reason;
        this.passing = passing;
    }

    String reason() {
        return reason;
    }

    boolean isPassing() {
        return passing;
    }
}
