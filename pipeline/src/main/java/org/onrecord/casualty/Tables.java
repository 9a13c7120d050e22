package org.onrecord.casualty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onrecord.document.Basis;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.CasualtyFigure.Modality;
import org.onrecord.document.CasualtyFigure.Outcome;
import org.onrecord.document.CasualtyFigure.Scope;
import org.onrecord.document.Extent;
import org.onrecord.document.Quantity;
import org.onrecord.document.Span;
import org.onrecord.document.Voice;
import org.onrecord.pipeline.Lexicon;

/**
 * Tables with bars between their cells, as they are left when a page becomes text: a line of headings, some of which name
 * what became of people, and lines with as many cells below it. What a line begins with is the place.
 *
 * <pre>
 * Town | Killed | Wounded
 * Kesh | 4      | 19
 * </pre>
 */
final class Tables {
    private static final Pattern ROW = Pattern.compile("(?m)^[^|\\n]{1,80}(?:\\|[^|\\n]{0,80}){1,20}$");
    private static final Pattern CELL = Pattern.compile("[^|]+");
    private static final Pattern COUNT = Pattern.compile("\\s*(\\d{1,3}(?:,\\d{3})*|\\d{1,9})\\s*");
    private static final Pattern ALL = Pattern.compile("(?i)total|all|sum|overall");

    private final String text;
    private final Harm harm;

    Tables(String text, Harm harm) {
        this.text = text;
        this.harm = harm;
    }

    /** A cell and where it stands. */
    private record Cell(String words, int start) {}

    /** In the order of the text; their ids are numbered from the one given. */
    List<CasualtyFigure> figures(int from) {
        List<CasualtyFigure> figures = new ArrayList<>();
        Map<Integer, Outcome> columns = new HashMap<>();
        int cells = 0;
        int end = -1;
        Matcher row = ROW.matcher(text);
        while (row.find()) {
            List<Cell> line = cells(row.group(), row.start());
            boolean goesOn =
                    line.size() == cells && text.substring(end, row.start()).isBlank();
            if (!goesOn) {
                columns = outcomes(line);
                cells = line.size();
            } else {
                for (int column = 1; column < cells; column++) {
                    Matcher count = COUNT.matcher(line.get(column).words());
                    if (columns.containsKey(column) && count.matches()) {
                        figures.add(figure(
                                "f" + (from + figures.size()),
                                columns.get(column),
                                count,
                                line.get(column).start(),
                                line.getFirst().words().strip()));
                    }
                }
            }
            end = row.end();
        }
        return figures;
    }

    private static List<Cell> cells(String line, int start) {
        return CELL.matcher(line)
                .results()
                .map(cell -> new Cell(cell.group(), start + cell.start()))
                .toList();
    }

    private Map<Integer, Outcome> outcomes(List<Cell> headings) {
        Map<Integer, Outcome> columns = new HashMap<>();
        for (int column = 1; column < headings.size(); column++) {
            int here = column;
            Arrays.stream(headings.get(column)
                            .words()
                            .strip()
                            .toLowerCase(Locale.ROOT)
                            .split("\\s+"))
                    .map(this::outcome)
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(outcome -> columns.put(here, outcome));
        }
        return columns;
    }

    private Optional<Outcome> outcome(String word) {
        String one = word.replaceFirst("(?<=.{3})ies$", "y").replaceFirst("(?<=[^s]{3})s$", "");
        return find(harm.states(), word)
                .or(() -> find(harm.nouns(), one))
                .or(() -> word.equals("killed") ? Optional.of(Outcome.KILLED) : Optional.empty());
    }

    private static Optional<Outcome> find(Lexicon words, String word) {
        return words.find(word).map(name -> Outcome.valueOf(name.toUpperCase(Locale.ROOT)));
    }

    private static CasualtyFigure figure(String id, Outcome outcome, Matcher count, int cell, String place) {
        long number = Long.parseLong(count.group(1).replace(",", ""));
        return new CasualtyFigure(
                id,
                Extent.of(new Span(cell + count.start(1), cell + count.end(1))),
                outcome,
                number == 0 ? new Quantity.None() : new Quantity.Exactly(number),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ALL.matcher(place).matches() ? Optional.empty() : Optional.of(place),
                Optional.empty(),
                new Voice.Publisher(),
                Modality.ASSERTED,
                Scope.CURRENT,
                Optional.empty(),
                false,
                new Basis.Rule("casualty-table", 0.85));
    }
}
