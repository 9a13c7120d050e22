package org.onrecord.harvest.listing;

import java.util.Locale;

/** A listing that cannot be read; the reason is words that follow its name. */
public final class MalformedException extends Exception {
    private static final long serialVersionUID = 1;

    private final String reason;

    MalformedException(String reason) {
        super(reason);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }

    /** What a parser said, in one line. */
    static MalformedException of(String what, Throwable cause) {
        String said = String.valueOf(cause.getMessage()).replaceAll("\\s+", " ").strip();
        return said.toLowerCase(Locale.ROOT).contains("doctype")
                ? ofDoctype()
                : new MalformedException(
                        "is no readable " + what + ": " + said.substring(0, Math.min(said.length(), 300)));
    }

    static MalformedException ofDoctype() {
        return new MalformedException(
                "is not read: it declares a document type (DOCTYPE), which could read files and fill the memory; remove that line");
    }
}
