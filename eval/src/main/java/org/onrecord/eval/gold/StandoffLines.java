package org.onrecord.eval.gold;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.onrecord.document.Document;
import org.onrecord.standoff.DocumentJson;
import org.onrecord.standoff.MalformedException;

/** Documents in the JSON of the contract, one a line: what {@code extract --format ndjson} writes. */
final class StandoffLines {
    private static final Set<Aspect> ASPECTS = Set.of(
            Aspect.ATTRIBUTIONS,
            Aspect.SPEAKERS,
            Aspect.QUOTES,
            Aspect.CLAIMS,
            Aspect.FIGURES,
            Aspect.DETAILS,
            Aspect.ZONES);

    private StandoffLines() {}

    /** Of a file, or of all files in a folder that end in {@code .ndjson} or {@code .jsonl}. */
    static Corpus read(Path source) {
        Path folder = Files.isDirectory(source) || source.getParent() == null ? source : source.getParent();
        CorpusFiles files = new CorpusFiles(folder);
        List<Path> chosen = new ArrayList<>();
        if (Files.isDirectory(source)) {
            chosen.addAll(files.below(source, ".ndjson"));
            chosen.addAll(files.below(source, ".jsonl"));
        } else {
            chosen.add(source);
        }
        List<Gold> gold = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Path file : chosen) {
            int number = 0;
            for (String line : files.text(file).lines().toList()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                try {
                    Document document = DocumentJson.read(line);
                    String id = document.article().id();
                    if (ids.add(id)) {
                        gold.add(new Gold(id, document.article(), document, Set.of(), ""));
                    } else {
                        problems.add(file + " line " + number + " repeats the text of an earlier line");
                    }
                } catch (MalformedException e) {
                    problems.add(file + " line " + number + " " + e.getMessage());
                }
            }
        }
        return new Corpus("standoff", files.digest(), ASPECTS, gold, problems);
    }
}
