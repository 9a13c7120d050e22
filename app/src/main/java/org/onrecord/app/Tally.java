package org.onrecord.app;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.Document;
import org.onrecord.document.Kind;
import org.onrecord.document.Speaker;
import org.onrecord.search.ArticleIndex;

/** Counts of one run, and two searches that will find something in it. */
final class Tally {
    private final Map<ArticleIndex.Change, Long> changes = new EnumMap<>(ArticleIndex.Change.class);
    private final Map<String, Long> quotesBySpeaker = new HashMap<>();
    private final Map<CasualtyFigure.Outcome, Long> figures = new EnumMap<>(CasualtyFigure.Outcome.class);
    private long copies;
    private long otherLanguages;
    private long quotes;
    private long attributed;
    private long attributions;
    private long figureCount;

    void unchanged() {
        changes.merge(ArticleIndex.Change.UNCHANGED, 1L, Long::sum);
    }

    long articles() {
        return changes.values().stream().mapToLong(Long::longValue).sum();
    }

    void count(Document document, ArticleIndex.Placed placed) {
        changes.merge(placed.change(), 1L, Long::sum);
        copies += placed.copy() ? 1 : 0;
        otherLanguages += document.article().isEnglish() ? 0 : 1;
        quotes += document.all(Kind.QUOTE).stream()
                .filter(quote -> quote.kind().isSpeech())
                .count();
        attributions += document.all(Kind.ATTRIBUTION).size();
        document.all(Kind.ATTRIBUTION)
                .forEach(attribution -> attribution.speaker().ifPresent(speaker -> {
                    attributed += attribution.quotes().size();
                    if (speaker.type() == Speaker.Type.PERSON) {
                        quotesBySpeaker.merge(
                                speaker.name(), (long) attribution.quotes().size(), Long::sum);
                    }
                }));
        document.all(Kind.CASUALTY).forEach(figure -> figures.merge(figure.outcome(), 1L, Long::sum));
        figureCount += document.all(Kind.CASUALTY).size();
    }

    void print(Terminal terminal, Path index, Quarantine quarantine) {
        line(
                terminal,
                "articles",
                articles() + " (" + change(ArticleIndex.Change.ADDED) + " added, "
                        + change(ArticleIndex.Change.REPLACED) + " replaced, " + change(ArticleIndex.Change.UNCHANGED)
                        + " unchanged)");
        if (copies > 0) {
            line(terminal, "near-duplicates", copies + ", one row with what they copy");
        }
        if (otherLanguages > 0) {
            line(terminal, "not English", otherLanguages + " stored and searchable, not read for findings");
        }
        line(terminal, "quotations", quotes + ", " + attributed + " of them with a speaker");
        line(terminal, "attributions", String.valueOf(attributions));
        line(terminal, "casualty figures", String.valueOf(figureCount));
        if (quarantine.count() > 0) {
            line(terminal, "failed", quarantine.count() + ", kept in " + quarantine.file());
        }
        suggestions(terminal, index);
    }

    private long change(ArticleIndex.Change change) {
        return changes.getOrDefault(change, 0L);
    }

    private void suggestions(Terminal terminal, Path index) {
        String where = index.equals(IndexOption.DEFAULT) ? "" : " --index " + quoted(index.toString());
        Optional<String> speaker = quotesBySpeaker.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
        Optional<String> outcome = figures.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(entry -> entry.getKey().name().toLowerCase(Locale.ROOT));
        if (speaker.isPresent() || outcome.isPresent()) {
            terminal.out().println();
            terminal.out().println("Try:");
        }
        speaker.ifPresent(
                name -> terminal.out().println("  ./onrecord search " + quoted("speaker:\"" + name + "\"") + where));
        outcome.ifPresent(name -> terminal.out().println("  ./onrecord search --outcome " + name + " --min 2" + where));
    }

    /** For a POSIX shell. */
    private static String quoted(String argument) {
        return argument.matches("[\\w./-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }

    private static void line(Terminal terminal, String label, String value) {
        terminal.out().println(terminal.styled("bold", String.format("%-17s", label)) + value);
    }
}
