package org.onrecord.eval.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.onrecord.document.Attribution;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.Document;
import org.onrecord.document.Kind;
import org.onrecord.document.Quote;
import org.onrecord.document.Speaker;
import org.onrecord.eval.Score;

/** The scores of a run over a folder of samples: {@code text/} and {@code gold/}. */
public final class SampleScores {
    private static final String QUOTATIONS = "quotations";

    private static final String SPEAKERS = "quotations with the right speaker";
    private static final String FIGURES = "figures (outcome, bounds)";

    private final Map<String, Score> scores = new LinkedHashMap<>();
    private final List<String> errors = new ArrayList<>();

    private SampleScores() {
        for (String name : List.of(QUOTATIONS, SPEAKERS, FIGURES)) {
            scores.put(name, Score.NONE);
        }
    }

    /**
     * Scores a run.
     *
     * @param annotate what is scored: from the file of an article to its annotations
     * @throws IOException if the gold cannot be read
     */
    public static SampleScores of(Path corpus, Function<Path, Document> annotate) throws IOException {
        SampleScores result = new SampleScores();
        try (Stream<Path> files = Files.list(corpus.resolve("gold"))) {
            for (Path file : files.sorted().toList()) {
                Gold gold = Gold.read(file);
                result.add(gold, annotate.apply(corpus.resolve("text").resolve(gold.article())));
            }
        }
        return result;
    }

    /** By name, in a fixed order. */
    public Map<String, Score> scores() {
        return Collections.unmodifiableMap(scores);
    }

    /** Every miss and every spurious item, a line each. */
    public List<String> errors() {
        return List.copyOf(errors);
    }

    private void add(Gold gold, Document document) {
        List<String> found = document.all(Kind.QUOTE).stream()
                .filter(quote -> quote.kind().isSpeech())
                .map(quote -> quote.span().of(document.text()))
                .toList();
        compare(
                QUOTATIONS,
                gold.article(),
                gold.quotations().stream().map(Gold.Quotation::text).toList(),
                found);
        compare(
                SPEAKERS,
                gold.article(),
                gold.quotations().stream()
                        .map(quote -> said(quote.text(), quote.speaker()))
                        .toList(),
                speech(document));
        compare(
                FIGURES,
                gold.article(),
                gold.figures().stream()
                        .map(figure -> counted(figure.outcome(), figure.min(), figure.max()))
                        .toList(),
                document.all(Kind.CASUALTY).stream().map(SampleScores::counted).toList());
    }

    private static List<String> speech(Document document) {
        List<String> speech = new ArrayList<>();
        for (Attribution attribution : document.all(Kind.ATTRIBUTION)) {
            for (Quote quote : document.all(Kind.QUOTE)) {
                if (attribution.quotes().contains(quote.id())
                        && attribution.speaker().isPresent()) {
                    speech.add(said(
                            quote.span().of(document.text()),
                            attribution.speaker().map(Speaker::name).orElse("")));
                }
            }
        }
        return speech;
    }

    private static String said(String text, String speaker) {
        return speaker.toLowerCase(Locale.ROOT).replaceFirst("^the ", "") + ": " + text;
    }

    private static String counted(CasualtyFigure figure) {
        return counted(
                figure.outcome().name().toLowerCase(Locale.ROOT),
                figure.quantity().min(),
                figure.quantity().max());
    }

    private static String counted(String outcome, java.util.OptionalLong min, java.util.OptionalLong max) {
        return outcome + " " + (min.isPresent() ? min.getAsLong() : "") + ".."
                + (max.isPresent() ? max.getAsLong() : "");
    }

    private void compare(String name, String article, List<String> gold, List<String> found) {
        List<String> missed = new ArrayList<>(gold);
        List<String> spurious = new ArrayList<>();
        for (String item : found) {
            if (!missed.remove(item)) {
                spurious.add(item);
            }
        }
        scores.merge(name, new Score(gold.size() - missed.size(), missed.size(), spurious.size()), Score::plus);
        missed.forEach(item -> errors.add(article + "  missed " + name + ": " + item));
        spurious.forEach(item -> errors.add(article + "  spurious " + name + ": " + item));
    }
}
