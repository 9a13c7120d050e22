package org.onrecord.eval.gold;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onrecord.document.Article;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.CasualtyFigure.Outcome;
import org.onrecord.document.Document;
import org.onrecord.document.Kind;
import org.onrecord.document.Layer;
import org.onrecord.document.Provenance;
import org.onrecord.document.Quantity;
import org.onrecord.harvest.Articles;
import org.onrecord.harvest.UnreadableException;

/**
 * Texts and templates of the third and fourth Message Understanding Conference. Of the templates only counts are read:
 * for each human target its number (slot 21) with its effect (slot 23) where that is death or injury. Equal pairs of one
 * article count once; a single victim ({@code 1}) may be found and need not be, for most are named, not counted.
 */
final class Muc {
    private static final Pattern HEADER = Pattern.compile("(?m)^(?:DEV|TST\\d)-MUC\\d-\\d{4}.*$");
    private static final Pattern ID = Pattern.compile("(?:DEV|TST\\d)-MUC\\d-\\d{4}");
    private static final Pattern SLOT = Pattern.compile("^(\\d+)\\.\\s+[A-Z :]+?\\s{2,}(.*)$");
    private static final Pattern FILLER =
            Pattern.compile("(?<=^|[/\\n])\\s*\\??\\s*([^:\"/\\n]+):\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"(?:\\s*/\\s*)?)+)");
    private static final Pattern NAME = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    private Muc() {}

    static Corpus read(Path root, Optional<String> split) {
        Path folder = split.map(root::resolve).orElse(root);
        CorpusFiles files = new CorpusFiles(folder);
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, Set<Pair>> keys = new HashMap<>();
        for (Path file : files.below(folder, "")) {
            String name = file.getFileName().toString();
            if (Files.isDirectory(file) || !name.matches(".*muc[34].*|key-.*")) {
                continue;
            }
            if (name.startsWith("key-")) {
                keys(files.text(file), keys);
            } else {
                texts(files.text(file), texts);
            }
        }
        Articles articles = Articles.load();
        List<Gold> gold = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        texts.forEach((id, text) -> {
            if (!keys.containsKey(id)) {
                problems.add(id + " has no key");
                return;
            }
            try {
                gold.add(gold(id, articles.ofText(text), keys.getOrDefault(id, Set.of())));
            } catch (UnreadableException e) {
                problems.add(id + " " + e.reason());
            }
        });
        return new Corpus("muc", files.digest(), Set.of(Aspect.COUNTS), gold, problems);
    }

    private record Pair(Outcome outcome, Quantity quantity) {}

    private static Gold gold(String id, Article article, Set<Pair> pairs) {
        List<CasualtyFigure> figures = new ArrayList<>();
        Set<String> optional = new HashSet<>();
        for (Pair pair : pairs) {
            String name = "f" + (figures.size() + 1);
            figures.add(Counts.of(name, article, pair.outcome(), pair.quantity()));
            if (pair.quantity().equals(new Quantity.Exactly(1))) {
                optional.add(name);
            }
        }
        Document document =
                Document.of(article).with(new Layer<>(Kind.CASUALTY, figures, new Provenance("muc keys", "1")));
        return new Gold(id, article, document, optional, "");
    }

    private static void texts(String all, Map<String, String> texts) {
        Matcher header = HEADER.matcher(all);
        String id = "";
        int start = 0;
        while (header.find()) {
            if (!id.isEmpty()) {
                texts.put(id, all.substring(start, header.start()).strip());
            }
            id = header.group().strip().split("\\s", 2)[0];
            start = header.end();
        }
        if (!id.isEmpty()) {
            texts.put(id, all.substring(start).strip());
        }
    }

    private static void keys(String all, Map<String, Set<Pair>> keys) {
        Map<Integer, String> slots = new HashMap<>();
        int slot = -1;
        for (String line :
                (all + "\n0.  MESSAGE: ID                     END").lines().toList()) {
            Matcher start = SLOT.matcher(line);
            if (start.matches()) {
                slot = Integer.parseInt(start.group(1));
                if (slot == 0) {
                    template(slots, keys);
                    slots.clear();
                }
                slots.put(slot, start.group(2));
            } else if (line.startsWith("   ") && slot >= 0) {
                slots.merge(slot, line.strip(), (above, below) -> above + "\n" + below);
            }
        }
    }

    private static void template(Map<Integer, String> slots, Map<String, Set<Pair>> keys) {
        Matcher id = ID.matcher(slots.getOrDefault(0, ""));
        if (!id.find()) {
            return;
        }
        Set<Pair> pairs = keys.computeIfAbsent(id.group(), key -> new LinkedHashSet<>());
        Map<String, String> numbers = new LinkedHashMap<>();
        FILLER.matcher(slots.getOrDefault(21, ""))
                .results()
                .forEach(filler -> names(filler.group(2)).forEach(name -> numbers.put(name, filler.group(1))));
        FILLER.matcher(slots.getOrDefault(23, "")).results().forEach(filler -> {
            Optional<Outcome> outcome = outcome(filler.group(1).strip());
            Optional<String> number = names(filler.group(2)).stream()
                    .filter(numbers::containsKey)
                    .map(name -> numbers.getOrDefault(name, ""))
                    .findFirst();
            if (outcome.isPresent() && number.isPresent()) {
                quantity(number.get().strip()).ifPresent(quantity -> pairs.add(new Pair(outcome.get(), quantity)));
            }
        });
    }

    private static List<String> names(String fillers) {
        return NAME.matcher(fillers).results().map(name -> name.group(1)).toList();
    }

    private static Optional<Outcome> outcome(String effect) {
        return switch (effect) {
            case "DEATH" -> Optional.of(Outcome.KILLED);
            case "INJURY" -> Optional.of(Outcome.INJURED);
            default -> Optional.empty();
        };
    }

    /** {@code 6}, {@code 6-8}, {@code 6-} at least, {@code ~6} about, {@code PLURAL}. */
    private static Optional<Quantity> quantity(String number) {
        Matcher form = Pattern.compile("(~)?(\\d+)(?:\\s*-\\s*(\\d+)?)?").matcher(number);
        if (number.equals("PLURAL")) {
            return Optional.of(new Quantity.Vague("plural", OptionalLong.empty(), OptionalLong.empty()));
        }
        if (!form.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(form.group(2));
        if (form.group(3) != null) {
            return Optional.of(new Quantity.Between(count, Math.max(count, Long.parseLong(form.group(3)))));
        }
        return Optional.of(
                form.group(1) != null
                        ? new Quantity.About(count)
                        : number.contains("-") ? new Quantity.AtLeast(count) : new Quantity.Exactly(count));
    }
}
