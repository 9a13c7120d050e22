package org.onrecord.app.view;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.onrecord.document.PublicationTime;
import org.onrecord.document.Quantity;
import org.onrecord.document.Span;
import org.onrecord.search.ledger.Event;
import org.onrecord.search.ledger.Mark;
import org.onrecord.search.ledger.OutcomeTable;
import org.onrecord.search.ledger.Report;
import org.onrecord.search.ledger.SourceRow;
import org.onrecord.search.ledger.Teller;
import org.onrecord.standoff.Csv;
import org.onrecord.standoff.DocumentJson;

/** The figures of events, by source and time. A number in brackets is that of the sentence below the tables. */
public final class LedgerView {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int NAME = 34;
    private static final int CELL = 20;
    private static final List<String> COLUMNS = List.of(
            "event",
            "event place",
            "event cause",
            "event first day",
            "event last day",
            "outcome",
            "source",
            "voice",
            "victims",
            "standing",
            "min",
            "max",
            "exactness",
            "text",
            "modality",
            "scope",
            "marks",
            "published",
            "article",
            "start",
            "end",
            "url",
            "origin",
            "copies",
            "sentence");

    private final Styling styling;

    public LedgerView(Styling styling) {
        this.styling = styling;
    }

    /** For a reader: a table for each outcome, a chart of the totals by time, the sentences. */
    public String text(List<Event> events, int total) {
        StringBuilder page = new StringBuilder();
        page.append(styling.apply("bold", Words.number(total) + (total == 1 ? " event" : " events")))
                .append(events.size() == total ? "" : ", the " + events.size() + " most reported")
                .append('\n');
        for (Event event : events) {
            page.append('\n')
                    .append(styling.apply("bold", LedgerWords.heading(event)))
                    .append('\n');
            page.append(styling.apply("faint", LedgerWords.subheading(event))).append('\n');
            Sentences sentences = new Sentences();
            event.outcomes().forEach(table -> table(table, sentences, page));
            sentences.write(page);
        }
        return page.toString();
    }

    private void table(OutcomeTable table, Sentences sentences, StringBuilder page) {
        page.append('\n');
        if (!table.rows().isEmpty()) {
            page.append(styling.apply("bold,fg(red)", padded(LedgerWords.lower(table.outcome()), NAME)))
                    .append(styling.apply(
                            "bold",
                            padded("first", CELL) + padded("latest", CELL) + padded("minimum", CELL)
                                    + padded("maximum", CELL) + "articles"))
                    .append('\n');
        }
        for (SourceRow row : table.rows()) {
            page.append(padded(source(row, NAME - 2), NAME))
                    .append(cell(row.first(), sentences))
                    .append(cell(row.latest(), sentences))
                    .append(cell(row.minimum(), sentences))
                    .append(cell(row.maximum(), sentences))
                    .append(Words.number(row.articles()))
                    .append(row.copies() == 0 ? "" : " (+" + Words.number(row.copies()) + " copies)")
                    .append('\n');
            row.marks()
                    .forEach(mark -> page.append("  ")
                            .append(styling.apply(
                                    "fg(yellow)",
                                    LedgerWords.mark(mark) + sentences.reference(LedgerWords.shown(mark))))
                            .append('\n'));
        }
        if (!table.apart().isEmpty()) {
            page.append(styling.apply("faint", LedgerWords.lower(table.outcome()) + ", apart from the totals"))
                    .append('\n');
        }
        for (OutcomeTable.Apart apart : table.apart()) {
            Report report = apart.report();
            page.append("  ")
                    .append(padded(LedgerWords.lower(apart.why()), 12))
                    .append(cell(Optional.of(report), sentences))
                    .append(report.figure()
                            .victims()
                            .map(victims -> Words.oneLine(victims) + ", ")
                            .orElse(""))
                    .append(LedgerWords.name(apart.teller()))
                    .append('\n');
        }
        new LedgerChart(styling).draw(table, page);
    }

    private String cell(Optional<Report> report, Sentences sentences) {
        return report.map(found -> padded(
                        Words.cut(Words.count(found.figure().quantity()), CELL - 6) + " [" + sentences.number(found)
                                + "]",
                        CELL))
                .orElse(padded("—", CELL));
    }

    /** Whom it counts is never cut off. */
    static String source(SourceRow row, int width) {
        String victims = row.victims()
                .map(words -> " (" + Words.cut(words, width / 2) + ")")
                .orElse("");
        return Words.cut(LedgerWords.name(row.teller()), width - victims.length()) + victims;
    }

    /** The sentences of an event, numbered as they are first referred to. */
    private final class Sentences {
        private final Map<Report, Integer> numbers = new LinkedHashMap<>();

        int number(Report report) {
            return numbers.computeIfAbsent(report, unseen -> numbers.size() + 1);
        }

        String reference(Report report) {
            return " [" + number(report) + "]";
        }

        void write(StringBuilder page) {
            page.append('\n');
            numbers.forEach((report, number) -> {
                Span span = report.figure().span();
                int from = span.start() - report.sentence().start();
                String marked = report.words().substring(0, from)
                        + styling.apply("bold", report.text())
                        + report.words().substring(from + span.length());
                page.append(Words.wrapped("[" + number + "] " + Words.oneLine(marked), "  "))
                        .append('\n');
                page.append("      ")
                        .append(styling.apply(
                                "faint",
                                report.printed()
                                                .time()
                                                .map(time -> time.iso() + "  ")
                                                .orElse("")
                                        + report.printed()
                                                .url()
                                                .orElse(report.printed().origin()) + "  "
                                        + report.printed()
                                                .article()
                                                .substring(
                                                        0,
                                                        Math.min(
                                                                16,
                                                                report.printed()
                                                                        .article()
                                                                        .length()))
                                        + " " + span.start() + "–" + span.end()))
                        .append('\n');
            });
        }
    }

    static String padded(String words, int width) {
        return words + " ".repeat(Math.max(words.isEmpty() ? 0 : 1, width - words.codePointCount(0, words.length())));
    }

    /** One object: {@code {"total":…,"events":[{…,"outcomes":[{…,"rows":[…],"apart":[…]}]}]}} and a line end. */
    public static String json(List<Event> events, int total) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("total", total);
        ArrayNode array = root.putArray("events");
        for (Event event : events) {
            ObjectNode node = array.addObject();
            node.put("place", event.place().orElse(null))
                    .put("cause", event.cause().orElse(null))
                    .put(
                            "first",
                            event.days().map(days -> days.first().toString()).orElse(null))
                    .put(
                            "last",
                            event.days().map(days -> days.last().toString()).orElse(null))
                    .put("dated", event.dated())
                    .put("title", event.title().orElse(null))
                    .put("articles", event.articles());
            ArrayNode outcomes = node.putArray("outcomes");
            for (OutcomeTable table : event.outcomes()) {
                ObjectNode outcome = outcomes.addObject().put("outcome", LedgerWords.lower(table.outcome()));
                ArrayNode rows = outcome.putArray("rows");
                table.rows().forEach(row -> row(row, rows.addObject()));
                ArrayNode apart = outcome.putArray("apart");
                for (OutcomeTable.Apart figure : table.apart()) {
                    ObjectNode item = apart.addObject().put("why", LedgerWords.lower(figure.why()));
                    teller(figure.teller(), item);
                    report(figure.report(), item.putObject("report"));
                }
            }
        }
        return root + "\n";
    }

    private static void row(SourceRow row, ObjectNode node) {
        teller(row.teller(), node);
        node.put("victims", row.victims().orElse(null));
        cell("first", row.first(), node);
        cell("latest", row.latest(), node);
        cell("minimum", row.minimum(), node);
        cell("maximum", row.maximum(), node);
        node.put("articles", row.articles()).put("copies", row.copies());
        ArrayNode marks = node.putArray("marks");
        row.marks().forEach(mark -> mark(mark, marks.addObject()));
        ArrayNode reports = node.putArray("reports");
        row.reports().forEach(report -> report(report, reports.addObject()));
    }

    private static void cell(String key, Optional<Report> report, ObjectNode node) {
        report.ifPresentOrElse(found -> report(found, node.putObject(key)), () -> node.putNull(key));
    }

    private static void teller(Teller teller, ObjectNode node) {
        node.put("source", teller.name()).put("voice", voice(teller));
    }

    private static String voice(Teller teller) {
        return teller instanceof Teller.Named ? "source" : "publisher";
    }

    private static void mark(Mark mark, ObjectNode node) {
        node.put("mark", kind(mark));
        switch (mark) {
            case Mark.Revision it -> {
                report(it.earlier(), node.putObject("earlier"));
                report(it.later(), node.putObject("later"));
            }
            case Mark.Conflict it -> {
                report(it.own(), node.putObject("own"));
                node.put("with", it.other().name());
                report(it.theirs(), node.putObject("theirs"));
            }
            case Mark.Hedged it -> report(it.report(), node.putObject("own"));
            case Mark.Denial it -> report(it.report(), node.putObject("own"));
            case Mark.Contested it -> {
                report(it.own(), node.putObject("own"));
                node.put("with", it.by().name());
                report(it.denial(), node.putObject("theirs"));
            }
            case Mark.Several it -> {
                report(it.one(), node.putObject("own"));
                report(it.other(), node.putObject("theirs"));
            }
        }
    }

    private static String kind(Mark mark) {
        return switch (mark) {
            case Mark.Revision revision -> "revision";
            case Mark.Conflict conflict -> "conflict";
            case Mark.Hedged hedged -> LedgerWords.lower(hedged.modality());
            case Mark.Denial denial -> "denied";
            case Mark.Contested contested -> "contested";
            case Mark.Several several -> "several";
        };
    }

    private static void report(Report report, ObjectNode node) {
        Quantity quantity = report.figure().quantity();
        node.put("text", report.text());
        quantity.min().ifPresentOrElse(min -> node.put("min", min), () -> node.putNull("min"));
        quantity.max().ifPresentOrElse(max -> node.put("max", max), () -> node.putNull("max"));
        node.put("exactness", DocumentJson.exactness(quantity))
                .put("modality", LedgerWords.lower(report.figure().modality()))
                .put("scope", LedgerWords.lower(report.figure().scope()))
                .put(
                        "published",
                        report.printed().time().map(PublicationTime::iso).orElse(null))
                .put("article", report.printed().article())
                .put("id", report.figure().id())
                .put("start", report.figure().span().start())
                .put("end", report.figure().span().end())
                .put("url", report.printed().url().orElse(null))
                .put("origin", report.printed().origin())
                .put("cluster", report.printed().cluster())
                .put("sentence", report.words());
    }

    /** One row a report. */
    public static String csv(List<Event> events) {
        StringBuilder rows = new StringBuilder(Csv.row(COLUMNS));
        for (int i = 0; i < events.size(); i++) {
            for (OutcomeTable table : events.get(i).outcomes()) {
                for (SourceRow row : table.rows()) {
                    String marks = row.marks().stream()
                            .map(LedgerView::kind)
                            .distinct()
                            .collect(Collectors.joining(" "));
                    for (Report report : row.reports()) {
                        rows.append(csv(i + 1, events.get(i), row.teller(), row.victims(), "total", marks, report));
                    }
                }
                for (OutcomeTable.Apart apart : table.apart()) {
                    rows.append(csv(
                            i + 1,
                            events.get(i),
                            apart.teller(),
                            apart.report().figure().victims(),
                            LedgerWords.lower(apart.why()),
                            "",
                            apart.report()));
                }
            }
        }
        return rows.toString();
    }

    private static String csv(
            int number,
            Event event,
            Teller teller,
            Optional<String> victims,
            String standing,
            String marks,
            Report report) {
        Quantity quantity = report.figure().quantity();
        List<String> cells = new ArrayList<>(List.of(
                String.valueOf(number),
                event.place().orElse(""),
                event.cause().orElse(""),
                event.days().map(days -> days.first().toString()).orElse(""),
                event.days().map(days -> days.last().toString()).orElse(""),
                LedgerWords.lower(report.figure().outcome()),
                teller.name(),
                voice(teller),
                victims.orElse(""),
                standing));
        cells.addAll(List.of(
                quantity.min().isPresent() ? String.valueOf(quantity.min().getAsLong()) : "",
                quantity.max().isPresent() ? String.valueOf(quantity.max().getAsLong()) : "",
                DocumentJson.exactness(quantity),
                report.text(),
                LedgerWords.lower(report.figure().modality()),
                LedgerWords.lower(report.figure().scope()),
                marks,
                report.printed().time().map(PublicationTime::iso).orElse(""),
                report.printed().article(),
                String.valueOf(report.figure().span().start())));
        cells.addAll(List.of(
                String.valueOf(report.figure().span().end()),
                report.printed().url().orElse(""),
                report.printed().origin(),
                String.valueOf(report.copies()),
                report.words()));
        return Csv.row(cells);
    }
}
