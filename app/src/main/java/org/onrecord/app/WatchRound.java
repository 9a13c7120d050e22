package org.onrecord.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.onrecord.app.view.HitView;
import org.onrecord.app.watch.Deliveries;
import org.onrecord.app.watch.Journal;
import org.onrecord.app.watch.WatchConfig;
import org.onrecord.document.Article;
import org.onrecord.harvest.Sources;
import org.onrecord.harvest.fetch.Validators;
import org.onrecord.search.ArticleIndex;
import org.onrecord.search.Hit;
import org.onrecord.search.SearchMonitor;

/**
 * One look at all sources. A match is in the journal before its article is committed: a round that is killed is made
 * again, and what it matched is not reported again.
 */
final class WatchRound {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MOST_HITS = 5;
    private static final int ID_BYTES = 16;

    /** What a round finds is in the index all at once. */
    private static final Ingestion.Pace AT_THE_END = new Ingestion.Pace(Integer.MAX_VALUE, Duration.ofDays(365));

    private final WatchConfig config;
    private final Path folder;
    private final SearchMonitor monitor;
    private final Journal journal;
    private final Deliveries deliveries;
    private final int threads;
    private final Terminal terminal;
    private final CountDownLatch stop;

    WatchRound(
            WatchConfig config,
            Path folder,
            SearchMonitor monitor,
            Journal journal,
            Deliveries deliveries,
            int threads,
            Terminal terminal,
            CountDownLatch stop) {
        this.config = config;
        this.folder = folder;
        this.monitor = monitor;
        this.journal = journal;
        this.deliveries = deliveries;
        this.threads = threads;
        this.terminal = terminal;
        this.stop = stop;
    }

    /** Returns the exit code that the round alone would have. */
    int run(Sources sources, Validators validators) throws IOException, InterruptedException {
        Inputs inputs = Inputs.open(config.sources(), sources);
        inputs.problems().forEach(terminal::error);
        if (inputs.sources().isEmpty()) {
            return Exit.NOTHING_DONE;
        }
        Quarantine quarantine = new Quarantine(folder.resolve("quarantine.ndjson"), true);
        Tally tally = new Tally();
        try (ArticleIndex articles = ArticleIndex.open(folder, Assembly.version())) {
            new Ingestion(articles, validators, Checkpoint.none(), quarantine, AT_THE_END, log(articles, tally))
                    .run(inputs, Math.max(1, threads), () -> stop.getCount() == 0);
        }
        deliveries.run();
        return inputs.exit(tally.articles(), quarantine.count());
    }

    private Ingestion.Log log(ArticleIndex articles, Tally tally) {
        return new Ingestion.Log() {
            @Override
            public void unchanged() {
                tally.unchanged();
            }

            @Override
            public void put(Result.Done done, ArticleIndex.Placed placed) {
                tally.count(done.document(), placed);
                report(done, articles);
            }

            @Override
            public void failed(Result.Failed failed) {
                terminal.error(failed.sentence());
            }

            @Override
            public void committed() {}
        };
    }

    private void report(Result.Done done, ArticleIndex articles) {
        Article article = done.document().article();
        String cluster = articles.cluster(article, done.origin()).orElse(article.id());
        List<SearchMonitor.Match> matches =
                monitor.match(done.document(), done.origin(), done.fetched(), MOST_HITS).stream()
                        .sorted(Comparator.comparing(SearchMonitor.Match::name))
                        .toList();
        try {
            for (SearchMonitor.Match match : matches) {
                String id = id(match.name() + "\n" + match.query() + "\n" + cluster);
                if (journal.report(id, body(id, match, article, done.origin(), cluster), deliveries.outputs())
                        && config.terminal()) {
                    show(match, article, done.origin());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + config.state(), e);
        }
    }

    private static ObjectNode body(
            String id, SearchMonitor.Match match, Article article, String origin, String cluster) {
        ObjectNode body = MAPPER.createObjectNode()
                .put("id", id)
                .put("search", match.name())
                .put("query", match.query());
        body.putObject("article")
                .put("id", article.id())
                .put("title", article.metadata().title().orElse(null))
                .put("url", article.metadata().url().orElse(null))
                .put("site", article.metadata().site().orElse(null))
                .put(
                        "published",
                        article.metadata().published().map(time -> time.iso()).orElse(null))
                .put("origin", origin)
                .put("cluster", cluster);
        body.put("rows", match.rows());
        ArrayNode hits = body.putArray("hits");
        match.hits().forEach(hit -> hits.add(HitView.json(hit)));
        return body;
    }

    private void show(SearchMonitor.Match match, Article article, String origin) {
        terminal.out()
                .print(terminal.styled("bold,fg(green)", match.name()) + "  "
                        + article.metadata().title().orElse("(no title)") + "\n");
        for (Hit hit : match.hits().subList(0, Math.min(1, match.hits().size()))) {
            String who = hit.said().map(said -> said.speaker() + ": ").orElse("");
            terminal.out().print("    " + who + hit.text().replaceAll("\\s+", " ") + "\n");
        }
        terminal.out().print("    " + article.metadata().url().orElse(origin) + "\n");
        terminal.out().flush();
    }

    private static String id(String what) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(what.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
