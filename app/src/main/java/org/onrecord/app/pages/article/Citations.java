package org.onrecord.app.pages.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.onrecord.app.pages.Phrases;
import org.onrecord.app.view.Words;
import org.onrecord.document.Attribution;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.Document;
import org.onrecord.document.Kind;
import org.onrecord.document.Metadata;
import org.onrecord.document.Quote;
import org.onrecord.document.Span;
import org.onrecord.document.Speaker;
import org.onrecord.document.Voice;

/** Findings as one line to paste: who, the words, title, site, date, address. */
final class Citations {
    private static final int LONGEST = 160;

    private final Document document;
    private final Map<String, Quote> quotes = new HashMap<>();

    Citations(Document document) {
        this.document = document;
        document.all(Kind.QUOTE).forEach(quote -> quotes.put(quote.id(), quote));
    }

    String of(Attribution attribution) {
        String who = attribution.speaker().map(Citations::described).orElse("Somebody");
        List<Quote> spoken = attribution.kind() == Attribution.Kind.DIRECT
                ? attribution.quotes().stream()
                        .map(quotes::get)
                        .filter(java.util.Objects::nonNull)
                        .toList()
                : List.of();
        String words = spoken.isEmpty()
                ? Words.oneLine(attribution.content().of(document.text()))
                : spoken.stream()
                        .map(quote -> "“" + Words.oneLine(quote.span().of(document.text())) + "”")
                        .collect(Collectors.joining(" … "));
        return who + ": " + words + place();
    }

    String of(CasualtyFigure figure) {
        String who = figure.voice() instanceof Voice.Source named ? " according to " + Words.oneLine(named.name()) : "";
        Span span = figure.span();
        return Words.count(figure.quantity()) + " " + Phrases.lower(figure.outcome()) + who + " (“"
                + Words.oneLine(span.of(document.text())) + "”)" + place();
    }

    private static String described(Speaker speaker) {
        String words = Cast.described(speaker);
        return Words.oneLine(speaker.name()) + (words.isEmpty() ? "" : " (" + words + ")");
    }

    private String place() {
        Metadata metadata = document.article().metadata();
        List<String> parts = new ArrayList<>();
        metadata.title().map(Words::oneLine).ifPresent(title -> parts.add("“" + title + "”"));
        metadata.site().map(Words::oneLine).ifPresent(parts::add);
        metadata.published().map(Phrases::time).ifPresent(parts::add);
        Optional<String> address = metadata.url();
        address.ifPresent(parts::add);
        return parts.isEmpty() ? "." : ". " + String.join(", ", parts) + (address.isPresent() ? "" : ".");
    }

    /** On one line, cut where it is long. */
    static String shortened(String words) {
        String line = Words.oneLine(words);
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
