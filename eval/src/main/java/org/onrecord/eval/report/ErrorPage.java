package org.onrecord.eval.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.onrecord.document.Span;
import org.onrecord.eval.Comparison;
import org.onrecord.eval.Comparison.Item;
import org.onrecord.eval.Comparison.Part;
import org.onrecord.eval.Comparison.Verdict;
import org.onrecord.eval.Result;
import org.onrecord.eval.Run;

/**
 * A run as one page: its scores, then every miss, spurious item and wrong attribute in its sentence, gold and found
 * coloured, the biggest groups first. It can be filtered by group, verdict and words; without scripts it shows everything.
 */
public final class ErrorPage {
    private static final int CONTEXT = 160;
    private static final int MOST_PER_GROUP = 400;

    private record Entry(Result result, Comparison comparison) {}

    private final Run run;
    private final Element body;

    private ErrorPage(Run run, Element body) {
        this.run = run;
        this.body = body;
    }

    public static String of(Run run) {
        Document page = Document.createShell("");
        page.outputSettings().prettyPrint(false);
        page.select("html").attr("lang", "en");
        page.head().appendElement("meta").attr("charset", "utf-8");
        page.head().appendElement("meta").attr("name", "viewport").attr("content", "width=device-width");
        page.title(run.system() + " on " + run.corpus());
        page.head().appendElement("style").appendChild(new DataNode(resource("report.css")));
        new ErrorPage(run, page.body()).write();
        page.body().appendElement("script").appendChild(new DataNode(resource("report.js")));
        return "<!doctype html>\n" + page.outerHtml() + "\n";
    }

    private void write() {
        body.appendElement("h1").text(run.system() + " on " + run.corpus());
        body.appendElement("p")
                .addClass("meta")
                .text(run.results().size() + " articles, corpus " + run.digest().substring(0, 12)
                        + String.format(Locale.ROOT, ", %.0f CPU seconds", run.cpuSeconds()));
        scores(body.appendElement("section"));
        ReliabilityPlot.append(run, body);
        Map<String, List<Entry>> groups = groups();
        filters(body.appendElement("form"), groups);
        groups.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, List<Entry>> group) ->
                                -group.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .forEach(group -> group(group.getKey(), group.getValue()));
    }

    private void scores(Element section) {
        Element table = section.appendElement("table");
        Element head = table.appendElement("thead").appendElement("tr");
        Table.HEAD.forEach(cell -> head.appendElement("th").text(cell));
        head.appendElement("th");
        Element rows = table.appendElement("tbody");
        for (List<String> row : Table.rows(run)) {
            Element line = rows.appendElement("tr");
            row.forEach(cell -> line.appendElement("td").text(cell));
            String share = row.get(3).isEmpty() ? row.get(2) : row.get(3);
            Element bar = line.appendElement("td").addClass("bar");
            if (share.matches("[\\d.]+") && !row.get(2).isEmpty()) {
                bar.appendElement("i").attr("style", "width:" + share + "%");
            }
        }
    }

    private Map<String, List<Entry>> groups() {
        Map<String, List<Entry>> groups = new TreeMap<>();
        for (Result result : run.results()) {
            for (Comparison one : result.comparisons()) {
                if (one.verdict() != Verdict.RIGHT) {
                    names(one)
                            .forEach(name -> groups.computeIfAbsent(name, key -> new ArrayList<>())
                                    .add(new Entry(result, one)));
                }
            }
        }
        return groups;
    }

    /** A wrong item is listed under each attribute in which it is wrong. */
    private static List<String> names(Comparison one) {
        return one.verdict() == Verdict.WRONG
                ? one.differences().stream()
                        .map(difference -> one.group() + ": wrong " + difference.attribute())
                        .distinct()
                        .toList()
                : List.of(one.group() + ": " + one.verdict().name().toLowerCase(Locale.ROOT));
    }

    private static void filters(Element form, Map<String, List<Entry>> groups) {
        form.attr("hidden", true);
        form.appendElement("input")
                .attr("type", "search")
                .attr("name", "words")
                .attr("placeholder", "words in the sentence")
                .attr("aria-label", "words in the sentence");
        Element choice = form.appendElement("select").attr("name", "group").attr("aria-label", "group");
        choice.appendElement("option").attr("value", "").text("all groups");
        groups.keySet()
                .forEach(name ->
                        choice.appendElement("option").attr("value", name).text(name));
        Element verdict = form.appendElement("select").attr("name", "verdict").attr("aria-label", "verdict");
        verdict.appendElement("option").attr("value", "").text("all verdicts");
        Stream.of("missed", "spurious", "wrong")
                .forEach(name ->
                        verdict.appendElement("option").attr("value", name).text(name));
        form.appendElement("output");
    }

    private void group(String name, List<Entry> entries) {
        Element details = body.appendElement("details").attr("open", true).attr("data-group", name);
        details.appendElement("summary").text(name).appendElement("b").text(" " + entries.size());
        entries.stream().limit(MOST_PER_GROUP).forEach(entry -> entry(details, entry));
        if (entries.size() > MOST_PER_GROUP) {
            details.appendElement("p")
                    .addClass("meta")
                    .text("… and " + (entries.size() - MOST_PER_GROUP) + " more: see errors.csv");
        }
    }

    private static void entry(Element details, Entry entry) {
        Comparison one = entry.comparison();
        Element article = details.appendElement("article")
                .attr("data-verdict", one.verdict().name().toLowerCase(Locale.ROOT));
        sentence(article.appendElement("p"), entry);
        Element facts = article.appendElement("p").addClass("meta");
        one.gold().ifPresent(item -> facts.appendElement("span").addClass("g").text("gold " + item.label()));
        one.found().ifPresent(item -> facts.appendElement("span").addClass("f").text("found " + item.label()));
        one.differences()
                .forEach(difference -> facts.appendElement("span")
                        .text(difference.attribute() + ": " + difference.gold() + " → " + difference.found()));
        facts.appendElement("span").text(entry.result().article());
    }

    private static void sentence(Element paragraph, Entry entry) {
        String text = entry.result().text();
        Comparison one = entry.comparison();
        List<Part> gold = one.gold().map(Item::parts).orElse(List.of());
        List<Part> found = one.found().map(Item::parts).orElse(List.of());
        if (gold.isEmpty() && found.isEmpty()) {
            return;
        }
        int first = Stream.concat(gold.stream(), found.stream())
                .mapToInt(part -> part.extent().start())
                .min()
                .orElse(0);
        int last = Stream.concat(gold.stream(), found.stream())
                .mapToInt(part -> part.extent().end())
                .max()
                .orElse(0);
        boolean whole = last - first > 20 * CONTEXT;
        int start = Math.max(first - CONTEXT, text.lastIndexOf('\n', Math.max(0, first - 1)) + 1);
        int stop = text.indexOf('\n', last) < 0 ? text.length() : text.indexOf('\n', last);
        int end = whole ? Math.min(text.length(), start + 4 * CONTEXT) : Math.min(last + CONTEXT, stop);
        TreeSet<Integer> cuts = new TreeSet<>(List.of(start, end));
        Stream.concat(gold.stream(), found.stream())
                .flatMap(part -> part.extent().spans().stream())
                .flatMap(span -> Stream.of(span.start(), span.end()))
                .filter(cut -> cut > start && cut < end)
                .forEach(cuts::add);
        int from = cuts.first();
        for (int to : cuts.tailSet(from, false)) {
            piece(paragraph, text, new Span(from, to), gold, found, whole);
            from = to;
        }
    }

    private static void piece(
            Element paragraph, String text, Span span, List<Part> gold, List<Part> found, boolean whole) {
        Optional<String> right = role(gold, span).filter(role -> !whole);
        Optional<String> ours = role(found, span).filter(role -> !whole || span.length() < CONTEXT);
        String words = span.of(text).replace('\n', ' ');
        if (right.isEmpty() && ours.isEmpty()) {
            paragraph.appendText(words);
            return;
        }
        Element mark = paragraph.appendElement("mark").text(words);
        right.ifPresent(role -> mark.addClass("g").addClass("g-" + role));
        ours.ifPresent(role -> mark.addClass("f").addClass("f-" + role));
        mark.attr(
                "title",
                right.map(role -> "gold " + role).orElse("")
                        + ours.map(role -> " found " + role).orElse(""));
    }

    /** The narrowest part that covers the span. */
    private static Optional<String> role(List<Part> parts, Span span) {
        return parts.stream()
                .filter(part -> part.extent().overlaps(span))
                .min(Comparator.comparingInt(part -> part.extent().hull().length()))
                .map(Part::role);
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(ErrorPage.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
