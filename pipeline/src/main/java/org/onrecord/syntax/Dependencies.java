package org.onrecord.syntax;

import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.parser.nndep.DependencyParser;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.trees.TypedDependency;
import edu.stanford.nlp.util.CoreMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.onrecord.document.Basis;
import org.onrecord.document.Dependency;
import org.onrecord.document.Kind;
import org.onrecord.document.Parse;
import org.onrecord.document.Token;
import org.onrecord.pipeline.Stage;
import org.onrecord.pipeline.View;

/** Basic Universal Dependencies from CoreNLP's neural parser (Chen and Manning 2014), for all sentences but overlong ones. */
public final class Dependencies implements Stage<Dependency> {
    private static final String MODEL = "edu/stanford/nlp/models/parser/nndep/english_UD.gz";
    private static final Basis BASIS = new Basis.Model("corenlp-nndep", 0.9);

    /** Parsing time grows faster than length; a longer "sentence" is a list or a table, not a statement. */
    private static final int LONGEST_SENTENCE = 150;

    private final DependencyParser parser;

    private Dependencies(DependencyParser parser) {
        this.parser = parser;
    }

    /** Reads the parser from the class path; takes about two seconds. */
    public static Dependencies load() {
        return new Dependencies(DependencyParser.loadFromModelFile(MODEL));
    }

    @Override
    public Kind<Dependency> writes() {
        return Kind.DEPENDENCY;
    }

    @Override
    public Set<Kind<?>> reads() {
        return Set.of(Kind.SENTENCE, Kind.TOKEN);
    }

    @Override
    public List<Dependency> annotate(View view) {
        List<Dependency> arcs = new ArrayList<>();
        int first = 0;
        for (Parse sentence : Parse.of(view.all(Kind.SENTENCE), view.all(Kind.TOKEN), List.of())) {
            if (sentence.size() <= LONGEST_SENTENCE) {
                arcs.addAll(parse(sentence.tokens(), first));
            }
            first += sentence.size();
        }
        return arcs;
    }

    private List<Dependency> parse(List<Token> tokens, int first) {
        return parser.predict(sentence(tokens)).typedDependencies().stream()
                .sorted(Comparator.comparingInt(arc -> arc.dep().index()))
                .map(arc -> dependency(arc, tokens, first))
                .toList();
    }

    private static Dependency dependency(TypedDependency arc, List<Token> tokens, int first) {
        int dependent = arc.dep().index() - 1;
        int governor = arc.gov().index() - 1;
        return new Dependency(
                "d" + (first + dependent + 1),
                tokens.get(dependent).span(),
                governor < 0 ? Dependency.ROOT : first + governor,
                first + dependent,
                arc.reln().toString(),
                BASIS);
    }

    private static CoreMap sentence(List<Token> tokens) {
        List<CoreLabel> labels = new ArrayList<>(tokens.size());
        for (Token token : tokens) {
            CoreLabel label = CoreLabel.wordFromString(token.form());
            label.setTag(token.tag());
            label.setLemma(token.lemma());
            label.setIndex(labels.size() + 1);
            labels.add(label);
        }
        CoreMap sentence = new Annotation("");
        sentence.set(CoreAnnotations.TokensAnnotation.class, labels);
        return sentence;
    }
}
