package org.onrecord.document;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/**
 * When an article appeared, as ISO 8601: a date, a local date and time, or one with its offset; never more precise than the
 * page says.
 *
 * @param inferred from the address or the look of the page, which does not state it
 */
public record PublicationTime(String iso, boolean inferred) {
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("yyyy-MM-dd['T'HH:mm[:ss[.SSS]][XXX][X]]");

    public PublicationTime {
        try {
            parse(iso);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not an ISO 8601 date or date-time: '" + iso + "'", e);
        }
    }

    /** As the page states it. */
    public PublicationTime(String iso) {
        this(iso, false);
    }

    public static PublicationTime inferred(LocalDate day) {
        return new PublicationTime(day.toString(), true);
    }

    /** The calendar day where it was published. */
    public LocalDate day() {
        return LocalDate.from(parse(iso));
    }

    private static TemporalAccessor parse(String iso) {
        return FORM.parseBest(iso, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
    }
}
