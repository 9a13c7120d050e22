package org.onrecord.app;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.onrecord.app.view.SpeakerView;
import org.onrecord.search.FindingSearch;
import org.onrecord.search.Request;
import org.onrecord.search.speaker.SpeakerAnswer;
import org.onrecord.search.speaker.Speakers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows everything one speaker said. */
@Command(
        name = "speaker",
        description = "Shows what one speaker said over time, as what and where, about what, whom they accuse or deny "
                + "and who accuses or denies them.",
        mixinStandardHelpOptions = true,
        footerHeading =
                "%nA surname that several speakers have gives the list of them. The query is that of search, and "
                        + "narrows down what is shown.%n%nExamples:%n",
        footer = {
            "  onrecord speaker 'Mira Okafor'",
            "  onrecord speaker Okafor bridge --since 2026-01-01",
            "  onrecord speaker 'Ministry of Defence' --format json",
            "  onrecord speaker 'Mira Okafor' --sort oldest --limit 50 --format csv",
        })
final class SpeakerCommand implements Callable<Integer> {
    /** Orders that rows of one speaker are read in. */
    enum Sort {
        newest,
        oldest,
        relevance;

        Request.Order order() {
            return switch (this) {
                case newest -> Request.Order.NEWEST;
                case oldest -> Request.Order.OLDEST;
                case relevance -> Request.Order.RELEVANCE;
            };
        }
    }

    @Parameters(index = "0", paramLabel = "NAME", description = "Who: a name, or a part of one that only one has.")
    private String name = "";

    @Parameters(index = "1..*", paramLabel = "QUERY", arity = "0..*", description = "What it is narrowed down to.")
    private List<String> query = List.of();

    @Mixin
    private IndexOption index = new IndexOption();

    @Mixin
    private Narrowing narrowing = new Narrowing();

    @Option(
            names = "--sort",
            paramLabel = "ORDER",
            defaultValue = "newest",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Sort sort = Sort.newest;

    @Mixin
    private FormatOption format = new FormatOption();

    @Mixin
    private PageOptions page = new PageOptions();

    private final Terminal terminal;
    private int exit = Exit.DONE;

    SpeakerCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        int answered = Answers.with(terminal, index.folder(), this::request, this::show);
        return answered == Exit.DONE ? exit : answered;
    }

    private Request request() {
        return narrowing
                .request(query, Set.of(), false, page.limit())
                .page(page.limit(), page.offset())
                .in(sort.order());
    }

    private void show(FindingSearch search, Request request) {
        switch (new Speakers(search).find(name, request)) {
            case SpeakerAnswer.Found found ->
                terminal.out()
                        .print(
                                switch (format.value()) {
                                    case text -> new SpeakerView(terminal::styled).text(found.profile(), page.offset());
                                    case json -> SpeakerView.json(found.profile());
                                    case csv -> SpeakerView.csv(found.profile());
                                });
            case SpeakerAnswer.Several several -> {
                terminal.error("'" + name + "' may be any of "
                        + several.speakers().size() + " speakers: give the whole name of one");
                several.speakers()
                        .forEach(each -> terminal.err().println("  " + each.value() + " (" + each.rows() + ")"));
                exit = Exit.WRONG_USE;
            }
            case SpeakerAnswer.Nobody nobody -> {
                terminal.error("nobody called '" + name
                        + "' says anything in this index: see who does with 'onrecord search --facets'");
                exit = Exit.NOTHING_DONE;
            }
        }
    }
}
