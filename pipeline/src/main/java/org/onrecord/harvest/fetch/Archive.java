package org.onrecord.harvest.fetch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

/**
 * Keeps requests and answers in WARC files, one after another in a folder. Bodies are kept as they were sent, but for the
 * chunks of the transfer, which the HTTP client takes apart before anyone sees them: that header is kept under another name.
 */
public final class Archive implements AutoCloseable {
    private static final long ROLL_AT = 1L << 30;
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final String software;
    private final long rollAt;
    private final ReentrantLock lock = new ReentrantLock();
    private final String started;
    private Optional<WarcWriter> writer = Optional.empty();
    private int number;

    private Archive(Path folder, String software, long rollAt, Instant now) {
        this.folder = folder;
        this.software = software;
        this.rollAt = rollAt;
        this.started = NAME.format(now);
    }

    /**
     * An archive in a folder, which is made where there is none; a file only with the first answer.
     *
     * @param software name and version of the program
     */
    public static Archive in(Path folder, String software) {
        return in(folder, software, ROLL_AT);
    }

    /** @param rollAt size at which the next file is begun, in bytes */
    static Archive in(Path folder, String software, long rollAt) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the archive folder " + folder + " cannot be made: " + e.getMessage(), e);
        }
        return new Archive(folder, software, rollAt, Instant.now());
    }

    void keep(HttpRequest request, Answer answer) {
        lock.lock();
        try {
            WarcWriter open = open();
            WarcResponse response = response(answer);
            open.write(response);
            open.write(request(request, answer, response));
        } catch (IOException e) {
            throw new UncheckedIOException("the archive in " + folder + " cannot be written to: " + e.getMessage(), e);
        } finally {
            lock.unlock();
        }
    }

    private WarcWriter open() throws IOException {
        if (writer.isPresent() && writer.get().position() < rollAt) {
            return writer.get();
        }
        closeFile();
        Path file = Files.createFile(next());
        WarcWriter next = new WarcWriter(FileChannel.open(file, StandardOpenOption.WRITE), WarcCompression.GZIP);
        writer = Optional.of(next);
        next.write(new Warcinfo.Builder()
                .filename(String.valueOf(file.getFileName()))
                .fields(Map.of("software", List.of(software), "format", List.of("WARC File Format 1.0")))
                .build());
        return next;
    }

    /** Two runs that start in the same second take the next free number. */
    private Path next() {
        Path file;
        do {
            file = folder.resolve("onrecord-%s-%05d.warc.gz".formatted(started, number++));
        } while (Files.exists(file));
        return file;
    }

    private static WarcResponse response(Answer answer) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        Optional.ofNullable(headers.remove("transfer-encoding"))
                .ifPresent(values -> headers.put("x-crawler-transfer-encoding", values));
        headers.remove("content-length");
        HttpResponse.Builder http = new HttpResponse.Builder(answer.status(), "").addHeaders(headers);
        MediaType type = MediaType.parseLeniently(answer.header("content-type").orElse("application/octet-stream"));
        return new WarcResponse.Builder(answer.address())
                .date(answer.at())
                .body(http.body(type, answer.sent()).build())
                .build();
    }

    private static WarcRequest request(HttpRequest request, Answer answer, WarcResponse response) throws IOException {
        org.netpreserve.jwarc.HttpRequest http = new org.netpreserve.jwarc.HttpRequest.Builder("GET", request.uri())
                .addHeaders(request.headers().map())
                .build();
        return new WarcRequest.Builder(request.uri())
                .date(answer.at())
                .concurrentTo(response.id())
                .body(http)
                .build();
    }

    private void closeFile() throws IOException {
        if (writer.isPresent()) {
            writer.get().close();
            writer = Optional.empty();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closeFile();
        } catch (IOException e) {
            throw new UncheckedIOException("the archive in " + folder + " cannot be written to: " + e.getMessage(), e);
        } finally {
            lock.unlock();
        }
    }
}
