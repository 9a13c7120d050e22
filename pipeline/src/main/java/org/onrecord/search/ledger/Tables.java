package org.onrecord.search.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.CasualtyFigure.Outcome;

/** Puts the figures of one event in tables, a table an outcome. */
final class Tables {
    /** Words that stand for everybody who came to harm. */
    private static final Pattern EVERYBODY =
            Pattern.compile("(?i)(?:.*\\b)?(?:people|persons?|victims?|bodies|body|dead|"
                    + "deaths?|casualties|fatalities|lives|others?|toll|wounded|injured|killed|\\d[\\d,]*|at least)");

    private Tables() {}

    /** Whose row it is: a source, and whom it counts. */
    private record Key(Teller teller, Optional<String> victims) {}

    static List<OutcomeTable> of(List<Report> reports) {
        Tellers tellers = Tellers.of(reports);
        Map<Outcome, List<Report>> outcomes = new EnumMap<>(Outcome.class);
        reports.forEach(report -> outcomes.computeIfAbsent(report.figure().outcome(), outcome -> new ArrayList<>())
                .add(report));
        return outcomes.entrySet().stream()
                .map(entry -> table(entry.getKey(), entry.getValue(), tellers))
                .toList();
    }

    private static OutcomeTable table(Outcome outcome, List<Report> reports, Tellers tellers) {
        Map<Key, List<Report>> rows = new LinkedHashMap<>();
        List<OutcomeTable.Apart> apart = new ArrayList<>();
        for (Report report : reports) {
            Teller teller = tellers.of(report);
            report.aside()
                    .ifPresentOrElse(
                            why -> apart.add(new OutcomeTable.Apart(why, teller, report)),
                            () -> rows.computeIfAbsent(
                                            new Key(teller, victims(report.figure())), key -> new ArrayList<>())
                                    .add(report));
        }
        List<SourceRow> plain = rows.entrySet().stream()
                .map(row -> new SourceRow(row.getKey().teller(), row.getKey().victims(), row.getValue(), List.of()))
                .sorted(Comparator.comparing((SourceRow row) -> row.victims().orElse(""))
                        .thenComparing(
                                Comparator.comparingLong(SourceRow::articles).reversed())
                        .thenComparing(row -> row.reports().getFirst(), Report.EARLIEST_FIRST))
                .toList();
        return new OutcomeTable(outcome, Marks.of(plain), apart);
    }

    /** The last word of those counted, in the singular; nobody in particular where it is a word for everybody. */
    private static Optional<String> victims(CasualtyFigure figure) {
        return figure.victims()
                .map(words -> words.strip().replaceFirst("[,(].*", "").strip())
                .filter(words -> !words.isEmpty() && !EVERYBODY.matcher(words).matches())
                .map(words -> words.substring(words.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT));
    }
}
