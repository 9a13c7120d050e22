package org.onrecord.app.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.onrecord.document.Attribution;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.Document;
import org.onrecord.document.Kind;
import org.onrecord.document.Quote;
import org.onrecord.document.Span;
import org.onrecord.document.Speaker;
import org.onrecord.document.Voice;
import org.onrecord.document.Zone;

/** A document as one page without scripts: the article with its quotations and figures marked, who and how many beside them. */
public final class HtmlView {
    private static final String STYLE = """
            :root{color-scheme:light dark}body{font:1.05rem/1.6 Georgia,serif;max-width:44rem;margin:2rem auto;padding:0 1rem}
            h1{line-height:1.2}.meta,.zone{color:#6b6b6b;font-size:.85rem;font-family:system-ui,sans-serif}
            mark{padding:.05em .15em;border-radius:.2em;color:#111}.quote{background:#cfe6ff}.figure{background:#ffd9d2}
            mark small{white-space:nowrap;font:600 .7rem/1 system-ui,sans-serif;margin-left:.35em;padding:.1em .4em;border-radius:.8em;background:#fff;color:#222;border:1px solid #999}
            """;

    private final Document document;

    private HtmlView(Document document) {
        this.document = document;
    }

    public static String render(Document document, String origin) {
        return new HtmlView(document).page(origin);
    }

    /** Something to mark, with its label. */
    private record Marked(Span span, String kind, String label) {}

    private String page(String origin) {
        String title = document.article().metadata().title().orElse(origin);
        StringBuilder page = new StringBuilder(
                "<!doctype html>\n<html lang=\"" + escape(document.article().language())
                        + "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>"
                        + escape(title)
                        + "</title><style>" + STYLE + "</style></head><body><main>\n");
        page.append("<p class=\"meta\">").append(escape(origin)).append("</p>\n");
        List<Marked> marks = marks();
        for (Zone zone : document.article().zones()) {
            String tag = zone.kind() == Zone.Kind.HEADLINE ? "h1" : "p";
            String kind = zone.kind().isProse()
                    ? ""
                    : " class=\"zone\" title=\"" + zone.kind().name().toLowerCase(Locale.ROOT) + "\"";
            page.append('<').append(tag).append(kind).append('>');
            paragraph(zone.span(), marks, page);
            page.append("</").append(tag).append(">\n");
        }
        return page.append("</main></body></html>\n").toString();
    }

    private List<Marked> marks() {
        List<Marked> marks = new ArrayList<>();
        for (Quote quote : document.all(Kind.QUOTE)) {
            Optional<Speaker> speaker = document.all(Kind.ATTRIBUTION).stream()
                    .filter(attribution -> attribution.quotes().contains(quote.id()))
                    .findFirst()
                    .flatMap(Attribution::speaker);
            if (quote.kind().isSpeech()) {
                marks.add(new Marked(
                        quote.span(), "quote", speaker.map(Speaker::name).orElse("?")));
            }
        }
        for (CasualtyFigure figure : document.all(Kind.CASUALTY)) {
            String source = figure.voice() instanceof Voice.Source named ? ", " + named.name() : "";
            String label =
                    figure.outcome().name().toLowerCase(Locale.ROOT) + ": " + Words.count(figure.quantity()) + source;
            marks.add(new Marked(figure.span(), "figure", label));
        }
        marks.sort(Comparator.comparing(Marked::span));
        return marks;
    }

    /** Marks do not nest: what begins inside an earlier mark keeps only its words. */
    private void paragraph(Span zone, List<Marked> marks, StringBuilder page) {
        int at = zone.start();
        for (Marked mark : marks) {
            if (zone.contains(mark.span()) && mark.span().start() >= at) {
                page.append(escape(document.text().substring(at, mark.span().start())));
                page.append("<mark class=\"")
                        .append(mark.kind())
                        .append("\">")
                        .append(escape(mark.span().of(document.text())))
                        .append("<small>")
                        .append(escape(mark.label()))
                        .append("</small></mark>");
                at = mark.span().end();
            }
        }
        page.append(escape(document.text().substring(at, zone.end())));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
