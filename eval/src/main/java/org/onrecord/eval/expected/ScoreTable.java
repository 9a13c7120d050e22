package org.onrecord.eval.expected;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The page of the docs that shows what was expected: one table a corpus, one column a system. */
public final class ScoreTable {
    private ScoreTable() {}

    public static String of(List<Expectation> expectations) {
        StringBuilder page = new StringBuilder("""
                # Scores

                Made by `./onrecord eval expected --update` from `eval/expected/`; do not edit. F1 or accuracy in percent. What each line
                measures is said in `eval/src/main/java/org/onrecord/eval/measure`. `CORPORA` is a folder with corpora of others.
                """);
        for (Expectation one : expectations) {
            page.append("\n## ").append(one.name()).append("\n\n");
            List<String> systems = new ArrayList<>(one.systems().keySet());
            Set<String> metrics = new LinkedHashSet<>();
            one.systems().values().forEach(scores -> metrics.addAll(scores.keySet()));
            page.append("| |")
                    .append(String.join("|", systems))
                    .append("|\n|---|")
                    .append("--:|".repeat(systems.size()))
                    .append('\n');
            for (String metric : metrics) {
                page.append("| ").append(metric).append(" |");
                for (String system : systems) {
                    Map<String, Double> scores = one.systems().getOrDefault(system, Map.of());
                    Double value = scores.get(metric);
                    page.append(' ')
                            .append(value == null ? "" : Check.shown(metric, value))
                            .append(" |");
                }
                page.append('\n');
            }
            page.append("\n`")
                    .append(one.command("ours"))
                    .append("`, corpus `")
                    .append(one.digest(), 0, Math.min(12, one.digest().length()))
                    .append("`\n");
        }
        return page.toString();
    }
}
