package org.onrecord.harvest.page;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Tells which blocks of a page are its article: a logistic model reads the names of each, and boosted trees read what is
 * measured of it beside the scores of its names and its neighbours' names.
 */
public final class BlockModel {
    public static final String RESOURCE = "/org/onrecord/models/page/blocks.bin.gz";

    /**
     * Log odds of the names below which a short block away from most of the prose is not asked about: of the 160,000 such
     * blocks of the pages that the model was made and tried on, the trees take none.
     */
    private static final float UNNAMED = -5;

    private final NameWeights names;
    private final KnownNames known;
    private final Trees trees;
    private final Forest forest;

    public BlockModel(NameWeights names, Trees trees) {
        this.names = names;
        this.known = new KnownNames(names);
        this.trees = trees;
        this.forest = new Forest(trees);
    }

    /** The model that comes with the program. */
    public static BlockModel load() {
        try (InputStream in = BlockModel.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("no " + RESOURCE + " among the models");
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }

    NameWeights names() {
        return names;
    }

    /** The probability of each block; 0 for those that are plainly something else, without asking the trees. */
    double[] probabilities(Layout page) {
        float[] scores = NameScores.of(known, page);
        double[] probabilities = new double[scores.length];
        for (int i = 0; i < probabilities.length; i++) {
            if (scores[i] < UNNAMED && page.isAside(i)) {
                continue;
            }
            float[] row = Row.of(Traits.of(new Spot(page, i)), i, scores);
            probabilities[i] = 1 / (1 + Math.exp(-forest.score(row)));
        }
        return probabilities;
    }

    public static BlockModel read(InputStream stream) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(stream), 1 << 16))) {
            return new BlockModel(NameWeights.read(in), Trees.read(in));
        }
    }

    /** Writes the model; the same model is the same bytes. */
    public void write(OutputStream stream) throws IOException {
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(stream), 1 << 16))) {
            names.write(out);
            trees.write(out);
        }
    }
}
