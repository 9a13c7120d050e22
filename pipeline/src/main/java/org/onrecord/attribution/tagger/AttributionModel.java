package org.onrecord.attribution.tagger;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * All that was trained for attributions.
 *
 * @param counts how often words were cues
 * @param cues finds cues
 * @param arguments finds what may be source and content of a cue
 * @param segments tells whether a stretch is one of these from end to end
 * @param readings tells which combination of them is right
 * @param acceptance tells whether all of it is an attribution
 */
public record AttributionModel(
        CueCounts counts, Fields cues, Fields arguments, Crf segments, Ranker readings, Crf acceptance) {
    public static final String RESOURCE = "/org/onrecord/models/attribution/tagger.bin.gz";
    private static final float LEAST_WEIGHT = 0.01f;

    /** The model that comes with the program. */
    public static AttributionModel load() {
        return Shipped.read(RESOURCE, AttributionModel::read);
    }

    public static AttributionModel read(InputStream stream) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(stream), 1 << 16))) {
            CueCounts counts = new CueCounts();
            for (int left = in.readInt(); left > 0; left--) {
                counts.add(in.readUTF(), in.readInt(), in.readInt());
            }
            return new AttributionModel(
                    counts, Fields.read(in), Fields.read(in), Crf.read(in), Ranker.read(in), Crf.read(in));
        }
    }

    /** Writes the model; the same model is the same bytes. */
    public void write(OutputStream stream) throws IOException {
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(stream), 1 << 16))) {
            Map<String, int[]> sorted = new TreeMap<>(counts.counts());
            out.writeInt(sorted.size());
            for (Map.Entry<String, int[]> entry : sorted.entrySet()) {
                out.writeUTF(entry.getKey());
                out.writeInt(entry.getValue()[0]);
                out.writeInt(entry.getValue()[1]);
            }
            cues.write(out, LEAST_WEIGHT);
            arguments.write(out, LEAST_WEIGHT);
            segments.write(out, LEAST_WEIGHT);
            readings.write(out, LEAST_WEIGHT);
            acceptance.write(out, LEAST_WEIGHT);
        }
    }
}
