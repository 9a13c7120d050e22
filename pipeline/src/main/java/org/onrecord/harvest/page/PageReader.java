package org.onrecord.harvest.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.onrecord.document.Metadata;

/** Reads pages: the paragraphs of the article, and what the page says about it. Safe for several threads. */
public final class PageReader {
    /** Characters; with fewer nothing was found. */
    private static final int SHORTEST = 120;

    private static final Pattern PAY = Pattern.compile(
            "(?i)(?:subscribe|sign in|log in|register) (?:now )?to (?:continue|keep) reading|this (?:article|content) is for subscribers|already a subscriber\\?");
    /** Of which every plea has one. */
    private static final Set<String> PAID = Set.of("reading", "subscribers", "subscriber");

    private static final int SHORTEST_PAID = 7;
    private static final int LONGEST_PLEA = 300;

    private final BlockModel model;

    public PageReader(BlockModel model) {
        this.model = model;
    }

    /**
     * Reads one page.
     *
     * @param address from which it came, where that is known
     */
    public PageContents read(String markup, Optional<String> address) {
        Document page = Jsoup.parse(markup);
        Marked marked = Marked.of(page);
        Metas metas = Metas.of(marked);
        LinkedData linked = LinkedData.of(marked);
        Layout layout = new Layout(page, metas, linked);
        List<Block> chosen = MainText.of(layout, model.probabilities(layout));
        List<PageContents.Paragraph> shown =
                chosen.stream().map(layout::paragraph).toList();
        List<PageContents.Paragraph> paragraphs = length(shown) < SHORTEST ? stated(linked, shown) : shown;
        PageDates dates = new PageDates(page, marked, metas, linked, layout);
        Metadata metadata = new PageMetadata(page, marked, metas, linked, layout, dates).read(address);
        return new PageContents(
                metadata.title().flatMap(title -> heading(layout, title)).map(layout.selectors()::of),
                paragraphs,
                metadata,
                PageMetadata.isPaywalled(linked) || asksToPay(layout),
                new LivePosts(layout, marked, metas, linked, dates).find(chosen));
    }

    /** Where a heading says the title, word for word. */
    private static Optional<Place> heading(Layout layout, String title) {
        return layout.blocks().stream()
                .filter(block -> block.headingLevel() > 0
                        && block.pieces() == 1
                        && Metas.unescaped(block.text()).equals(title))
                .findFirst()
                .map(Block::place);
    }

    /** Pages that scripts put together on the screen only hold their text in JSON-LD at best. */
    private static List<PageContents.Paragraph> stated(LinkedData linked, List<PageContents.Paragraph> shown) {
        List<PageContents.Paragraph> stated = Jsoup.parse(linked.body())
                .wholeText()
                .lines()
                .map(Metas::unescaped)
                .filter(line -> !line.isEmpty())
                .map(line -> PageContents.Paragraph.stated("p", line))
                .toList();
        return length(stated) > length(shown) ? stated : shown;
    }

    private static boolean asksToPay(Layout layout) {
        return layout.blocks().stream()
                .filter(block -> block.text().length() <= LONGEST_PLEA)
                .anyMatch(block ->
                        speaksOfPaying(block) && PAY.matcher(block.text()).find());
    }

    private static boolean speaksOfPaying(Block block) {
        for (String word : block.words()) {
            if (word.length() >= SHORTEST_PAID && PAID.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static int length(List<PageContents.Paragraph> paragraphs) {
        return paragraphs.stream()
                .mapToInt(paragraph -> paragraph.text().length())
                .sum();
    }
}
