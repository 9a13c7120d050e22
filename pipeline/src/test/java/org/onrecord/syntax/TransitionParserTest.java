package org.onrecord.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.parser.nndep.DependencyParser;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.trees.TypedDependency;
import edu.stanford.nlp.util.CoreMap;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onrecord.Stages;
import org.onrecord.document.Document;
import org.onrecord.document.Kind;
import org.onrecord.document.Parse;
import org.onrecord.document.Token;

class TransitionParserTest {
    private static final Path ARTICLES = Path.of("../corpus/news/text");
    private static final TransitionParser PARSER = Dependencies.parser();

    /** Sums are taken in another order and precision, so now and then two steps that are next to equal change places. */
    @Test
    void treesAreThoseOfCoreNlpsParser() throws IOException {
        DependencyParser corenlp = DependencyParser.loadFromModelFile(Dependencies.MODEL);
        List<Parse> sentences = sentences();
        List<String> others = sentences.stream()
                .filter(sentence -> !PARSER.parse(sentence.tokens()).equals(parse(corenlp, sentence.tokens())))
                .map(sentence -> String.join(
                        " ", sentence.tokens().stream().map(Token::form).toList()))
                .toList();
        assertTrue(sentences.size() > 1500, () -> sentences.size() + " sentences");
        assertTrue(others.size() < sentences.size() / 100, () -> String.join("\n", others));
    }

    @Test
    void everyTreeHasOneRootThatAllWordsAreUnder() throws IOException {
        for (Parse sentence : sentences()) {
            List<TransitionParser.Arc> arcs = PARSER.parse(sentence.tokens());
            assertEquals(1, arcs.stream().filter(arc -> arc.governor() == 0).count());
            for (int word = 1; word <= arcs.size(); word++) {
                int steps = 0;
                for (int at = word; at != 0 && steps <= arcs.size(); steps++) {
                    at = arcs.get(at - 1).governor();
                }
                assertTrue(steps <= arcs.size(), () -> "a circle in " + arcs);
            }
        }
    }

    @Test
    void nothingHasNoTree() {
        assertEquals(List.of(), PARSER.parse(List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                        | line 1 of the parser's model: expected dict=, found
                    dict=2                    | line 2 of the parser's model: the model ends here
                    dict=many                 | line 1 of the parser's model: For input string: "many"
                    dict=2;pos=1;label=1;embeddingSize=2;hiddenSize=3;numTokens=4 | line 7 of the parser's model: the model ends here
                    dict=2;pos=1;label=1;embeddingSize=2;hiddenSize=3;numTokens=4;preComputed=0 | line 7 of the parser's model: numTokens is 4, not 48
                    dict=2;pos=1;label=1;embeddingSize=2;hiddenSize=3;numTokens=48;preComputed=0;the 0.1 | line 8 of the parser's model: expected 2 numbers, found 1
                    """)
    void modelsThatAreNoneSayWhere(String lines, String message) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write((lines.replace(';', '\n') + "\n").getBytes(StandardCharsets.UTF_8));
        }
        IOException thrown =
                assertThrows(IOException.class, () -> ParserModel.read(new ByteArrayInputStream(zipped.toByteArray())));
        assertTrue(String.valueOf(thrown.getMessage()).startsWith(message), () -> String.valueOf(thrown.getMessage()));
    }

    private static List<Parse> sentences() throws IOException {
        List<Parse> sentences = new ArrayList<>();
        try (Stream<Path> articles = Files.list(ARTICLES)) {
            for (Path article : articles.sorted().toList()) {
                Document document = Stages.run(Stages.SYNTAX.subList(0, 2), Files.readString(article));
                sentences.addAll(Parse.of(document.all(Kind.SENTENCE), document.all(Kind.TOKEN), List.of()));
            }
        }
        return sentences;
    }

    private static List<TransitionParser.Arc> parse(DependencyParser parser, List<Token> tokens) {
        List<CoreLabel> labels = new ArrayList<>();
        for (Token token : tokens) {
            CoreLabel label = CoreLabel.wordFromString(token.form());
            label.setTag(token.tag());
            label.setLemma(token.lemma());
            label.setIndex(labels.size() + 1);
            labels.add(label);
        }
        CoreMap sentence = new Annotation("");
        sentence.set(CoreAnnotations.TokensAnnotation.class, labels);
        return parser.predict(sentence).typedDependencies().stream()
                .sorted(Comparator.comparingInt(
                        (TypedDependency arc) -> arc.dep().index()))
                .map(arc ->
                        new TransitionParser.Arc(arc.gov().index(), arc.reln().toString()))
                .toList();
    }
}
