package org.onrecord.harvest.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;

/**
 * The headline. What the page shows in a heading of the first level is it, where it agrees with what is said for machines:
 * those are often cut, or worded for search engines.
 */
final class PageTitle {
    private static final Pattern SITE = Pattern.compile("^(.{12,}?)\\s+[|\u00b7•–—-]\\s+([^|•–—]{2,40})$");
    private static final double AGREES = 0.3;
    private static final double SAME = 0.8;
    private static final int LONGEST = 300;

    private final Document page;
    private final Marked marked;
    private final Metas metas;
    private final LinkedData linked;
    private final Layout layout;

    PageTitle(Document page, Marked marked, Metas metas, LinkedData linked, Layout layout) {
        this.page = page;
        this.marked = marked;
        this.metas = metas;
        this.linked = linked;
        this.layout = layout;
    }

    Optional<String> find() {
        List<String> stated = stated();
        Optional<String> agreed = agreed();
        Optional<String> shown = shown(stated);
        if (shown.isPresent()
                && agreed.filter(title -> overlap(Block.words(title), Block.words(shown.get())) < SAME)
                        .isPresent()) {
            return agreed;
        }
        return shown.or(() -> stated.stream().findFirst().map(this::withoutSite));
    }

    /** What both JSON-LD and Open Graph call it. */
    private Optional<String> agreed() {
        return metas.first("og:title")
                .filter(title -> linked.articles()
                        .map(node -> Metas.letters(
                                Metas.unescaped(node.path("headline").asText(""))))
                        .anyMatch(Metas.letters(title)::equals));
    }

    /** Words in common, as a share of all. */
    private static double overlap(List<String> one, List<String> other) {
        Set<String> common = new HashSet<>(one);
        Set<String> all = new HashSet<>(one);
        common.retainAll(other);
        all.addAll(other);
        return all.isEmpty() ? 1 : (double) common.size() / all.size();
    }

    private List<String> stated() {
        List<String> stated = new ArrayList<>();
        linked.articles()
                .map(node -> node.path("headline"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .limit(1)
                .forEach(stated::add);
        metas.first("og:title").ifPresent(stated::add);
        metas.first("twitter:title").ifPresent(stated::add);
        stated.add(page.title());
        return stated.stream()
                .map(Metas::unescaped)
                .filter(text -> !text.isBlank())
                .toList();
    }

    /** The heading of the first level that has most words in common with what is stated. */
    private Optional<String> shown(List<String> stated) {
        double best = AGREES;
        Optional<String> shown = Optional.empty();
        for (Block block : layout.blocks()) {
            if (block.headingLevel() == 1 && block.text().length() <= LONGEST && block.pieces() == 1) {
                double likeness = stated.stream()
                        .mapToDouble(title -> likeness(block.words(), Block.words(title)))
                        .max()
                        .orElse(1);
                if (likeness > best) {
                    best = likeness;
                    shown = Optional.of(Metas.unescaped(block.text()));
                }
            }
        }
        return shown;
    }

    /** Words in common, as a share of the shorter. */
    private static double likeness(List<String> one, List<String> other) {
        Set<String> words = new HashSet<>(one);
        long common = new HashSet<>(other).stream().filter(words::contains).count();
        int least = Math.min(words.size(), new HashSet<>(other).size());
        return least == 0 ? 0 : (double) common / least - (least < 3 ? 0.5 : 0);
    }

    /** "Storm floods harbour - The Harbour Post" without the site, where what follows the last dash can be told to be one. */
    private String withoutSite(String title) {
        var matcher = SITE.matcher(title);
        if (!matcher.matches()) {
            return title;
        }
        String last = Metas.letters(matcher.group(2));
        Optional<String> site = metas.first("og:site_name", "application-name").map(Metas::letters);
        boolean isSite =
                site.filter(name -> name.contains(last) || last.contains(name)).isPresent()
                        || Stream.of(page.title())
                                .map(Metas::letters)
                                .anyMatch(whole -> whole.endsWith(last)
                                        && metas.first("og:title")
                                                .map(Metas::letters)
                                                .filter(og -> !og.endsWith(last))
                                                .isPresent())
                        || address()
                                .filter(url -> last.length() > 2 && url.contains(last))
                                .isPresent();
        return isSite ? matcher.group(1).strip() : title;
    }

    private Optional<String> address() {
        return metas.first("og:url")
                .or(marked::canonical)
                .map(url -> Metas.letters(url.replaceFirst("^(https?://[^/]*).*", "$1")));
    }
}
