package org.onrecord.attribution.tagger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Words that are used alike, by number: a word that the training articles lack is judged by those of its cluster that they
 * have (Lin and Wu 2009). Two cuts of the same words, a coarse and a fine one.
 */
public final class WordClusters {
    public static final String RESOURCE = "/org/onrecord/models/attribution/clusters.txt.gz";

    /** What the names of traits begin with that tell a cluster. */
    public static final String MARK = "#";

    private static final Cuts UNKNOWN = new Cuts("-", "-");

    /** The numbers of the clusters of one word. */
    public record Cuts(String coarse, String fine) {}

    private final Map<String, Cuts> words;

    public WordClusters(Map<String, Cuts> words) {
        this.words = Map.copyOf(words);
    }

    /** The clusters that come with the program. */
    public static WordClusters load() {
        return Shipped.read(RESOURCE, WordClusters::read);
    }

    /** Of a word in lower case; where it is not known, of its lemma. */
    Cuts of(String form, String lemma) {
        Cuts cuts = words.get(form);
        return cuts != null ? cuts : words.getOrDefault(lemma, UNKNOWN);
    }

    /** One word a line with its coarse and its fine number, parted by tabs, in the order of the words. */
    public void write(OutputStream stream) throws IOException {
        try (Writer out = new OutputStreamWriter(new GZIPOutputStream(stream), StandardCharsets.UTF_8)) {
            for (Map.Entry<String, Cuts> entry : new TreeMap<>(words).entrySet()) {
                out.write(entry.getKey() + "\t" + entry.getValue().coarse() + "\t"
                        + entry.getValue().fine() + "\n");
            }
        }
    }

    static WordClusters read(InputStream stream) throws IOException {
        Map<String, Cuts> words = new HashMap<>();
        Map<Cuts, Cuts> once = new HashMap<>();
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(stream), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] parts = line.split("\t", -1);
                if (parts.length != 3) {
                    throw new IOException(
                            "expected word, coarse and fine cluster parted by tabs, found '" + line + "'");
                }
                Cuts cuts = new Cuts(parts[1], parts[2]);
                words.put(parts[0], once.computeIfAbsent(cuts, same -> same));
            }
        }
        return new WordClusters(words);
    }
}
