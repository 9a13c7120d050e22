package org.onrecord.eval.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.onrecord.harvest.page.BlockModel;
import org.onrecord.harvest.page.NameWeights;
import org.onrecord.harvest.page.PageRows;
import org.onrecord.harvest.page.Trees;

/** Trains the model that tells which blocks of a page are its article, from pages with their text. */
public final class BlockTrainer {
    /** The trees learn from scores that the names got from a model trained on other hosts; so many divisions are made. */
    private static final int FOLDS = 5;

    private static final NameTrainer NAMES = new NameTrainer(4, 1.5, 80);
    private static final TreeTrainer TREES = new TreeTrainer(300, 8, 0.08);

    private final List<BlockLesson> lessons = new ArrayList<>();

    /**
     * Adds a page.
     *
     * @param article the text that people took from it, a line for each paragraph
     */
    public void add(String host, String markup, String article) {
        lessons.add(BlockLesson.of(host, PageRows.of(Jsoup.parse(markup)), article));
    }

    /** The division that a host belongs to, from 0; hosts are spread by their names, the same in every run. */
    public static int division(String host, int divisions) {
        return Math.floorMod((host.hashCode() * 0x9E3779B9) >>> 7, divisions);
    }

    /** Trains on all pages. */
    public BlockModel train(Consumer<String> phases) {
        return train(phases, -1, 1);
    }

    /**
     * Trains on the pages of all hosts but those of one division.
     *
     * @param phases is told what is being done
     */
    public BlockModel train(Consumer<String> phases, int without, int divisions) {
        List<BlockLesson> chosen = lessons.stream()
                .filter(lesson -> divisions == 1 || division(lesson.host(), divisions) != without)
                .toList();
        phases.accept("names, " + FOLDS + " times on a part of the hosts, then on all");
        NameWeights names = NAMES.train(chosen);
        List<float[]> rows = new ArrayList<>();
        List<Float> labels = new ArrayList<>();
        List<Float> weights = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int here = fold;
            NameWeights others = NAMES.train(
                    chosen.stream().filter(lesson -> inner(lesson) != here).toList());
            for (BlockLesson lesson : chosen) {
                if (inner(lesson) == fold) {
                    add(lesson, others, rows, labels, weights);
                }
            }
        }
        phases.accept("trees");
        Trees trees = TREES.train(rows, floats(labels), floats(weights));
        return new BlockModel(names, trees);
    }

    /** Spread otherwise than {@link #division}, so that every part of a division is as large. */
    private static int inner(BlockLesson lesson) {
        return division(lesson.host() + "/", FOLDS);
    }

    private static void add(
            BlockLesson lesson, NameWeights names, List<float[]> rows, List<Float> labels, List<Float> weights) {
        PageRows page = lesson.page();
        float[] scores = new float[page.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = names.score(page.names(i));
        }
        for (int i = 0; i < scores.length; i++) {
            rows.add(page.row(i, scores));
            labels.add(lesson.isRight(i) ? 1f : 0f);
            weights.add((float) lesson.weight(i));
        }
    }

    private static float[] floats(List<Float> values) {
        float[] floats = new float[values.size()];
        IntStream.range(0, floats.length).forEach(i -> floats[i] = values.get(i));
        return floats;
    }
}
