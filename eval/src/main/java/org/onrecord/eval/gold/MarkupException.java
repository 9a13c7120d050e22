package org.onrecord.eval.gold;

/** Mark-up that breaks the guidelines; the message begins with the line. */
public final class MarkupException extends RuntimeException {
    private static final long serialVersionUID = 1;

    MarkupException(int line, String message) {
        super("line " + line + " " + message);
    }
}
