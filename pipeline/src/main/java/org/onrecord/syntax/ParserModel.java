package org.onrecord.syntax;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.StringTokenizer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a model as CoreNLP's {@code DependencyParser} writes it: sizes; a line with its embedding for each word, tag and label;
 * the layers; and the pairs of symbol and place that are frequent.
 */
final class ParserModel {
    private static final String UNKNOWN = "-UNKNOWN-";
    private static final String NONE = "-NULL-";
    private static final String ROOT = "-ROOT-";

    private final BufferedReader lines;
    private int line;

    private ParserModel(BufferedReader lines) {
        this.lines = lines;
    }

    /** @throws IOException naming the line, if it is no such model */
    static TransitionParser read(InputStream zipped) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(zipped), StandardCharsets.UTF_8))) {
            ParserModel model = new ParserModel(lines);
            try {
                return model.read();
            } catch (IllegalArgumentException | NoSuchElementException e) {
                throw new IOException("line " + model.line + " of the parser's model: " + e.getMessage(), e);
            }
        }
    }

    private TransitionParser read() throws IOException {
        int words = size("dict");
        int tags = size("pos");
        int labels = size("label");
        int width = size("embeddingSize");
        int units = size("hiddenSize");
        int places = size("numTokens");
        int pairs = size("preComputed");
        if (places != TransitionParser.PLACES) {
            throw new IllegalArgumentException("numTokens is " + places + ", not " + TransitionParser.PLACES);
        }
        float[][] embeddings = new float[words + tags + labels][];
        List<String> names = new ArrayList<>(embeddings.length);
        for (int i = 0; i < embeddings.length; i++) {
            StringTokenizer fields = fields();
            names.add(fields.nextToken());
            embeddings[i] = numbers(fields, width);
        }
        float[][] input = rows(places * width, units);
        float[] bias = numbers(fields(), units);
        float[][] output = rows(units, 2 * labels - 1);
        Network network = new Network(embeddings, input, bias, output, places, pairs(pairs));
        return new TransitionParser(
                symbols(names, 0, words),
                symbols(names, words, words + tags),
                List.copyOf(names.subList(words + tags, names.size())),
                words + tags,
                network);
    }

    private static TransitionParser.Symbols symbols(List<String> names, int from, int to) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = from; i < to; i++) {
            numbers.put(names.get(i), i);
        }
        return new TransitionParser.Symbols(
                numbers, number(numbers, UNKNOWN), number(numbers, NONE), number(numbers, ROOT));
    }

    private static int number(Map<String, Integer> numbers, String name) {
        @Nullable Integer number = numbers.get(name);
        if (number == null) {
            throw new IllegalArgumentException("no " + name + " among the words or tags before it");
        }
        return number;
    }

    private int size(String name) throws IOException {
        String text = next();
        if (!text.startsWith(name + "=")) {
            throw new IllegalArgumentException("expected " + name + "=, found " + text);
        }
        return Integer.parseInt(text.substring(name.length() + 1));
    }

    private float[][] rows(int count, int width) throws IOException {
        float[][] rows = new float[count][];
        for (int i = 0; i < count; i++) {
            rows[i] = numbers(fields(), width);
        }
        return rows;
    }

    private BitSet pairs(int count) throws IOException {
        BitSet pairs = new BitSet();
        StringTokenizer fields = fields();
        for (int i = 0; i < count; i++) {
            if (!fields.hasMoreTokens()) {
                fields = fields();
            }
            pairs.set(Integer.parseInt(fields.nextToken()));
        }
        return pairs;
    }

    private static float[] numbers(StringTokenizer fields, int count) {
        float[] numbers = new float[count];
        int found = 0;
        for (; found < count && fields.hasMoreTokens(); found++) {
            numbers[found] = Float.parseFloat(fields.nextToken());
        }
        found += fields.countTokens();
        if (found != count) {
            throw new IllegalArgumentException("expected " + count + " numbers, found " + found);
        }
        return numbers;
    }

    private StringTokenizer fields() throws IOException {
        return new StringTokenizer(next(), " ");
    }

    private String next() throws IOException {
        line++;
        @Nullable String text = lines.readLine();
        if (text == null) {
            throw new IllegalArgumentException("the model ends here");
        }
        return text;
    }
}
