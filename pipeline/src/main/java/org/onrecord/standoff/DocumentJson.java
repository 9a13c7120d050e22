package org.onrecord.standoff;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.onrecord.document.Article;
import org.onrecord.document.Attribution;
import org.onrecord.document.Basis;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.Claim;
import org.onrecord.document.Document;
import org.onrecord.document.Entity;
import org.onrecord.document.Kind;
import org.onrecord.document.Metadata;
import org.onrecord.document.PublicationTime;
import org.onrecord.document.Quantity;
import org.onrecord.document.Quote;
import org.onrecord.document.Span;
import org.onrecord.document.Speaker;
import org.onrecord.document.Voice;
import org.onrecord.document.Zone;

/**
 * One document as one line of JSON, schema {@code onrecord/1}: keys in the order of the contract, absent values
 * {@code null}, absent lists empty. The same document always gives the same bytes.
 */
public final class DocumentJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator json;
    private final String text;

    private DocumentJson(JsonGenerator json, String text) {
        this.json = json;
        this.text = text;
    }

    /** The document without a line break, inside or at the end. */
    public static String write(Document document) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            new DocumentJson(json, document.text()).document(document);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return out.toString();
    }

    /**
     * The document of one line, what it does not hold (tokens, titles in marks) apart.
     *
     * @throws MalformedException if the line is no document of this schema, or an offset does not fit the text
     */
    public static Document read(String line) {
        return DocumentReader.read(line);
    }

    private void document(Document document) throws IOException {
        json.writeStartObject();
        json.writeStringField("schema", "onrecord/1");
        json.writeStringField("offsets", "utf-16");
        article(document.article());
        list("entities", document.all(Kind.ENTITY), this::entity);
        Map<String, String> attributionOf = new HashMap<>();
        document.all(Kind.ATTRIBUTION)
                .forEach(attribution ->
                        attribution.quotes().forEach(quote -> attributionOf.put(quote, attribution.id())));
        List<Quote> speech = document.all(Kind.QUOTE).stream()
                .filter(quote -> quote.kind().isSpeech())
                .toList();
        list("quotes", speech, quote -> quote(quote, Optional.ofNullable(attributionOf.get(quote.id()))));
        list("attributions", document.all(Kind.ATTRIBUTION), this::attribution);
        list("claims", document.all(Kind.CLAIM), this::claim);
        list("casualties", document.all(Kind.CASUALTY), this::casualty);
        json.writeEndObject();
    }

    private void article(Article article) throws IOException {
        Metadata metadata = article.metadata();
        json.writeObjectFieldStart("article");
        json.writeStringField("id", article.id());
        optional("url", metadata.url());
        optional("site", metadata.site());
        optional("title", metadata.title());
        list("byline", metadata.byline(), json::writeString);
        optional("published", metadata.published().map(PublicationTime::iso));
        optional("modified", metadata.modified().map(PublicationTime::iso));
        json.writeStringField("language", article.language());
        json.writeStringField(
                "status",
                switch (article.status()) {
                    case COMPLETE -> "complete";
                    case TRUNCATED -> "truncated";
                    case PAYWALLED -> "paywalled";
                    case NOT_ARTICLE -> "notArticle";
                });
        json.writeStringField("text", article.text());
        list("zones", article.zones(), this::zone);
        json.writeBooleanField(
                "publishedInferred",
                metadata.published().filter(PublicationTime::inferred).isPresent());
        json.writeEndObject();
    }

    private void zone(Zone zone) throws IOException {
        json.writeStartObject();
        offsets(zone.span());
        json.writeStringField("kind", name(zone.kind()));
        optional("selector", zone.selector());
        json.writeEndObject();
    }

    private void entity(Entity entity) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", entity.id());
        json.writeStringField("type", name(entity.type()));
        json.writeStringField("name", entity.name());
        optional("role", entity.role());
        optional("affiliation", entity.affiliation());
        list("mentions", entity.extent().spans(), this::place);
        json.writeEndObject();
    }

    private void quote(Quote quote, Optional<String> attribution) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", quote.id());
        offsets(quote.span());
        json.writeStringField("text", quote.span().of(text));
        json.writeStringField("kind", name(quote.kind()));
        optional("attribution", attribution);
        json.writeEndObject();
    }

    private void attribution(Attribution attribution) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", attribution.id());
        json.writeStringField("kind", name(attribution.kind()));
        optionalWords("source", attribution.source());
        optionalWords("cue", attribution.cue());
        list("content", attribution.content().spans(), this::words);
        if (attribution.speaker().isPresent()) {
            json.writeFieldName("speaker");
            speaker(attribution.speaker().get());
        } else {
            json.writeNullField("speaker");
        }
        basis(attribution.basis());
        json.writeEndObject();
    }

    private void speaker(Speaker speaker) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", speaker.name());
        optional("entity", speaker.entity());
        json.writeStringField("type", name(speaker.type()));
        optional("role", speaker.role());
        optional("affiliation", speaker.affiliation());
        json.writeEndObject();
    }

    private void claim(Claim claim) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", claim.id());
        json.writeStringField("attribution", claim.attribution());
        json.writeStringField("stance", name(claim.stance()));
        if (claim.target().isPresent()) {
            json.writeObjectFieldStart("target");
            json.writeStringField("name", claim.target().get().name());
            optional("entity", claim.target().get().entity());
            json.writeEndObject();
        } else {
            json.writeNullField("target");
        }
        json.writeBooleanField("hedged", claim.hedged());
        json.writeBooleanField("negated", claim.negated());
        list("figures", claim.figures(), json::writeString);
        optional("contests", claim.contests());
        basis(claim.basis());
        optional("answers", answers(claim.answer()));
        if (claim.hedge().isPresent()) {
            Claim.Hedge hedge = claim.hedge().get();
            json.writeObjectFieldStart("hedge");
            json.writeStringField("certainty", name(hedge.certainty()));
            optionalWords("words", hedge.words());
            json.writeEndObject();
        } else {
            json.writeNullField("hedge");
        }
        optional("within", claim.within());
        list("events", claim.events(), this::words);
        optionalWords("said", claim.said());
        json.writeEndObject();
    }

    private static Optional<String> answers(Claim.Answer answer) {
        return switch (answer) {
            case Claim.Answer.Nothing nothing -> Optional.empty();
            case Claim.Answer.Unlinked unlinked -> Optional.of("unlinked");
            case Claim.Answer.To to -> Optional.of("linked");
        };
    }

    private void casualty(CasualtyFigure figure) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", figure.id());
        offsets(figure.span());
        json.writeStringField("text", figure.span().of(text));
        json.writeStringField("outcome", name(figure.outcome()));
        bound("min", figure.quantity().min());
        bound("max", figure.quantity().max());
        json.writeStringField("exactness", exactness(figure.quantity()));
        optional(
                "words",
                figure.quantity() instanceof Quantity.Vague vague ? Optional.of(vague.words()) : Optional.empty());
        optional("victims", figure.victims());
        optional("perpetrator", figure.perpetrator());
        optional("cause", figure.cause());
        optional("place", figure.place());
        optional("time", figure.time());
        Optional<Voice.Source> source =
                figure.voice() instanceof Voice.Source named ? Optional.of(named) : Optional.empty();
        optional("source", source.map(Voice.Source::name));
        optional("attribution", source.flatMap(Voice.Source::attribution));
        json.writeStringField("modality", name(figure.modality()));
        json.writeStringField("scope", name(figure.scope()));
        optional("partOf", figure.partOf());
        json.writeBooleanField("derived", figure.derived());
        basis(figure.basis());
        list("mentions", figure.mentions().spans(), this::place);
        json.writeEndObject();
    }

    private void place(Span span) throws IOException {
        json.writeStartObject();
        offsets(span);
        json.writeEndObject();
    }

    /** The contract's word for how exact a quantity is. */
    public static String exactness(Quantity quantity) {
        return switch (quantity) {
            case Quantity.Exactly exactly -> "exact";
            case Quantity.AtLeast atLeast -> "at_least";
            case Quantity.MoreThan moreThan -> "more_than";
            case Quantity.AtMost atMost -> "at_most";
            case Quantity.FewerThan fewerThan -> "fewer_than";
            case Quantity.About about -> "about";
            case Quantity.Between between -> "range";
            case Quantity.Vague vague -> "vague";
            case Quantity.None none -> "none";
        };
    }

    private void basis(Basis basis) throws IOException {
        json.writeNumberField("confidence", Math.round(basis.confidence() * 100) / 100.0);
        json.writeStringField("basis", name(basis));
    }

    /** {@code rule:ID}, {@code model:ID} or {@code human:NAME}. */
    static String name(Basis basis) {
        return switch (basis) {
            case Basis.Rule rule -> "rule:" + rule.id();
            case Basis.Model model -> "model:" + model.id();
            case Basis.Human human -> "human:" + human.annotator();
        };
    }

    private void optionalWords(String key, Optional<Span> span) throws IOException {
        json.writeFieldName(key);
        if (span.isPresent()) {
            words(span.get());
        } else {
            json.writeNull();
        }
    }

    private void words(Span span) throws IOException {
        json.writeStartObject();
        offsets(span);
        json.writeStringField("text", span.of(text));
        json.writeEndObject();
    }

    private void offsets(Span span) throws IOException {
        json.writeNumberField("start", span.start());
        json.writeNumberField("end", span.end());
    }

    private void optional(String key, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(key, value.get());
        } else {
            json.writeNullField(key);
        }
    }

    private void bound(String key, OptionalLong value) throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(key, value.getAsLong());
        } else {
            json.writeNullField(key);
        }
    }

    private <T> void list(String key, List<T> items, Writer<T> writer) throws IOException {
        json.writeArrayFieldStart(key);
        for (T item : items) {
            writer.write(item);
        }
        json.writeEndArray();
    }

    private interface Writer<T> {
        void write(T item) throws IOException;
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
