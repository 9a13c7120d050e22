package org.onrecord.app;

import picocli.CommandLine.Option;

/** Which of the rows are shown. */
final class PageOptions {
    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "10",
            description = "Rows shown (default: ${DEFAULT-VALUE}).")
    private int limit = 10;

    @Option(
            names = "--offset",
            paramLabel = "N",
            defaultValue = "0",
            description = "Rows passed over first (default: ${DEFAULT-VALUE}).")
    private int offset;

    int limit() {
        return limit;
    }

    int offset() {
        return offset;
    }
}
