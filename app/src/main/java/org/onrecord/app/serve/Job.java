package org.onrecord.app.serve;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.onrecord.app.serve.JobStatus.Counts;
import org.onrecord.app.serve.JobStatus.Failure;
import org.onrecord.app.serve.JobStatus.State;
import org.onrecord.search.ArticleIndex;

/** One submission on its way into the index. Safe for any thread. */
final class Job implements Ingester.Listener {
    private static final int MOST_NOTICES = 50;

    private final String id;
    private final Submission submission;
    private final InstantSource clock;
    private final Runnable committed;
    private final Instant submitted;
    private State state = State.QUEUED;
    private Optional<Instant> started = Optional.empty();
    private Optional<Instant> ended = Optional.empty();
    private OptionalLong total = OptionalLong.empty();
    private Counts counts = Counts.NONE;
    private final List<Failure> failures = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private Optional<String> message = Optional.empty();
    private boolean stopped;
    private long revision;

    /** @param committed is run whenever more can be found */
    Job(String id, Submission submission, InstantSource clock, Runnable committed) {
        this.id = id;
        this.submission = submission;
        this.clock = clock;
        this.committed = committed;
        this.submitted = clock.instant();
    }

    String id() {
        return id;
    }

    Submission submission() {
        return submission;
    }

    /** Whether there is something to do, which is not so when it was stopped before its turn. */
    synchronized boolean start() {
        if (stopped) {
            return false;
        }
        state = State.RUNNING;
        started = Optional.of(clock.instant());
        changed();
        return true;
    }

    synchronized void end() {
        end(stopped ? State.CANCELLED : State.DONE, Optional.empty());
    }

    synchronized void fail(String why) {
        end(State.FAILED, Optional.of(why));
    }

    private void end(State end, Optional<String> why) {
        state = end;
        message = why;
        ended = Optional.of(clock.instant());
        changed();
    }

    /** A job that waits is over at once, one that runs after the items under way. */
    synchronized void stop() {
        stopped = true;
        if (state == State.QUEUED) {
            end();
        }
    }

    @Override
    public synchronized boolean isStopped() {
        return stopped;
    }

    @Override
    public synchronized void size(OptionalLong items) {
        total = items;
        changed();
    }

    @Override
    public synchronized void took(ArticleIndex.Change change) {
        counts = switch (change) {
            case ADDED -> new Counts(counts.added() + 1, counts.replaced(), counts.unchanged(), counts.failed());
            case REPLACED -> new Counts(counts.added(), counts.replaced() + 1, counts.unchanged(), counts.failed());
            case UNCHANGED -> new Counts(counts.added(), counts.replaced(), counts.unchanged() + 1, counts.failed());
        };
        changed();
    }

    @Override
    public synchronized void failed(String origin, String stage, String reason) {
        counts = new Counts(counts.added(), counts.replaced(), counts.unchanged(), counts.failed() + 1);
        if (failures.size() < JobStatus.MOST_FAILURES) {
            failures.add(new Failure(origin, stage, reason));
        }
        changed();
    }

    @Override
    public synchronized void notice(String sentence) {
        if (notices.size() < MOST_NOTICES) {
            notices.add(sentence);
        }
        changed();
    }

    @Override
    public void committed() {
        committed.run();
    }

    private void changed() {
        revision++;
        notifyAll();
    }

    synchronized JobStatus status() {
        return new JobStatus(
                id,
                revision,
                submission.name(),
                state,
                submitted,
                started,
                ended,
                total,
                counts,
                failures,
                notices,
                message);
    }

    /** The status as soon as it is another than one seen before, or when the time is over. */
    synchronized JobStatus awaitChange(long seen, Duration time) throws InterruptedException {
        long until = System.nanoTime() + time.toNanos();
        while (revision == seen && !state.isEnd()) {
            long left = (until - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                break;
            }
            wait(left);
        }
        return status();
    }
}
