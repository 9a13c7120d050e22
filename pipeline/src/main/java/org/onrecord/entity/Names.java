package org.onrecord.entity;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.onrecord.document.Basis;
import org.onrecord.document.EntityType;
import org.onrecord.document.Kind;
import org.onrecord.document.Mention;
import org.onrecord.document.Parse;
import org.onrecord.document.Span;
import org.onrecord.document.Token;
import org.onrecord.pipeline.Stage;
import org.onrecord.pipeline.View;

/**
 * Names of people, organisations and places: CoreNLP's three-class recogniser, then one pass over the article that
 * makes it agree with itself (see {@link Agreement}).
 */
public final class Names implements Stage<Mention> {
    private static final String MODEL = "edu/stanford/nlp/models/ner/english.all.3class.distsim.crf.ser.gz";
    private static final Basis RECOGNISED = new Basis.Model("corenlp-ner-3class", 0.88);
    private static final String NOTHING = "O";

    private final CRFClassifier<CoreLabel> recogniser;
    private final CapitalisedRuns runs;
    private final Agreement agreement;

    private Names(CRFClassifier<CoreLabel> recogniser, CapitalisedRuns runs, Agreement agreement) {
        this.recogniser = recogniser;
        this.runs = runs;
        this.agreement = agreement;
    }

    /** Reads the recogniser from the class path; takes about a second. */
    public static Names load() {
        try {
            CapitalisedRuns runs = new CapitalisedRuns(SourceNouns.load(), Titles.load());
            return new Names(CRFClassifier.getClassifier(MODEL), runs, Agreement.load());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the name recogniser " + MODEL, e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the name recogniser " + MODEL + " is of another version", e);
        }
    }

    @Override
    public Kind<Mention> writes() {
        return Kind.MENTION;
    }

    @Override
    public Set<Kind<?>> reads() {
        return Set.of(Kind.SENTENCE, Kind.TOKEN);
    }

    @Override
    public List<Mention> annotate(View view) {
        List<Parse> sentences = Parse.of(view.all(Kind.SENTENCE), view.all(Kind.TOKEN), List.of());
        List<Found> found = new ArrayList<>();
        for (Parse sentence : sentences) {
            List<Found> recognised = recognise(sentence);
            found.addAll(recognised);
            found.addAll(runs.in(sentence, recognised));
        }
        List<Mention> mentions = new ArrayList<>();
        for (Found name : agreement.apply(sentences, found)) {
            mentions.add(new Mention("m" + (mentions.size() + 1), name.span(), name.type(), name.basis()));
        }
        return mentions;
    }

    /** A name before it has an id. */
    record Found(Span span, EntityType type, Basis basis) {}

    private List<Found> recognise(Parse sentence) {
        List<CoreLabel> labels = new ArrayList<>(sentence.size());
        for (Token token : sentence.tokens()) {
            CoreLabel label = CoreLabel.wordFromString(token.form());
            label.setTag(token.tag());
            labels.add(label);
        }
        List<CoreLabel> classified = recogniser.classifySentence(labels);
        List<Found> found = new ArrayList<>();
        for (int from = 0, to; from < classified.size(); from = to) {
            String label = label(classified, from);
            for (to = from + 1; to < classified.size() && label(classified, to).equals(label); ) {
                to++;
            }
            if (!label.equals(NOTHING)) {
                EntityType type = EntityType.valueOf(label.toUpperCase(Locale.ROOT));
                found.add(new Found(sentence.span(from, to - 1), type, RECOGNISED));
            }
        }
        return found;
    }

    private static String label(List<CoreLabel> classified, int word) {
        return classified.get(word).get(CoreAnnotations.AnswerAnnotation.class);
    }
}
