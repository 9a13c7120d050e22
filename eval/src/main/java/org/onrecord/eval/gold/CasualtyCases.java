package org.onrecord.eval.gold;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onrecord.document.Article;
import org.onrecord.document.Basis;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.CasualtyFigure.Modality;
import org.onrecord.document.CasualtyFigure.Outcome;
import org.onrecord.document.CasualtyFigure.Scope;
import org.onrecord.document.Document;
import org.onrecord.document.Extent;
import org.onrecord.document.Kind;
import org.onrecord.document.Layer;
import org.onrecord.document.Provenance;
import org.onrecord.document.Quantity;
import org.onrecord.document.Span;
import org.onrecord.document.Voice;
import org.onrecord.standoff.Notation;

/**
 * The casualty inventory, whose notation ({@code KILLED >=12 grp=… ; INJURED 3}) its README explains. The notation does not
 * say where in the text a figure stands, so its span is the whole case. What holds for all figures of a case, its cause or
 * place, stands with the last of them only, so that victims, perpetrator, cause, place and time are judged where given.
 */
final class CasualtyCases {
    private static final Pattern FIGURE = Pattern.compile(
            "^(TOTAL |SUBSET )?([A-Z]+) ((?:>=|>|<=|<|~)?\\d+(?:\\.\\.\\d+)?|PL)(?:\\[([^\\]]+)\\])?(.*)");
    private static final Pattern BARE_SUBSET = Pattern.compile("^SUBSET (?=[<>~\\d])");
    private static final Pattern SUBSET = Pattern.compile("(?:^\\s*| )SUBSET\\b");
    private static final Pattern FIELD = Pattern.compile("(\\w+)=(?:\"([^\"]*)\"|(\\S+))");
    private static final Map<String, Outcome> OUTCOMES = Map.of(
            "KILLED",
            Outcome.KILLED,
            "INJURED",
            Outcome.INJURED,
            "MISSING",
            Outcome.MISSING,
            "TRAPPED",
            Outcome.TRAPPED,
            "STRANDED",
            Outcome.TRAPPED,
            "DISPLACED",
            Outcome.DISPLACED,
            "EVACUATED",
            Outcome.EVACUATED,
            "DETAINED",
            Outcome.DETAINED,
            "ABDUCTED",
            Outcome.ABDUCTED,
            "CASUALTY",
            Outcome.CASUALTIES);
    private static final Map<String, Modality> MODALITIES = Map.of(
            "CLAIMED", Modality.ALLEGED,
            "FEARED", Modality.FEARED,
            "POSSIBLE", Modality.POSSIBLE,
            "PRESUMED", Modality.FEARED,
            "DENIED", Modality.DENIED);
    private static final Map<String, Scope> SCOPES = Map.of(
            "CUM", Scope.CUMULATIVE,
            "PERIOD", Scope.PERIOD,
            "INCREMENT", Scope.INCREMENT,
            "ADDITIONAL", Scope.INCREMENT,
            "SUBSET", Scope.SUBSET,
            "HIST", Scope.HISTORICAL);
    private static final Set<String> VAGUE = Set.of(
            "couple",
            "few",
            "several",
            "handful",
            "half a dozen",
            "dozen",
            "dozens",
            "scores",
            "hundreds",
            "thousands",
            "tens of thousands",
            "hundreds of thousands");
    /** "P24H", "-10Y": a length of time, which is no words of the text. */
    private static final Pattern LENGTH = Pattern.compile("-?P?\\d+[YMDH]");

    private static final Basis BASIS = new Basis.Human("inventory");

    private CasualtyCases() {}

    static Corpus read(Path folder, Optional<String> split) {
        CorpusFiles files = new CorpusFiles(folder);
        ObjectMapper mapper = new ObjectMapper();
        List<Gold> gold = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Path file : files.below(folder, ".jsonl")) {
            int number = 0;
            for (String line : files.text(file).lines().toList()) {
                number++;
                try {
                    Gold one = gold(mapper.readTree(line));
                    if (split.isEmpty() || one.section().startsWith(split.get())) {
                        gold.add(one);
                    }
                } catch (JsonProcessingException | IllegalArgumentException e) {
                    problems.add(file + " line " + number + " is no case: " + CorpusFiles.firstLine(e));
                }
            }
        }
        return new Corpus("casualty", files.digest(), Set.of(Aspect.FIGURES, Aspect.GIVEN_DETAILS), gold, problems);
    }

    private static Gold gold(JsonNode json) {
        Article article = Article.ofBody(json.required("text").asText());
        List<CasualtyFigure> figures = new ArrayList<>();
        Set<String> optional = new HashSet<>();
        String last = "";
        for (String part : json.required("expected").asText().split(";", -1)) {
            // "SUBSET 5 grp=men" has the outcome of the figure before it.
            boolean bare = BARE_SUBSET.matcher(part.strip()).find();
            Matcher match = FIGURE.matcher(bare ? part.strip().replaceFirst("SUBSET", "SUBSET " + last) : part.strip());
            if (match.matches() && OUTCOMES.containsKey(match.group(2))) {
                String id = "f" + (figures.size() + 1);
                last = match.group(2);
                CasualtyFigure figure =
                        figure(id, match, part, new Span(0, article.text().length()));
                figures.add(figure);
                if (match.group(1) != null || figure.derived() || match.group(3).equals("PL")) {
                    optional.add(id);
                }
            }
        }
        Document document =
                Document.of(article).with(new Layer<>(Kind.CASUALTY, figures, new Provenance("inventory", "1")));
        return new Gold(
                json.required("id").asText(),
                article,
                document,
                optional,
                json.required("section").asText());
    }

    private static CasualtyFigure figure(String id, Matcher match, String part, Span whole) {
        Map<String, String> fields = new java.util.TreeMap<>();
        FIELD.matcher(match.group(5))
                .results()
                .forEach(field -> fields.put(field.group(1), field.group(2) == null ? field.group(3) : field.group(2)));
        Scope scope = fields.getOrDefault("status", "").equals("SUPERSEDED")
                ? Scope.SUPERSEDED
                : SUBSET.matcher(part).find() ? Scope.SUBSET : scope(fields.getOrDefault("scope", ""));
        return new CasualtyFigure(
                id,
                Extent.of(whole),
                OUTCOMES.getOrDefault(match.group(2), Outcome.CASUALTIES),
                quantity(match.group(3), Optional.ofNullable(match.group(4)).orElse("")),
                Optional.ofNullable(fields.get("grp")),
                Optional.ofNullable(fields.get("perp")),
                Optional.ofNullable(fields.get("cause")),
                Optional.ofNullable(fields.get("place")),
                Optional.ofNullable(fields.get("date"))
                        .filter(date -> !LENGTH.matcher(date).matches()),
                Optional.ofNullable(fields.get("src"))
                        .<Voice>map(name -> new Voice.Source(name.replaceFirst(" \\(.*\\)$", ""), Optional.empty()))
                        .orElse(new Voice.Publisher()),
                MODALITIES.getOrDefault(fields.getOrDefault("mod", ""), Modality.ASSERTED),
                scope,
                Optional.empty(),
                part.contains("derived"),
                BASIS);
    }

    /** "CUM,PERIOD" runs over a stretch of time, which says more. */
    private static Scope scope(String words) {
        return words.contains("PERIOD") ? Scope.PERIOD : SCOPES.getOrDefault(words.split("[_,]", 2)[0], Scope.CURRENT);
    }

    private static Quantity quantity(String number, String note) {
        if (number.equals("0")) {
            return new Quantity.None();
        }
        if (number.equals("PL") || VAGUE.contains(note)) {
            Quantity vague = Notation.quantity(note.isEmpty() ? "plural" : note);
            return vague.min().isPresent() || number.equals("PL") ? vague : Notation.quantity(number);
        }
        return Notation.quantity(number);
    }
}
