package org.onrecord.eval.gold;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.onrecord.document.Article;
import org.onrecord.document.Kind;
import org.onrecord.harvest.Articles;
import org.onrecord.harvest.UnreadableException;
import org.onrecord.standoff.Brat;

/**
 * A folder of brat files: {@code ID.txt} with {@code ID.ann} or, one for each annotator, {@code ID_ANNOTATOR.ann}; texts
 * and annotations may lie in different folders below it, as in PolNeAR. A split is a folder of its name.
 */
final class BratFolder {
    private BratFolder() {}

    /**
     * @param annotator whose annotations to take; without one the first by name of each text
     * @param more aspects that its annotations do not show by themselves
     */
    static Corpus read(String name, Path root, Optional<String> split, Optional<String> annotator, Set<Aspect> more) {
        Path folder = split.map(root::resolve).filter(Files::isDirectory).orElse(root);
        if (split.isPresent() && folder.equals(root)) {
            throw new CorpusException(
                    root.resolve(split.get()) + ": no such folder, so there is no split '" + split.get() + "'");
        }
        CorpusFiles files = new CorpusFiles(folder);
        Map<String, Map<String, Path>> annotations = annotations(files, folder);
        Articles articles = Articles.load();
        List<Gold> gold = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        Map<String, Integer> chosenAmongSeveral = new TreeMap<>();
        boolean speakers = false;
        boolean figures = false;
        for (Path text : files.below(folder, ".txt")) {
            String id = CorpusFiles.stem(text);
            Map<String, Path> own = annotations.getOrDefault(id, new TreeMap<>());
            Optional<Map.Entry<String, Path>> chosen = own.entrySet().stream()
                    .filter(entry -> annotator.isEmpty() || annotator.get().equals(entry.getKey()))
                    .findFirst();
            if (chosen.isEmpty()) {
                problems.add(text + " has no annotations"
                        + annotator.map(who -> " of " + who).orElse(""));
                continue;
            }
            if (annotator.isEmpty() && own.size() > 1) {
                chosenAmongSeveral.merge(chosen.get().getKey(), 1, Integer::sum);
            }
            Path file = chosen.get().getValue();
            try {
                Article article = articles.ofText(files.text(text));
                Brat.Annotated read =
                        Brat.read(article, files.text(file), chosen.get().getKey());
                read.problems().forEach(problem -> problems.add(file + " " + problem));
                gold.add(new Gold(id, article, read.document(), Set.of(), ""));
                speakers |= read.document().all(Kind.ATTRIBUTION).stream()
                        .anyMatch(attribution -> attribution.speaker().isPresent());
                figures |= !read.document().all(Kind.CASUALTY).isEmpty();
            } catch (UnreadableException e) {
                problems.add(text + " " + e.reason());
            }
        }
        Set<Aspect> aspects = new TreeSet<>(more);
        aspects.add(Aspect.ATTRIBUTIONS);
        if (speakers) {
            aspects.add(Aspect.SPEAKERS);
        }
        if (figures) {
            aspects.add(Aspect.FIGURES);
        }
        return new Corpus(name, files.digest(), aspects, gold, problems, notes(chosenAmongSeveral));
    }

    /** Whose annotations were taken where there were several. */
    private static List<String> notes(Map<String, Integer> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        int all = texts.values().stream().mapToInt(Integer::intValue).sum();
        return List.of("several annotators of " + texts(all) + ", taken: "
                + texts.entrySet().stream()
                        .map(entry -> (entry.getKey().equals("-") ? "the file without a name" : entry.getKey()) + " ("
                                + texts(entry.getValue()) + ")")
                        .collect(Collectors.joining(", "))
                + "; choose with --annotator NAME");
    }

    private static String texts(int count) {
        return count + (count == 1 ? " text" : " texts");
    }

    /** Files by id of the text and annotator; an annotator without a name is called {@code -}. */
    private static Map<String, Map<String, Path>> annotations(CorpusFiles files, Path folder) {
        Set<String> texts = new TreeSet<>();
        files.below(folder, ".txt").forEach(text -> texts.add(CorpusFiles.stem(text)));
        Map<String, Map<String, Path>> annotations = new TreeMap<>();
        for (Path file : files.below(folder, ".ann")) {
            String stem = CorpusFiles.stem(file);
            int underscore = stem.lastIndexOf('_');
            boolean named = !texts.contains(stem) && underscore > 0;
            String id = named ? stem.substring(0, underscore) : stem;
            annotations
                    .computeIfAbsent(id, key -> new TreeMap<>())
                    .put(named ? stem.substring(underscore + 1) : "-", file);
        }
        return annotations;
    }
}
