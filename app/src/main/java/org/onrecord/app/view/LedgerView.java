package org.onrecord.app.view;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
    private static final int BAR = 24;
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
            page.append('\n').append(styling.apply("bold", heading(event))).append('\n');
            page.append(styling.apply("faint", subheading(event))).append('\n');
            Sentences sentences = new Sentences();
            event.outcomes().forEach(table -> table(table, sentences, page));
            sentences.write(page);
        }
        return page.toString();
    }

    private static String heading(Event event) {
        String where = event.place()
                .map(place -> place + event.cause().map(cause -> ": " + cause).orElse(""))
                .or(event::cause)
                .or(event::title)
                .orElse("an event without place or cause");
        return Words.oneLine(where);
    }

    private static String subheading(Event event) {
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

    private void table(OutcomeTable table, Sentences sentences, StringBuilder page) {
        page.append('\n');
        if (!table.rows().isEmpty()) {
            page.append(styling.apply("bold,fg(red)", padded(lower(table.outcome()), NAME)))
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
                            .append(styling.apply("fg(yellow)", mark(mark, sentences)))
                            .append('\n'));
        }
        if (!table.apart().isEmpty()) {
            page.append(styling.apply("faint", lower(table.outcome()) + ", apart from the totals"))
                    .append('\n');
        }
        for (OutcomeTable.Apart apart : table.apart()) {
            Report report = apart.report();
            page.append("  ")
                    .append(padded(lower(apart.why()), 12))
                    .append(cell(Optional.of(report), sentences))
                    .append(report.figure()
                            .victims()
                            .map(victims -> Words.oneLine(victims) + ", ")
                            .orElse(""))
                    .append(name(apart.teller()))
                    .append('\n');
        }
        chart(table, page);
    }

    /** One line a day and source; the bar is as long as the number that is stated, light where the end is open. */
    private void chart(OutcomeTable table, StringBuilder page) {
        record Point(String day, String source, Report report) {}
        List<Point> points = table.rows().stream()
                .flatMap(row -> row.reports().stream()
                        .filter(report -> report.printed().time().isPresent())
                        .map(report -> new Point(published(report), source(row, NAME - 6), report)))
                .collect(Collectors.toMap(
                        point -> List.of(
                                point.day(),
                                point.source(),
                                point.report().figure().quantity()),
                        point -> point,
                        (one, other) -> one,
                        LinkedHashMap::new))
                .values()
                .stream()
                .sorted(java.util.Comparator.comparing(Point::day))
                .toList();
        long most =
                points.stream().mapToLong(point -> stated(point.report())).max().orElse(0);
        if (points.stream().map(Point::day).distinct().count() < 2 || most == 0) {
            return;
        }
        page.append(styling.apply("faint", lower(table.outcome()) + " by day of publication"))
                .append('\n');
        for (Point point : points) {
            long length = Math.round((double) stated(point.report()) / most * BAR);
            boolean exact = point.report().figure().quantity() instanceof Quantity.Exactly;
            page.append("  ")
                    .append(padded(point.day(), 12))
                    .append(padded(point.source(), NAME - 5))
                    .append(styling.apply("fg(red)", (exact ? "█" : "▒").repeat((int) length)))
                    .append(length == 0 ? "" : " ")
                    .append(Words.count(point.report().figure().quantity()))
                    .append('\n');
        }
    }

    private static long stated(Report report) {
        Quantity quantity = report.figure().quantity();
        return quantity.max().orElse(quantity.min().orElse(0));
    }

    private String cell(Optional<Report> report, Sentences sentences) {
        return report.map(found -> padded(
                        Words.cut(Words.count(found.figure().quantity()), CELL - 6) + " [" + sentences.number(found)
                                + "]",
                        CELL))
                .orElse(padded("—", CELL));
    }

    private static String mark(Mark mark, Sentences sentences) {
        return switch (mark) {
            case Mark.Revision it ->
                "revised: " + count(it.earlier()) + " → " + count(it.later()) + " on " + published(it.later())
                        + sentences.reference(it.later());
            case Mark.Conflict it ->
                "conflict: " + count(it.own()) + ", but " + name(it.other()) + " says " + count(it.theirs())
                        + sentences.reference(it.theirs());
            case Mark.Hedged it -> lower(it.modality()) + ": " + count(it.report()) + sentences.reference(it.report());
            case Mark.Denial it -> "denies " + count(it.report()) + sentences.reference(it.report());
            case Mark.Contested it ->
                count(it.own()) + " is denied by " + name(it.by()) + sentences.reference(it.denial());
            case Mark.Several it ->
                "unclear: one article gives both " + count(it.one()) + " and " + count(it.other())
                        + sentences.reference(it.other());
        };
    }

    private static String count(Report report) {
        return Words.count(report.figure().quantity());
    }

    /** Whom it counts is never cut off. */
    private static String source(SourceRow row, int width) {
        String victims = row.victims()
                .map(words -> " (" + Words.cut(words, width / 2) + ")")
                .orElse("");
        return Words.cut(name(row.teller()), width - victims.length()) + victims;
    }

    private static String name(Teller teller) {
        return switch (teller) {
            case Teller.Named named -> Words.oneLine(named.name());
            case Teller.Publisher publisher -> Words.oneLine(publisher.name()) + ", own voice";
        };
    }

    private static String published(Report report) {
        return report.printed().time().map(time -> time.day().toString()).orElse("");
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

    private static String padded(String words, int width) {
        return words + " ".repeat(Math.max(words.isEmpty() ? 0 : 1, width - words.codePointCount(0, words.length())));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
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
                ObjectNode outcome = outcomes.addObject().put("outcome", lower(table.outcome()));
                ArrayNode rows = outcome.putArray("rows");
                table.rows().forEach(row -> row(row, rows.addObject()));
                ArrayNode apart = outcome.putArray("apart");
                for (OutcomeTable.Apart figure : table.apart()) {
                    ObjectNode item = apart.addObject().put("why", lower(figure.why()));
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
            case Mark.Hedged hedged -> lower(hedged.modality());
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
                .put("modality", lower(report.figure().modality()))
                .put("scope", lower(report.figure().scope()))
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
                            lower(apart.why()),
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
                lower(report.figure().outcome()),
                teller.name(),
                voice(teller),
                victims.orElse(""),
                standing));
        cells.addAll(List.of(
                quantity.min().isPresent() ? String.valueOf(quantity.min().getAsLong()) : "",
                quantity.max().isPresent() ? String.valueOf(quantity.max().getAsLong()) : "",
                DocumentJson.exactness(quantity),
                report.text(),
                lower(report.figure().modality()),
                lower(report.figure().scope()),
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
