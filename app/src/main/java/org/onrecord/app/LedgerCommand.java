package org.onrecord.app;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.onrecord.app.view.LedgerView;
import org.onrecord.search.FindingSearch;
import org.onrecord.search.Hit;
import org.onrecord.search.Request;
import org.onrecord.search.ledger.Event;
import org.onrecord.search.ledger.Ledger;
import org.onrecord.search.ledger.Report;
import org.onrecord.search.ledger.Reports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the casualty figures of events, by source and time. */
@Command(
        name = "ledger",
        description = "Shows the casualty figures of each event that a query finds: by source, first and latest, "
                + "lowest and highest, with what was revised, what conflicts, and the sentence behind every number.",
        mixinStandardHelpOptions = true,
        footerHeading =
                "%nThe query is that of search; bare words may stand anywhere in the article of a figure.%n%nExamples:%n",
        footer = {
            "  onrecord ledger 'place:Raqqa cause:airstrike since:2018-06'",
            "  onrecord ledger bridge Tarnow",
            "  onrecord ledger 'killed:>=10' --format csv",
        })
final class LedgerCommand implements Callable<Integer> {
    @Parameters(paramLabel = "QUERY", arity = "0..*", description = "What to find; every figure where it is left out.")
    private List<String> query = List.of();

    @Mixin
    private IndexOption index = new IndexOption();

    @Mixin
    private Narrowing narrowing = new Narrowing();

    @Mixin
    private FormatOption format = new FormatOption();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "10",
            description = "Events shown (default: ${DEFAULT-VALUE}).")
    private int limit = 10;

    private final Terminal terminal;

    LedgerCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return Answers.with(terminal, index.folder(), this::request, this::show);
    }

    private void show(FindingSearch search, Request request) {
        List<Report> reports = Reports.find(search, request);
        if (reports.size() == Request.MOST) {
            terminal.error("only the best " + Request.MOST + " figures are gathered: narrow the query down to see all");
        }
        List<Event> events = Ledger.of(reports).events();
        List<Event> shown = events.subList(0, Math.min(limit, events.size()));
        terminal.out().print(page(shown, events.size()));
        if (events.isEmpty()) {
            terminal.error(nothing(request, search));
        }
    }

    private Request request() {
        if (limit < 1) {
            throw new IllegalArgumentException("--limit " + limit + " shows nothing: give 1 or more");
        }
        return narrowing.request(query, Set.of(Hit.Type.FIGURE), false, Request.MOST);
    }

    private String page(List<Event> events, int total) {
        return switch (format.value()) {
            case text -> new LedgerView(terminal::styled).text(events, total);
            case json -> LedgerView.json(events, total);
            case csv -> LedgerView.csv(events);
        };
    }

    /** What there is instead, so that one knows which way to go. */
    private static String nothing(Request request, FindingSearch search) {
        long figures = search.figures(Request.of("")).total();
        if (figures == 0) {
            return "the index has no casualty figures: ingest articles that have some";
        }
        return "no casualty figures were found for '" + request.query() + "', of " + figures
                + " in the index: try fewer words, a word of the title in place of a field, or no dates ('onrecord ledger' alone gathers them all)";
    }
}
