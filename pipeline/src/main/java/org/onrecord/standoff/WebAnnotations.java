package org.onrecord.standoff;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.onrecord.document.Annotation;
import org.onrecord.document.Attribution;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.Document;
import org.onrecord.document.Kind;
import org.onrecord.document.Span;
import org.onrecord.document.Speaker;
import org.onrecord.document.Voice;
import org.onrecord.document.Zone;

/**
 * Attributions and figures in the Web Annotation Data Model (w3.org/TR/annotation-model), one annotation a line of JSON-LD.
 *
 * <p>A target is the article text, as a resource of its own under the digest of the text, with a quote and a position
 * selector; where the article has an address, the page is a target too, by the element that has the words, refined by the
 * quote, and by the quote alone, since positions in the article text are none in the page. Positions count Unicode code points, as section 4.2.5 asks ("in terms of unicode code points
 * …, not in terms of code units"); our spans count UTF-16 code units.
 */
public final class WebAnnotations {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final String NAMES = "urn:x-onrecord:";

    /** Characters on either side that tell a quote from the same words elsewhere. */
    private static final int CONTEXT = 32;

    private final Document document;
    private final String text;

    private WebAnnotations(Document document) {
        this.document = document;
        this.text = document.text();
    }

    /** All of them, each with its line end. */
    public static String of(Document document) {
        return of(document, item -> true);
    }

    /** Those of the items that are wanted, each with its line end. */
    public static String of(Document document, Predicate<Annotation> wanted) {
        WebAnnotations annotations = new WebAnnotations(document);
        StringBuilder lines = new StringBuilder();
        document.all(Kind.ATTRIBUTION).stream()
                .filter(wanted)
                .forEach(item ->
                        lines.append(annotations.line(item, item.content().spans(), "attribution", said(item))));
        document.all(Kind.CASUALTY).stream()
                .filter(wanted)
                .forEach(item ->
                        lines.append(annotations.line(item, item.mentions().spans(), "casualties", counted(item))));
        return lines.toString();
    }

    private static String said(Attribution attribution) {
        return "said by "
                + attribution.speaker().map(Speaker::name).orElse("somebody") + " ("
                + attribution.kind().name().toLowerCase(Locale.ROOT) + ")";
    }

    private static String counted(CasualtyFigure figure) {
        return Notation.of(figure) + ", according to "
                + (figure.voice() instanceof Voice.Source source ? source.name() : "the publisher");
    }

    private String line(Annotation item, List<Span> spans, String tag, String description) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("@context", "http://www.w3.org/ns/anno.jsonld");
            json.writeStringField("id", NAMES + document.article().id() + ":" + item.id());
            json.writeStringField("type", "Annotation");
            json.writeArrayFieldStart("body");
            body("tagging", tag, json);
            body("describing", description, json);
            json.writeEndArray();
            json.writeArrayFieldStart("target");
            for (Span span : spans) {
                target(NAMES + document.article().id(), span, true, json);
            }
            Optional<String> url = document.article().metadata().url();
            if (url.isPresent()) {
                for (Span span : spans) {
                    target(url.get(), span, false, json);
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return out.append('\n').toString();
    }

    private static void body(String purpose, String value, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "TextualBody");
        json.writeStringField("purpose", purpose);
        json.writeStringField("value", value);
        json.writeEndObject();
    }

    private void target(String source, Span span, boolean positioned, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "SpecificResource");
        json.writeStringField("source", source);
        json.writeArrayFieldStart("selector");
        Optional<String> element = positioned ? Optional.empty() : element(span);
        if (element.isPresent()) {
            json.writeStartObject();
            json.writeStringField("type", "CssSelector");
            json.writeStringField("value", element.get());
            json.writeFieldName("refinedBy");
            quote(span, json);
            json.writeEndObject();
        }
        quote(span, json);
        if (positioned) {
            json.writeStartObject();
            json.writeStringField("type", "TextPositionSelector");
            json.writeNumberField("start", text.codePointCount(0, span.start()));
            json.writeNumberField("end", text.codePointCount(0, span.end()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void quote(Span span, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "TextQuoteSelector");
        json.writeStringField("exact", span.of(text));
        json.writeStringField("prefix", text.substring(whole(Math.max(0, span.start() - CONTEXT)), span.start()));
        json.writeStringField(
                "suffix", text.substring(span.end(), whole(Math.min(text.length(), span.end() + CONTEXT))));
        json.writeEndObject();
    }

    /** The element of the page that has all of the words; none where they run over several. */
    private Optional<String> element(Span span) {
        return document.article().zones().stream()
                .filter(zone -> zone.span().contains(span))
                .findFirst()
                .flatMap(Zone::selector);
    }

    /** Never between the two halves of a character. */
    private int whole(int offset) {
        boolean between = offset > 0
                && offset < text.length()
                && Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset));
        return between ? offset + 1 : offset;
    }
}
