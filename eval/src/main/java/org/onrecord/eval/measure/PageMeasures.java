package org.onrecord.eval.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.onrecord.document.Article;
import org.onrecord.document.PublicationTime;
import org.onrecord.document.Zone;
import org.onrecord.eval.Comparison.Difference;
import org.onrecord.eval.Comparison.Item;
import org.onrecord.eval.Metric;
import org.onrecord.eval.Result;
import org.onrecord.eval.Score;
import org.onrecord.eval.gold.Page;

/**
 * The article taken from a page. Its text is scored in the way of the article-extraction benchmark
 * (github.com/scrapinghub/article-extraction-benchmark): shingles of four words with their counts, precision and recall
 * for each page, F1 of their means.
 */
public final class PageMeasures {
    private static final int SHINGLE = 4;
    private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Metric TEXT = new Metric("text", Metric.Reading.MEAN_F1);
    private static final double POOR = 0.9;

    private PageMeasures() {}

    /**
     * Scores one page.
     *
     * @param found absent where no article was found on it
     */
    public static Result of(Page page, Optional<Article> found) {
        Result.Sheet sheet = new Result.Sheet();
        page.text().ifPresent(text -> text(text, found.map(PageMeasures::body).orElse(""), sheet));
        page.title()
                .ifPresent(title -> value(
                        "title",
                        title,
                        found.flatMap(article -> article.metadata().title()),
                        sheet));
        page.day()
                .ifPresent(day -> value(
                        "date",
                        day,
                        found.flatMap(article -> article.metadata().published())
                                .map(PublicationTime::day)
                                .map(String::valueOf),
                        sheet));
        page.authors().ifPresent(authors -> authors(authors, found, sheet));
        return sheet.result(page.id(), "", page.text().orElse(""));
    }

    /** What the benchmark calls the body: without headline, byline and furniture. */
    private static String body(Article article) {
        List<String> lines = new ArrayList<>();
        for (Zone zone : article.zones()) {
            if (zone.kind() != Zone.Kind.HEADLINE && zone.kind() != Zone.Kind.BYLINE) {
                lines.add(zone.span().of(article.text()));
            }
        }
        return String.join("\n", lines);
    }

    private static void text(String right, String ours, Result.Sheet sheet) {
        Map<String, Integer> gold = shingles(right);
        Map<String, Integer> found = shingles(ours);
        double shared = gold.entrySet().stream()
                .mapToInt(entry -> Math.min(entry.getValue(), found.getOrDefault(entry.getKey(), 0)))
                .sum();
        Score score = new Score(shared, sum(gold) - shared, sum(found) - shared);
        sheet.count(TEXT, score);
        if (score.f1().orElse(1) < POOR) {
            sheet.compare(
                    "text",
                    Optional.of(new Item(List.of(), excerpt(right))),
                    Optional.of(new Item(List.of(), excerpt(ours))),
                    List.of(new Difference(
                            "text", (int) sum(gold) + " shingles", (int) shared + " of " + (int) sum(found))));
        }
    }

    private static String excerpt(String text) {
        return text.length() <= 600 ? text : text.substring(0, 300) + " […] " + text.substring(text.length() - 300);
    }

    private static double sum(Map<String, Integer> shingles) {
        return shingles.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Map<String, Integer> shingles(String text) {
        List<String> words =
                WORD.matcher(text).results().map(MatchResult::group).toList();
        Map<String, Integer> shingles = new HashMap<>();
        for (int i = 0; i < Math.max(words.isEmpty() ? 0 : 1, words.size() - SHINGLE + 1); i++) {
            shingles.merge(String.join(" ", words.subList(i, Math.min(words.size(), i + SHINGLE))), 1, Integer::sum);
        }
        return shingles;
    }

    private static void value(String name, String right, Optional<String> ours, Result.Sheet sheet) {
        boolean same = ours.filter(value -> Words.sameName(right, value)).isPresent();
        sheet.count(Metric.f1(name), true, ours.isPresent(), same);
        if (!same) {
            sheet.compare(
                    name,
                    Optional.of(new Item(List.of(), right)),
                    ours.map(value -> new Item(List.of(), value)),
                    ours.stream()
                            .map(value -> new Difference(name, right, value))
                            .toList());
        }
    }

    private static void authors(List<String> right, Optional<Article> found, Result.Sheet sheet) {
        List<String> ours = found.map(article -> article.metadata().byline()).orElse(List.of());
        List<String> missed = new ArrayList<>(right);
        List<String> spurious = new ArrayList<>(ours);
        for (String author : right) {
            if (spurious.removeIf(name -> Words.sameName(name, author))) {
                missed.remove(author);
            }
        }
        sheet.count(Metric.f1("author"), new Score(right.size() - missed.size(), missed.size(), spurious.size()));
        if (!missed.isEmpty() || !spurious.isEmpty()) {
            sheet.compare(
                    "author",
                    Optional.of(new Item(List.of(), String.join(", ", right))),
                    Optional.of(new Item(List.of(), String.join(", ", ours))),
                    List.of(new Difference("author", String.join(", ", right), String.join(", ", ours))));
        }
    }
}
