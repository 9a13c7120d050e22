package org.onrecord.app;

import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.onrecord.search.ArticleIndex;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes an index anew from the documents it keeps. */
@Command(
        name = "reindex",
        description =
                "Makes an index anew from the documents it keeps, without reading or annotating the articles again: "
                        + "for an index that an older version made. Searches see the old index until all is done; a run that is "
                        + "interrupted leaves it as it was.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nIt needs room for a second copy of the index meanwhile.%n%nExamples:%n",
        footer = {"  onrecord reindex", "  onrecord reindex --index /data/news"})
final class ReindexCommand implements Callable<Integer> {
    @Mixin
    private IndexOption index = new IndexOption();

    private final Terminal terminal;

    ReindexCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Terminal.Progress progress = terminal.progress("indexing anew", OptionalLong.empty())) {
            long articles = ArticleIndex.reindex(index.folder(), done -> progress.step());
            terminal.out().println(articles + (articles == 1 ? " article" : " articles") + " indexed anew");
        }
        return Exit.DONE;
    }
}
