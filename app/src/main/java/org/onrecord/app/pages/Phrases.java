package org.onrecord.app.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.onrecord.app.view.Words;
import org.onrecord.document.Basis;
import org.onrecord.document.Claim;
import org.onrecord.document.PublicationTime;

/** What values are called on the pages. */
public final class Phrases {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private Phrases() {}

    /** "at_least" and AT_LEAST as "at least". */
    public static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** "5 Jan 2026" */
    public static String shortDay(LocalDate day) {
        return SHORT.format(day);
    }

    /** The day, and the time where the page tells it. */
    public static String time(PublicationTime time) {
        String clock = time.iso().length() >= "2026-01-01T00:00".length()
                ? ", " + time.iso().substring(11, 16)
                : "";
        return day(time.day()) + clock + (time.inferred() ? " (inferred)" : "");
    }

    /** Day and time in UTC. */
    public static String time(Instant time) {
        return MOMENT.format(time);
    }

    /** As {@link #time}; what is no date stays as it is. */
    public static String time(String iso) {
        try {
            return time(new PublicationTime(iso));
        } catch (IllegalArgumentException e) {
            return iso;
        }
    }

    /** "very likely (0.93)" */
    public static String confidence(Basis basis) {
        double value = basis.confidence();
        String words = value >= 0.9 ? "very likely" : value >= 0.75 ? "likely" : value >= 0.5 ? "unsure" : "doubtful";
        return words + String.format(Locale.ROOT, " (%.2f)", value);
    }

    /** What put a finding there. */
    public static String basis(Basis basis) {
        return switch (basis) {
            case Basis.Rule rule -> "a written rule, " + rule.id();
            case Basis.Model model -> "a trained model, " + model.id();
            case Basis.Human human -> "a person, " + human.annotator();
        };
    }

    /** "denies" */
    public static String stance(Claim.Stance stance) {
        return switch (stance) {
            case ASSERT -> "says";
            case DENY -> "denies";
            case ACCUSE -> "accuses";
            case ADMIT -> "admits";
            case DOUBT -> "doubts";
            case PROMISE -> "promises";
            case DEMAND -> "demands";
            case ESTIMATE -> "estimates";
        };
    }

    /** "1 article", "2,000 articles" */
    public static String counted(long count, String noun) {
        return Words.number(count) + " " + noun + (count == 1 ? "" : "s");
    }
}
