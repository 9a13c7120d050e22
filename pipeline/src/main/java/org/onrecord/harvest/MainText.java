package org.onrecord.harvest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;

/**
 * Finds the element that holds the article and gives its blocks. What surrounds articles is removed by the function of
 * its element first; then the container with the most text in paragraphs and the fewest links wins.
 */
final class MainText {
    private static final String NEVER =
            "script, style, noscript, template, svg, iframe, form, button, input, select, nav, aside, footer, dialog, "
                    + "[hidden], [aria-hidden=true], [role=navigation], [role=complementary], [role=banner], [role=contentinfo], [role=dialog], [role=search]";
    private static final Pattern CHROME = Pattern.compile(
            "(?:^|[-_\\s])(?:nav|navbar|menu|breadcrumbs?|sidebar|side-bar|footer|masthead|share|sharing|social|related|recommend(?:ed|ations?)?|more-on"
                    + "|most-(?:read|popular|viewed)|popular|trending|newsletter|subscribe|subscription|signup|sign-up|promo|promoted|advert|advertisement|ads?|sponsor(?:ed)?"
                    + "|cookie|cookies|consent|gdpr|comments?|disqus|tags|taglist|outbrain|taboola|paywall-prompt|skip-link|visually-hidden|sr-only)(?:$|[-_\\s])");
    private static final String BLOCKS =
            "p, li, h1, h2, h3, h4, h5, h6, blockquote, pre, figcaption, div, section, td, dd, dt, article, main, body";
    private static final double MOST_LINKS = 0.5;
    private static final int SHORTEST_PARAGRAPH = 25;

    /** A paragraph of the page with the tag it stood in. */
    record Block(String tag, String text, double links) {}

    private MainText() {}

    static List<Block> of(Document page) {
        Element body = page.body();
        body.select(NEVER).remove();
        int all = prose(body);
        body.select("*").stream()
                .filter(element -> isChrome(element, all))
                .toList()
                .forEach(Node::remove);
        body.select("header").stream()
                .filter(header -> header.selectFirst("h1") == null)
                .toList()
                .forEach(Node::remove);
        List<Block> blocks = new ArrayList<>();
        collect(container(body), blocks);
        return blocks;
    }

    /** By the names an author gives to what is around an article; what holds most of the prose is none of it. */
    private static boolean isChrome(Element element, int allProse) {
        if (element.is("html, body, article, main, [itemprop=articleBody], h1")) {
            return false;
        }
        String names = (element.className() + " " + element.id()).toLowerCase(Locale.ROOT);
        return CHROME.matcher(names).find() && prose(element) < allProse / 2;
    }

    private static int prose(Node within) {
        return within instanceof Element element
                ? element.select("p").stream().mapToInt(p -> p.text().length()).sum()
                : 0;
    }

    private static Element container(Element body) {
        Elements marked = body.select("[itemprop=articleBody]");
        Elements articles = body.select("article");
        if (marked.size() == 1 && score(marked.getFirst()) > 0) {
            return marked.getFirst();
        }
        Elements candidates = articles.isEmpty() ? body.select("main, div, section, td, body") : articles;
        if (articles.isEmpty()) {
            candidates.add(body);
        }
        return candidates.stream()
                .max(Comparator.comparingDouble(MainText::score))
                .orElse(body);
    }

    /** Text in own or nearly own paragraphs, less what is link. */
    private static double score(Element element) {
        double score = 0;
        for (Element child : element.children()) {
            score += paragraphs(child, 1.0);
        }
        return score;
    }

    private static double paragraphs(Element element, double weight) {
        if (element.is("p, blockquote, pre")) {
            int length = element.text().length();
            return length < SHORTEST_PARAGRAPH ? 0 : weight * length * (1 - linkShare(element));
        }
        if (weight < 0.3) {
            return 0;
        }
        double below = element.is("ul, ol, article, header, figure") ? weight : weight * 0.75;
        return element.children().stream()
                .mapToDouble(child -> paragraphs(child, below))
                .sum();
    }

    private static double linkShare(Element element) {
        int all = element.text().length();
        return all == 0
                ? 0
                : (double) element.select("a").stream()
                                .mapToInt(link -> link.text().length())
                                .sum()
                        / all;
    }

    private static void collect(Element element, List<Block> blocks) {
        StringBuilder line = new StringBuilder();
        double links = linkShare(element);
        for (Node child : element.childNodes()) {
            if (child instanceof Element inner && inner.selectFirst(BLOCKS) != null) {
                flush(element.normalName(), line, links, blocks);
                collect(inner, blocks);
            } else if (child instanceof Element inner && inner.normalName().equals("br")) {
                line.append('\n');
            } else if (child instanceof Element inner) {
                line.append(inner.wholeText().replace('\n', ' '));
            } else if (child instanceof TextNode words) {
                line.append(words.getWholeText().replace('\n', ' '));
            }
        }
        flush(element.normalName(), line, links, blocks);
    }

    /** Two line breaks make a paragraph. */
    private static void flush(String tag, StringBuilder line, double links, List<Block> blocks) {
        for (String paragraph : line.toString().split("\\s*\\n\\s*\\n\\s*", -1)) {
            String text = paragraph
                    .replace("\u00ad", "")
                    .replaceAll("[\\s\u00a0\u200b\ufeff]+", " ")
                    .strip();
            boolean listOfLinks = links > MOST_LINKS && !tag.equals("p") && !tag.matches("h[1-6]");
            if (!text.isEmpty() && !listOfLinks) {
                blocks.add(new Block(tag, text, links));
            }
        }
        line.setLength(0);
    }
}
