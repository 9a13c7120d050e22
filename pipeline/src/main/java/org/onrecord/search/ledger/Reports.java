package org.onrecord.search.ledger;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.Document;
import org.onrecord.document.Entity;
import org.onrecord.document.EntityType;
import org.onrecord.document.Kind;
import org.onrecord.document.PublicationTime;
import org.onrecord.document.Span;
import org.onrecord.search.FindingSearch;
import org.onrecord.search.Hit;
import org.onrecord.search.Request;
import org.onrecord.search.Row;

/** Reads the reports for a ledger from an index. */
public final class Reports {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{4,}");

    /** How far into an article its setting is looked for. */
    private static final int OPENING = 400;

    private static final int LONGEST_SENTENCE = 1_000;

    private Reports() {}

    /**
     * The figures that a query finds, those of copies once, in the earliest of them.
     *
     * @throws org.onrecord.search.QueryException if the query cannot be read
     */
    public static List<Report> find(FindingSearch search, Request request) {
        Map<String, Document> documents = new HashMap<>();
        List<Report> reports = new ArrayList<>();
        for (Row row : search.figures(request).rows()) {
            Hit hit = row.earliest();
            Document document =
                    documents.computeIfAbsent(hit.article() + " " + hit.origin(), unseen -> search.document(hit));
            document.all(Kind.CASUALTY).stream()
                    .filter(figure -> figure.id().equals(hit.id()))
                    .forEach(figure -> reports.add(
                            report(figure, document, hit, row.copies().size())));
        }
        return reports;
    }

    private static Report report(CasualtyFigure figure, Document document, Hit hit, int copies) {
        Span sentence = sentence(document.text(), figure.span());
        Report.Printed printed = new Report.Printed(
                hit.article(),
                hit.cluster(),
                hit.origin(),
                hit.url(),
                hit.title(),
                hit.publisher(),
                hit.published().map(PublicationTime::new));
        return new Report(
                figure, printed, sentence, sentence.of(document.text()), setting(document), names(document), copies);
    }

    /** The sentence around a figure, within its paragraph. */
    static Span sentence(String text, Span figure) {
        int from = Math.max(
                text.lastIndexOf('\n', Math.max(0, figure.start() - 1)) + 1, figure.start() - LONGEST_SENTENCE);
        from = Math.min(from, figure.start());
        int newline = text.indexOf('\n', figure.end());
        int to = Math.min(newline < 0 ? text.length() : newline, figure.end() + LONGEST_SENTENCE);
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        String paragraph = text.substring(from, to);
        sentences.setText(paragraph);
        int start = sentences.preceding(Math.min(figure.start() - from + 1, paragraph.length()));
        int end = figure.end() - from >= paragraph.length()
                ? paragraph.length()
                : sentences.following(figure.end() - from - 1);
        int first = from + Math.max(0, Math.min(start, figure.start() - from));
        int last = from + (end < 0 ? paragraph.length() : end);
        while (last > figure.end() && Character.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        return new Span(first, Math.max(last, figure.end()));
    }

    private static Optional<String> setting(Document document) {
        return document.all(Kind.ENTITY).stream()
                .filter(entity -> entity.type() == EntityType.LOCATION)
                .filter(entity -> entity.extent().start() < OPENING)
                .min(java.util.Comparator.comparingInt(entity -> entity.extent().start()))
                .map(Entity::name);
    }

    private static Set<String> names(Document document) {
        Set<String> names = new HashSet<>();
        document.all(Kind.ENTITY).stream()
                .filter(entity -> entity.type() != EntityType.ROLE)
                .forEach(entity -> add(entity.name(), names));
        document.article().metadata().title().ifPresent(title -> add(title, names));
        return names;
    }

    private static void add(String words, Set<String> names) {
        WORD.matcher(words.toLowerCase(Locale.ROOT)).results().forEach(word -> names.add(word.group()));
    }
}
