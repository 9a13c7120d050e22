package org.onrecord.app;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.onrecord.app.view.ClaimGroupView;
import org.onrecord.search.ClaimGroup;
import org.onrecord.search.ClaimGroups;
import org.onrecord.search.FindingSearch;
import org.onrecord.search.Hit;
import org.onrecord.search.Request;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows who claims what, one row however many places printed it. */
@Command(
        name = "claims",
        description = "Groups what sources say: near-identical claims by one source are one row with all its places. "
                + "Figures that publishers give in their own voice stand apart.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nThe query is that of search.%n%nExamples:%n",
        footer = {
            "  onrecord claims bridge",
            "  onrecord claims 'stance:deny' --since 2026-01-01",
            "  onrecord claims 'target:ministry' --format json",
        })
final class ClaimsCommand implements Callable<Integer> {
    @Parameters(paramLabel = "QUERY", arity = "0..*", description = "What to find; everything where it is left out.")
    private List<String> query = List.of();

    @Mixin
    private IndexOption index = new IndexOption();

    @Mixin
    private Narrowing narrowing = new Narrowing();

    @Mixin
    private FormatOption format = new FormatOption();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "Rows shown (default: ${DEFAULT-VALUE}).")
    private int limit = 20;

    private final Terminal terminal;

    ClaimsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return Answers.print(terminal, index.folder(), this::request, this::page);
    }

    private Request request() {
        if (limit < 1) {
            throw new IllegalArgumentException("--limit " + limit + " shows nothing: give 1 or more");
        }
        return narrowing.request(query, Set.of(Hit.Type.QUOTE, Hit.Type.CLAIM, Hit.Type.FIGURE), true, Request.MOST);
    }

    private String page(FindingSearch.Result result) {
        if (result.total() > Request.MOST) {
            terminal.error("only the best " + Request.MOST + " of " + result.total()
                    + " findings are grouped: narrow the query down to see all");
        }
        List<ClaimGroup> groups = ClaimGroups.of(result.hits());
        List<ClaimGroup> shown = groups.subList(0, Math.min(limit, groups.size()));
        return switch (format.value()) {
            case text -> new ClaimGroupView(terminal::styled).text(shown, groups.size());
            case json -> ClaimGroupView.json(shown, groups.size());
            case csv -> ClaimGroupView.csv(shown);
        };
    }
}
