package org.onrecord.eval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run scored on one article.
 *
 * @param section part of the corpus, empty where there is but one
 * @param text the article, for showing comparisons in it
 */
public record Result(
        String article, String section, String text, Map<Metric, Score> scores, List<Comparison> comparisons) {
    public Result {
        scores = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(scores));
        comparisons = List.copyOf(comparisons);
    }

    /** Collects the scores of one article. */
    public static final class Sheet {
        private final Map<Metric, Score> scores = new LinkedHashMap<>();
        private final List<Comparison> comparisons = new ArrayList<>();

        public void count(Metric metric, Score score) {
            scores.merge(metric, score, Score::plus);
        }

        /** A value that the gold has or has not, beside one that was found or not. */
        public void count(Metric metric, boolean gold, boolean found, boolean same) {
            if (gold && found && same) {
                count(metric, Score.HIT);
            } else {
                count(metric, new Score(0, gold ? 1 : 0, found ? 1 : 0));
            }
        }

        public void compare(
                String group,
                Optional<Comparison.Item> gold,
                Optional<Comparison.Item> found,
                List<Comparison.Difference> differences) {
            comparisons.add(new Comparison(group, gold, found, differences));
        }

        public Result result(String article, String section, String text) {
            return new Result(article, section, text, scores, comparisons);
        }
    }
}
