package org.onrecord.eval.gold;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onrecord.document.Article;
import org.onrecord.document.CasualtyFigure.Outcome;
import org.onrecord.document.Document;
import org.onrecord.document.Kind;
import org.onrecord.document.Layer;
import org.onrecord.document.Provenance;
import org.onrecord.document.Quantity;
import org.onrecord.harvest.Articles;
import org.onrecord.harvest.UnreadableException;

/** JSON lines with {@code doc}, {@code title}, {@code text}, {@code killed} and {@code injured}. A split is a file of its name. */
final class GunViolence {
    private GunViolence() {}

    static Corpus read(Path folder, Optional<String> split) {
        CorpusFiles files = new CorpusFiles(folder);
        Articles articles = Articles.load();
        ObjectMapper mapper = new ObjectMapper();
        List<Gold> gold = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Path file : files.below(folder, split.orElse("") + ".jsonl")) {
            int number = 0;
            for (String line : files.text(file).lines().toList()) {
                number++;
                try {
                    gold.add(gold(mapper.readTree(line), articles));
                } catch (JsonProcessingException | IllegalArgumentException e) {
                    problems.add(file + " line " + number + " is no article: " + CorpusFiles.firstLine(e));
                } catch (UnreadableException e) {
                    problems.add(file + " line " + number + " " + e.reason());
                }
            }
        }
        return new Corpus("gva", files.digest(), Set.of(Aspect.TOLL), gold, problems);
    }

    private static Gold gold(JsonNode json, Articles articles) throws UnreadableException {
        String title = json.path("title").asText("").strip();
        String text = json.required("text").asText().replace("\r\n", "\n");
        Article article = articles.ofText(title.isEmpty() ? text : title + "\n\n" + text);
        Document document = Document.of(article)
                .with(new Layer<>(
                        Kind.CASUALTY,
                        List.of(
                                Counts.of(
                                        "killed",
                                        article,
                                        Outcome.KILLED,
                                        count(json.required("killed").asLong())),
                                Counts.of(
                                        "injured",
                                        article,
                                        Outcome.INJURED,
                                        count(json.required("injured").asLong()))),
                        new Provenance("gun violence archive", "1")));
        return new Gold(json.required("doc").asText(), article, document, Set.of(), "");
    }

    private static Quantity count(long number) {
        return number == 0 ? new Quantity.None() : new Quantity.Exactly(number);
    }
}
