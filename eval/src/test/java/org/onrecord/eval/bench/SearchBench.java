package org.onrecord.eval.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.onrecord.document.Article;
import org.onrecord.document.Attribution;
import org.onrecord.document.Basis;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.Document;
import org.onrecord.document.Extent;
import org.onrecord.document.Kind;
import org.onrecord.document.Layer;
import org.onrecord.document.Metadata;
import org.onrecord.document.Provenance;
import org.onrecord.document.PublicationTime;
import org.onrecord.document.Quantity;
import org.onrecord.document.Quote;
import org.onrecord.document.Span;
import org.onrecord.document.Speaker;
import org.onrecord.document.Voice;
import org.onrecord.search.ArticleIndex;
import org.onrecord.search.ClaimGroups;
import org.onrecord.search.FindingSearch;
import org.onrecord.search.Request;
import org.onrecord.search.ledger.Ledger;
import org.onrecord.search.ledger.Reports;
import org.onrecord.search.speaker.Speakers;

/**
 * Times searches over an invented index: articles of ten findings, words and names by Zipf's law, one article in five a
 * copy of an earlier one. Run with {@code mvn -pl eval -am test-compile exec:exec
 * -Dbench=org.onrecord.eval.bench.SearchBench -Dpages=FINDINGS} or directly: findings, folder.
 */
public final class SearchBench {
    private static final int PER_ARTICLE = 10;
    private static final int WORDS = 40_000;
    private static final int NAMES = 20_000;
    private static final int SENTENCE = 14;
    private static final int WARM = 2_000;
    private static final int TIMED = 500;
    private static final int SLOW_TIMED = 100;
    private static final Basis BASIS = new Basis.Human("bench");
    private static final Provenance PROVENANCE = new Provenance("bench", "0");
    private static final LocalDate FIRST_DAY = LocalDate.of(2022, 1, 1);
    private static final int DAYS = 1_500;

    private final Random random = new Random(8);
    private final double[] words = zipf(WORDS);
    private final double[] names = zipf(NAMES);
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private SearchBench() {}

    /** Takes the number of findings and the folder of the index, which is made where it is not there. */
    public static void main(String[] arguments) throws IOException {
        int findings = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        Path folder = Path.of(arguments.length > 1 ? arguments[1] : "target/search-bench-" + findings);
        SearchBench bench = new SearchBench();
        if (!Files.exists(folder)) {
            bench.make(findings / PER_ARTICLE, folder);
        }
        bench.time(findings / PER_ARTICLE, folder);
    }

    private static double[] zipf(int count) {
        double[] cumulative = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += 1.0 / (i + 1);
            cumulative[i] = sum;
        }
        return cumulative;
    }

    private int rank(double[] cumulative) {
        double at = random.nextDouble() * cumulative[cumulative.length - 1];
        int found = Arrays.binarySearch(cumulative, at);
        return found < 0 ? -found - 1 : found;
    }

    private String word() {
        return word(rank(words));
    }

    private static String word(int rank) {
        return "w" + Integer.toString(rank + 36, 36);
    }

    /** A given name of 50 and a surname of 2,000: surnames are shared. */
    private static String name(int rank) {
        return "Given" + rank % 50 + " Sur" + rank % 2_000;
    }

    private void make(int articles, Path folder) throws IOException {
        long start = System.nanoTime();
        List<String> recent = new ArrayList<>();
        try (ArticleIndex index = ArticleIndex.open(folder, "bench")) {
            for (int i = 0; i < articles; i++) {
                boolean copy = i > 100 && random.nextInt(5) == 0;
                String seed = copy ? recent.get(random.nextInt(recent.size())) : "";
                Document document = article(i, seed, recent);
                index.put(document, "bench " + i);
                if (i % 5_000 == 4_999) {
                    index.commit();
                }
            }
            index.commit();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        out.printf(
                Locale.ROOT,
                "ingest    %,d articles in %.0f s: %.0f articles a second%n",
                articles,
                seconds,
                articles / seconds);
    }

    private Document article(int number, String seed, List<String> recent) {
        String speakers = seed.isEmpty() ? "" : seed.substring(0, seed.indexOf('\n'));
        List<String> sentences = new ArrayList<>();
        List<String> said = new ArrayList<>();
        if (seed.isEmpty()) {
            for (int i = 0; i < PER_ARTICLE; i++) {
                StringBuilder sentence = new StringBuilder();
                for (int w = 0; w < SENTENCE; w++) {
                    sentence.append(w == 0 ? "" : " ").append(word());
                }
                sentences.add(sentence.toString());
                said.add(name(rank(names)));
            }
            if (recent.size() == 400) {
                recent.remove(0);
            }
            recent.add(String.join("|", said) + "\n" + String.join("\n", sentences));
        } else {
            sentences.addAll(seed.lines().skip(1).toList());
            said.addAll(List.of(speakers.split("\\|", -1)));
        }
        StringBuilder text = new StringBuilder();
        List<Quote> quotes = new ArrayList<>();
        List<Attribution> attributions = new ArrayList<>();
        List<CasualtyFigure> figures = new ArrayList<>();
        for (int i = 0; i < PER_ARTICLE; i++) {
            Span span = new Span(text.length(), text.length() + sentences.get(i).length());
            text.append(sentences.get(i)).append(", said ").append(said.get(i)).append(". ");
            if (i == PER_ARTICLE - 1) {
                figures.add(figure(span, 1 + (long) (random.nextInt(1_000) / (1.0 + random.nextInt(200)))));
            } else {
                boolean quote = i % 2 == 0;
                if (quote) {
                    quotes.add(new Quote("q" + i, span, Quote.Kind.DIRECT, BASIS));
                }
                attributions.add(new Attribution(
                        "a" + i,
                        quote ? Attribution.Kind.DIRECT : Attribution.Kind.INDIRECT,
                        Optional.empty(),
                        Optional.empty(),
                        Extent.of(span),
                        Optional.of(new Speaker(
                                said.get(i),
                                Optional.empty(),
                                Speaker.Type.PERSON,
                                Optional.of("minister"),
                                Optional.empty())),
                        quote ? List.of("q" + i) : List.of(),
                        BASIS));
            }
        }
        String site = "site" + random.nextInt(200) + ".example";
        Metadata metadata = new Metadata(
                Optional.of("https://" + site + "/" + number),
                Optional.of(site),
                Optional.of("Report " + word() + " " + word()),
                List.of(),
                Optional.of(new PublicationTime(
                        FIRST_DAY.plusDays(random.nextInt(DAYS)).toString())),
                Optional.empty());
        return Document.of(new Article(
                        text.toString(),
                        Article.ofBody(text.toString()).zones(),
                        metadata,
                        "en",
                        Article.Status.COMPLETE))
                .with(new Layer<>(Kind.QUOTE, quotes, PROVENANCE))
                .with(new Layer<>(Kind.ATTRIBUTION, attributions, PROVENANCE))
                .with(new Layer<>(Kind.CASUALTY, figures, PROVENANCE));
    }

    private static CasualtyFigure figure(Span span, long count) {
        return new CasualtyFigure(
                "f1",
                Extent.of(span),
                CasualtyFigure.Outcome.KILLED,
                new Quantity.AtLeast(count),
                Optional.of("people"),
                Optional.empty(),
                Optional.empty(),
                Optional.of("Place" + count % 97),
                Optional.empty(),
                new Voice.Source("police", Optional.empty()),
                CasualtyFigure.Modality.ASSERTED,
                CasualtyFigure.Scope.CURRENT,
                Optional.empty(),
                false,
                BASIS);
    }

    private void time(int articles, Path folder) throws IOException {
        long bytes;
        try (Stream<Path> files = Files.list(folder)) {
            bytes = files.mapToLong(file -> file.toFile().length()).sum();
        }
        out.printf(Locale.ROOT, "index     %,d bytes, %,d an article%n", bytes, bytes / articles);
        long start = System.nanoTime();
        try (FindingSearch search = FindingSearch.open(folder)) {
            out.printf(Locale.ROOT, "opening   %.1f ms%n", (System.nanoTime() - start) / 1e6);
            start = System.nanoTime();
            search.facets(Request.of("speaker:nobody"));
            out.printf(
                    Locale.ROOT,
                    "names     %.1f ms, once, when facets are first asked for%n",
                    (System.nanoTime() - start) / 1e6);
            out.printf(Locale.ROOT, "%-34s %9s %9s %9s%n", "query, ms", "median", "p99", "highest");
            run("speaker", TIMED, i -> search.search(Request.of(speaker())));
            run("speaker + text", TIMED, i -> search.search(Request.of(speaker() + " said:" + word())));
            run("speaker + text with facets", TIMED, i -> search.counted(Request.of(speaker() + " said:" + word())));
            run("speaker with facets", TIMED, i -> search.counted(Request.of(speaker())));
            run("word", TIMED, i -> search.search(Request.of(word())));
            run("word with facets", SLOW_TIMED, i -> search.counted(Request.of(word())));
            run("phrase", TIMED, i -> search.search(Request.of("\"" + word() + " " + word() + "\"")));
            run("prefix", TIMED, i -> search.search(Request.of("said:" + word(40 + random.nextInt(WORDS - 40)) + "*")));
            run("numeric range", TIMED, i -> search.search(Request.of("killed:>=" + random.nextInt(200))));
            run("newest of a word", TIMED, i -> search.search(Request.of(word()).in(Request.Order.NEWEST)));
            run(
                    "ledger, a place and a day",
                    SLOW_TIMED,
                    i -> Ledger.of(Reports.find(
                                    search,
                                    Request.of("place:Place" + random.nextInt(97) + " date:"
                                                    + FIRST_DAY
                                                            .plusDays(random.nextInt(DAYS))
                                                            .toString()
                                                            .substring(0, 7))
                                            .page(Request.MOST, 0)))
                            .events());
            run(
                    "claims of a speaker",
                    SLOW_TIMED,
                    i -> ClaimGroups.of(
                            search.search(Request.of(speaker()).page(1_000, 0)).hits()));
            run("speaker profile", SLOW_TIMED, i -> new Speakers(search).find(name(rank(names)), Request.of("")));
        }
        out.printf(
                Locale.ROOT,
                "load %.1f, %d processors%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
    }

    private String speaker() {
        return "speaker:\"" + name(rank(names)) + "\"";
    }

    private void run(String name, int times, IntConsumer task) {
        for (int i = 0; i < WARM * times / TIMED; i++) {
            task.accept(i);
        }
        long[] taken = new long[times];
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            task.accept(i);
            taken[i] = System.nanoTime() - start;
        }
        Arrays.sort(taken);
        out.printf(
                Locale.ROOT,
                "%-34s %9.2f %9.2f %9.2f%n",
                name,
                taken[times / 2] / 1e6,
                taken[times * 99 / 100] / 1e6,
                taken[times - 1] / 1e6);
    }
}
