package org.onrecord.app;

import picocli.CommandLine.Option;

/** What an answer is printed as. */
final class FormatOption {
    /** Formats of the contract. */
    enum Format {
        text,
        json,
        csv
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.text;

    Format value() {
        return format;
    }
}
