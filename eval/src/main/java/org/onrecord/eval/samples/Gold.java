package org.onrecord.eval.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;

/**
 * The gold of one sample: every quotation with its speaker, what stands in marks and is no speech, every figure.
 *
 * @param article name of the file in the folder {@code text}
 */
public record Gold(String article, List<Quotation> quotations, List<String> notSpeech, List<Figure> figures) {
    /** Words inside the marks, and who said them. */
    public record Quotation(String text, String speaker) {}

    /** A count of people with its outcome; the bounds are those of the contract. */
    public record Figure(String text, String outcome, OptionalLong min, OptionalLong max) {}

    static Gold read(Path file) throws IOException {
        JsonNode json = new ObjectMapper().readTree(file.toFile());
        List<Quotation> quotations = new ArrayList<>();
        json.required("quotes")
                .forEach(quote -> quotations.add(new Quotation(
                        quote.required("text").asText(),
                        quote.required("speaker").asText())));
        List<Figure> figures = new ArrayList<>();
        json.required("figures")
                .forEach(figure -> figures.add(new Figure(
                        figure.required("text").asText(),
                        figure.required("outcome").asText(),
                        bound(figure.get("min")),
                        bound(figure.get("max")))));
        List<String> notSpeech = StreamSupport.stream(json.required("notSpeech").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        return new Gold(json.required("article").asText(), quotations, notSpeech, figures);
    }

    private static OptionalLong bound(JsonNode value) {
        return Optional.ofNullable(value)
                .filter(JsonNode::isNumber)
                .map(number -> OptionalLong.of(number.asLong()))
                .orElse(OptionalLong.empty());
    }
}
