package org.onrecord.eval.gold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.document.Attribution;
import org.onrecord.document.Kind;
import org.onrecord.standoff.Notation;

/** Each form of corpus on small files written for this test in its format. */
class ReadersTest {
    @TempDir
    private Path folder = Path.of("");

    private void file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Corpus read(Form form) {
        return form.read(folder, Optional.empty(), Optional.empty());
    }

    private static Set<String> figures(Gold gold) {
        return gold.document().all(Kind.CASUALTY).stream().map(Notation::of).collect(Collectors.toSet());
    }

    @Test
    void brat() throws IOException {
        file("a.txt", "The pier is closed, police said on Monday morning.\n");
        file("a.ann", """
                T1\tSource 20 26\tpolice
                T2\tCue 27 31\tsaid
                T3\tContent 0 18\tThe pier is closed
                T4\tContent 0 99\tThe pier
                E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3
                """);
        file("b.txt", "The second article has nobody who annotated it, which is reported.\n");
        Corpus corpus = read(Form.BRAT);
        assertEquals(1, corpus.articles().size());
        Attribution attribution =
                corpus.articles().getFirst().document().all(Kind.ATTRIBUTION).getFirst();
        assertEquals(Attribution.Kind.INDIRECT, attribution.kind());
        assertEquals(
                List.of("a.ann line 4 T4 is at 0 99, the text has 51 characters", "b.txt has no annotations"),
                corpus.problems().stream()
                        .map(problem -> problem.replace(folder + "/", ""))
                        .toList());
    }

    @Test
    void severalAnnotators() throws IOException {
        file("a.txt", "The pier is closed, police said on Monday morning.\n");
        file("a_kim.ann", "T1\tCue 27 31\tsaid\nT3\tContent 0 18\tThe pier is closed\nE1\tAttribution:T1 Content:T3\n");
        file("a_lee.ann", "");
        assertEquals(1, count(Optional.of("kim")));
        assertEquals(0, count(Optional.of("lee")));
        assertEquals(1, count(Optional.empty()));
        assertEquals(
                List.of("several annotators of 1 text, taken: kim (1 text); choose with --annotator NAME"),
                read(Form.BRAT).notes());
        assertEquals(
                List.of(),
                Form.BRAT.read(folder, Optional.empty(), Optional.of("lee")).notes());
        assertThrows(CorpusException.class, () -> count(Optional.of("ada")));
    }

    private int count(Optional<String> annotator) {
        return Form.BRAT
                .read(folder, Optional.empty(), annotator)
                .articles()
                .getFirst()
                .document()
                .all(Kind.ATTRIBUTION)
                .size();
    }

    @Test
    void muc() throws IOException {
        file("dev/dev-muc3-0001-0001", """
                DEV-MUC3-0001 (NOSC)

                PUERTO LLANO, 3 MAR -- GUERRILLAS KILLED SIX SOLDIERS AND WOUNDED SOME FARMERS TODAY.
                DEV-MUC3-0002 (NOSC)

                PUERTO LLANO, 4 MAR -- NOTHING HAPPENED TODAY IN THE WHOLE OF THE PROVINCE.
                """);
        file("dev/key-dev-0001", """
                0.  MESSAGE: ID                     DEV-MUC3-0001
                1.  MESSAGE: TEMPLATE               1
                21. HUM TGT: NUMBER                 6: "SOLDIERS"
                                                    PLURAL: "FARMERS"
                23. HUM TGT: EFFECT OF INCIDENT     DEATH: "SOLDIERS"
                                                    INJURY: "FARMERS"
                0.  MESSAGE: ID                     DEV-MUC3-0002
                1.  MESSAGE: TEMPLATE               *
                """);
        Corpus corpus = Form.MUC.read(folder, Optional.of("dev"), Optional.empty());
        assertEquals(
                List.of("DEV-MUC3-0001", "DEV-MUC3-0002"),
                corpus.articles().stream().map(Gold::id).toList());
        assertEquals(
                Set.of("killed 6", "injured plural"), figures(corpus.articles().getFirst()));
        assertEquals(Set.of(), figures(corpus.articles().getLast()));
    }

    @Test
    void gunViolence() throws IOException {
        file("dev.jsonl", """
                {"doc":"d1","title":"Two shot","text":"Two men were shot dead on Monday night in Keld.","killed":2,"injured":0}
                {"doc":"d2"}
                nonsense
                """);
        Corpus corpus = Form.GVA.read(folder, Optional.of("dev"), Optional.empty());
        assertEquals(
                Set.of("killed 2", "injured none"), figures(corpus.articles().getFirst()));
        assertEquals(2, corpus.problems().size());
        assertTrue(corpus.problems().getFirst().contains("line 2"), corpus.problems()::toString);
    }

    @Test
    void casualtyCases() throws IOException {
        Path own = Path.of("../corpus/inventory/casualty");
        Corpus corpus = Form.CASUALTY.read(own, Optional.empty(), Optional.empty());
        assertEquals(List.of(), corpus.problems());
        assertEquals(
                Files.readAllLines(own.resolve("cases.jsonl")).size(),
                corpus.articles().size());
    }

    @Test
    void pages() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write("<html><body><p>Text.</p></body></html>".getBytes(StandardCharsets.UTF_8));
        }
        Files.write(folder.resolve("p.html.gz"), bytes.toByteArray());
        file("gold.jsonl", """
                {"id":"p","html":"p.html.gz","gold":{"text":"Text.","title":"T","authors":["A B"],"date":"2024-05-06T07:00"}}
                {"id":"q","html":"../../etc/q.html","gold":{"text":"x"}}
                """);
        Pages pages = Pages.read(folder);
        Page page = pages.pages().getFirst();
        assertEquals(Optional.of("2024-05-06"), page.day());
        assertEquals(Optional.of(List.of("A B")), page.authors());
        assertTrue(new String(page.bytes().get(), StandardCharsets.UTF_8).contains("<p>Text.</p>"));
        assertEquals(1, pages.problems().size());
    }

    @Test
    void standoff() throws IOException {
        file("x.ndjson", "{\"schema\":\"onrecord/1\"}\n");
        CorpusException e = assertThrows(CorpusException.class, () -> read(Form.STANDOFF));
        assertTrue(("" + e.getMessage()).contains("line 1"), e.getMessage());
    }

    @Test
    void aFolderWithoutACorpusIsSaidToBeSo() {
        for (Form form : Form.values()) {
            assertThrows(CorpusException.class, () -> read(form), form.name());
            assertThrows(
                    CorpusException.class,
                    () -> form.read(folder.resolve("no-such"), Optional.empty(), Optional.empty()),
                    form.name());
        }
    }

    @Test
    void theArticlesOfTheRepositoryAreTheirGoldWithoutMarks() throws IOException {
        Path news = Path.of("../corpus/news");
        Corpus corpus = Form.NEWS.read(news, Optional.empty(), Optional.empty());
        assertEquals(List.of(), corpus.problems());
        assertTrue(corpus.articles().size() >= 68);
        for (Gold gold : corpus.articles()) {
            String text = Files.readString(news.resolve("text/" + gold.id() + ".txt"));
            assertEquals(text.strip(), gold.document().text().strip(), gold.id());
            int words = text.split("\\s+").length;
            assertTrue(words >= 150 && words <= 600, gold.id() + " " + words);
        }
        Corpus cases = Form.CASES.read(Path.of("../corpus/inventory/attribution"), Optional.empty(), Optional.empty());
        assertEquals(List.of(), cases.problems());
        assertTrue(cases.articles().size() >= 200);
    }
}
