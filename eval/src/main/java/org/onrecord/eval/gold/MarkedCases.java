package org.onrecord.eval.gold;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An inventory of constructions: files of short cases with marks, each case after a line {@code === ID}. The name of the
 * file is the section.
 */
final class MarkedCases {
    private static final String HEAD = "=== ";
    private static final Set<Aspect> ASPECTS =
            Set.of(Aspect.ATTRIBUTIONS, Aspect.SPEAKERS, Aspect.QUOTES, Aspect.CLAIMS, Aspect.FIGURES);

    private MarkedCases() {}

    static Corpus read(Path folder, Optional<String> split) {
        CorpusFiles files = new CorpusFiles(folder);
        List<Gold> gold = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Path file : files.below(folder, ".txt")) {
            String section = CorpusFiles.stem(file);
            List<String> lines = files.text(file).lines().toList();
            for (int start = next(lines, 0); start < lines.size(); start = next(lines, start + 1)) {
                String id = lines.get(start).substring(HEAD.length()).strip();
                if (split.isPresent() && !split.get().equals(section)) {
                    continue;
                }
                try {
                    if (!ids.add(id)) {
                        throw new MarkupException(start + 1, "names a case twice: " + id);
                    }
                    List<String> body = lines.subList(start + 1, next(lines, start + 1));
                    gold.add(Markup.read(id, section, body, start + 2, "gold"));
                } catch (MarkupException e) {
                    problems.add(file + " " + e.getMessage());
                }
            }
        }
        return new Corpus("cases", files.digest(), ASPECTS, gold, problems);
    }

    private static int next(List<String> lines, int from) {
        int at = from;
        while (at < lines.size() && !lines.get(at).startsWith(HEAD)) {
            at++;
        }
        return at;
    }
}
