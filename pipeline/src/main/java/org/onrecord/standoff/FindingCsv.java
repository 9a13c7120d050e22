package org.onrecord.standoff;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.onrecord.document.Annotation;
import org.onrecord.document.Attribution;
import org.onrecord.document.Basis;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.Document;
import org.onrecord.document.Kind;
import org.onrecord.document.PublicationTime;
import org.onrecord.document.Quote;
import org.onrecord.document.Span;
import org.onrecord.document.Speaker;
import org.onrecord.document.Voice;

/** The findings of a document as rows: quotations, indirect attributions, figures. */
public final class FindingCsv {
    private static final List<String> COLUMNS = List.of(
            "type",
            "article",
            "url",
            "published",
            "title",
            "speaker",
            "speaker_type",
            "text",
            "outcome",
            "min",
            "max",
            "exactness",
            "start",
            "end",
            "confidence",
            "basis");

    private final Document document;
    private final Predicate<Annotation> wanted;
    private final StringBuilder rows = new StringBuilder();

    private FindingCsv(Document document, Predicate<Annotation> wanted) {
        this.document = document;
        this.wanted = wanted;
    }

    public static String heading() {
        return Csv.row(COLUMNS);
    }

    public static String rows(Document document) {
        return rows(document, item -> true);
    }

    /** Those of the quotes, attributions without quotes, and figures that are wanted. */
    public static String rows(Document document, Predicate<Annotation> wanted) {
        return new FindingCsv(document, wanted).write();
    }

    private String write() {
        Map<String, Quote> quotes =
                document.all(Kind.QUOTE).stream().collect(Collectors.toMap(Quote::id, Function.identity()));
        for (Attribution attribution : document.all(Kind.ATTRIBUTION)) {
            if (attribution.quotes().isEmpty() && wanted.test(attribution)) {
                said("attribution", attribution.content().hull(), attribution);
            }
            attribution.quotes().stream()
                    .map(quotes::get)
                    .filter(wanted)
                    .forEach(quote -> said("quote", quote.span(), attribution));
        }
        for (CasualtyFigure figure :
                document.all(Kind.CASUALTY).stream().filter(wanted).toList()) {
            String source = figure.voice() instanceof Voice.Source named ? named.name() : "";
            row(
                    "figure",
                    source,
                    "",
                    figure.span(),
                    List.of(
                            lower(figure.outcome()),
                            bound(figure.quantity().min()),
                            bound(figure.quantity().max()),
                            DocumentJson.exactness(figure.quantity())),
                    figure.basis());
        }
        return rows.toString();
    }

    private void said(String type, Span span, Attribution attribution) {
        row(
                type,
                attribution.speaker().map(Speaker::name).orElse(""),
                attribution.speaker().map(speaker -> lower(speaker.type())).orElse(""),
                span,
                List.of("", "", "", ""),
                attribution.basis());
    }

    private void row(String type, String speaker, String speakerType, Span span, List<String> figure, Basis basis) {
        var metadata = document.article().metadata();
        List<String> cells = new ArrayList<>(List.of(
                type,
                document.article().id(),
                metadata.url().orElse(""),
                metadata.published().map(PublicationTime::iso).orElse(""),
                metadata.title().orElse(""),
                speaker,
                speakerType,
                span.of(document.text())));
        cells.addAll(figure);
        cells.add(String.valueOf(span.start()));
        cells.add(String.valueOf(span.end()));
        cells.add(String.format(Locale.ROOT, "%.2f", basis.confidence()));
        cells.add(DocumentJson.name(basis));
        rows.append(Csv.row(cells));
    }

    private static String bound(OptionalLong bound) {
        return bound.isPresent() ? String.valueOf(bound.getAsLong()) : "";
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
