package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

/** The commands through their own arguments, with their output and exit codes. */
class CommandsTest {
    private static final Path SAMPLES = Path.of("../corpus/samples");
    private static final String PROSE =
            "“The bridge is unsafe,” said Mira Okafor, the mayor of Tarnow. At least 12 people were killed on Monday, police said.\n";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theMainJobFromSamplesToSearch() {
        String index = folder.resolve("index").toString();
        Run first = Run.of("ingest", SAMPLES.toString(), "--index", index);
        assertEquals(0, first.exit(), first::err);
        assertTrue(first.out().startsWith("articles         15 (15 added, 0 replaced, 0 unchanged)"), first::out);
        List<String> suggested = first.out()
                .lines()
                .filter(line -> line.startsWith("  ./onrecord search"))
                .toList();
        assertEquals(2, suggested.size());
        assertEquals("", first.err());

        Run again = Run.of("ingest", SAMPLES.toString(), "--index", index);
        assertTrue(again.out().startsWith("articles         15 (0 added, 0 replaced, 15 unchanged)"), again::out);

        Run speaker = Run.of("search", "speaker:\"Mira Okafor\"", "--index", index);
        assertTrue(speaker.out().startsWith("0 findings"), speaker::out);
        Run harrow = Run.of("search", "Harrow", "--index", index);
        assertTrue(harrow.out().contains("Daniel Harrow (spokesman, Police)"), harrow::out);
        assertTrue(harrow.out().contains("The current is strong"), harrow::out);
        Run killed = Run.of("search", "--outcome", "killed", "--min", "20", "--index", index, "--format", "csv");
        assertTrue(killed.out().contains("figure,,,,\"26 rebels\",killed,26,26,exact,"), killed::out);
        Run json = Run.of("search", "unsafe", "--index", index, "--format", "json");
        assertTrue(json.out().startsWith("{\"total\":"), json::out);
    }

    @Test
    void claimsPrintedInSeveralPlacesAreOneRow() throws IOException {
        Path copies = Files.createDirectory(folder.resolve("copies"));
        String text = Files.readString(Path.of("../corpus/samples/text/wire-bridge.txt"));
        for (String site : List.of("north", "south", "west")) {
            Files.writeString(copies.resolve(site + ".txt"), text.strip() + "\n\nPrinted by " + site + ".\n");
        }
        String index = folder.resolve("index").toString();
        Run.of("ingest", copies.toString(), "--index", index);
        Run text1 = Run.of("claims", "said:current", "--index", index);
        assertTrue(text1.out().startsWith("1 claim\n"), text1::out);
        assertTrue(text1.out().contains("Daniel Harrow (spokesman, Police)  in 3 articles"), text1::out);
        Run csv = Run.of("claims", "said:current", "--index", index, "--format", "csv");
        assertTrue(csv.out().contains("\"Daniel Harrow\",spokesman,Police,source,assert,"), csv::out);
        Run own = Run.of("search", "voice:nobody", "--index", index);
        assertTrue(own.err().contains("'nobody' is no voice: publisher or source"), own::err);
    }

    @Test
    void wireCopiesAreAllKeptAndOneRow() throws IOException {
        String text = Files.readString(Path.of("../corpus/samples/text/wire-bridge.txt"));
        String body = text.substring(text.indexOf('\n')).strip();
        Path news = Files.createDirectory(folder.resolve("news"));
        Files.writeString(
                news.resolve("wire.ndjson"),
                line("https://north.example/a?utm_source=feed", "2026-01-01", text)
                        + line("https://south.example/b", "2026-01-02", "Bridge gives way\n\n" + body)
                        + line("https://west.example/c", "2026-01-03", text));
        String index = folder.resolve("index").toString();
        Run ingest = Run.of("ingest", news.toString(), "--index", index);
        assertTrue(
                ingest.out().startsWith("articles         3 (3 added, 0 replaced, 0 unchanged)\nnear-duplicates  2,"),
                ingest::out);
        Files.writeString(news.resolve("wire.ndjson"), line("https://North.example/a/#top", "2026-01-01", text));
        Run again = Run.of("ingest", news.toString(), "--index", index);
        assertTrue(again.out().startsWith("articles         1 (0 added, 0 replaced, 1 unchanged)"), again::out);

        Run rows = Run.of("search", "said:current", "--index", index);
        assertTrue(rows.out().startsWith("1 finding\n"), rows::out);
        assertTrue(rows.out().contains("    also in 2 articles: north.example, south.example\n"), rows::out);
        Run copies = Run.of("search", "said:current", "--copies", "--index", index);
        assertTrue(copies.out().startsWith("3 findings\n"), copies::out);
        assertFalse(copies.out().contains("also in"), copies::out);
        Run json = Run.of("search", "said:current", "--format", "json", "--index", index);
        assertTrue(json.out().contains("\"site\":\"west.example\",\"language\":\"en\",\"cluster\":\""), json::out);
        assertTrue(json.out().contains("\"copies\":[{\"article\":"), json::out);
        assertTrue(json.out().contains("\"url\":\"https://south.example/b\""), json::out);
        Run csv = Run.of("search", "said:current", "--format", "csv", "--index", index);
        assertTrue(
                csv.out().lines().findFirst().orElse("").endsWith(",end,site,language,cluster,copies,fetched"),
                csv::out);
        assertTrue(csv.out().stripTrailing().endsWith(",2,"), csv::out);
        String cluster = json.out().replaceFirst("(?s).*\"cluster\":\"(\\w+)\".*", "$1");
        Run listed = Run.of("search", "cluster:" + cluster, "--type", "article", "--copies", "--index", index);
        assertTrue(listed.out().startsWith("3 findings\n"), listed::out);
    }

    @Test
    void theSameTextElsewhereHasTheSameFindingsWithoutBeingReadAgain() throws IOException {
        Path first = Files.createDirectory(folder.resolve("first"));
        Path second = Files.createDirectory(folder.resolve("second"));
        for (String name : List.of("speech-harbour", "wire-bridge", "court-verdict", "interview-baker")) {
            Path sample = SAMPLES.resolve("text/" + name + ".txt");
            Files.copy(sample, first.resolve(name + ".txt"));
            Files.copy(sample, second.resolve(name + ".txt"));
        }
        String index = folder.resolve("index").toString();
        Run.of("ingest", first.toString(), "--index", index);
        Run copies = Run.of("ingest", second.toString(), "--index", index);
        assertTrue(
                copies.out().startsWith("articles         4 (4 added, 0 replaced, 0 unchanged)\nnear-duplicates  4,"),
                copies::out);
        List<String> rows = Run.of("search", "--copies", "--limit", "1000", "--format", "csv", "--index", index)
                .out()
                .lines()
                .skip(1)
                .toList();
        List<String> ofFirst = from(first, rows);
        assertTrue(ofFirst.size() > 20, ofFirst::toString);
        assertEquals(ofFirst, from(second, rows));
        Run collapsed = Run.of("search", "--limit", "1000", "--format", "csv", "--index", index);
        assertEquals(ofFirst.size(), collapsed.out().lines().count() - 1);
    }

    private static List<String> from(Path folder, List<String> rows) {
        return rows.stream()
                .filter(row -> row.contains(folder + "/"))
                .map(row -> row.replace(folder + "/", ""))
                .sorted()
                .toList();
    }

    private static String line(String url, String published, String text) {
        return "{\"url\":\"" + url + "\",\"published\":\"" + published + "\",\"text\":\""
                + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"}\n";
    }

    @Test
    void theReadmeShowsWhatTheProgramPrints() throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        String extract = Run.of("extract", "../corpus/samples/text/clashes.html", "--format", "text")
                .out();
        assertTrue(readme.contains(extract.strip().replace("../corpus", "corpus")), extract);
        String index = folder.resolve("index").toString();
        Run.of("ingest", SAMPLES.toString(), "--index", index);
        String search = Run.of("search", "speaker:Lindqvist said:crane", "--index", index)
                .out();
        assertTrue(readme.contains(search.strip().replace("../corpus", "corpus")), search);
    }

    @Test
    void standardOutputIsTheSameTwiceAndForAnyNumberOfThreads() {
        Run one = Run.of("extract", SAMPLES.toString(), "--threads", "1");
        Run three = Run.of("extract", SAMPLES.toString(), "--threads", "3");
        assertEquals(0, one.exit());
        assertEquals(15, one.out().lines().count());
        assertEquals(one.out(), three.out());
    }

    @Test
    void everyBadInputIsOneSentenceAndTheRestIsDone() throws IOException {
        Path news = Files.createDirectory(folder.resolve("news"));
        Files.writeString(news.resolve("good.txt"), PROSE);
        Files.writeString(news.resolve("empty.txt"), "");
        Files.write(news.resolve("binary.txt"), new byte[] {0, 1, 2, 3});
        Files.writeString(news.resolve("index.html"), "<html><body><a href='/'>Home</a></body></html>");
        Files.writeString(news.resolve("huge.txt"), "x".repeat(50_000_000));
        Files.write(news.resolve("latin.txt"), PROSE.getBytes(java.nio.charset.Charset.forName("windows-1252")));
        String index = folder.resolve("index").toString();
        Run run = Run.of("ingest", news.toString(), "no-such-file.txt", "--index", index);
        assertEquals(1, run.exit(), run::err);
        String errors = run.err().replace(news.toString(), "news");
        assertEquals("""
                onrecord: no-such-file.txt: no such file or folder
                onrecord: news/binary.txt is binary data, not text
                onrecord: news/empty.txt is empty
                onrecord: news/huge.txt is larger than 20 MiB, which no article is: split it into articles
                onrecord: news/index.html is not an article: only 0 characters of running text were found on the page (an index page, an error page or an empty shell?)
                """, errors);
        assertTrue(run.out().contains("2 added"), run::out);
        // good.txt and latin.txt are one and the same text
        assertTrue(run.out().contains("near-duplicates  1, one row with what they copy"), run::out);
        assertEquals(
                4, Files.readAllLines(folder.resolve("index/quarantine.ndjson")).size());
        assertTrue(Run.of("search", "Okafor", "--index", index).out().startsWith("1 finding\n"));
    }

    @Test
    void exitCodesAreThoseOfTheContract() {
        assertEquals(
                3,
                Run.of(
                                "ingest",
                                "no-such-file.txt",
                                "--index",
                                folder.resolve("i").toString())
                        .exit());
        assertEquals(
                3,
                Run.of("search", "x", "--index", folder.resolve("none").toString())
                        .exit());
        assertEquals(2, Run.of("search", "--min", "many").exit());
        assertEquals(2, Run.of("serch").exit());
        assertEquals(2, Run.of().exit());
        assertEquals(2, Run.of("extract", "x", "--format", "brat").exit());
        assertEquals(0, Run.of("--help").exit());
        for (String command : List.of("ingest", "extract", "search", "eval")) {
            Run help = Run.of(command, "--help");
            assertEquals(0, help.exit());
            assertTrue(help.out().contains("Examples:"), command);
        }
    }

    @Test
    void aQueryErrorShowsItsPlace() {
        Run.of(
                PROSE,
                Ansi.OFF,
                "ingest",
                "-",
                "--index",
                folder.resolve("index").toString());
        Run run = Run.of(
                "search", "killed:many", "--index", folder.resolve("index").toString());
        assertEquals(2, run.exit());
        assertEquals("onrecord: the query cannot be read: 'many' is no number\nkilled:many\n^\n", run.err());
    }

    @Test
    void nothingInAnArticleIsMarkupForTheTerminalOrThePage() {
        String hostile =
                "“<script>alert(1)</script> & @|red x|@,” said Mira Okafor. It was a long day in Tarnow for all of us, the mayor of the town said.\n";
        Run html = Run.of(hostile, Ansi.OFF, "extract", "-", "--format", "html");
        assertFalse(html.out().contains("<script>"));
        assertTrue(html.out().contains("&lt;script&gt;"));
        Run coloured = Run.of(hostile, Ansi.ON, "extract", "-", "--format", "text");
        assertTrue(coloured.out().contains("@|red x|@"), coloured::out);
        assertTrue(coloured.out().contains("\u001b["));
    }

    @Test
    void whatIsNotEnglishIsStoredAndNotGuessedAt() {
        String german =
                "Der Bürgermeister sagte am Montag, die Brücke bleibe bis auf weiteres gesperrt. „Wir warten“, sagte er den Reportern.\n";
        Run run = Run.of(
                german,
                Ansi.OFF,
                "ingest",
                "-",
                "--index",
                folder.resolve("index").toString());
        assertTrue(run.out().contains("not English      1 stored and searchable"), run::out);
        Run search = Run.of(
                "search",
                "Brücke",
                "--type",
                "article",
                "--index",
                folder.resolve("index").toString());
        assertTrue(search.out().startsWith("1 finding\n\narticle  de, not read for findings\n"), search::out);
        Run filtered = Run.of(
                "search",
                "language:de",
                "--format",
                "json",
                "--index",
                folder.resolve("index").toString());
        assertTrue(filtered.out().startsWith("{\"total\":1,"), filtered::out);
        assertTrue(filtered.out().contains("\"language\":\"de\""), filtered::out);
    }

    @Test
    void bratIsTwoFilesForEachArticle() throws IOException {
        Path out = folder.resolve("brat");
        assertEquals(
                0,
                Run.of(PROSE, Ansi.OFF, "extract", "-", "--format", "brat", "--out", out.toString())
                        .exit());
        try (var files = Files.list(out)) {
            List<Path> written = files.sorted().toList();
            assertEquals(2, written.size());
            String annotations = Files.readString(written.getFirst());
            assertTrue(annotations.contains("\tSource "), annotations);
            assertEquals(PROSE, Files.readString(written.getLast()));
        }
    }
}
