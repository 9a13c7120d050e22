package org.onrecord.harvest.fetch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** One request and its answer, within the limits: no redirects, no second try. */
final class Exchange implements AutoCloseable {
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(15);

    private final HttpClient client;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Manners manners;
    private final Limits limits;
    private final AddressGuard guard;
    private final Optional<Archive> archive;
    private final Timepiece time;

    Exchange(Manners manners, Limits limits, AddressGuard guard, Optional<Archive> archive, Timepiece time) {
        this.manners = manners;
        this.limits = limits;
        this.guard = guard;
        this.archive = archive;
        this.time = time;
        Duration connect = limits.request().compareTo(LONGEST_CONNECT) < 0 ? limits.request() : LONGEST_CONNECT;
        // A proxy would look names up where the guard cannot see it.
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(connect)
                .executor(threads)
                .build();
    }

    /**
     * Asks once.
     *
     * @throws RefusedException if the address must not be asked
     * @throws BrokenException if no whole answer came
     */
    Answer get(URI address, Map<String, String> conditions)
            throws RefusedException, BrokenException, InterruptedException {
        WatchedNames.Watch watch = guard.watch(address);
        try {
            guard.check(address);
            HttpRequest request = request(address, conditions);
            Answer answer = answer(request, send(request));
            if (archive.isPresent() && answer.status() != 304) {
                archive.get().keep(request, answer);
            }
            return answer;
        } finally {
            watch.close();
        }
    }

    private HttpRequest request(URI address, Map<String, String> conditions) throws RefusedException {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(address)
                    .header("User-Agent", manners.agent())
                    .header("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
                    .header("Accept-Encoding", "gzip");
            conditions.forEach(request::header);
            return request.build();
        } catch (IllegalArgumentException e) {
            throw new RefusedException("is not fetched: " + e.getMessage());
        }
    }

    private HttpResponse<CappedBody.Kept> send(HttpRequest request) throws BrokenException, InterruptedException {
        CompletableFuture<HttpResponse<CappedBody.Kept>> coming =
                client.sendAsync(request, head -> new CappedBody(limits.bytes()));
        try {
            // Not the client's own timeout: that one ends with the headers, and a slow drip would go on for ever.
            return coming.get(limits.request().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new BrokenException(
                    "cannot be fetched: no whole answer came within " + seconds(limits.request())
                            + "; a longer --timeout may help",
                    true);
        } catch (ExecutionException e) {
            throw broken(request.uri(), Optional.ofNullable(e.getCause()).orElse(e));
        } finally {
            coming.cancel(true);
        }
    }

    private static BrokenException broken(URI address, Throwable cause) {
        if (cause instanceof HttpTimeoutException) {
            return new BrokenException("cannot be fetched: " + place(address) + " does not answer", true);
        }
        if (cause instanceof ConnectException) {
            return causedBy(cause, UnresolvedAddressException.class) || causedBy(cause, UnknownHostException.class)
                    ? new BrokenException(
                            "cannot be fetched: the name '" + address.getHost()
                                    + "' is not known any more, or leads elsewhere now",
                            false)
                    : new BrokenException("cannot be fetched: nothing answers at " + place(address), true);
        }
        if (cause instanceof SSLException) {
            return new BrokenException(
                    "cannot be fetched: there is no secure connection to " + place(address) + ": " + words(cause),
                    false);
        }
        return new BrokenException("cannot be fetched: the connection broke or is not HTTP: " + words(cause), true);
    }

    private static boolean causedBy(Throwable thrown, Class<? extends Throwable> kind) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static String place(URI address) {
        return address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    }

    private static String words(Throwable cause) {
        return Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName());
    }

    static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }

    private Answer answer(HttpRequest request, HttpResponse<CappedBody.Kept> response) throws BrokenException {
        long headers = response.headers().map().entrySet().stream()
                .mapToLong(header -> header.getValue().stream()
                        .mapToLong(value -> value.length() + header.getKey().length())
                        .sum())
                .sum();
        if (headers > limits.headerBytes()) {
            throw new BrokenException(
                    "is not fetched: its headers have " + headers + " bytes, more than " + limits.headerBytes(), false);
        }
        if (!response.body().whole()) {
            throw tooLarge();
        }
        byte[] sent = response.body().bytes();
        return new Answer(
                request.uri(),
                response.statusCode(),
                response.headers(),
                sent,
                unpacked(sent, response.headers().firstValue("content-encoding").orElse("identity")),
                time.now());
    }

    private byte[] unpacked(byte[] sent, String encoding) throws BrokenException {
        if (encoding.isBlank() || encoding.equalsIgnoreCase("identity") || sent.length == 0) {
            return sent;
        }
        if (!encoding.equalsIgnoreCase("gzip") && !encoding.equalsIgnoreCase("x-gzip")) {
            throw new BrokenException(
                    "cannot be read: the server packed it as '" + encoding + "', which was not asked for", false);
        }
        try {
            return Gunzip.unpack(sent, limits.bytes());
        } catch (Gunzip.TooLargeException e) {
            throw tooLarge();
        } catch (IOException e) {
            throw new BrokenException("cannot be read: its gzip data is damaged: " + words(e), true);
        }
    }

    private BrokenException tooLarge() {
        return new BrokenException(
                "is larger than " + limits.bytes() / (1024 * 1024) + " MiB, which no article is", false);
    }

    @Override
    public void close() {
        client.shutdownNow();
        threads.shutdownNow();
    }
}
