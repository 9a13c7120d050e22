package org.onrecord.standoff;

/** A line that is no document of the contract: the message names what is wrong and with which value. */
public final class MalformedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    MalformedException(String message) {
        super(message);
    }

    MalformedException(String message, Exception cause) {
        super(message, cause);
    }
}
