package org.onrecord.app;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import org.onrecord.app.view.FacetView;
import org.onrecord.app.view.HitView;
import org.onrecord.search.Facets;
import org.onrecord.search.FindingSearch;
import org.onrecord.search.Hit;
import org.onrecord.search.Request;
import org.onrecord.search.saved.SavedSearch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Searches an index. */
@Command(
        name = "search",
        description = "Finds quotations, claims and casualty figures in an index.",
        mixinStandardHelpOptions = true,
        footerHeading =
                "%nThe query is words, all of which must match, and fields: speaker: by: said: source: voice: stance: target: against: title: "
                        + "site: language: cluster: place: cause: type: since: until: date: fetched: and outcomes such as killed:>=30, injured:3..9. "
                        + "Quote phrases (\"two words\"~5 lets five stand between), end a word with * for a prefix, "
                        + "put - before what must not match, OR between what may, and parentheses around what belongs together. "
                        + "A finding that near-copies of an article share is one row.%n%nExamples:%n",
        footer = {
            "  onrecord search Okafor",
            "  onrecord search 'speaker:\"Mira Okafor\" said:bridge'",
            "  onrecord search --outcome killed --min 10 --source police",
            "  onrecord search 'stance:deny since:2026-01' --format json",
            "  onrecord search cluster:3f2a9c0b1d4e5f60 --type article --copies",
            "  onrecord search 'language:de Brücke'",
            "  onrecord search bridge --facets",
            "  onrecord search '(bridge OR crane) -speaker:Okafor' --sort newest",
            "  onrecord search 'speaker:Okafor \"unsafe bridge\"~3' --explain",
        })
final class SearchCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "QUERY",
            arity = "0..*",
            description = "What to find; everything where only options narrow it down.")
    private List<String> query = List.of();

    @Mixin
    private IndexOption index = new IndexOption();

    @Mixin
    private Narrowing narrowing = new Narrowing();

    @Option(
            names = "--outcome",
            paramLabel = "OUTCOME",
            description =
                    "Figures of: killed, injured, missing, displaced, detained, abducted, trapped, evacuated, casualties.")
    private Optional<String> outcome = Optional.empty();

    @Option(names = "--min", paramLabel = "N", description = "Figures of at least so many.")
    private Optional<Long> min = Optional.empty();

    @Option(names = "--max", paramLabel = "N", description = "Figures of at most so many.")
    private Optional<Long> max = Optional.empty();

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            split = ",",
            description = "${COMPLETION-CANDIDATES}; several with commas.")
    private Set<Hit.Type> types = Set.of();

    @Option(
            names = {"--copies", "--no-collapse"},
            description = "Every copy in a near-duplicate article is a row of its own.")
    private boolean copies;

    @Option(
            names = "--saved",
            paramLabel = "FILE",
            description =
                    "Runs each 'name: query' line of a file instead, and prints its name and how many rows it finds.")
    private Optional<Path> saved = Optional.empty();

    @Option(
            names = "--facets",
            description =
                    "Counts rows by speaker, affiliation, site, kind, outcome, stance, language and day instead of "
                            + "listing them.")
    private boolean facets;

    @Option(
            names = "--explain",
            description =
                    "Says of each row which terms of the query stand where in it, and what that adds to its score.")
    private boolean explain;

    @Option(
            names = "--sort",
            paramLabel = "ORDER",
            defaultValue = "relevance",
            description = "${COMPLETION-CANDIDATES}; the last two are of figures (default: ${DEFAULT-VALUE}).")
    private Request.Order sort = Request.Order.RELEVANCE;

    @Mixin
    private FormatOption format = new FormatOption();

    @Mixin
    private PageOptions page = new PageOptions();

    private final Terminal terminal;

    SearchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (saved.isPresent()) {
            return saved(saved.get());
        }
        if (explain && !facets) {
            return Answers.answer(terminal, index.folder(), this::request, this::explained);
        }
        return facets
                ? Answers.answer(terminal, index.folder(), this::request, this::count)
                : Answers.print(terminal, index.folder(), this::request, this::page);
    }

    private int saved(Path file) throws IOException {
        List<SavedSearch> searches;
        try {
            searches = SavedSearch.read(Files.readAllLines(file));
        } catch (SavedSearch.FileException e) {
            terminal.error(file + ", " + e.getMessage());
            return Exit.WRONG_USE;
        } catch (CharacterCodingException e) {
            terminal.error(file + " is not text in UTF-8");
            return Exit.WRONG_USE;
        }
        try (FindingSearch search = FindingSearch.open(index.folder())) {
            searches.forEach(each -> terminal.out()
                    .print(each.name() + "\t"
                            + search.search(Request.of(each.query())).total() + "\n"));
        }
        return Exit.DONE;
    }

    private Request request() {
        if (explain && format.value() == FormatOption.Format.csv) {
            throw new IllegalArgumentException("--explain is not for CSV: give --format json or text");
        }
        return narrowing
                .request(query, types, copies, 1)
                .figures(outcome, optional(min), optional(max))
                .page(page.limit(), page.offset())
                .in(sort);
    }

    private String explained(FindingSearch search, Request request) {
        FindingSearch.Explained found = search.explain(request);
        return switch (format.value()) {
            case text -> new HitView(terminal::styled).text(found, page.offset());
            case json -> HitView.json(found);
            case csv -> HitView.csv(found.result());
        };
    }

    private String count(FindingSearch search, Request request) {
        Facets counted = search.facets(request);
        return switch (format.value()) {
            case text -> new FacetView(terminal::styled).text(counted);
            case json -> FacetView.json(counted);
            case csv -> FacetView.csv(counted);
        };
    }

    private String page(FindingSearch.Result result) {
        return switch (format.value()) {
            case text -> new HitView(terminal::styled).text(result, page.offset());
            case json -> HitView.json(result);
            case csv -> HitView.csv(result);
        };
    }

    private static OptionalLong optional(Optional<Long> value) {
        return value.map(OptionalLong::of).orElse(OptionalLong.empty());
    }
}
