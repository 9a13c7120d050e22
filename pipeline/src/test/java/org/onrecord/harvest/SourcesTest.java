package org.onrecord.harvest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.document.Article;

class SourcesTest {
    private static final Sources SOURCES = Sources.load(InputStream.nullInputStream());
    private static final String PROSE =
            "The bridge at Tarnow was closed on Monday after divers found cracks in two of its pillars. It may stay shut for weeks.\n";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void plainTextStaysAsItIsButForLineEnds() throws IOException {
        Article article = read(
                "a.txt",
                ("\ufeff" + PROSE + "\r\n\r\nCafé  closed\u00a0too, the mayor said.\r")
                        .getBytes(StandardCharsets.UTF_8));
        assertEquals(PROSE + "\n\nCafé  closed\u00a0too, the mayor said.\n", article.text());
    }

    static Stream<Arguments> charsets() {
        return Stream.of("UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "ISO-8859-1")
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("charsets")
    void findsTheCharset(String name) throws IOException {
        String text = PROSE + "François’s café in Málaga served “crème brûlée” to Zoë, Renée and Jürgen.\n";
        String encodable =
                name.startsWith("ISO") ? text.replaceAll("[“”]", "\"").replace('’', '\'') : text;
        byte[] bytes = ((name.startsWith("UTF-16") ? "\ufeff" : "") + encodable).getBytes(Charset.forName(name));
        assertEquals(encodable, read("a.txt", bytes).text());
    }

    @Test
    void aWrongDeclaredCharsetDoesNotSpoilThePage() throws IOException {
        String page = "<html><head><meta charset='utf-8'><title>Café</title></head><body><p>" + PROSE.repeat(2)
                + "Zoë’s café</p></body></html>";
        assertTrue(read("a.html", page.getBytes(Charset.forName("windows-1252")))
                .text()
                .contains("Zoë’s café"));
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of("empty.txt", new byte[0], "is empty"),
                Arguments.of("blank.txt", " \n\t\n".getBytes(StandardCharsets.UTF_8), "holds nothing but white space"),
                Arguments.of(
                        "rule.txt", "* * *".getBytes(StandardCharsets.UTF_8), "is not an article: it has no letters"),
                Arguments.of("data.txt", new byte[] {1, 2, 0, 4, 5, 6}, "is binary data, not text"),
                Arguments.of(
                        "report.txt",
                        "%PDF-1.7 xyz".getBytes(StandardCharsets.UTF_8),
                        "is a PDF, not text: extract its text first"),
                Arguments.of(
                        "index.html",
                        "<html><body><nav><a href='/'>Home</a></nav><p>Hello</p></body></html>"
                                .getBytes(StandardCharsets.UTF_8),
                        "is not an article: only 0 characters of running text were found on the page (an index page, an error page or an empty shell?)"),
                Arguments.of(
                        "long.txt",
                        "Many words. ".repeat(100_000).getBytes(StandardCharsets.UTF_8),
                        "has 1200000 characters, which no article has: split it into articles"),
                Arguments.of(
                        "huge.txt",
                        "x".repeat(50_000_000).getBytes(StandardCharsets.UTF_8),
                        "is larger than 20 MiB, which no article is: split it into articles"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void saysInOneSentenceWhyAFileIsNoArticle(String name, byte[] bytes, String reason) throws IOException {
        Files.write(folder.resolve(name), bytes);
        assertEquals(new Harvested.Rejected(folder.resolve(name).toString(), reason), sole(folder.resolve(name)));
    }

    @Test
    void saysWhenThereIsNoSuchFile() {
        Exception e = assertThrows(SourceException.class, () -> SOURCES.open("no/such/file.txt"));
        assertEquals("no/such/file.txt: no such file or folder", e.getMessage());
    }

    @Test
    void aFolderGoesOnPastBadFilesAndLeavesOutWhatIsNoArticle() throws IOException {
        Files.writeString(folder.resolve("b.txt"), PROSE);
        Files.writeString(folder.resolve("a.txt"), "");
        Files.writeString(folder.resolve("README.md"), PROSE);
        Files.writeString(folder.resolve(".hidden.txt"), PROSE);
        Files.createDirectories(folder.resolve("c"));
        Files.writeString(folder.resolve("c/d.txt"), PROSE);
        List<Harvested> items = items(folder);
        assertEquals(
                List.of("a.txt", "b.txt", "c/d.txt"),
                items.stream()
                        .map(item -> folder.relativize(Path.of(item.origin())).toString())
                        .toList());
        assertInstanceOf(Harvested.Rejected.class, items.getFirst());
    }

    @Test
    void anUnreadableFolderIsOneSentenceAndTheRestGoesOn() throws IOException {
        Path locked = Files.createDirectory(folder.resolve("locked"));
        Files.writeString(folder.resolve("a.txt"), PROSE);
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
        boolean enforced = !Files.isReadable(locked);
        if (!enforced) {
            System.out.println("SKIPPED: this user may read every folder, so none is unreadable");
        }
        assumeTrue(enforced);
        List<Harvested> items = items(folder);
        assertEquals(
                new Harvested.Rejected(locked.toString(), "may not be read: check its permissions"), items.getFirst());
        assertInstanceOf(Harvested.Read.class, items.getLast());
    }

    @Test
    void jsonLinesAreArticlesAndABadLineNamesItsPlace() throws IOException {
        Path file = folder.resolve("a.jsonl");
        Files.writeString(
                file,
                "{\"url\":\"https://x.example/1\",\"title\":\"T\",\"published\":\"2026-01-02\",\"text\":\""
                        + PROSE.strip() + "\"}\n\n{\"text\": nope}\n[]\n{\"title\":\"only\"}\n");
        List<Harvested> items = items(file);
        Article article =
                assertInstanceOf(Harvested.Read.class, items.getFirst()).article();
        assertEquals("https://x.example/1", article.metadata().url().orElseThrow());
        assertEquals("2026-01-02", article.metadata().published().orElseThrow().iso());
        assertTrue(reason(items.get(1)).startsWith("is not JSON at column 10"), () -> reason(items.get(1)));
        assertEquals(file + ":3", items.get(1).origin());
        assertEquals("is not a JSON object but array", reason(items.get(2)));
        assertEquals("has neither \"text\" nor \"html\"", reason(items.get(3)));
    }

    @Test
    void standardInputIsReadForWhatItIs() {
        Sources piped = Sources.load(new ByteArrayInputStream(PROSE.getBytes(StandardCharsets.UTF_8)));
        List<Harvested> items = piped.open("-").items().toList();
        assertEquals("<stdin>", items.getFirst().origin());
        assertInstanceOf(Harvested.Read.class, items.getFirst());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Der Bürgermeister sagte am Montag, die Brücke bleibe bis auf weiteres gesperrt, weil Taucher Risse gefunden hätten.|de",
                "Le maire a déclaré lundi que le pont resterait fermé pendant plusieurs semaines en raison de fissures.|fr",
                "THE MAYOR SAID ON MONDAY THAT THE BRIDGE WOULD REMAIN CLOSED BECAUSE DIVERS HAD FOUND CRACKS IN IT.|en",
            })
    void tellsTheLanguage(String example) throws IOException {
        String[] parts = example.split("\\|", -1);
        assertEquals(
                parts[1],
                read("a.txt", parts[0].getBytes(StandardCharsets.UTF_8)).language());
    }

    @Property(tries = 300)
    void anyBytesAreReadOrRejected(@ForAll byte[] bytes) throws IOException {
        Path file = Files.createTempFile("fuzz", ".html");
        try {
            Files.write(file, bytes);
            assertEquals(1, items(file).size());
        } finally {
            Files.delete(file);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<div>", "<table><tr><td>", "<p><b><i>", "&lt;", "<!--", "<script>", "<a href='x'>y</a> "})
    void markupWithoutEndTakesNoTimeWithoutEnd(String unit) throws IOException {
        Files.writeString(folder.resolve("deep.html"), "<html><body>" + unit.repeat(20_000 / unit.length()) + PROSE);
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertEquals(1, items(folder.resolve("deep.html")).size()));
    }

    private Article read(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
        return assertInstanceOf(Harvested.Read.class, sole(folder.resolve(name)))
                .article();
    }

    private static Harvested sole(Path file) {
        List<Harvested> items = items(file);
        assertEquals(1, items.size());
        return items.getFirst();
    }

    private static List<Harvested> items(Path path) {
        try (Stream<Harvested> items = SOURCES.open(path.toString()).items()) {
            return items.toList();
        }
    }

    private static String reason(Harvested item) {
        return assertInstanceOf(Harvested.Rejected.class, item).reason();
    }
}
