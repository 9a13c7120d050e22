package org.onrecord.eval.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onrecord.document.Article;
import org.onrecord.document.Attribution;
import org.onrecord.document.Basis;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.Document;
import org.onrecord.document.Extent;
import org.onrecord.document.Kind;
import org.onrecord.document.Layer;
import org.onrecord.document.Provenance;
import org.onrecord.document.Quantity;
import org.onrecord.document.Quote;
import org.onrecord.document.Span;
import org.onrecord.document.Speaker;
import org.onrecord.document.Voice;

/** Quotes with a speaker, and figures, put together into a document. */
final class Findings {
    private final Basis basis;
    private final List<Quote> quotes = new ArrayList<>();
    private final List<Attribution> attributions = new ArrayList<>();
    private final List<CasualtyFigure> figures = new ArrayList<>();

    Findings(String system) {
        this.basis = new Basis.Rule(system, 0.5);
    }

    /** @param words inside the marks */
    void quote(Span words, Optional<Span> source, Optional<Span> cue, Optional<String> speaker) {
        String number = String.valueOf(quotes.size() + 1);
        quotes.add(new Quote("q" + number, words, Quote.Kind.DIRECT, basis));
        attributions.add(new Attribution(
                "a" + number,
                Attribution.Kind.DIRECT,
                source,
                cue,
                Extent.of(words),
                speaker.filter(name -> !name.isBlank())
                        .map(name -> new Speaker(
                                name, Optional.empty(), Speaker.Type.PERSON, Optional.empty(), Optional.empty())),
                List.of("q" + number),
                basis));
    }

    void figure(Span span, CasualtyFigure.Outcome outcome, Quantity quantity) {
        figures.add(new CasualtyFigure(
                "f" + (figures.size() + 1),
                Extent.of(span),
                outcome,
                quantity,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Voice.Publisher(),
                CasualtyFigure.Modality.ASSERTED,
                CasualtyFigure.Scope.CURRENT,
                Optional.empty(),
                false,
                basis));
    }

    Document document(Article article) {
        Provenance provenance = new Provenance("baseline", "1");
        return Document.of(article)
                .with(new Layer<>(Kind.QUOTE, quotes, provenance))
                .with(new Layer<>(Kind.ATTRIBUTION, attributions, provenance))
                .with(new Layer<>(Kind.CASUALTY, figures, provenance));
    }
}
