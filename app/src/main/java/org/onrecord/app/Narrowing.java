package org.onrecord.app;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.onrecord.search.Hit;
import org.onrecord.search.Request;
import picocli.CommandLine.Option;

/** What narrows a query down to some sources, sites and days. */
final class Narrowing {
    @Option(names = "--speaker", paramLabel = "NAME", description = "Said by: a name, part of one, a role or a body.")
    private Optional<String> speaker = Optional.empty();

    @Option(names = "--since", paramLabel = "DATE", description = "Published on this day or later (2026-01-31).")
    private Optional<String> since = Optional.empty();

    @Option(names = "--until", paramLabel = "DATE", description = "Published on this day or earlier.")
    private Optional<String> until = Optional.empty();

    @Option(names = "--source", paramLabel = "NAME", description = "According to.")
    private Optional<String> source = Optional.empty();

    @Option(names = "--site", paramLabel = "SITE", description = "Published by.")
    private Optional<String> site = Optional.empty();

    /** A query narrowed down so; throws {@link IllegalArgumentException} where an option is no date. */
    Request request(List<String> query, Set<Hit.Type> types, boolean copies, int limit) {
        return new Request(
                String.join(" ", query),
                speaker,
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                day("--since", since),
                day("--until", until),
                types,
                source,
                site,
                copies,
                limit,
                0);
    }

    private static Optional<LocalDate> day(String option, Optional<String> value) {
        try {
            return value.map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(option + " '" + value.orElse("") + "' is no date such as 2026-01-31", e);
        }
    }
}
