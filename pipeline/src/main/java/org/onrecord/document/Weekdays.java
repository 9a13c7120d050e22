package org.onrecord.document;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The days of the week as English names them. */
public final class Weekdays {
    /** In lower case. */
    public static final Set<String> NAMES = Arrays.stream(DayOfWeek.values())
            .map(day -> day.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    private Weekdays() {}
}
