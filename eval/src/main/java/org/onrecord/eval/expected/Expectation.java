package org.onrecord.eval.expected;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the systems scored on one corpus when somebody last looked.
 *
 * @param name of the file, without {@code .yaml}
 * @param form of the corpus, as on the command line
 * @param corpus its folder: below the project, or below the folder of corpora of others
 * @param outside whether it is one of others, which need not be there
 * @param also for pages on whose like our model is trained: the other set that it is trained on; ours is then scored by
 *     cross-validation
 * @param digest of the corpus, empty where it has not been run
 * @param models digest of the models, empty where it has not been run
 * @param tolerance by how much a score may fall, in shares of one
 * @param systems scores by system and metric; none where they have not been run
 */
public record Expectation(
        String name,
        String form,
        String corpus,
        boolean outside,
        Optional<String> split,
        Optional<String> also,
        String digest,
        String models,
        double tolerance,
        Map<String, Map<String, Double>> systems) {
    /** Parts of the hosts in cross-validation. */
    public static final int FOLDS = 5;

    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .build());

    /** All in a folder, in order of their names. */
    public static List<Expectation> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            List<Expectation> expectations = new java.util.ArrayList<>();
            for (Path file : all) {
                expectations.add(read(file));
            }
            return expectations;
        }
    }

    static Expectation read(Path file) throws IOException {
        JsonNode root = YAML.readTree(file.toFile());
        try {
            Map<String, Map<String, Double>> systems = new LinkedHashMap<>();
            root.required("systems").properties().forEach(system -> {
                Map<String, Double> scores = new LinkedHashMap<>();
                system.getValue()
                        .path("scores")
                        .properties()
                        .forEach(score ->
                                scores.put(score.getKey(), score.getValue().asDouble()));
                systems.put(system.getKey(), scores);
            });
            return new Expectation(
                    String.valueOf(file.getFileName()).replaceFirst("\\.yaml$", ""),
                    root.required("form").asText(),
                    root.required("corpus").asText(),
                    root.path("outside").asBoolean(),
                    Optional.of(root.path("split").asText("")).filter(split -> !split.isEmpty()),
                    Optional.of(root.path("also").asText("")).filter(other -> !other.isEmpty()),
                    root.path("digest").asText(""),
                    root.path("models").asText(""),
                    root.required("tolerance").asDouble(),
                    systems);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " is no expectation: " + e.getMessage(), e);
        }
    }

    public void write(Path folder) throws IOException {
        ObjectNode root = YAML.createObjectNode();
        root.put("form", form);
        root.put("corpus", corpus);
        if (outside) {
            root.put("outside", true);
        }
        split.ifPresent(part -> root.put("split", part));
        also.ifPresent(other -> root.put("also", other));
        root.put("digest", digest);
        root.put("models", models);
        root.put("tolerance", tolerance);
        ObjectNode all = root.putObject("systems");
        systems.forEach((system, scores) -> {
            ObjectNode one = all.putObject(system);
            one.put("command", command(system));
            ObjectNode values = one.putObject("scores");
            scores.forEach((metric, value) -> values.put(metric, rounded(value)));
        });
        Files.writeString(folder.resolve(name + ".yaml"), YAML.writeValueAsString(root));
    }

    /** How to get these scores. */
    public String command(String system) {
        return "./onrecord eval " + form + " --corpus " + (outside ? "CORPORA/" : "") + corpus
                + split.map(part -> " --split " + part).orElse("")
                + (system.equals("ours")
                        ? also.map(other -> " --folds " + FOLDS + " --also " + (outside ? "CORPORA/" : "") + other)
                                .orElse("")
                        : " --system " + system);
    }

    /** With the scores of a run in place of those of its system. */
    public Expectation with(String newDigest, String newModels, String system, Map<String, Double> scores) {
        Map<String, Map<String, Double>> all = new LinkedHashMap<>(systems);
        all.put(system, scores);
        return new Expectation(name, form, corpus, outside, split, also, newDigest, newModels, tolerance, all);
    }

    static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
