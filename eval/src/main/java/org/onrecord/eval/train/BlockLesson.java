package org.onrecord.eval.train;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.onrecord.harvest.page.PageRows;

/** A page with the blocks that are its article, found again by their words in the text that people took from it. */
final class BlockLesson {
    private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final int RUN = 4;
    /** Words of a short article: fewer do not make each block weigh more. */
    private static final int SHORT_ARTICLE = 60;

    private static final double SCALE = 30;

    private final String host;
    private final PageRows page;
    private final BitSet right;
    private final double[] weights;

    private BlockLesson(String host, PageRows page, BitSet right, double[] weights) {
        this.host = host;
        this.page = page;
        this.right = right;
        this.weights = weights;
    }

    /** That served the page: its pages look alike, so they are never on both sides of a division. */
    String host() {
        return host;
    }

    PageRows page() {
        return page;
    }

    /** Whether a block belongs to the article. */
    boolean isRight(int block) {
        return right.get(block);
    }

    /** How much a block counts: its share of the article's words, bounded. */
    double weight(int block) {
        return weights[block];
    }

    static BlockLesson of(String host, PageRows page, String article) {
        Map<String, Integer> runs = runs(words(article));
        Set<String> lines = new HashSet<>();
        article.lines().forEach(line -> lines.add(String.join(" ", words(line))));
        int length = runs.size();
        BitSet right = new BitSet();
        double[] weights = new double[page.size()];
        for (int i = 0; i < weights.length; i++) {
            List<String> words = words(page.text(i));
            right.set(
                    i,
                    words.size() >= RUN
                            ? isFrom(runs(words), runs)
                            : !words.isEmpty() && lines.contains(String.join(" ", words)));
            weights[i] = SCALE * Math.min(1, (words.size() + 2.0) / Math.max(SHORT_ARTICLE, length));
        }
        return new BlockLesson(host, page, right, weights);
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    private static Map<String, Integer> runs(List<String> words) {
        Map<String, Integer> runs = new HashMap<>();
        for (int i = 0; i + RUN <= words.size(); i++) {
            runs.merge(String.join(" ", words.subList(i, i + RUN)), 1, Integer::sum);
        }
        return runs;
    }

    private static boolean isFrom(Map<String, Integer> block, Map<String, Integer> article) {
        int all = block.values().stream().mapToInt(Integer::intValue).sum();
        int shared = block.entrySet().stream()
                .mapToInt(run -> Math.min(run.getValue(), article.getOrDefault(run.getKey(), 0)))
                .sum();
        return 2 * shared > all;
    }
}
