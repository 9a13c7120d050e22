package org.onrecord.attribution.tagger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.onrecord.attribution.tagger.WordClusters.Cuts;

class WordClustersTest {
    @Test
    void theShippedClustersPutTogetherWhatIsUsedAlike() {
        WordClusters clusters = WordClusters.load();
        assertEquals(clusters.of("spokesman", "spokesman"), clusters.of("said", "say"));
        assertEquals(
                clusters.of("monday", "monday").fine(),
                clusters.of("thursday", "thursday").fine());
        assertNotEquals(
                clusters.of("monday", "monday").fine(),
                clusters.of("minister", "minister").fine());
    }

    @Test
    void aFormThatIsNotKnownGoesByItsLemma() {
        WordClusters clusters = new WordClusters(Map.of("mutter", new Cuts("1", "2")));
        assertEquals(new Cuts("1", "2"), clusters.of("muttereth", "mutter"));
        assertEquals(new Cuts("-", "-"), clusters.of("zzz", "zzz"));
    }

    @Test
    void writingAndReadingKeepsTheBytes() throws IOException {
        WordClusters clusters = new WordClusters(Map.of("b", new Cuts("1", "2"), "a", new Cuts("3", "4")));
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        clusters.write(first);
        ByteArrayOutputStream second = new ByteArrayOutputStream();
        WordClusters.read(new ByteArrayInputStream(first.toByteArray())).write(second);
        assertEquals(
                new String(first.toByteArray(), StandardCharsets.ISO_8859_1),
                new String(second.toByteArray(), StandardCharsets.ISO_8859_1));
    }

    @Test
    void aLineThatIsNoneSaysWhich() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write("a\t1\n".getBytes(StandardCharsets.UTF_8));
        }
        IOException wrong =
                assertThrows(IOException.class, () -> WordClusters.read(new ByteArrayInputStream(bytes.toByteArray())));
        assertEquals("expected word, coarse and fine cluster parted by tabs, found 'a\t1'", wrong.getMessage());
    }
}
