package org.onrecord.app.serve;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.onrecord.search.FindingSearch;
import org.onrecord.search.LiveIndex;
import org.onrecord.search.Request;

/**
 * Answers from the index. Pages follow one another through one state of it, whatever is written meanwhile: the next is at
 * the {@code Link} of each (RFC 8288), for some minutes. What a client has already is not sent again.
 */
final class Paging {
    /** For so long the next page of what was shown is there. */
    static final Duration KEPT = Duration.ofMinutes(5);

    private final Services services;

    Paging(Services services) {
        this.services = services;
    }

    /**
     * One page.
     *
     * @param total rows there are, shown or not
     * @param notice in a sentence, what the reader should know of the whole
     */
    record Page(String body, long total, Optional<String> notice) {
        Page(String body, long total) {
            this(body, total, Optional.empty());
        }

        Page noting(boolean holds, String sentence) {
            return holds ? new Page(body, total, Optional.of(sentence)) : this;
        }
    }

    /** Makes a page of what a search finds. */
    interface Pages {
        Page page(FindingSearch search, int offset);
    }

    /** Answers with rows. */
    void answer(Context context, int limit, Pages pages) {
        Optional<Cursor> cursor = Cursor.of(context);
        int offset = cursor.map(Cursor::offset).orElse(0);
        if (offset > Request.MOST) {
            throw Problem.of(400, "there are no pages beyond row " + Request.MOST + ": narrow the query down");
        }
        LiveIndex.Reading reading =
                cursor.map(this::reading).orElseGet(() -> services.index().read());
        if (isKnown(context, reading)) {
            return;
        }
        String version = reading.version();
        Page page = services.enquiries().ask(reading, open -> {
            Page made = pages.page(open.search(), offset);
            if (goesOn(made, offset + limit)) {
                services.index().keep(open, KEPT);
            }
            return made;
        });
        if (goesOn(page, offset + limit)) {
            Cursor next = new Cursor(version, offset + limit, Cursor.digest(context));
            context.header("Link", "<" + address(context, next) + ">; rel=\"next\"");
        }
        page.notice().ifPresent(sentence -> context.header("Onrecord-Notice", sentence));
        write(context, page.body());
    }

    private static boolean goesOn(Page page, int reached) {
        return reached < page.total() && reached <= Request.MOST;
    }

    private LiveIndex.Reading reading(Cursor cursor) {
        return services.index()
                .read(cursor.version())
                .orElseThrow(() -> Problem.of(
                        410,
                        "the index has changed since the first page, and what it was is kept for " + KEPT.toMinutes()
                                + " minutes only: begin again without a cursor"));
    }

    private static String address(Context context, Cursor next) {
        TreeMap<String, String> parameters = new TreeMap<>();
        context.queryParamMap()
                .forEach((name, values) -> parameters.put(
                        name, values.stream().map(value -> pair(name, value)).collect(Collectors.joining("&"))));
        parameters.put("cursor", pair("cursor", next.text()));
        return context.path() + "?" + String.join("&", parameters.values());
    }

    private static String pair(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Answers with one thing, or says that there is none. */
    void answer(Context context, Function<FindingSearch, Optional<String>> question) {
        LiveIndex.Reading reading = services.index().read();
        if (isKnown(context, reading)) {
            return;
        }
        String body = services.enquiries()
                .ask(reading, open -> question.apply(open.search()))
                .orElseThrow(() -> Problem.of(404, "the index has nothing at " + context.path()));
        write(context, body);
    }

    private boolean isKnown(Context context, LiveIndex.Reading reading) {
        String state = services.settings().version() + "\n" + reading.version() + "\n" + Cursor.digest(context) + "\n"
                + context.queryParam("cursor");
        boolean known = Validated.isKnown(context, state);
        if (known) {
            reading.close();
        }
        return known;
    }

    private static void write(Context context, String body) {
        boolean csv = "csv".equals(context.queryParam("format"));
        context.contentType(csv ? "text/csv; charset=utf-8" : "application/json")
                .result(body);
    }
}
