package org.onrecord.eval.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.onrecord.attribution.Prose;
import org.onrecord.attribution.tagger.ArgumentTraits;
import org.onrecord.attribution.tagger.AttributionModel;
import org.onrecord.attribution.tagger.Candidates;
import org.onrecord.attribution.tagger.Candidates.Candidate;
import org.onrecord.attribution.tagger.Crf;
import org.onrecord.attribution.tagger.CueCounts;
import org.onrecord.attribution.tagger.CueTraits;
import org.onrecord.attribution.tagger.Fields;
import org.onrecord.attribution.tagger.Labels;
import org.onrecord.attribution.tagger.Passage;
import org.onrecord.attribution.tagger.Ranker;
import org.onrecord.attribution.tagger.Readings;
import org.onrecord.attribution.tagger.Tagger;
import org.onrecord.attribution.tagger.WordClusters;
import org.onrecord.document.Document;
import org.onrecord.document.Kind;
import org.onrecord.document.Span;
import org.onrecord.pipeline.View;

/**
 * Trains the attribution tagger on gold attributions and on what the rules found in the same articles. The models that
 * choose among candidates learn from candidates of random fields that were trained on the other parts of the articles: what
 * a field proposes in articles that it knows looks too good (stacking, Wolpert 1992).
 */
public final class AttributionTrainer {
    /** More parts make the fields that propose more like those that are shipped, and training longer. */
    private static final int PARTS = 2;

    private static final CrfTrainer CUES = new CrfTrainer(3, 5, 50);
    private static final CrfTrainer ARGUMENTS = new CrfTrainer(4, 4, 50);
    private static final CrfTrainer SEGMENTS = new CrfTrainer(3, 6, 100);
    private static final RankerTrainer READINGS = new RankerTrainer(3, 12, 150);
    private static final CrfTrainer ACCEPTANCE = new CrfTrainer(3, 30, 100);

    private final List<Lesson> lessons = new ArrayList<>();
    private final CueCounts counts = new CueCounts();

    private int articles;

    /**
     * Adds an article.
     *
     * @param ruled the article with everything up to the attributions that the rules found
     * @param gold the same article with gold attributions
     * @param weight how many times it counts
     */
    public void add(Document ruled, Document gold, int weight) {
        Prose prose = Prose.of(new View(ruled, Prose.READS));
        CueCounts own = new CueCounts();
        articles++;
        for (Span paragraph : prose.paragraphs()) {
            Passage passage = prose.passage(paragraph, ruled.all(Kind.ATTRIBUTION));
            Lesson lesson = Lesson.of(articles, passage, own, gold.all(Kind.ATTRIBUTION));
            lessons.addAll(Collections.nCopies(weight, lesson));
            for (int word = 0; word < passage.size(); word++) {
                int here = word;
                boolean cue = lesson.cues().stream().anyMatch(stretch -> stretch.contains(here));
                own.add(passage, word, cue);
                counts.add(passage, word, cue);
            }
        }
    }

    /**
     * Trains on all that was added; takes some fifteen minutes for a thousand articles.
     *
     * @param phases is told what is being trained
     */
    public AttributionModel train(Consumer<String> phases) {
        Choices choices = choices(phases);
        phases.accept("training on all articles");
        return new AttributionModel(
                counts,
                cues(lessons),
                arguments(lessons),
                choices.segments(),
                choices.readings(),
                choices.acceptance());
    }

    /** The models that choose; what they learn from is not kept while the fields are trained on all articles. */
    private record Choices(Crf segments, Ranker readings, Crf acceptance) {}

    private Choices choices(Consumer<String> phases) {
        List<List<Guess>> parts = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            phases.accept("training without part " + (part + 1) + " of " + PARTS);
            int here = part;
            Map<Boolean, List<Lesson>> lessonsHere =
                    lessons.stream().collect(Collectors.partitioningBy(lesson -> lesson.article() % PARTS == here));
            parts.add(guesses(lessonsHere.getOrDefault(true, List.of()), lessonsHere.getOrDefault(false, List.of())));
        }
        phases.accept("training the choice of segments, readings and attributions");
        List<List<Judged>> judged = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            judged.add(judged(parts.get(part), segments(others(parts, part))));
        }
        List<Example> examples = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            examples.addAll(examples(judged.get(part), readings(others(judged, part))));
        }
        return new Choices(
                segments(others(parts, PARTS)), readings(others(judged, PARTS)), single(ACCEPTANCE, examples));
    }

    /** What is in all parts but one. */
    private static <A> List<A> others(List<List<A>> parts, int without) {
        List<A> others = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            if (part != without) {
                others.addAll(parts.get(part));
            }
        }
        return others;
    }

    /** What fields trained on some lessons propose in others. */
    private List<Guess> guesses(List<Lesson> asked, List<Lesson> known) {
        Fields cues = cues(known);
        Fields arguments = arguments(known);
        return asked.parallelStream()
                .flatMap(lesson -> {
                    List<Candidate> all = Candidates.of(lesson.passage(), cues, arguments, counts, lesson.own(), 0);
                    return all.stream().map(candidate -> new Guess(lesson, candidate, all));
                })
                .toList();
    }

    /** One field that sees the clusters of words and one that does not: they err in different places. */
    private static Fields both(Function<UnaryOperator<List<List<String>>>, Crf> training) {
        return new Fields(
                List.of(training.apply(UnaryOperator.identity()), training.apply(AttributionTrainer::withoutClusters)));
    }

    private static List<List<String>> withoutClusters(List<List<String>> words) {
        return words.stream()
                .map(traits -> traits.stream()
                        .filter(trait -> !trait.startsWith(WordClusters.MARK))
                        .toList())
                .toList();
    }

    private Fields cues(List<Lesson> lessons) {
        return both(seen -> CUES.train(
                lessons,
                lesson -> seen.apply(CueTraits.of(lesson.passage(), counts, lesson.own())),
                lesson -> Labels.of(lesson.cues(), lesson.passage().size())));
    }

    private static Fields arguments(List<Lesson> lessons) {
        record Asked(Lesson lesson, Lesson.Task task) {}
        List<Asked> asked = lessons.stream()
                .flatMap(lesson -> lesson.tasks().stream().map(task -> new Asked(lesson, task)))
                .toList();
        return both(seen -> ARGUMENTS.train(
                asked,
                one -> seen.apply(ArgumentTraits.of(
                        one.lesson().passage(), one.task().cue(), one.lesson().cues())),
                one -> Labels.of(one.task().arguments(), one.lesson().passage().size())));
    }

    /** Something with traits that is right or is not. */
    private record Example(List<String> traits, boolean right) {}

    private static Crf single(CrfTrainer trainer, List<Example> examples) {
        return trainer.train(
                examples,
                example -> List.of(example.traits()),
                example -> List.of(example.right() ? "U-right" : Labels.OUTSIDE));
    }

    private static Crf segments(List<Guess> guesses) {
        List<Example> examples = new ArrayList<>();
        for (Guess guess : guesses) {
            guess.gold().ifPresent(task -> {
                for (int i = 0; i < guess.candidate().segments().size(); i++) {
                    examples.add(new Example(
                            guess.candidate().traits().get(i),
                            task.arguments()
                                    .contains(
                                            guess.candidate().segments().get(i).stretch())));
                }
            });
        }
        return single(SEGMENTS, examples);
    }

    /** A guess whose segments a model of the other parts judges. */
    private record Judged(Guess guess, Crf judge) {
        Readings readings() {
            return Readings.of(guess.lesson().passage(), guess.candidate(), guess.all(), judge);
        }
    }

    private static List<Judged> judged(List<Guess> guesses, Crf judge) {
        return guesses.stream().map(guess -> new Judged(guess, judge)).toList();
    }

    /** Learns which reading of a gold cue comes closest to the gold. */
    private static Ranker readings(List<Judged> all) {
        record Asked(Judged judged, Lesson.Task task) {}
        List<Asked> asked = all.stream()
                .filter(judged -> judged.guess().hasContent())
                .flatMap(judged -> judged.guess().gold().stream().map(task -> new Asked(judged, task)))
                .toList();
        return READINGS.train(asked, one -> {
            Readings readings = one.judged().readings();
            return new RankerTrainer.Choice(
                    readings.traits(), one.judged().guess().closest(one.task(), readings.all()));
        });
    }

    private static List<Example> examples(List<Judged> all, Ranker ranker) {
        return all.parallelStream()
                .flatMap(judged -> judged.readings().best(ranker).stream().map(choice -> {
                    Guess guess = judged.guess();
                    return new Example(
                            Tagger.traits(guess.lesson().passage(), guess.candidate(), choice),
                            guess.isRight(choice.reading()));
                }))
                .toList();
    }
}
