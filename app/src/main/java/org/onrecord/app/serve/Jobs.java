package org.onrecord.app.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.onrecord.harvest.SourceException;
import org.onrecord.search.IndexException;

/**
 * What is being ingested, one job after another, since an index has one writer. Jobs are forgotten when the server stops,
 * what they have taken is not. Safe for any thread.
 */
public final class Jobs implements AutoCloseable {
    /** So many may wait. */
    static final int MOST_WAITING = 100;

    /** So many that are over are remembered. */
    private static final int MOST_OVER = 500;

    private static final Duration STOPPING = Duration.ofSeconds(30);

    private final Ingester ingester;
    private final InstantSource clock;
    private final Runnable committed;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Job> jobs = new LinkedHashMap<>();
    private JobStatus.Counts forgotten = JobStatus.Counts.NONE;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("ingest-", 0).factory());

    /** @param committed is run whenever more can be found */
    Jobs(Ingester ingester, InstantSource clock, Runnable committed) {
        this.ingester = ingester;
        this.clock = clock;
        this.committed = committed;
    }

    /**
     * Puts a job at the end of the line.
     *
     * @throws Problem if the line is too long
     */
    public synchronized JobStatus submit(Submission submission) {
        if (waiting() >= MOST_WAITING || worker.isShutdown()) {
            delete(submission);
            throw Problem.of(
                    503, MOST_WAITING + " jobs are waiting already: come back when some are done", "Retry-After", "60");
        }
        byte[] id = new byte[12];
        random.nextBytes(id);
        Job job = new Job(HexFormat.of().formatHex(id), submission, clock, committed);
        forget();
        jobs.put(job.id(), job);
        worker.execute(() -> run(job));
        return job.status();
    }

    private void forget() {
        List<Job> over = jobs.values().stream()
                .filter(job -> job.status().state().isEnd())
                .toList();
        over.stream().limit(Math.max(0, over.size() - MOST_OVER + 1)).forEach(job -> {
            forgotten = forgotten.plus(job.status().counts());
            jobs.remove(job.id());
        });
    }

    private void run(Job job) {
        try {
            if (job.start()) {
                ingester.ingest(job.submission(), job);
                job.end();
            }
        } catch (IndexException | SourceException e) {
            job.fail(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            job.fail("the job broke off: " + e + "; what was taken before is kept");
        } finally {
            job.committed();
            delete(job.submission());
        }
    }

    private static void delete(Submission submission) {
        if (submission instanceof Submission.Upload upload) {
            try {
                Files.deleteIfExists(upload.file());
            } catch (IOException e) { // it lies in a folder for temporary files
                upload.file().toFile().deleteOnExit();
            }
        }
    }

    /** Of all jobs since the server was started. */
    synchronized JobStatus.Counts totals() {
        return jobs.values().stream().map(job -> job.status().counts()).reduce(forgotten, JobStatus.Counts::plus);
    }

    synchronized long waiting() {
        return jobs.values().stream()
                .filter(job -> job.status().state() == JobStatus.State.QUEUED)
                .count();
    }

    synchronized Optional<Job> job(String id) {
        return Optional.ofNullable(jobs.get(id));
    }

    public Optional<JobStatus> find(String id) {
        return job(id).map(Job::status);
    }

    /** The newest first. */
    public synchronized List<JobStatus> all() {
        List<JobStatus> all =
                new ArrayList<>(jobs.values().stream().map(Job::status).toList());
        return List.copyOf(all.reversed());
    }

    /** Stops a job; what it has taken stays. Empty where there is none of this id. */
    public Optional<JobStatus> cancel(String id) {
        Optional<Job> job = job(id);
        job.ifPresent(Job::stop);
        return job.map(Job::status);
    }

    /** Stops all, and waits for what is under way. */
    @Override
    public void close() {
        synchronized (this) {
            jobs.values().forEach(Job::stop);
            worker.shutdown();
        }
        try {
            worker.awaitTermination(STOPPING.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
