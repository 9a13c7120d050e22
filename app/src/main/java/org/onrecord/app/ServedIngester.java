package org.onrecord.app;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.onrecord.app.serve.Ingester;
import org.onrecord.app.serve.Submission;
import org.onrecord.harvest.Source;
import org.onrecord.harvest.SourceException;
import org.onrecord.harvest.Sources;
import org.onrecord.harvest.fetch.Validators;
import org.onrecord.harvest.fetch.WebAddress;
import org.onrecord.search.ArticleIndex;

/**
 * Ingests for the server as the command would. The index is locked while a job runs, not between jobs, so that other
 * programs can write to it as well. Models are read by the first job and kept.
 */
final class ServedIngester implements Ingester {
    /** What is found is wanted soon. */
    private static final Ingestion.Pace PACE = new Ingestion.Pace(200, Duration.ofSeconds(5));

    private final Path folder;
    private final WebOptions web;
    private final int threads;
    private final Quarantine quarantine;
    private Optional<Sources> sources = Optional.empty();

    ServedIngester(Path folder, WebOptions web, int threads) {
        this.folder = folder;
        this.web = web;
        this.threads = threads;
        this.quarantine = new Quarantine(folder.resolve("quarantine.ndjson"));
    }

    @Override
    public void ingest(Submission submission, Listener listener) {
        Validators validators = Validators.of(folder.resolve("validators.ndjson"), Assembly.version());
        try (WebOptions.Connection connection = web.connect(validators, listener::notice);
                ArticleIndex articles = ArticleIndex.open(folder, Assembly.version())) {
            Sources opener = sources(connection);
            Inputs inputs = new Inputs(source(submission, opener).parts(), List.of());
            listener.size(inputs.size());
            new Ingestion(articles, validators, Checkpoint.none(), quarantine, PACE, log(listener))
                    .run(inputs, threads, listener::isStopped);
        }
    }

    private Sources sources(WebOptions.Connection connection) {
        Sources opener = sources.map(known -> known.on(connection.web()))
                .orElseGet(() -> Sources.load(InputStream.nullInputStream(), connection.web()));
        sources = Optional.of(opener);
        return opener;
    }

    private static Source source(Submission submission, Sources opener) {
        return switch (submission) {
            case Submission.Address address -> {
                if (!WebAddress.looksLikeOne(address.name())) { // a path would be a file of this machine
                    throw new SourceException(
                            address.name() + ": not a web address: it must begin with http:// or https://");
                }
                yield opener.open(address.name());
            }
            case Submission.Upload upload ->
                new Renamed(opener.open(upload.file().toString()), upload.file().toString(), upload.name());
            case Submission.Samples samples -> opener.open(samples.folder().toString());
        };
    }

    private static Ingestion.Log log(Listener listener) {
        return new Ingestion.Log() {
            @Override
            public void unchanged() {
                listener.took(ArticleIndex.Change.UNCHANGED);
            }

            @Override
            public void put(Result.Done done, ArticleIndex.Placed placed) {
                listener.took(placed.change());
            }

            @Override
            public void failed(Result.Failed failed) {
                listener.failed(failed.origin(), failed.stage(), failed.reason());
            }

            @Override
            public void committed() {
                listener.committed();
            }
        };
    }
}
