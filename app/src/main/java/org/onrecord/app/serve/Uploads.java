package org.onrecord.app.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.harvest.fetch.WebAddress;

/** Reads what somebody submits: an address, or the bytes of articles, which are put into a file until their turn comes. */
public final class Uploads {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int LONGEST_NAME = 100;

    /** What a form adds to the file in it. */
    static final int FORM = 64 * 1024;

    private static final String NAMES = "(?i).+\\.(?:x?html?|txt|text|jsonl|ndjson|warc)(?:\\.gz)?";

    /** Endings for bytes that come without a name. */
    private static final Map<String, String> TYPES = Map.of(
            "text/html", ".html",
            "application/xhtml+xml", ".html",
            "text/plain", ".txt",
            "application/x-ndjson", ".ndjson",
            "application/jsonl", ".ndjson",
            "application/warc", ".warc");

    private final Path folder;
    private final long largest;

    Uploads(long largest) {
        this.largest = largest;
        try {
            this.folder = Files.createTempDirectory("onrecord-uploads");
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for temporary files can be made", e);
        }
        folder.toFile().deleteOnExit();
    }

    /**
     * Reads a submission from the body of a request: a form with a {@code url} or a {@code file}, JSON with a {@code url},
     * or an article, articles or archive as they are.
     *
     * @throws Problem if it is none of these, or larger than is taken
     */
    public Submission of(Context context) {
        String type = Optional.ofNullable(context.contentType())
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .split(";", 2)[0]
                .strip();
        if (context.header("Content-Encoding") != null) {
            throw Problem.of(
                    415, "packed requests are not taken: send the bytes as they are, or a file that ends in .gz");
        }
        if (type.equals("multipart/form-data")) {
            return ofForm(context);
        }
        if (type.equals("application/x-www-form-urlencoded")) {
            return address(Optional.ofNullable(context.formParam("url")));
        }
        if (type.equals("application/json")) {
            return ofJson(context.body());
        }
        Optional<String> ending = Optional.ofNullable(TYPES.get(type));
        if (ending.isEmpty()) {
            throw Problem.of(
                    415,
                    "'" + type + "' is not taken: send JSON with a url, a form with a file, or one of "
                            + String.join(", ", TYPES.keySet().stream().sorted().toList()));
        }
        return keep(context.bodyInputStream(), context.queryParam("name"), ending.get());
    }

    private Submission ofForm(Context context) {
        if (context.req().getContentLengthLong() > largest + FORM) {
            throw tooLarge();
        }
        List<UploadedFile> files = files(context);
        if (files.isEmpty()) {
            return address(Optional.ofNullable(context.formParam("url")));
        }
        if (files.size() > 1) {
            throw Problem.of(400, files.size() + " files were sent: send one at a time");
        }
        UploadedFile file = files.getFirst();
        if (file.size() == 0) {
            throw Problem.of(400, "the file is empty");
        }
        return keep(file.content(), file.filename(), "");
    }

    private List<UploadedFile> files(Context context) {
        try {
            return context.uploadedFiles().stream()
                    .filter(file -> !file.filename().isEmpty())
                    .toList();
        } catch (Exception e) { // checked ones come through undeclared
            throw isLimit(e) ? tooLarge() : Problem.of(400, "the form cannot be read: send it as multipart/form-data");
        }
    }

    /** The server tells a file that is too large by its words alone. */
    private static boolean isLimit(Throwable e) {
        for (@Nullable Throwable each = e; each != null; each = each.getCause()) {
            if (String.valueOf(each.getMessage()).toLowerCase(Locale.ROOT).contains("max")) {
                return true;
            }
        }
        return false;
    }

    private Problem tooLarge() {
        return Problem.of(
                413, "more than " + largest + " bytes were sent: split it, or ingest it with the command line");
    }

    private static Submission ofJson(String body) {
        try {
            JsonNode json = MAPPER.readTree(body);
            return address(
                    Optional.of(json.path("url")).filter(JsonNode::isTextual).map(JsonNode::asText));
        } catch (JsonProcessingException e) {
            throw Problem.of(
                    400,
                    "the body is not JSON: "
                            + e.getOriginalMessage().lines().findFirst().orElse(""));
        }
    }

    /** Whether it may be asked is settled where it is. */
    private static Submission address(Optional<String> url) {
        String given = url.map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> Problem.of(400, "there is no 'url' and no file to ingest"));
        if (!WebAddress.looksLikeOne(given)) {
            throw Problem.of(400, "'url' must begin with http:// or https://");
        }
        return new Submission.Address(WebAddress.parse(given)
                .orElseThrow(() -> Problem.of(400, "'url' is no web address: check its spelling"))
                .toString());
    }

    /** @param ending of a name that has none that tells what it is */
    private Submission keep(InputStream bytes, @Nullable String given, String ending) {
        String name = name(Optional.ofNullable(given).orElse(""));
        if (!name.matches(NAMES)) {
            if (ending.isEmpty()) {
                throw Problem.of(
                        415,
                        "a file is known by the end of its name: .html, .txt, .jsonl, .ndjson or .warc, each with .gz or without");
            }
            name = (name.isEmpty() ? "article" : name) + ending;
        }
        try {
            Path file = Files.createTempFile(
                    folder, "", "-" + name.replaceAll("[^A-Za-z0-9._-]", "_").toLowerCase(Locale.ROOT));
            DigestInputStream digest = new DigestInputStream(bytes, Digest.fresh());
            if (!isWithin(digest, file)) {
                Files.delete(file);
                throw tooLarge();
            }
            String sum =
                    HexFormat.of().formatHex(digest.getMessageDigest().digest()).substring(0, 12);
            return new Submission.Upload("upload:" + sum + "/" + name, file);
        } catch (IOException e) {
            throw new UncheckedIOException("an upload cannot be kept", e);
        }
    }

    private boolean isWithin(InputStream bytes, Path file) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long size = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                size += read;
                if (size > largest) {
                    return false;
                }
                out.write(buffer, 0, read);
            }
        }
        return true;
    }

    /** The last part of what may be a path, without anything that a terminal or file system would take for more than a name. */
    private static String name(String given) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                .replaceAll("[^\\p{L}\\p{N}._ -]", "_")
                .strip();
        String name = last.replaceFirst("^\\.+", "");
        return name.substring(Math.max(0, name.length() - LONGEST_NAME));
    }
}
