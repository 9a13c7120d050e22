package org.onrecord.eval.inventory;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Function;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.Document;
import org.onrecord.document.Kind;
import org.onrecord.eval.Score;

/**
 * The scores of a run over the casualty inventory.
 *
 * @param figures by outcome and bounds
 * @param falseInTraps figures found where there is none: hypothetical harm, distractors, false friends
 * @param errors every miss and every spurious figure, a line each
 */
public record InventoryScores(Score figures, long falseInTraps, List<String> errors) {
    public InventoryScores {
        errors = List.copyOf(errors);
    }

    /**
     * Scores a run.
     *
     * @param cases file of cases, one JSON object a line
     * @param annotate what is scored: from a text to its annotations
     * @throws IOException if the cases cannot be read
     */
    public static InventoryScores of(Path cases, Function<String, Document> annotate) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        Score score = Score.NONE;
        long traps = 0;
        List<String> errors = new ArrayList<>();
        for (String line : Files.readAllLines(cases)) {
            Case one = Case.of(mapper.readTree(line));
            List<String> missed = new ArrayList<>(one.expected());
            List<String> spurious = new ArrayList<>();
            for (CasualtyFigure figure : annotate.apply(one.text()).all(Kind.CASUALTY)) {
                String found = print(figure);
                if (!missed.remove(found) && !one.allowed().contains(found)) {
                    spurious.add(found);
                }
            }
            score = score.plus(new Score(one.expected().size() - missed.size(), missed.size(), spurious.size()));
            traps += one.isTrap() ? spurious.size() : 0;
            missed.forEach(item -> errors.add(one.id() + "  missed " + item + ": " + one.text()));
            spurious.forEach(item -> errors.add(one.id() + "  spurious " + item + ": " + one.text()));
        }
        return new InventoryScores(score, traps, errors);
    }

    private static String print(CasualtyFigure figure) {
        return figure.outcome().name().toLowerCase(Locale.ROOT) + " "
                + bound(figure.quantity().min()) + ".."
                + bound(figure.quantity().max());
    }

    private static String bound(OptionalLong bound) {
        return bound.isPresent() ? String.valueOf(bound.getAsLong()) : "";
    }
}
