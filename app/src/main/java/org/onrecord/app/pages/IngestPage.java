package org.onrecord.app.pages;

import java.util.List;
import java.util.Optional;
import org.onrecord.app.serve.JobStatus;

/**
 * What is being added to the index.
 *
 * @param writable whether whoever looks may add something
 * @param largest megabytes that a file may have
 * @param only whether one job alone is shown
 */
public record IngestPage(boolean writable, long largest, boolean only, List<Work> jobs) {
    /**
     * One job.
     *
     * @param state where it is in its life
     * @param total items there are, where that is known
     */
    public record Work(
            String id,
            String name,
            JobStatus.State state,
            long done,
            Optional<Long> total,
            JobStatus.Counts counts,
            List<JobStatus.Failure> failures,
            List<String> notices,
            String message) {
        public Work {
            failures = List.copyOf(failures);
            notices = List.copyOf(notices);
        }

        static Work of(JobStatus status) {
            return new Work(
                    status.id(),
                    status.name(),
                    status.state(),
                    status.counts().all(),
                    status.total().isPresent() ? Optional.of(status.total().getAsLong()) : Optional.empty(),
                    status.counts(),
                    status.failures(),
                    status.notices(),
                    status.message().orElse(""));
        }

        /** "waiting", "running" … */
        public String stateWords() {
            return switch (state) {
                case QUEUED -> "waiting for its turn";
                case RUNNING -> "running";
                case DONE -> counts.failed() == 0 ? "done" : "done, with failures";
                case FAILED -> "failed";
                case CANCELLED -> "stopped";
            };
        }

        public String link() {
            return "/ingest/" + Links.encoded(id);
        }
    }

    public IngestPage {
        jobs = List.copyOf(jobs);
    }
}
