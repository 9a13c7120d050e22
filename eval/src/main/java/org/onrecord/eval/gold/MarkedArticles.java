package org.onrecord.eval.gold;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onrecord.document.Article;
import org.onrecord.harvest.Articles;
import org.onrecord.harvest.UnreadableException;

/**
 * A folder of articles with marks in them: {@code text/ID.txt} as a system reads it, {@code gold/ID.txt} the same with
 * marks, {@code splits/NAME.txt} lists of ids. A second annotator's marks stand in a folder of their own.
 */
final class MarkedArticles {
    private static final Set<Aspect> ASPECTS = Set.of(
            Aspect.ATTRIBUTIONS,
            Aspect.SPEAKERS,
            Aspect.QUOTES,
            Aspect.CLAIMS,
            Aspect.FIGURES,
            Aspect.DETAILS,
            Aspect.ZONES);

    private MarkedArticles() {}

    static Corpus read(Path folder, Optional<String> split, String annotator) {
        CorpusFiles files = new CorpusFiles(folder);
        Optional<Set<String>> chosen = split.map(files::split);
        Articles articles = Articles.load();
        List<Gold> gold = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Path file : files.below(folder.resolve(annotator), ".txt")) {
            String id = CorpusFiles.stem(file);
            if (chosen.isPresent() && !chosen.get().contains(id)) {
                continue;
            }
            try {
                Gold marked = Markup.read(id, "", files.text(file).lines().toList(), 1, annotator);
                String text = files.text(folder.resolve("text").resolve(id + ".txt"));
                if (!text.equals(marked.document().text())) {
                    throw new CorpusException(differ(text, marked.document().text()));
                }
                Article input = articles.ofText(text);
                gold.add(new Gold(id, input, marked.document(), marked.optional(), ""));
            } catch (MarkupException | CorpusException e) {
                problems.add(file + " " + e.getMessage());
            } catch (UnreadableException e) {
                problems.add(file + " " + e.reason());
            }
        }
        return new Corpus("news", files.digest(), ASPECTS, gold, problems);
    }

    private static String differ(String text, String marked) {
        int at = 0;
        while (at < Math.min(text.length(), marked.length()) && text.charAt(at) == marked.charAt(at)) {
            at++;
        }
        return "differs from its text from offset " + at + ": '"
                + text.substring(at, Math.min(text.length(), at + 30)).replace('\n', ' ') + "' there, '"
                + marked.substring(at, Math.min(marked.length(), at + 30)).replace('\n', ' ') + "' here";
    }
}
