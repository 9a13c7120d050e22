package org.onrecord.eval;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.onrecord.document.Article;
import org.onrecord.document.Document;
import org.onrecord.eval.gold.Corpus;
import org.onrecord.eval.gold.Gold;
import org.onrecord.eval.gold.Page;
import org.onrecord.eval.gold.Pages;
import org.onrecord.eval.measure.Measures;
import org.onrecord.eval.measure.PageMeasures;

/** Lets a system annotate a corpus, on all processors, and scores it. */
public final class Runner {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final AtomicLong nanoseconds = new AtomicLong();
    private final Runnable progress;

    /** @param progress called after each article, by any thread */
    public Runner(Runnable progress) {
        this.progress = progress;
    }

    public Run run(Corpus corpus, Optional<String> split, Annotator system) {
        int size = corpus.articles().size();
        AtomicReferenceArray<String> failures = new AtomicReferenceArray<>(size);
        List<Result> results = IntStream.range(0, size)
                .parallel()
                .mapToObj(i -> {
                    Gold gold = corpus.articles().get(i);
                    Document found = Document.of(gold.input());
                    long start = threads.getCurrentThreadCpuTime();
                    try {
                        found = system.annotate(gold.input());
                    } catch (RuntimeException e) {
                        failures.set(i, gold.id() + " failed: " + e.getMessage());
                    }
                    nanoseconds.addAndGet(threads.getCurrentThreadCpuTime() - start);
                    progress.run();
                    return Measures.of(gold, found, corpus.aspects());
                })
                .toList();
        List<String> problems = new ArrayList<>(corpus.problems());
        IntStream.range(0, size)
                .mapToObj(failures::get)
                .flatMap(java.util.stream.Stream::ofNullable)
                .forEach(problems::add);
        return new Run(
                system.name(),
                named(corpus.name(), split),
                corpus.digest(),
                results,
                problems,
                nanoseconds.get() / 1e9);
    }

    public Run run(Pages pages, Extractor system) {
        List<Result> results =
                pages.pages().parallelStream().map(page -> result(page, system)).toList();
        return new Run(system.name(), pages.name(), pages.digest(), results, pages.problems(), nanoseconds.get() / 1e9);
    }

    private Result result(Page page, Extractor system) {
        long start = threads.getCurrentThreadCpuTime();
        Optional<Article> found = system.extract(page.bytes().get());
        nanoseconds.addAndGet(threads.getCurrentThreadCpuTime() - start);
        progress.run();
        return PageMeasures.of(page, found);
    }

    private static String named(String corpus, Optional<String> split) {
        return split.map(name -> corpus + " " + name).orElse(corpus);
    }
}
