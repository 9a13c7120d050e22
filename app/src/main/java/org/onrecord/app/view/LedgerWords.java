package org.onrecord.app.view;

import java.util.Locale;
import org.onrecord.search.ledger.Event;
import org.onrecord.search.ledger.Mark;
import org.onrecord.search.ledger.Report;
import org.onrecord.search.ledger.Teller;

/** What events, sources and marks of the ledger are called, wherever they are shown. */
public final class LedgerWords {
    private LedgerWords() {}

    /** Where and what: "Tarnow: collapse". */
    public static String heading(Event event) {
        String where = event.place()
                .map(place -> place + event.cause().map(cause -> ": " + cause).orElse(""))
                .or(event::cause)
                .or(event::title)
                .orElse("an event without place or cause");
        return Words.oneLine(where);
    }

    /** When, in how many articles, and what these are called. */
    public static String subheading(Event event) {
        String when = event.days()
                .map(days -> (event.dated() ? "happened " : "reported ")
                        + (days.first().equals(days.last()) ? days.first() : days.first() + " to " + days.last())
                        + ", ")
                .orElse("without a date, ");
        return when
                + Words.number(event.articles())
                + (event.articles() == 1 ? " article" : " articles")
                + event.title().map(title -> ": " + Words.oneLine(title)).orElse("");
    }

    /** What a reader should know, in a phrase. */
    public static String mark(Mark mark) {
        return switch (mark) {
            case Mark.Revision it ->
                "revised: " + count(it.earlier()) + " → " + count(it.later()) + " on " + published(it.later());
            case Mark.Conflict it ->
                "conflict: " + count(it.own()) + ", but " + name(it.other()) + " says " + count(it.theirs());
            case Mark.Hedged it -> lower(it.modality()) + ": " + count(it.report());
            case Mark.Denial it -> "denies " + count(it.report());
            case Mark.Contested it -> count(it.own()) + " is denied by " + name(it.by());
            case Mark.Several it -> "unclear: one article gives both " + count(it.one()) + " and " + count(it.other());
        };
    }

    /** The report that shows what a mark says. */
    public static Report shown(Mark mark) {
        return switch (mark) {
            case Mark.Revision it -> it.later();
            case Mark.Conflict it -> it.theirs();
            case Mark.Hedged it -> it.report();
            case Mark.Denial it -> it.report();
            case Mark.Contested it -> it.denial();
            case Mark.Several it -> it.other();
        };
    }

    /** How many, as it was stated. */
    public static String count(Report report) {
        return Words.count(report.figure().quantity());
    }

    /** According to whom. */
    public static String name(Teller teller) {
        return switch (teller) {
            case Teller.Named named -> Words.oneLine(named.name());
            case Teller.Publisher publisher -> Words.oneLine(publisher.name()) + ", own voice";
        };
    }

    /** The day of publication; empty where it is not known. */
    public static String published(Report report) {
        return report.printed().time().map(time -> time.day().toString()).orElse("");
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
