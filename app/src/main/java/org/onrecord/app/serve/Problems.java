package org.onrecord.app.serve;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import org.onrecord.search.IndexException;
import org.onrecord.search.QueryException;

/** Turns whatever is thrown into an answer: a problem document in the API, a sentence elsewhere. */
final class Problems {
    /** Bytes that are read of what nobody wants. */
    private static final int MOST_UNWANTED = 32 << 20;

    private Problems() {}

    static void add(RoutesConfig routes) {
        routes.exception(Problem.class, (e, context) -> write(e, context));
        routes.exception(QueryException.class, (e, context) -> write(Problem.of(e), context));
        routes.exception(
                IndexException.class, (e, context) -> write(Problem.of(503, String.valueOf(e.getMessage())), context));
        routes.exception(HttpResponseException.class, (e, context) -> write(of(e, context), context));
        routes.exception(
                UnsupportedCharsetException.class,
                (e, context) -> write(Problem.of(415, "the charset of the request is not known: send UTF-8"), context));
        routes.exception(
                IllegalCharsetNameException.class,
                (e, context) -> write(Problem.of(415, "the charset of the request is not known: send UTF-8"), context));
        routes.exception(UncheckedIOException.class, (e, context) -> write(broken(e), context));
        routes.exception(Exception.class, (e, context) -> write(broken(e), context));
        routes.error(404, context -> {
            boolean said = String.valueOf(context.res().getContentType()).startsWith("application/problem+json");
            if (isApi(context) && !said) {
                write(Problem.of(404, "there is nothing at " + context.path() + ": see /api/v1/openapi.yaml"), context);
            }
        });
    }

    private static Problem of(HttpResponseException e, Context context) {
        String detail = switch (e.getStatus()) {
            case 404 -> "there is nothing at " + context.path() + (isApi(context) ? ": see /api/v1/openapi.yaml" : "");
            case 405 -> context.method() + " is not done at " + context.path() + ": see /api/v1/openapi.yaml";
            case 413 -> "more was sent than is taken here";
            default -> String.valueOf(e.getMessage());
        };
        return Problem.of(e.getStatus(), detail);
    }

    private static Problem broken(Exception e) {
        return Problem.of(
                500,
                "the server failed at this: " + e.getClass().getSimpleName()
                        + "; try again, and report it if it happens again");
    }

    private static boolean isApi(Context context) {
        return context.path().startsWith("/api/");
    }

    private static void write(Problem problem, Context context) {
        if (problem.status() == 413) {
            drain(context);
            context.header("Connection", "close"); // the server is through with it, and may end it any moment
        }
        problem.headers().forEach(context::header);
        context.status(problem.status()).header("Cache-Control", "no-store");
        context.removeHeader("ETag");
        if (isApi(context)) {
            context.contentType("application/problem+json").result(problem.json());
        } else {
            context.contentType("text/plain; charset=utf-8").result(problem.detail() + "\n");
        }
    }

    /**
     * Reads what is still being sent, to an end: many clients hear an answer only when they have sent all, and see a broken
     * connection otherwise.
     */
    private static void drain(Context context) {
        if (context.header("Expect") != null) {
            return; // it asks first, and sends nothing then
        }
        try {
            InputStream body = context.req().getInputStream();
            byte[] some = new byte[8192];
            for (int left = MOST_UNWANTED, read = 0; left > 0 && read >= 0; left -= read) {
                read = body.read(some);
            }
        } catch (IOException | RuntimeException e) {
            return; // it was read in another way, or whoever sent it has gone
        }
    }
}
