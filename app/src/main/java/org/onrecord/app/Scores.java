package org.onrecord.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.onrecord.eval.Run;
import org.onrecord.eval.Verdict;
import org.onrecord.eval.report.Table;

/** Scores and comparisons as a person at a terminal reads them. */
final class Scores {
    private final Terminal terminal;

    Scores(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(Run run, boolean sections) {
        table(run.system() + " on " + run.corpus() + ", " + run.results().size() + " articles", run);
        if (sections) {
            run.sections()
                    .forEach((name, part) -> table(name + ", " + part.results().size() + " articles", part));
        }
    }

    private void table(String title, Run run) {
        terminal.out().println(terminal.styled("bold", title));
        List<List<String>> rows = new ArrayList<>();
        rows.add(Table.HEAD);
        rows.addAll(Table.rows(run));
        Table.aligned(rows).forEach(terminal.out()::println);
        terminal.out().println();
    }

    void compare(Run first, Run second) {
        terminal.out()
                .println(terminal.styled("bold", first.system() + " → " + second.system() + " on " + second.corpus()));
        List<List<String>> rows = new ArrayList<>();
        List<String> verdicts = new ArrayList<>();
        for (Verdict verdict : Verdict.of(first, second)) {
            double scale = verdict.metric().isShare() ? 100 : 1;
            rows.add(List.of(
                    verdict.metric().name(),
                    String.format(Locale.ROOT, "%.1f", verdict.first() * scale),
                    "→",
                    String.format(Locale.ROOT, "%.1f", verdict.second() * scale)));
            verdicts.add(verdict.words());
        }
        List<String> lines = Table.aligned(rows);
        for (int i = 0; i < lines.size(); i++) {
            String words = verdicts.get(i);
            String style = words.startsWith("better") ? "fg(green)" : words.startsWith("worse") ? "fg(red)" : "faint";
            terminal.out().println(lines.get(i) + "  " + terminal.styled(style, words));
        }
    }
}
