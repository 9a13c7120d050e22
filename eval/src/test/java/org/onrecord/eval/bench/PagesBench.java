package org.onrecord.eval.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.dankito.readability4j.Readability4J;
import org.onrecord.document.Article;
import org.onrecord.eval.Extractor;
import org.onrecord.eval.Metric;
import org.onrecord.eval.Result;
import org.onrecord.eval.Score;
import org.onrecord.eval.gold.Page;
import org.onrecord.eval.gold.Pages;
import org.onrecord.eval.measure.PageMeasures;
import org.onrecord.harvest.Articles;
import org.onrecord.harvest.UnreadableException;

/**
 * Our extraction beside Readability4J's, on the same pages in one run and one thread: pages a second and their ratio, and
 * the scores of the text. Both get the same bytes and read the set in turn, round by round. What our model was trained on is among the pages: for its score on pages that it has not seen,
 * run {@code onrecord eval pages --folds 5}.
 */
public final class PagesBench {
    /** Rounds that are not counted: code of both is compiled in them. */
    private static final int WARMING = 3;

    /** Rounds that are counted; of each figure the median is told. */
    private static final int ROUNDS = 5;

    private PagesBench() {}

    private record Ours(Articles articles) implements Extractor {
        @Override
        public String name() {
            return "onrecord";
        }

        @Override
        public Optional<Article> extract(byte[] page) {
            try {
                return Optional.of(articles.ofPage(page));
            } catch (UnreadableException e) {
                return Optional.empty();
            }
        }
    }

    private record Readability() implements Extractor {
        @Override
        public String name() {
            return "Readability4J";
        }

        @Override
        public Optional<Article> extract(byte[] page) {
            String markup;
            try {
                markup = Articles.decoded(page);
            } catch (UnreadableException e) {
                return Optional.empty();
            }
            String text = new Readability4J("http://localhost/", markup).parse().getTextContent();
            return Optional.ofNullable(text).filter(found -> !found.isBlank()).map(Article::ofBody);
        }
    }

    /** Runs both on the set of pages whose folder is the first argument. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Pages pages = Pages.read(Path.of(arguments[0]));
        List<byte[]> bytes =
                pages.pages().stream().map(page -> page.bytes().get()).toList();
        List<Extractor> systems = List.of(new Ours(Articles.load()), new Readability());
        int pagesWithText = 0;
        double[][] nanoseconds = new double[systems.size()][ROUNDS];
        for (int round = -WARMING; round < ROUNDS; round++) {
            for (int s = 0; s < nanoseconds.length; s++) {
                long start = System.nanoTime();
                for (byte[] page : bytes) {
                    pagesWithText += systems.get(s).extract(page).isPresent() ? 1 : 0;
                }
                nanoseconds[s][Math.max(0, round)] = System.nanoTime() - start;
            }
        }
        if (pagesWithText == 0) {
            throw new IllegalStateException("no page has text");
        }
        out.printf("%-14s %9s %10s %7s %7s%n", "system", "pages/s", "precision", "recall", "F1");
        for (int s = 0; s < nanoseconds.length; s++) {
            List<Score> scores = scores(pages.pages(), systems.get(s));
            Metric text = new Metric("text", Metric.Reading.MEAN_F1);
            out.printf(
                    Locale.ROOT,
                    "%-14s %9.1f %10.1f %7.1f %7.1f%n",
                    systems.get(s).name(),
                    bytes.size() / (sorted(nanoseconds[s])[ROUNDS / 2] / 1e9),
                    100 * text.precision(scores).orElse(0),
                    100 * text.recall(scores).orElse(0),
                    100 * text.value(scores).orElse(0));
        }
        double[] ratios = new double[ROUNDS];
        Arrays.setAll(ratios, round -> nanoseconds[1][round] / nanoseconds[0][round]);
        double[] sorted = sorted(ratios);
        out.printf(
                Locale.ROOT,
                "ratio of pages/s: %.2f, median of %d rounds from %.2f to %.2f%n",
                sorted[ROUNDS / 2],
                ROUNDS,
                sorted[0],
                sorted[ROUNDS - 1]);
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private static List<Score> scores(List<Page> pages, Extractor system) {
        List<Score> scores = new ArrayList<>();
        for (Page page : pages) {
            Result result = PageMeasures.of(page, system.extract(page.bytes().get()));
            Optional.ofNullable(result.scores().get(new Metric("text", Metric.Reading.MEAN_F1)))
                    .ifPresent(scores::add);
        }
        return scores;
    }
}
