package org.onrecord.app.serve;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far a job is.
 *
 * @param revision greater after each change
 * @param name what is ingested, as a person knows it
 * @param total items there are, where that is known
 * @param failures the first {@value #MOST_FAILURES} of those that failed
 * @param notices what was left out, in whole sentences
 * @param message why the job as a whole failed
 */
public record JobStatus(
        String id,
        long revision,
        String name,
        State state,
        Instant submitted,
        Optional<Instant> started,
        Optional<Instant> ended,
        OptionalLong total,
        Counts counts,
        List<Failure> failures,
        List<String> notices,
        Optional<String> message) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    public static final int MOST_FAILURES = 200;

    /** Where a job is in its life. The last three are its end. */
    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        public boolean isEnd() {
            return this == DONE || this == FAILED || this == CANCELLED;
        }
    }

    /** Items by what became of them. */
    public record Counts(long added, long replaced, long unchanged, long failed) {
        static final Counts NONE = new Counts(0, 0, 0, 0);

        Counts plus(Counts other) {
            return new Counts(
                    added + other.added, replaced + other.replaced, unchanged + other.unchanged, failed + other.failed);
        }

        public long all() {
            return added + replaced + unchanged + failed;
        }
    }

    /** An item that was not taken; the rest were. */
    public record Failure(String origin, String stage, String reason) {}

    public JobStatus {
        failures = List.copyOf(failures);
        notices = List.copyOf(notices);
    }

    ObjectNode json() {
        ObjectNode json = MAPPER.createObjectNode()
                .put("id", id)
                .put("source", name)
                .put("state", state.name().toLowerCase(Locale.ROOT))
                .put("submitted", submitted.toString())
                .put("started", started.map(Instant::toString).orElse(null))
                .put("ended", ended.map(Instant::toString).orElse(null));
        ObjectNode items = json.putObject("items");
        total.ifPresentOrElse(known -> items.put("total", known), () -> items.putNull("total"));
        items.put("done", counts.all())
                .put("added", counts.added())
                .put("replaced", counts.replaced())
                .put("unchanged", counts.unchanged())
                .put("failed", counts.failed());
        ArrayNode failed = json.putArray("failures");
        failures.forEach(failure -> failed.addObject()
                .put("origin", failure.origin())
                .put("stage", failure.stage())
                .put("reason", failure.reason()));
        ArrayNode said = json.putArray("notices");
        notices.forEach(said::add);
        return json.put("message", message.orElse(null));
    }
}
