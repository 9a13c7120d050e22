package org.onrecord.eval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A run kept in a file, without texts and comparisons: what is needed to compare it with another. */
public final class RunFile {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private RunFile() {}

    public static void write(Run run, Path file) throws IOException {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("schema", "onrecord-run/1");
        root.put("system", run.system());
        root.put("corpus", run.corpus());
        root.put("digest", run.digest());
        root.put("cpuSeconds", Math.round(run.cpuSeconds() * 10) / 10.0);
        run.problems().forEach(root.putArray("problems")::add);
        List<Metric> metrics = new ArrayList<>(run.metrics());
        ArrayNode names = root.putArray("metrics");
        metrics.forEach(metric -> names.addObject()
                .put("name", metric.name())
                .put("reading", metric.reading().name()));
        ArrayNode results = root.putArray("results");
        for (Result result : run.results()) {
            ObjectNode one = results.addObject();
            one.put("article", result.article());
            one.put("section", result.section());
            ArrayNode scores = one.putArray("scores");
            result.scores().forEach((metric, score) -> {
                ArrayNode row = scores.addArray()
                        .add(metrics.indexOf(metric))
                        .add(score.hits())
                        .add(score.misses())
                        .add(score.spurious());
                score.reliability()
                        .bins()
                        .forEach(bin ->
                                row.addArray().add(bin.items()).add(bin.right()).add(bin.confidence()));
                score.classes()
                        .counts()
                        .forEach((name, count) -> row.addArray()
                                .add(name)
                                .add(count.hits())
                                .add(count.misses())
                                .add(count.spurious()));
            });
        }
        Files.writeString(file, MAPPER.writeValueAsString(root) + "\n");
    }

    /** The bins follow the counts, where there are any. */
    private static Reliability reliability(JsonNode score) {
        List<Reliability.Bin> bins = new ArrayList<>();
        for (int i = 4; i < score.size(); i++) {
            JsonNode bin = score.required(i);
            if (bin.required(0).isTextual()) {
                continue;
            }
            bins.add(new Reliability.Bin(
                    bin.required(0).asDouble(),
                    bin.required(1).asDouble(),
                    bin.required(2).asDouble()));
        }
        return new Reliability(bins);
    }

    /** So do the classes, with their names. */
    private static Classes classes(JsonNode score) {
        Map<String, Classes.Count> counts = new LinkedHashMap<>();
        for (int i = 4; i < score.size(); i++) {
            JsonNode row = score.required(i);
            if (row.required(0).isTextual()) {
                counts.put(
                        row.required(0).asText(),
                        new Classes.Count(
                                row.required(1).asDouble(),
                                row.required(2).asDouble(),
                                row.required(3).asDouble()));
            }
        }
        return new Classes(counts);
    }

    /**
     * Reads a run.
     *
     * @throws IllegalArgumentException if the file holds none
     */
    public static Run read(Path file) throws IOException {
        try {
            JsonNode root = MAPPER.readTree(file.toFile());
            if (!root.path("schema").asText().equals("onrecord-run/1")) {
                throw new IllegalArgumentException("give a run.json that eval --out wrote");
            }
            List<Metric> metrics = new ArrayList<>();
            for (JsonNode metric : root.required("metrics")) {
                metrics.add(new Metric(
                        metric.required("name").asText(),
                        Metric.Reading.valueOf(metric.required("reading").asText())));
            }
            List<Result> results = new ArrayList<>();
            for (JsonNode result : root.required("results")) {
                Map<Metric, Score> scores = new LinkedHashMap<>();
                for (JsonNode score : result.required("scores")) {
                    scores.put(
                            metrics.get(score.required(0).asInt()),
                            new Score(
                                    score.required(1).asDouble(),
                                    score.required(2).asDouble(),
                                    score.required(3).asDouble(),
                                    reliability(score),
                                    classes(score)));
                }
                results.add(new Result(
                        result.required("article").asText(),
                        result.required("section").asText(),
                        "",
                        scores,
                        List.of()));
            }
            List<String> problems = new ArrayList<>();
            root.required("problems").forEach(problem -> problems.add(problem.asText()));
            return new Run(
                    root.required("system").asText(),
                    root.required("corpus").asText(),
                    root.required("digest").asText(),
                    results,
                    problems,
                    root.required("cpuSeconds").asDouble());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(file + ": holds no run: " + e.getOriginalMessage(), e);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException(file + ": holds no run: " + e.getMessage(), e);
        }
    }
}
