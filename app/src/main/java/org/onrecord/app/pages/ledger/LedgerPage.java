package org.onrecord.app.pages.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onrecord.app.pages.Links;
import org.onrecord.app.pages.Phrases;
import org.onrecord.app.pages.chart.Drawing;
import org.onrecord.app.view.LedgerWords;
import org.onrecord.app.view.Words;
import org.onrecord.search.FindingSearch;
import org.onrecord.search.Hit;
import org.onrecord.search.QueryException;
import org.onrecord.search.Request;
import org.onrecord.search.ledger.Event;
import org.onrecord.search.ledger.Ledger;
import org.onrecord.search.ledger.OutcomeTable;
import org.onrecord.search.ledger.Report;
import org.onrecord.search.ledger.Reports;
import org.onrecord.search.ledger.SourceRow;
import org.onrecord.search.ledger.Teller;

/**
 * The casualty figures of events, by outcome and source.
 *
 * @param problem why the query cannot be read, with a caret under the place; empty where it can
 * @param total events there are, of which {@code events} are the most reported
 * @param cut whether there were more figures than are gathered
 */
public record LedgerPage(String query, String problem, String pointer, int total, List<EventView> events, boolean cut) {
    private static final int MOST_EVENTS = 20;

    /** One event. */
    public record EventView(String heading, String subheading, List<OutcomeView> outcomes) {
        public EventView {
            outcomes = List.copyOf(outcomes);
        }
    }

    /** What the sources say of one outcome. */
    public record OutcomeView(String name, Optional<Drawing> chart, List<RowView> rows, List<ApartView> apart) {
        public OutcomeView {
            rows = List.copyOf(rows);
            apart = List.copyOf(apart);
        }
    }

    /**
     * One source.
     *
     * @param link to its page, where it is a named one
     * @param sign by which the chart shows it
     */
    public record RowView(
            String name,
            Optional<String> link,
            String victims,
            int tint,
            String sign,
            List<Cell> cells,
            String articles,
            List<Cell> marks) {
        public RowView {
            cells = List.copyOf(cells);
            marks = List.copyOf(marks);
        }
    }

    /** A number and the sentence behind it; no link where there is none. */
    public record Cell(String words, Optional<String> link, String sentence) {
        static final Cell NONE = new Cell("—", Optional.empty(), "");
    }

    /** A figure that is no total. */
    public record ApartView(String why, Cell cell, String victims, String name) {}

    public LedgerPage {
        events = List.copyOf(events);
    }

    /** Gathers the figures that a query finds; all of them where it is blank. */
    public static LedgerPage of(FindingSearch search, String query) {
        try {
            List<Report> reports =
                    Reports.find(search, Request.of(query).of(Hit.Type.FIGURE).page(Request.MOST, 0));
            List<Event> events = Ledger.of(reports).events();
            List<EventView> views = new ArrayList<>();
            for (Event event : events.subList(0, Math.min(MOST_EVENTS, events.size()))) {
                views.add(event(event, views.size()));
            }
            return new LedgerPage(query, "", "", events.size(), views, reports.size() == Request.MOST);
        } catch (QueryException e) {
            return new LedgerPage(query, String.valueOf(e.getMessage()), e.pointer(query), 0, List.of(), false);
        }
    }

    private static EventView event(Event event, int number) {
        List<OutcomeView> outcomes = new ArrayList<>();
        for (OutcomeTable table : event.outcomes()) {
            outcomes.add(outcome(table, "toll-" + number + "-" + outcomes.size()));
        }
        return new EventView(LedgerWords.heading(event), LedgerWords.subheading(event), outcomes);
    }

    private static OutcomeView outcome(OutcomeTable table, String id) {
        List<RowView> rows = new ArrayList<>();
        for (SourceRow row : table.rows()) {
            rows.add(row(row, rows.size()));
        }
        return new OutcomeView(
                Phrases.lower(table.outcome()),
                TollChart.of(table, id),
                rows,
                table.apart().stream()
                        .map(apart -> new ApartView(
                                Phrases.lower(apart.why()),
                                cell(Optional.of(apart.report())),
                                apart.report()
                                        .figure()
                                        .victims()
                                        .map(Words::oneLine)
                                        .orElse(""),
                                LedgerWords.name(apart.teller())))
                        .toList());
    }

    private static RowView row(SourceRow row, int number) {
        return new RowView(
                LedgerWords.name(row.teller()),
                row.teller() instanceof Teller.Named named
                        ? Optional.of(Links.speaker(named.name()))
                        : Optional.empty(),
                row.victims().map(Words::oneLine).orElse(""),
                Sign.tint(number),
                Sign.of(number).character(),
                List.of(cell(row.first()), cell(row.latest()), cell(row.minimum()), cell(row.maximum())),
                Words.number(row.articles())
                        + (row.copies() == 0
                                ? ""
                                : " (+" + Words.number(row.copies()) + (row.copies() == 1 ? " copy)" : " copies)")),
                row.marks().stream()
                        .map(mark -> new Cell(
                                LedgerWords.mark(mark),
                                Optional.of(link(LedgerWords.shown(mark))),
                                Words.oneLine(LedgerWords.shown(mark).words())))
                        .distinct()
                        .toList());
    }

    private static Cell cell(Optional<Report> report) {
        return report.map(found ->
                        new Cell(LedgerWords.count(found), Optional.of(link(found)), Words.oneLine(found.words())))
                .orElse(Cell.NONE);
    }

    static String link(Report report) {
        return Links.finding(report.printed().article(), report.figure().id());
    }
}
