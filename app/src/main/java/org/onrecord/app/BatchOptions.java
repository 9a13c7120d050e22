package org.onrecord.app;

import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every command takes that reads articles. */
final class BatchOptions {
    @Parameters(
            paramLabel = "SOURCE",
            arity = "1..*",
            description = {
                "Address of an article, feed (RSS, Atom, JSON Feed), sitemap or list of feeds (OPML);",
                "or a file of any of these kinds, HTML, text, JSON lines (.jsonl, .ndjson) or WARC, packed with gzip or not;",
                "or a folder of them; or - for standard input."
            })
    private List<String> sources = List.of();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Articles worked on at once (default: one for each processor).")
    private int threads = Runtime.getRuntime().availableProcessors();

    List<String> sources() {
        return sources;
    }

    int threads() {
        return Math.max(1, threads);
    }
}
