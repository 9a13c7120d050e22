package org.onrecord.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ledger, facets and export through their own arguments, over three invented reports of one collapse. */
class LedgerCommandTest {
    @TempDir
    private static Path folder = Path.of("");

    private static String index = "";

    @BeforeAll
    static void ingest() throws IOException {
        Path news = folder.resolve("news.ndjson");
        Files.writeString(
                news,
                line(
                                "https://north.example/1",
                                "2026-03-02",
                                "Bridge falls in Tarnow",
                                "At least 12 people were killed when a bridge collapsed in Tarnow on Monday, police said. Traffic was diverted to the old road along the river.")
                        + line(
                                "https://north.example/2",
                                "2026-03-03",
                                "Tarnow bridge toll rises",
                                "The collapse of the bridge in Tarnow on Monday killed 14 people, police said. Divers went on searching the river under floodlights.")
                        + line(
                                "https://south.example/1",
                                "2026-03-03",
                                "Hospital puts Tarnow dead at 19",
                                "The hospital said 19 people were killed in Tarnow when the bridge collapsed on Monday. Its wards were full by the evening."));
        index = folder.resolve("index").toString();
        assertEquals(0, Run.of("ingest", news.toString(), "--index", index).exit());
    }

    private static String line(String url, String day, String title, String text) {
        return "{\"url\":\"" + url + "\",\"published\":\"" + day + "\",\"title\":\"" + title + "\",\"text\":\"" + text
                + "\"}\n";
    }

    @Test
    void threeReportsAreOneEventWithARevisionAndAConflict() {
        Run ledger = Run.of("ledger", "bridge Tarnow", "--index", index);
        assertEquals(0, ledger.exit(), ledger::err);
        assertTrue(ledger.out().startsWith("1 event\n\nTarnow"), ledger::out);
        assertTrue(ledger.out().contains("revised: at least 12 → 14 on 2026-03-03"), ledger::out);
        assertTrue(ledger.out().contains("but hospital says 19"), ledger::out);
        assertTrue(ledger.out().contains("https://south.example/1"), ledger::out);
        assertTrue(ledger.out().contains("killed by day of publication"), ledger::out);
        Run placed = Run.of("ledger", "place:Tarnow since:2026-03", "--format", "json", "--index", index);
        assertTrue(placed.out().startsWith("{\"total\":1,\"events\":[{\"place\":\"Tarnow\""), placed::out);
        Run csv = Run.of("ledger", "--format", "csv", "--index", index);
        assertTrue(csv.out().lines().count() >= 4, csv::out);
    }

    @Test
    void nothingFoundSaysWhereToGo() {
        Run none = Run.of("ledger", "place:Nowhere", "--index", index);
        assertEquals(0, none.exit());
        assertEquals("0 events\n", none.out());
        assertTrue(none.err().contains("no casualty figures were found for 'place:Nowhere', of 3"), none::err);
        assertEquals(2, Run.of("ledger", "killed:many", "--index", index).exit());
        assertEquals(2, Run.of("ledger", "--limit", "0", "--index", index).exit());
        assertEquals(
                3,
                Run.of("ledger", "x", "--index", folder.resolve("none").toString())
                        .exit());
    }

    @Test
    void facetsCountTheRowsOfTheSearch() {
        Run rows = Run.of("search", "--index", index, "--format", "json");
        Run facets = Run.of("search", "--facets", "--index", index, "--format", "json");
        String total = rows.out().replaceFirst("(?s)^(\\{\"total\":\\d+),.*", "$1");
        assertTrue(facets.out().startsWith(total + ","), facets::out);
        assertTrue(facets.out().contains("\"outcome\":[{\"value\":\"killed\",\"rows\":3}]"), facets::out);
        assertTrue(facets.out().contains("{\"day\":\"2026-03-02\",\"rows\":"), facets::out);
        Run text = Run.of("search", "--facets", "--index", index);
        assertTrue(text.out().contains("\nspeaker\n"), text::out);
    }

    @Test
    void whatIsExportedIsWhatWasFound() throws IOException {
        Run ndjson = Run.of("export", "killed:19", "--index", index);
        assertEquals(0, ndjson.exit(), ndjson::err);
        assertEquals(1, ndjson.out().lines().count());
        assertTrue(ndjson.out().startsWith("{\"schema\":\"onrecord/1\""), ndjson::out);
        Run csv = Run.of("export", "killed:*", "--format", "csv", "--index", index);
        assertEquals(4, csv.out().lines().count(), csv::out);
        Path web = folder.resolve("web.jsonld");
        Run.of("export", "killed:19", "--format", "webannotation", "--out", web.toString(), "--index", index);
        List<String> annotations = Files.readAllLines(web);
        assertEquals(1, annotations.size());
        assertTrue(annotations.getFirst().contains("\"source\":\"https://south.example/1\""), annotations::getFirst);
        Path brat = folder.resolve("brat");
        Run.of("export", "killed:*", "--format", "brat", "--out", brat.toString(), "--index", index);
        try (var files = Files.list(brat)) {
            assertEquals(6, files.count());
        }
        assertEquals(2, Run.of("export", "--format", "brat", "--index", index).exit());
        Path kept = Files.writeString(folder.resolve("kept"), "kept");
        assertEquals(
                2,
                Run.of("export", "killed:many", "--out", kept.toString(), "--index", index)
                        .exit());
        assertFalse(Files.readString(kept).isEmpty());
    }

    @Test
    void savedSearchesAreCheckedAndCounted() throws IOException {
        Path good =
                Files.writeString(folder.resolve("good.searches"), "# tolls\nhigh: killed:>=15\nnone: nobodysaid\n");
        assertEquals(
                "high\t1\nnone\t0\n",
                Run.of("search", "--saved", good.toString(), "--index", index).out());
        Path bad = Files.writeString(folder.resolve("bad.searches"), "high: killed:many\n");
        Run wrong = Run.of("search", "--saved", bad.toString(), "--index", index);
        assertEquals(2, wrong.exit());
        assertEquals("onrecord: " + bad + ", line 1: 'many' is no number\nhigh: killed:many\n      ^\n", wrong.err());
    }
}
