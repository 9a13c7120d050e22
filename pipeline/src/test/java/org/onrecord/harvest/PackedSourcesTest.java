package org.onrecord.harvest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

/** Web archives, packed files, and standard input of every kind. */
class PackedSourcesTest {
    private static final Articles ARTICLES = Articles.load();
    private static final Sources SOURCES = new Sources(ARTICLES, InputStream.nullInputStream(), Optional.empty());
    private static final String PROSE =
            "The bridge at Tarnow was closed on Monday after divers found cracks in two of its pillars. It may stay shut for weeks.\n";

    @TempDir
    private Path folder = Path.of("");

    private static byte[] packed(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private static byte[] packed(String text) {
        return packed(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String page(String title) {
        return WebSourceTest.page(title, "");
    }

    private static WarcResponse response(String address, int status, String type, byte[] body, String encoding)
            throws IOException {
        HttpResponse http = new HttpResponse.Builder(status, "")
                .addHeader("Content-Encoding", encoding)
                .body(MediaType.parse(type), body)
                .build();
        return new WarcResponse.Builder(URI.create(address))
                .date(Instant.parse("2026-01-12T08:30:00Z"))
                .body(http)
                .build();
    }

    private static byte[] warc(WarcCompression compression) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (WarcWriter writer = new WarcWriter(java.nio.channels.Channels.newChannel(out), compression)) {
            writer.write(new Warcinfo.Builder().fields(java.util.Map.of()).build());
            byte[] a = page("A").getBytes(StandardCharsets.UTF_8);
            writer.write(response("https://news.example/a", 200, "text/html", a, "identity"));
            writer.write(response("https://news.example/moved", 301, "text/html", a, "identity"));
            writer.write(response("https://news.example/p.png", 200, "image/png", new byte[] {1, 2}, "identity"));
            writer.write(response(
                    "https://news.example/index",
                    200,
                    "text/html",
                    "<html>Home</html>".getBytes(StandardCharsets.UTF_8),
                    "identity"));
            writer.write(response("https://news.example/b", 200, "text/html;charset=utf-8", packed(page("B")), "gzip"));
            writer.write(response(
                    "https://news.example/c",
                    200,
                    "text/html",
                    page("C").getBytes(StandardCharsets.UTF_8),
                    "identity"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static List<Harvested> items(Path path, Reached reached) {
        try (Stream<Harvested> items = SOURCES.open(path.toString()).items(reached)) {
            return items.toList();
        }
    }

    private static List<Harvested> items(Path path) {
        return items(path, Reached.NOTHING);
    }

    private static List<Harvested> piped(byte[] bytes) {
        try (Stream<Harvested> items = new Sources(ARTICLES, new ByteArrayInputStream(bytes), Optional.empty())
                .open("-")
                .items()) {
            return items.toList();
        }
    }

    private static String reason(Harvested item) {
        return assertInstanceOf(Harvested.Rejected.class, item).reason();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NONE", "GZIP"})
    void ofAnArchiveTheGoodPagesAreRead(WarcCompression compression) throws IOException {
        Path file = file(compression == WarcCompression.GZIP ? "news.warc.gz" : "news.warc", warc(compression));
        List<Harvested> items = items(file);
        assertEquals(
                List.of("/a", "/index", "/b", "/c"),
                items.stream()
                        .map(item -> item.origin().replace(file + ":https://news.example", ""))
                        .toList());
        Harvested.Read b = assertInstanceOf(Harvested.Read.class, items.get(2));
        assertEquals("https://news.example/b", b.article().metadata().url().orElseThrow());
        assertEquals(Instant.parse("2026-01-12T08:30:00Z"), b.fetched().orElseThrow());
        assertTrue(reason(items.get(1)).startsWith("is not an article"));
        assertEquals(items.subList(2, 4), items(file, new Reached(2, Set.of())));
        assertEquals(4, piped(warc(compression)).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"NONE", "GZIP"})
    void anArchiveMayBreakOffAnywhere(WarcCompression compression) throws IOException {
        byte[] whole = warc(compression);
        int before = 0;
        for (int length = 0; length < whole.length; length += 17) {
            Path file = file("cut.warc.gz", Arrays.copyOf(whole, length));
            List<Harvested> items = items(file);
            long read = items.stream().filter(Harvested.Read.class::isInstance).count();
            assertTrue(read >= before, "at " + length + ": " + items);
            assertTrue(items.size() <= 6, items::toString);
            before = (int) read;
        }
        assertTrue(before >= 2, "only " + before);
        Path file = file("cut.warc.gz", Arrays.copyOf(whole, whole.length - 20));
        Harvested last = items(file).getLast();
        assertEquals(file.toString(), last.origin());
        assertTrue(
                reason(last)
                        .matches(
                                "breaks off at byte \\d+ \\(.*\\): what came before is kept; get the file again for the rest"),
                () -> reason(last));
    }

    @Test
    void oneDamagedAnswerDoesNotEndTheArchive() throws IOException {
        String whole = new String(warc(WarcCompression.NONE), StandardCharsets.ISO_8859_1);
        String damaged = whole.replaceFirst("HTTP/1.1 200", "SMTP/7\u0000\u0001xxxx");
        assertEquals(whole.length(), damaged.length());
        Path file = file("news.warc", damaged.getBytes(StandardCharsets.ISO_8859_1));
        List<Harvested> items = items(file);
        assertEquals(
                List.of("/a", "/index", "/b", "/c"),
                items.stream()
                        .map(item -> item.origin().replace(file + ":https://news.example", ""))
                        .toList());
        assertTrue(
                reason(items.getFirst()).startsWith("cannot be read: its record is damaged"),
                () -> reason(items.getFirst()));
        assertInstanceOf(Harvested.Read.class, items.getLast());
        assertEquals(items.subList(1, 4), items(file, new Reached(1, Set.of())));
    }

    @Test
    void whatIsCalledAnArchiveAndIsNoneIsOneSentence() throws IOException {
        Path file = file("news.warc", PROSE.getBytes(StandardCharsets.UTF_8));
        List<Harvested> items = items(file);
        assertEquals(1, items.size());
        assertTrue(
                reason(items.getFirst()).startsWith("is no readable WARC at byte 0"), () -> reason(items.getFirst()));
    }

    @Test
    void packedFilesAreReadLikeOthers() throws IOException {
        file("a.txt.gz", packed(PROSE));
        file("b.html.gz", packed(page("B")));
        file("c.jsonl.gz", packed("{\"text\":\"" + PROSE.strip() + "\"}\n\n{\"text\":\"short\"}\n"));
        file("d.warc.gz", warc(WarcCompression.GZIP));
        file("e.gz", packed("not meant"));
        List<Harvested> items = items(folder);
        assertEquals(
                List.of("a.txt.gz", "b.html.gz", "c.jsonl.gz:1", "c.jsonl.gz:3", "d.warc.gz:https://news.example/a"),
                items.stream()
                        .limit(5)
                        .map(item -> item.origin().substring(folder.toString().length() + 1))
                        .toList());
        assertEquals(8, items.size());
        assertEquals(5, SOURCES.open(folder.toString()).parts().size());
    }

    @Test
    void damagedGzipIsOneSentence() throws IOException {
        byte[] whole = packed(PROSE.repeat(3));
        assertEquals(
                "cannot be read: its gzip data is damaged or cut off (Unexpected end of ZLIB input stream); get the file again",
                reason(items(file("a.txt.gz", Arrays.copyOf(whole, whole.length - 10)))
                        .getFirst()));
        byte[] lines = packed(("{\"text\":\"" + PROSE.strip() + "\"}\n").repeat(3));
        List<Harvested> items = items(file("b.jsonl.gz", Arrays.copyOf(lines, lines.length - 10)));
        assertTrue(reason(items.getLast()).startsWith("cannot be read: its gzip data is damaged or cut off"));
    }

    @Test
    void standardInputIsReadForWhatItIs() {
        assertEquals(1, piped(PROSE.getBytes(StandardCharsets.UTF_8)).size());
        assertEquals(1, piped(packed(page("A"))).size());
        String lines = "{\"text\":\"" + PROSE.strip() + "\"}\n";
        assertEquals(2, piped(lines.repeat(2).getBytes(StandardCharsets.UTF_8)).size());
        assertEquals(2, piped(packed("\ufeff\n" + lines.repeat(2))).size());
        assertEquals("<stdin>:2", piped(packed("\ufeff\n" + lines)).getFirst().origin());
        assertEquals("is empty", reason(piped(new byte[0]).getFirst()));
    }

    @Test
    void partsPackedOneAfterAnotherAreOneStream() throws IOException {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        String line = "{\"text\":\"" + PROSE.strip() + "\"}\n";
        both.write(packed(line));
        both.write(packed(line));
        // A pipe has nothing "available" between two parts, and that is not its end.
        InputStream slow = new java.io.FilterInputStream(new ByteArrayInputStream(both.toByteArray())) {
            @Override
            public int available() {
                return 0;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return super.read(bytes, offset, Math.min(length, 40));
            }
        };
        try (Stream<Harvested> items =
                new Sources(ARTICLES, slow, Optional.empty()).open("-").items()) {
            assertEquals(2, items.count());
        }
    }

    @Test
    void aPageInALineKnowsItsAddress() throws IOException {
        Path file = file(
                "a.jsonl",
                new com.fasterxml.jackson.databind.ObjectMapper()
                        .createObjectNode()
                        .put("url", "https://news.example/x/a")
                        .put("html", WebSourceTest.page("A", "<link rel=canonical href='../b'>"))
                        .toString()
                        .getBytes(StandardCharsets.UTF_8));
        Harvested.Read read = assertInstanceOf(Harvested.Read.class, items(file).getFirst());
        assertEquals("https://news.example/b", read.article().metadata().url().orElseThrow());
    }

    @Test
    void linesGoOnWhereTheyWereLeft() throws IOException {
        Path file = file(
                "a.jsonl",
                "\n{\"text\":\"1\"}\n\n{\"text\":\"2\"}\n{\"text\":\"3\"}\n".getBytes(StandardCharsets.UTF_8));
        assertEquals(
                List.of(file + ":4", file + ":5"),
                items(file, new Reached(1, Set.of())).stream()
                        .map(Harvested::origin)
                        .toList());
        String key = SOURCES.open(file.toString()).key().orElseThrow();
        Files.writeString(file, "{\"text\":\"4\"}\n");
        assertTrue(!key.equals(SOURCES.open(file.toString()).key().orElseThrow()), "another file has the same key");
    }

    @Test
    void aLineWithoutEndIsNoArticle() throws IOException {
        Path file = file(
                "a.jsonl",
                ("{\"text\":\"" + "x".repeat(45_000_000) + "\"}\n{\"text\":\"2\"}\n").getBytes(StandardCharsets.UTF_8));
        List<Harvested> items = items(file);
        assertEquals(2, items.size());
        assertEquals("is longer than any article: each article must be on a line of its own", reason(items.getFirst()));
    }

    /** Archives and lines, packed or not, with some of their bytes changed or cut off. */
    @Provide
    Arbitrary<byte[]> damaged() {
        List<byte[]> whole = List.of(
                warc(WarcCompression.NONE),
                warc(WarcCompression.GZIP),
                ("{\"url\":\"https://a.example/1\",\"published\":\"2026-01-02\",\"text\":\"" + PROSE.strip() + "\"}\n")
                        .repeat(2)
                        .getBytes(StandardCharsets.UTF_8),
                packed("{\"html\":\"<p>x\"}\n"));
        Arbitrary<byte[]> noise = Arbitraries.bytes().array(byte[].class).ofMaxSize(200);
        Arbitrary<byte[]> mutated =
                Arbitraries.of(whole).flatMap(bytes -> Arbitraries.randomValue(random -> mutated(bytes, random)));
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(1, noise), net.jqwik.api.Tuple.of(9, mutated));
    }

    private static byte[] mutated(byte[] whole, Random random) {
        byte[] bytes = Arrays.copyOf(whole, whole.length - random.nextInt(whole.length / 2));
        for (int i = 0; i < random.nextInt(6); i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    @Property(tries = 400)
    void anyBytesAreReadOrRejected(@ForAll("damaged") byte[] bytes) throws IOException {
        Path folder = Files.createTempDirectory("fuzz");
        try {
            for (String name : List.of("a.warc", "a.jsonl", "a.txt.gz", "a.unknown")) {
                Path file = folder.resolve(name);
                Files.write(file, bytes);
                long count = items(file).size();
                assertTrue(count <= 200, name + " gave " + count);
                Files.delete(file);
            }
            assertTrue(piped(bytes).size() <= 200);
        } finally {
            Files.delete(folder);
        }
    }
}
