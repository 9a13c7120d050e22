package org.onrecord.syntax;

import edu.stanford.nlp.parser.nndep.DependencyParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.onrecord.document.Basis;
import org.onrecord.document.Dependency;
import org.onrecord.document.Kind;
import org.onrecord.document.Parse;
import org.onrecord.document.Token;
import org.onrecord.pipeline.Stage;
import org.onrecord.pipeline.View;

/** Basic Universal Dependencies by CoreNLP's model of the neural parser (Chen and Manning 2014), for all sentences but overlong ones. */
public final class Dependencies implements Stage<Dependency> {
    static final String MODEL = "edu/stanford/nlp/models/parser/nndep/english_UD.gz";
    private static final Basis BASIS = new Basis.Model("corenlp-nndep", 0.9);

    /** Parsing time grows faster than length; a longer "sentence" is a list or a table, not a statement. */
    private static final int LONGEST_SENTENCE = 150;

    private final TransitionParser parser;

    private Dependencies(TransitionParser parser) {
        this.parser = parser;
    }

    /** Reads the parser from the class path; takes about a second. */
    public static Dependencies load() {
        return new Dependencies(parser());
    }

    static TransitionParser parser() {
        try (InputStream model =
                Objects.requireNonNull(DependencyParser.class.getClassLoader().getResourceAsStream(MODEL), MODEL)) {
            return ParserModel.read(model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        List<TransitionParser.Arc> arcs = parser.parse(tokens);
        return IntStream.range(0, arcs.size())
                .mapToObj(dependent -> dependency(arcs.get(dependent), dependent, tokens, first))
                .toList();
    }

    private static Dependency dependency(TransitionParser.Arc arc, int dependent, List<Token> tokens, int first) {
        return new Dependency(
                "d" + (first + dependent + 1),
                tokens.get(dependent).span(),
                arc.governor() == 0 ? Dependency.ROOT : first + arc.governor() - 1,
                first + dependent,
                arc.label(),
                BASIS);
    }
}
