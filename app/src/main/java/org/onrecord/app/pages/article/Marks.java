package org.onrecord.app.pages.article;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.onrecord.document.Attribution;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.Claim;
import org.onrecord.document.Document;
import org.onrecord.document.Extent;
import org.onrecord.document.Kind;
import org.onrecord.document.Quote;
import org.onrecord.document.Voice;

/** What is highlighted in an article. */
final class Marks {
    private final Document document;
    private final Cast cast;
    private final Optional<String> lit;
    private final Set<String> anchors = new HashSet<>();

    /** Speaker numbers by the id of the attribution. */
    private final Map<String, Integer> numbers = new HashMap<>();

    /** The attribution by the id of a quotation. */
    private final Map<String, String> carriers = new HashMap<>();

    private Marks(Document document, Cast cast, Optional<String> lit) {
        this.document = document;
        this.cast = cast;
        this.lit = lit;
    }

    /**
     * All of them.
     *
     * @param lit the anchor that the address asks to show
     */
    static List<Mark> of(Document document, Cast cast, Optional<String> lit) {
        return new Marks(document, cast, lit).all();
    }

    private List<Mark> all() {
        List<Mark> marks = new ArrayList<>();
        for (Attribution attribution : document.all(Kind.ATTRIBUTION)) {
            numbers.put(attribution.id(), cast.number(attribution));
            attribution.quotes().forEach(quote -> carriers.putIfAbsent(quote, attribution.id()));
            attribution(attribution, marks);
        }
        for (Quote quote : document.all(Kind.QUOTE)) {
            if (quote.kind().isSpeech()) {
                Optional<String> carrier = Optional.ofNullable(carriers.get(quote.id()));
                int number = carrier.map(numbers::get).orElse(0);
                marks.add(mark(
                        Mark.Layer.QUOTE,
                        quote.id(),
                        quote.extent(),
                        List.of(quote.id()),
                        carrier.isPresent() ? "" : "?",
                        Optional.of(carrier.orElse(quote.id())),
                        number));
            }
        }
        for (CasualtyFigure figure : document.all(Kind.CASUALTY)) {
            int number = figure.voice() instanceof Voice.Source source
                    ? source.attribution()
                            .map(numbers::get)
                            .or(() -> cast.find(source.name()).map(CastMember::number))
                            .orElse(0)
                    : 0;
            marks.add(mark(
                    Mark.Layer.FIGURE,
                    figure.id(),
                    figure.mentions(),
                    List.of(figure.id()),
                    "",
                    Optional.of(figure.id()),
                    number));
        }
        return marks;
    }

    private void attribution(Attribution attribution, List<Mark> marks) {
        int number = cast.number(attribution);
        Optional<String> note = Optional.of(attribution.id());
        List<String> names = Stream.concat(
                        Stream.of(attribution.id()),
                        document.all(Kind.CLAIM).stream()
                                .filter(claim -> claim.attribution().equals(attribution.id()))
                                .map(Claim::id))
                .toList();
        marks.add(mark(
                Mark.Layer.CONTENT,
                attribution.id(),
                attribution.content(),
                names,
                number == 0 ? "?" : Cast.label(number),
                note,
                number));
        attribution
                .source()
                .ifPresent(span -> marks.add(mark(
                        Mark.Layer.SOURCE,
                        attribution.id(),
                        Extent.of(span),
                        List.of(),
                        Cast.label(number),
                        note,
                        number)));
        attribution
                .cue()
                .ifPresent(span -> marks.add(
                        mark(Mark.Layer.CUE, attribution.id(), Extent.of(span), List.of(), "", note, number)));
    }

    private Mark mark(
            Mark.Layer layer,
            String id,
            Extent extent,
            Collection<String> names,
            String label,
            Optional<String> note,
            int number) {
        return new Mark(
                layer,
                id,
                extent,
                names.stream().filter(anchors::add).toList(),
                label,
                note.map(Note::anchor),
                Cast.tint(number),
                lit.filter(names::contains).isPresent());
    }
}
