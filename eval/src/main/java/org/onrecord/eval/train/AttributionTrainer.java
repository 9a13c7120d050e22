package org.onrecord.eval.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.onrecord.attribution.tagger.ArgumentTraits;
import org.onrecord.attribution.tagger.AttributionModel;
import org.onrecord.attribution.tagger.Candidates;
import org.onrecord.attribution.tagger.Crf;
import org.onrecord.attribution.tagger.CueCounts;
import org.onrecord.attribution.tagger.CueTraits;
import org.onrecord.attribution.tagger.Labels;
import org.onrecord.attribution.tagger.Passage;
import org.onrecord.attribution.tagger.Tagger;
import org.onrecord.document.Document;
import org.onrecord.document.Kind;
import org.onrecord.document.Parse;
import org.onrecord.document.Quote;
import org.onrecord.document.Zone;

/**
 * Trains the attribution tagger on gold attributions and on what the rules found in the same articles. The models that
 * choose among candidates learn from candidates of random fields that were trained on the other half of the articles: what
 * a field proposes in articles that it knows looks too good (stacking, Wolpert 1992).
 */
public final class AttributionTrainer {
    private static final CrfTrainer CUES = new CrfTrainer(3, 5, 50);
    private static final CrfTrainer ARGUMENTS = new CrfTrainer(4, 4, 50);
    private static final CrfTrainer SEGMENTS = new CrfTrainer(3, 6, 100);
    private static final CrfTrainer ACCEPTANCE = new CrfTrainer(3, 30, 100);

    private final List<Lesson> lessons = new ArrayList<>();
    private final CueCounts counts = new CueCounts();
    private int articles;

    /**
     * Adds an article.
     *
     * @param ruled the article with everything up to the attributions that the rules found
     * @param gold the same article with gold attributions
     */
    public void add(Document ruled, Document gold) {
        List<Parse> sentences = Parse.of(ruled.all(Kind.SENTENCE), ruled.all(Kind.TOKEN), ruled.all(Kind.DEPENDENCY));
        List<Quote> speech = ruled.all(Kind.QUOTE).stream()
                .filter(quote -> quote.kind().isSpeech())
                .toList();
        CueCounts own = new CueCounts();
        articles++;
        for (Zone zone : ruled.article().zones()) {
            if (zone.kind().isProse()) {
                Passage passage =
                        Passage.of(zone.span(), sentences, speech, ruled.all(Kind.ENTITY), ruled.all(Kind.ATTRIBUTION));
                Lesson lesson = Lesson.of(articles, passage, own, gold.all(Kind.ATTRIBUTION));
                lessons.add(lesson);
                for (int word = 0; word < passage.size(); word++) {
                    int here = word;
                    boolean cue = lesson.cues().stream().anyMatch(stretch -> stretch.contains(here));
                    own.add(passage, word, cue);
                    counts.add(passage, word, cue);
                }
            }
        }
    }

    /**
     * Trains on all that was added; takes some fifteen minutes for a thousand articles.
     *
     * @param phases is told what is being trained
     */
    public AttributionModel train(Consumer<String> phases) {
        List<Lesson> even =
                lessons.stream().filter(lesson -> lesson.article() % 2 == 0).toList();
        List<Lesson> odd =
                lessons.stream().filter(lesson -> lesson.article() % 2 == 1).toList();
        phases.accept("training on half of the articles");
        List<Guess> atEven = guesses(even, odd);
        phases.accept("training on the other half");
        List<Guess> atOdd = guesses(odd, even);
        phases.accept("training the choice of segments and attributions");
        Crf acceptance = acceptance(atEven, atOdd);
        Crf segments = segments(Stream.concat(atEven.stream(), atOdd.stream()).toList());
        phases.accept("training on all articles");
        return new AttributionModel(counts, cues(lessons), arguments(lessons), segments, acceptance);
    }

    /** What fields trained on some lessons propose in others. */
    private List<Guess> guesses(List<Lesson> asked, List<Lesson> known) {
        Crf cues = cues(known);
        Crf arguments = arguments(known);
        return asked.parallelStream()
                .flatMap(lesson -> Candidates.of(lesson.passage(), cues, arguments, counts, lesson.own()).stream()
                        .map(candidate -> new Guess(lesson, candidate)))
                .toList();
    }

    private Crf cues(List<Lesson> lessons) {
        return CUES.train(
                lessons,
                lesson -> CueTraits.of(lesson.passage(), counts, lesson.own()),
                lesson -> Labels.of(lesson.cues(), lesson.passage().size()));
    }

    private static Crf arguments(List<Lesson> lessons) {
        record Asked(Lesson lesson, Lesson.Task task) {}
        List<Asked> asked = lessons.stream()
                .flatMap(lesson -> lesson.tasks().stream().map(task -> new Asked(lesson, task)))
                .toList();
        return ARGUMENTS.train(
                asked,
                one -> ArgumentTraits.of(
                        one.lesson().passage(), one.task().cue(), one.lesson().cues()),
                one -> Labels.of(one.task().arguments(), one.lesson().passage().size()));
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

    /** Learns of each half with segments chosen by a model of the other. */
    private static Crf acceptance(List<Guess> one, List<Guess> other) {
        List<Example> examples = new ArrayList<>();
        addChoices(one, segments(other), examples);
        addChoices(other, segments(one), examples);
        return single(ACCEPTANCE, examples);
    }

    private static void addChoices(List<Guess> guesses, Crf segments, List<Example> examples) {
        for (Guess guess : guesses) {
            Tagger.Choice choice = Tagger.choice(guess.candidate(), segments);
            if (!choice.content().isEmpty()) {
                examples.add(new Example(
                        Tagger.traits(guess.lesson().passage(), guess.candidate(), choice), guess.isRight(choice)));
            }
        }
    }
}
