package org.onrecord.eval.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.onrecord.document.Article;
import org.onrecord.document.Attribution;
import org.onrecord.document.Basis;
import org.onrecord.document.Document;
import org.onrecord.document.Extent;
import org.onrecord.document.Kind;
import org.onrecord.document.Layer;
import org.onrecord.document.Provenance;
import org.onrecord.document.Span;
import org.onrecord.document.Speaker;
import org.onrecord.search.SearchMonitor;

/**
 * Times one article of 600 words against saved searches of four kinds. Run with {@code mvn -pl eval -am test-compile
 * exec:exec -Dbench=org.onrecord.eval.bench.MonitorBench -Dpages=10000} or directly: how many searches.
 */
public final class MonitorBench {
    private static final int WARM = 30;
    private static final int TIMED = 101;
    private static final int WORDS = 600;

    private MonitorBench() {}

    public static void main(String[] arguments) {
        int searches = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        Map<String, String> queries = new LinkedHashMap<>();
        for (int i = 0; i < searches; i++) {
            queries.put(
                    "s" + i,
                    switch (i % 4) {
                        case 0 -> "speaker:\"Person Name" + i + "\" said:word" + i % 977;
                        case 1 -> "said:word" + i + " stance:deny";
                        case 2 -> "killed:>=" + i + " source:police" + i;
                        default -> "word" + i + " bridge since:2026";
                    });
        }
        long start = System.nanoTime();
        SearchMonitor monitor = new SearchMonitor(queries);
        double made = (System.nanoTime() - start) / 1e6;
        Document article = article();
        int matches = 0;
        for (int i = 0; i < WARM; i++) {
            matches = monitor.match(article).size();
        }
        long[] taken = new long[TIMED];
        for (int i = 0; i < TIMED; i++) {
            start = System.nanoTime();
            monitor.match(article);
            taken[i] = System.nanoTime() - start;
        }
        Arrays.sort(taken);
        new PrintStream(System.out, true, StandardCharsets.UTF_8)
                .printf(
                        Locale.ROOT,
                        "%,d searches, made in %.0f ms; one article matches %d: median %.2f ms, p99 %.2f ms, highest %.2f ms; load %.1f%n",
                        searches,
                        made,
                        matches,
                        taken[TIMED / 2] / 1e6,
                        taken[TIMED * 99 / 100] / 1e6,
                        taken[TIMED - 1] / 1e6,
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static Document article() {
        String words =
                "bridge " + IntStream.range(0, WORDS).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
        return Document.of(Article.ofBody(words + ", said Person Name8."))
                .with(new Layer<>(
                        Kind.ATTRIBUTION,
                        List.of(new Attribution(
                                "a1",
                                Attribution.Kind.INDIRECT,
                                Optional.empty(),
                                Optional.empty(),
                                Extent.of(new Span(0, words.length())),
                                Optional.of(new Speaker(
                                        "Person Name8",
                                        Optional.empty(),
                                        Speaker.Type.PERSON,
                                        Optional.empty(),
                                        Optional.empty())),
                                List.of(),
                                new Basis.Human("bench"))),
                        new Provenance("bench", "0")));
    }
}
