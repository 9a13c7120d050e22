package org.onrecord.app.serve;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;

/** Ingesting, and how far it is. */
final class JobEndpoints {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static final String EVENTS = "/events";

    /** Something is sent this often, so that nobody on the way takes the connection for dead. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** Between two events, however fast a job goes. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    private static final int MOST_FOLLOWERS = 100;

    private final Jobs jobs;
    private final Uploads uploads;
    private final Semaphore followers = new Semaphore(MOST_FOLLOWERS);

    JobEndpoints(Services services) {
        this.jobs = services.jobs();
        this.uploads = services.uploads();
    }

    List<Endpoint> all() {
        return List.of(
                new Endpoint(HandlerType.POST, "/ingest", Set.of("name"), this::submit),
                Endpoint.get("/jobs", Set.of(), this::list),
                Endpoint.get("/jobs/{id}", Set.of(), this::show),
                new Endpoint(HandlerType.DELETE, "/jobs/{id}", Set.of(), this::cancel),
                Endpoint.get("/jobs/{id}" + EVENTS, Set.of(), this::follow));
    }

    private void submit(Context context) {
        JobStatus job = jobs.submit(uploads.of(context));
        context.status(202).header("Location", Api.ROOT + "/jobs/" + job.id());
        write(context, job.json());
    }

    private void list(Context context) {
        ObjectNode json = MAPPER.createObjectNode();
        ArrayNode all = json.putArray("jobs");
        jobs.all().forEach(job -> all.add(job.json()));
        write(context, json);
    }

    private void show(Context context) {
        write(context, existing(jobs.find(context.pathParam("id"))).json());
    }

    private void cancel(Context context) {
        write(context, existing(jobs.cancel(context.pathParam("id"))).json());
    }

    private static <T> T existing(Optional<T> job) {
        return job.orElseThrow(() ->
                Problem.of(404, "there is no job of this id: jobs are forgotten when the server is started again"));
    }

    private static void write(Context context, ObjectNode json) {
        context.header("Cache-Control", "no-store")
                .contentType("application/json")
                .result(json + "\n");
    }

    /** Server-sent events: the job whenever it has changed, the last of them called "end". */
    private void follow(Context context) throws IOException {
        Job job = existing(jobs.job(context.pathParam("id")));
        if (!followers.tryAcquire()) {
            throw Problem.of(
                    503, "too many are following jobs: ask for the job itself every now and then", "Retry-After", "5");
        }
        try {
            context.disableCompression()
                    .contentType("text/event-stream; charset=utf-8")
                    .header("Cache-Control", "no-store")
                    .header("X-Accel-Buffering", "no");
            send(job, context.res().getOutputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the server is being stopped
        } finally {
            followers.release();
        }
    }

    private static void send(Job job, ServletOutputStream out) throws IOException, InterruptedException {
        JobStatus status = job.status();
        send(status, out);
        while (!status.state().isEnd()) {
            JobStatus next = job.awaitChange(status.revision(), HEARTBEAT);
            if (next.revision() == status.revision()) {
                out.write(":\n\n".getBytes(StandardCharsets.UTF_8));
                out.flush();
            } else {
                send(next, out);
                Thread.sleep(PAUSE);
            }
            status = next;
        }
    }

    private static void send(JobStatus status, ServletOutputStream out) throws IOException {
        String event = status.state().isEnd() ? "end" : "progress";
        out.write(("id: " + status.revision() + "\nevent: " + event + "\ndata: " + status.json() + "\n\n")
                .getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
